package io.opintosandbox.control;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.opintosandbox.config.Version;
import io.opintosandbox.json.Json;
import io.opintosandbox.testing.TestSandbox;
import io.restassured.response.Response;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The document of /sandbox says what is: its calls are those of the table, and their answers fit its schemas. */
class OpenApiDocumentTest {
    private static final Path TABLE = Path.of("src/main/java/io/opintosandbox/control/ControlRoutes.java");
    private static final Pattern LINE = Pattern.compile(
            "(?:on|withoutReset|inTime|streamed)\\(routes, (GET|POST|PUT|DELETE), \"([^\"]+)\", \\w+::\\w+\\)");

    @RegisterExtension
    static final TestSandbox sandbox = new TestSandbox();

    private JsonNode document;

    @BeforeEach
    void the_document_is_read_from_the_server() throws IOException {
        sandbox.reset();
        document = Json.tree(
                sandbox.anonymous().get("/sandbox/openapi.json").asString().getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void its_calls_are_those_of_the_table_of_routes() throws IOException {
        var routes = new TreeSet<String>();
        LINE.matcher(Files.readString(TABLE))
                .results()
                .forEach(line -> routes.add(line.group(1) + " /sandbox" + line.group(2)));
        routes.add("GET /sandbox/openapi.json");

        assertTrue(routes.size() > 15, "the table of routes has another form now: " + routes);
        assertEquals(routes, operations().keySet());
    }

    @Test
    void every_call_with_its_own_example_answers_a_success_that_fits_its_schema() throws IOException {
        for (var operation : operations().entrySet()) {
            sandbox.reset();
            worlds(operation.getKey());
            sandbox.anonymous().get(TestSandbox.REGISTRY + "/henkilo/current/asiointiKieli");
            sandbox.control().body(example("post", "/sandbox/faults")).post("/faults");
            if (!operation.getKey().startsWith("POST")) {
                sandbox.control()
                        .body(example("post", "/sandbox/service-users"))
                        .post("/service-users");
                sandbox.control()
                        .body(example("put", "/sandbox/vtj/persons/{hetu}"))
                        .put("/vtj/persons/010190-901R");
            }

            var answer = call(operation.getKey(), operation.getValue());

            var responses = operation.getValue().get("responses");
            var name = operation.getKey() + " " + answer.statusCode();
            assertTrue(
                    answer.statusCode() < 300 && responses.has(String.valueOf(answer.statusCode())),
                    name + answer.asString());
            var schema = responses.get(String.valueOf(answer.statusCode())).at("/content/application~1json/schema");
            if (schema.isMissingNode()) {
                assertEquals("", answer.asString(), name);
            } else {
                assertFits(schema, Json.tree(answer.asByteArray()), name);
            }
        }
    }

    @Test
    void examples_fit_their_schemas() {
        document.findParents("example").stream()
                .filter(node -> node.has("schema") && !node.has("in"))
                .forEach(node -> assertFits(
                        node.get("schema"),
                        node.get("example"),
                        node.get("schema").toString()));
    }

    @Test
    void errors_fit_the_schema_of_errors() throws IOException {
        var error = document.at("/components/schemas/Error");

        for (var answer : new Response[] {
            sandbox.control().body("{\"unknown\":1}").post("/reset"),
            sandbox.control().get("/nothing"),
            sandbox.control().post("/arrivals"),
            sandbox.control().get("/vtj/persons/010180-1239")
        }) {
            assertTrue(answer.statusCode() >= 400, answer.asString());
            assertFits(error, Json.tree(answer.asByteArray()), answer.asString());
        }
    }

    @Test
    void it_has_the_version_of_the_build() {
        assertEquals(Version.TEXT, document.at("/info/version").textValue());
        assertEquals("3.0.3", document.get("openapi").textValue());
    }

    @Test
    void everything_it_refers_to_is_there_and_everything_that_is_there_is_referred_to() {
        var referred = new TreeSet<>(document.findValuesAsText("$ref"));
        referred.forEach(ref -> assertFalse(document.at(ref.substring(1)).isMissingNode(), ref));
        for (var kind : new String[] {"schemas", "responses", "parameters"}) {
            document.at("/components/" + kind)
                    .fieldNames()
                    .forEachRemaining(name ->
                            assertTrue(referred.contains("#/components/" + kind + "/" + name), "unused: " + name));
        }
    }

    /** The world of the examples is there, but when it is to be made. */
    private void worlds(String operation) {
        sandbox.control().delete("/worlds/ci-42");
        if (!operation.equals("POST /sandbox/worlds")) {
            sandbox.control().body(example("post", "/sandbox/worlds")).post("/worlds");
        }
    }

    private Map<String, JsonNode> operations() {
        Map<String, JsonNode> operations = new TreeMap<>();
        document.get("paths")
                .properties()
                .forEach(path -> path.getValue()
                        .properties()
                        .forEach(operation -> operations.put(
                                operation.getKey().toUpperCase(java.util.Locale.ROOT) + " " + path.getKey(),
                                operation.getValue())));
        return operations;
    }

    private Response call(String name, JsonNode operation) {
        var words = name.split(" ", 2);
        var path = words[1];
        var request = sandbox.control().basePath("");
        for (var parameter : operation.path("parameters")) {
            var value = parameter.path("example").asText();
            if (parameter.path("in").asText().equals("path")) {
                path = path.replace("{" + parameter.get("name").textValue() + "}", value);
            } else if (parameter.path("in").asText().equals("query") && parameter.has("example")) {
                request.queryParam(parameter.get("name").textValue(), value);
            }
        }
        var example = operation.at("/requestBody/content/application~1json/example");
        if (!example.isMissingNode()) {
            request.body(example.toString());
        } else if (name.equals("PUT /sandbox/snapshot")) {
            request.body(sandbox.control().get("/snapshot").asByteArray());
        }
        return request.request(words[0], path);
    }

    private String example(String method, String path) {
        return document.get("paths")
                .get(path)
                .get(method)
                .at("/requestBody/content/application~1json/example")
                .toString();
    }

    /** As much of JSON Schema as the document uses. */
    private void assertFits(JsonNode schema, JsonNode value, String where) {
        if (schema.has("$ref")) {
            assertFits(document.at(schema.get("$ref").textValue().substring(1)), value, where);
            return;
        }
        if (value.isNull()) {
            assertTrue(schema.path("nullable").asBoolean(), where + " must not be null");
            return;
        }
        schema.path("allOf").forEach(part -> assertFits(part, value, where));
        if (schema.has("anyOf")) {
            var text = value.isTextual();
            schema.get("anyOf").forEach(part -> {
                if (part.path("type").asText().equals("string") == text) {
                    assertFits(part, value, where);
                }
            });
        }
        assertTrue(isOfType(schema.path("type").asText("any"), value), where + " has the wrong type: " + value);
        if (schema.has("enum")) {
            var allowed = new TreeSet<String>();
            schema.get("enum").forEach(word -> allowed.add(word.asText()));
            assertTrue(allowed.contains(value.asText()), where + " is not among " + allowed + ": " + value);
        }
        schema.path("required").forEach(field -> assertTrue(value.has(field.textValue()), where + " lacks " + field));
        value.properties().forEach(field -> {
            var known = schema.path("properties").path(field.getKey());
            var others = schema.path("additionalProperties");
            if (!known.isMissingNode()) {
                assertFits(known, field.getValue(), where + "/" + field.getKey());
            } else if (others.isObject()) {
                assertFits(others, field.getValue(), where + "/" + field.getKey());
            } else {
                assertFalse(others.isBoolean(), where + " has the unknown field " + field.getKey());
            }
        });
        if (value.isArray()) {
            value.forEach(item -> assertFits(schema.get("items"), item, where + "[]"));
        }
    }

    private static boolean isOfType(String type, JsonNode value) {
        return switch (type) {
            case "string" -> value.isTextual();
            case "integer" -> value.isIntegralNumber();
            case "boolean" -> value.isBoolean();
            case "array" -> value.isArray();
            case "object" -> value.isObject();
            default -> true;
        };
    }
}
