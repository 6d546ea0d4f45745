package io.opintosandbox.control;

import io.opintosandbox.control.ControlRoutes.Reply;
import io.opintosandbox.journal.Journal;
import io.opintosandbox.report.JunitXml;
import io.opintosandbox.report.Report;
import java.util.Map;

/** The adapter's report card: a page, JSON, or JUnit's XML. Contract: control-api.md, "report". */
final class ReportControl {

    Reply show(ControlCall call) {
        call.onlyQuery("format");
        var format = call.queryText("format");
        if (format != null && !format.equals("junit")) {
            throw ControlProblem.badRequest(
                    "The parameter format must be junit, or left out: then the header Accept decides between HTML and JSON.");
        }
        var report = Report.of(call.world().part(Journal.class));
        if (format != null) {
            return Reply.text("application/xml;charset=UTF-8", JunitXml.of(report));
        }
        return call.prefersHtml()
                ? Reply.page(
                        "report.jte",
                        Map.of("report", report, "world", call.world().name()))
                : Reply.ok(report);
    }
}
