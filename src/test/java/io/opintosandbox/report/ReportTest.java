package io.opintosandbox.report;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.opintosandbox.config.Setting;
import io.opintosandbox.config.Settings;
import io.opintosandbox.journal.Body;
import io.opintosandbox.journal.Exchange;
import io.opintosandbox.journal.Journal;
import io.opintosandbox.testing.TestSandbox;
import java.io.StringReader;
import java.time.Instant;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.xml.sax.InputSource;

/** The forms of the report: JSON, a page, and JUnit's XML. */
class ReportTest {
    @RegisterExtension
    static final TestSandbox sandbox = new TestSandbox(Settings.defaults().with(Setting.JOURNAL, "3"));

    @BeforeEach
    void a_client_has_called() {
        sandbox.reset();
        for (int i = 0; i < 5; i++) {
            sandbox.anonymous().post("/yleistunniste/hae");
        }
    }

    @Test
    void it_says_of_how_many_calls_it_is_made_and_how_many_are_gone() {
        sandbox.control()
                .get("/report")
                .then()
                .contentType("application/json;charset=UTF-8")
                .body("entries", equalTo(3))
                .body("dropped", equalTo(2));
    }

    @Test
    void browsers_get_a_page() {
        var page =
                sandbox.control().accept("text/html,*/*;q=0.8").get("/report").then();

        page.statusCode(200)
                .contentType("text/html;charset=UTF-8")
                .body(containsString("Report card"))
                .body(containsString("made of 3 calls"))
                .body(containsString("2 older calls have made room"))
                .body(containsString("/sandbox/requests/5"));
    }

    @Test
    void nothing_that_a_client_sent_is_markup_in_the_page() {
        var call = new Exchange(
                Instant.EPOCH,
                "default",
                null,
                "GET",
                "/<script>",
                null,
                List.of(),
                new Body(),
                404,
                List.of(),
                new Body(),
                1,
                List.of(),
                null,
                List.of());
        var journal = sandbox.server().world("default").orElseThrow().part(Journal.class);
        sandbox.control().body("{\"effect\":{\"status\":503}}").post("/faults");
        // Read to its end: an error page comes in pieces, and the entry is there before the last one.
        sandbox.anonymous().get("/unavailable").asString();
        journal.add(call);

        sandbox.control()
                .accept("text/html")
                .get("/report")
                .then()
                .body(containsString("GET /&lt;script&gt; -&gt; 404"))
                .body(not(containsString("<script")));
    }

    @Test
    void build_servers_get_a_failure_for_a_habit_and_a_skipped_test_for_what_was_never_met() throws Exception {
        var answer = sandbox.control().get("/report?format=junit");

        assertEquals("application/xml;charset=UTF-8", answer.contentType());
        var suites = DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new InputSource(new StringReader(answer.asString())))
                .getElementsByTagName("testsuite");
        var habits = (org.w3c.dom.Element) suites.item(0);
        var situations = (org.w3c.dom.Element) suites.item(1);
        assertEquals("1", habits.getAttribute("failures"));
        assertEquals(1, habits.getElementsByTagName("failure").getLength());
        assertTrue(
                habits.getElementsByTagName("failure").item(0).getTextContent().contains("requests 3, 4, 5"));
        assertEquals(
                situations.getAttribute("skipped"),
                String.valueOf(situations.getElementsByTagName("skipped").getLength()));
        assertEquals(
                Situations.ALL.size(),
                situations.getElementsByTagName("testcase").getLength());
    }

    @Test
    void a_test_in_java_gets_the_same() {
        var report = sandbox.server().sandbox().report();

        assertEquals(3, report.entries());
        assertEquals(List.of(3L, 4L, 5L), report.habit("unknown-paths").requests());
        assertFalse(report.situation("identified").met());
    }

    @Test
    void another_format_is_refused() {
        sandbox.control().get("/report?format=pdf").then().statusCode(400).body("message", containsString("junit"));
    }
}
