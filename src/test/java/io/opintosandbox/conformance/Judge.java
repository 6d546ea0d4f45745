package io.opintosandbox.conformance;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.StreamSupport;

/** Holds answers against what a step expects; one line for each difference. */
final class Judge {
    private final Templates templates;

    Judge(Templates templates) {
        this.templates = templates;
    }

    List<String> differences(Step.Expect expect, Answer answer) {
        var lines = new ArrayList<String>();
        if (expect.status() != null && !allows(expect.status(), answer.status())) {
            lines.add("status: expected " + expect.status() + ", got " + answer.status() + " " + answer.text());
        }
        if (expect.headers() != null) {
            var matchers = matchers(answer);
            templates
                    .fill(expect.headers())
                    .properties()
                    .forEach(header -> lines.addAll(matchers.compare(
                            header.getValue(), answer.header(header.getKey()), "header " + header.getKey())));
        }
        // With another status the body is another one too, which says nothing more.
        if (lines.isEmpty() && expect.text() != null) {
            lines.addAll(
                    matchers(answer).compare(templates.fill(expect.text()), TextNode.valueOf(answer.text()), "body"));
        }
        if (lines.isEmpty() && expect.json() != null) {
            lines.addAll(json(expect.json(), answer));
        }
        return lines;
    }

    List<String> differences(Step.ParallelExpect expect, List<Answer> answers) {
        var statuses = answers.stream().map(Answer::status).toList();
        if (!statuses.contains(expect.atLeastOne()) || !expect.statuses().containsAll(statuses)) {
            return List.of("expected at least one " + expect.atLeastOne() + " and only " + expect.statuses() + ", got "
                    + statuses);
        }
        return answers.stream()
                .filter(answer -> expect.json() != null && answer.status() == expect.atLeastOne())
                .flatMap(answer -> json(expect.json(), answer).stream())
                .toList();
    }

    private List<String> json(JsonNode expected, Answer answer) {
        return answer.json()
                .map(body -> matchers(answer).compare(templates.fill(expected), body, "$"))
                .orElseGet(() -> List.of("body: expected JSON, got " + answer.text()));
    }

    private static Matchers matchers(Answer answer) {
        return new Matchers(answer.status(), answer.path());
    }

    private static boolean allows(JsonNode status, int got) {
        return status.isArray()
                ? StreamSupport.stream(status.spliterator(), false).anyMatch(one -> one.intValue() == got)
                : status.intValue() == got;
    }
}
