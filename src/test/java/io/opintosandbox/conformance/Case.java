package io.opintosandbox.conformance;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.opintosandbox.json.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * One recorded behaviour: the people it needs and what is done in turn.
 *
 * @param sandboxOnly whether it was taken from documents and not observed
 * @param text the whole case as it stands in its file
 */
record Case(
        String id,
        String area,
        String title,
        boolean sandboxOnly,
        Map<String, ObjectNode> persons,
        List<Step> steps,
        String text) {
    static final Path FOLDER = Path.of("src/test/resources/conformance");

    /** All cases, by file and in its order. */
    static List<Case> all() {
        var cases = new ArrayList<Case>();
        try (Stream<Path> files = Files.list(FOLDER)) {
            for (var file : files.filter(path -> path.toString().endsWith(".json"))
                    .sorted()
                    .toList()) {
                var document = Json.tree(Files.readAllBytes(file));
                var area = document.get("area").textValue();
                document.get("cases").forEach(node -> cases.add(of(area, node)));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return cases;
    }

    static Case of(String area, JsonNode node) {
        Map<String, ObjectNode> persons = new LinkedHashMap<>();
        node.path("persons")
                .properties()
                .forEach(person -> persons.put(person.getKey(), (ObjectNode) person.getValue()));
        var steps = new ArrayList<Step>();
        node.get("steps").forEach(step -> steps.add(Step.of(step)));
        return new Case(
                node.get("id").textValue(),
                area,
                node.get("title").textValue(),
                node.path("sandboxOnly").asBoolean(),
                persons,
                steps,
                node.toString());
    }
}
