package io.opintosandbox.report;

import java.io.StringWriter;
import java.util.stream.Collectors;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/**
 * A report as build servers read tests: a habit that was found is a failure, a situation that was never met is skipped.
 */
public final class JunitXml {

    private JunitXml() {}

    /** The document, with one suite for habits and one for situations. */
    public static String of(Report report) {
        var text = new StringWriter();
        try {
            var xml = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(text);
            xml.writeStartDocument("UTF-8", "1.0");
            xml.writeStartElement("testsuites");
            habits(report, xml);
            situations(report, xml);
            xml.writeEndElement();
            xml.writeEndDocument();
            xml.close();
        } catch (XMLStreamException e) {
            throw new IllegalStateException(e);
        }
        return text.toString();
    }

    private static void habits(Report report, XMLStreamWriter xml) throws XMLStreamException {
        var found = report.habits().stream().filter(HabitResult::found).count();
        suite(xml, "habits", report.habits().size(), found, 0);
        for (var habit : report.habits()) {
            testcase(xml, "habits", habit.id() + ": " + habit.title());
            if (habit.found()) {
                xml.writeStartElement("failure");
                xml.writeAttribute("message", habit.title() + " (" + habit.count() + ")");
                xml.writeCharacters(habit.instead() + "\nrequests " + ids(habit.requests()));
                xml.writeEndElement();
            }
            xml.writeEndElement();
        }
        xml.writeEndElement();
    }

    private static void situations(Report report, XMLStreamWriter xml) throws XMLStreamException {
        var notMet = report.situations().stream().filter(one -> !one.met()).count();
        suite(xml, "situations", report.situations().size(), 0, notMet);
        for (var situation : report.situations()) {
            testcase(xml, "situations", situation.id() + ": " + situation.title());
            if (situation.met()) {
                xml.writeStartElement("system-out");
                xml.writeCharacters(situation.count() + " times, requests " + ids(situation.requests()) + ", next "
                        + situation.next());
            } else {
                xml.writeStartElement("skipped");
                xml.writeAttribute("message", "never met; to provoke it: " + situation.provoke());
            }
            xml.writeEndElement();
            xml.writeEndElement();
        }
        xml.writeEndElement();
    }

    private static void suite(XMLStreamWriter xml, String name, int tests, long failures, long skipped)
            throws XMLStreamException {
        xml.writeStartElement("testsuite");
        xml.writeAttribute("name", "opintosandbox." + name);
        xml.writeAttribute("tests", String.valueOf(tests));
        xml.writeAttribute("failures", String.valueOf(failures));
        xml.writeAttribute("errors", "0");
        xml.writeAttribute("skipped", String.valueOf(skipped));
    }

    private static void testcase(XMLStreamWriter xml, String suite, String name) throws XMLStreamException {
        xml.writeStartElement("testcase");
        xml.writeAttribute("classname", "opintosandbox." + suite);
        xml.writeAttribute("name", name);
    }

    private static String ids(java.util.List<Long> requests) {
        return requests.stream().map(String::valueOf).collect(Collectors.joining(", "));
    }
}
