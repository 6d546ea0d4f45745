package io.opintosandbox.lives;

import static io.opintosandbox.lives.Life.orNone;
import static io.opintosandbox.testing.Vaestotapahtumat.json;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.opintosandbox.config.Setting;
import io.opintosandbox.config.Settings;
import io.opintosandbox.json.Json;
import io.opintosandbox.lives.Life.Event;
import io.opintosandbox.lives.Life.First;
import io.opintosandbox.lives.Life.Step;
import io.opintosandbox.testing.TestSandbox;
import io.opintosandbox.testing.Vaestotapahtumat;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * The observed lives: what becomes of people when VTJ's change feed tells of them. Contract: exchanges/lives-*.md. The
 * feed runs at full hours, as in the published service; full data comes only by a settle, because the lives were
 * observed one task at a time.
 */
class LivesTest {
    private static final List<String> FILES = List.of(
            "addresses",
            "codes",
            "death",
            "full-data",
            "guardians",
            "hetu",
            "kotikunta",
            "names",
            "others",
            "turvakielto");

    @RegisterExtension
    static final TestSandbox sandbox = new TestSandbox(Settings.defaults()
            .with(Setting.POPULATION, "0")
            .with(Setting.CHANGE_FEED_EVERY, "PT1H")
            .with(Setting.FULL_DATA_EVERY, "PT87600H"));

    private final Vaestotapahtumat vtj = new Vaestotapahtumat(sandbox);

    @TestFactory
    Stream<DynamicTest> lives() {
        return FILES.stream()
                .flatMap(file -> Life.read(file).stream()
                        .map(life -> DynamicTest.dynamicTest(file + ": " + life.name(), () -> run(life))));
    }

    private void run(Life life) {
        sandbox.reset();
        clock("now", life.start() == null ? "2026-11-21T10:00:00Z" : life.start());
        var oids = new BeforeState(sandbox).of(life);
        var view = new View(sandbox);
        for (int i = 0; i < life.steps().size(); i++) {
            step(life.steps().get(i), oids, view, "step " + (i + 1));
        }
    }

    private void step(Step step, Map<String, String> oids, View view, String where) {
        orNone(step.first()).forEach(this::first);
        var before = view.of(oids);
        var from = clock("advance", "PT1M");
        List<String> messages = new ArrayList<>();
        orNone(step.events()).forEach(event -> messages.add(post(event)));

        if (step.settle()) {
            sandbox.settle();
        } else if (step.until() == null) {
            clock("advance", "PT1H");
        } else {
            clock("now", step.until());
        }

        assertSame(expected(before, step, oids), view.of(oids), where);
        var since = from.toString();
        assertEquals(
                orNone(step.modified()),
                named(view.get("/s2s/changedSince/" + since + "?amount=1000"), oids),
                where + ": changedSince");
        assertEquals(
                orNone(step.guardianChanges()),
                named(view.get("/henkilo/huoltajasuhdemuutokset/alkaen/" + since), oids),
                where + ": huoltajasuhdemuutokset/alkaen");
        for (int i = 0; i < messages.size(); i++) {
            assertEquals(state(step, i), now(messages.get(i)), where + ": message " + (i + 1));
        }
    }

    private void first(First first) {
        if (first.settle()) {
            sandbox.settle();
        } else if (first.forget() != null) {
            sandbox.control().delete("/vtj/persons/" + first.forget()).then().statusCode(204);
        } else {
            var hetu = first.vtj().get("hetu").textValue();
            var henkilo = vtj.henkilo(hetu).<ObjectNode>deepCopy();
            henkilo.setAll(first.vtj());
            sandbox.control()
                    .body(Json.write(henkilo))
                    .put("/vtj/persons/" + hetu)
                    .then()
                    .statusCode(200);
        }
    }

    private String post(Event event) {
        return event.under() + " "
                + vtj.tapahtuu(event.under(), event.event()).get("id").asText();
    }

    private String now(String message) {
        var words = message.split(" ", -1);
        for (var viesti : vtj.viestit(words[0])) {
            if (viesti.get("id").asText().equals(words[1])) {
                return viesti.get("state").textValue();
            }
        }
        return "gone";
    }

    private static String state(Step step, int event) {
        var own = step.events().get(event).messages();
        return own != null ? own : step.messages() == null ? "applied" : step.messages();
    }

    private static Map<String, JsonNode> expected(Map<String, JsonNode> before, Step step, Map<String, String> oids) {
        Map<String, JsonNode> after = new TreeMap<>(before);
        if (step.changes() != null) {
            step.changes().forEach((field, change) -> {
                if (change.from() != null) {
                    assertEquals(filled(change.from(), oids), String.valueOf(before.get(field)), field + " before");
                }
                after.put(field, json(filled(change.to(), oids)));
            });
        }
        after.values().removeIf(JsonNode::isNull);
        return after;
    }

    /** The value with OIDs in the place of {@code {{p.oid}}}. */
    private static String filled(JsonNode value, Map<String, String> oids) {
        var text = Json.write(value);
        for (var oid : oids.entrySet()) {
            text = text.replace("{{" + oid.getKey() + ".oid}}", oid.getValue());
        }
        return text;
    }

    /** Says of what is not as expected, and of nothing else. */
    private static void assertSame(Map<String, JsonNode> expected, Map<String, JsonNode> actual, String where) {
        Map<String, JsonNode> wanted = new TreeMap<>(expected);
        Map<String, JsonNode> found = new TreeMap<>(actual);
        wanted.entrySet().removeIf(field -> field.getValue().equals(actual.get(field.getKey())));
        found.entrySet().removeIf(field -> field.getValue().equals(expected.get(field.getKey())));
        assertEquals(lines(wanted), lines(found), where);
    }

    private static String lines(Map<String, JsonNode> fields) {
        var lines = new StringBuilder();
        fields.forEach(
                (field, value) -> lines.append(field).append(": ").append(value).append('\n'));
        return lines.toString();
    }

    /** Which of the people are among the OIDs. */
    private static List<String> named(JsonNode answer, Map<String, String> oids) {
        Map<String, String> names = new LinkedHashMap<>();
        oids.forEach((name, oid) -> names.put(oid, name));
        List<String> named = new ArrayList<>();
        answer.forEach(oid -> {
            if (names.containsKey(oid.asText())) {
                named.add(names.get(oid.asText()));
            }
        });
        named.sort(null);
        return named;
    }

    private static Instant clock(String field, String value) {
        return Instant.parse(sandbox.control()
                .body(Json.write(Map.of(field, value)))
                .put("/clock")
                .then()
                .statusCode(200)
                .extract()
                .path("now"));
    }
}
