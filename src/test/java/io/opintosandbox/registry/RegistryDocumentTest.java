package io.opintosandbox.registry;

import static io.opintosandbox.testing.TestSandbox.REGISTRY;
import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.greaterThan;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.javalin.Javalin;
import io.opintosandbox.config.Version;
import io.opintosandbox.http.RegistryRoutes;
import io.opintosandbox.id.HenkiloOid;
import io.opintosandbox.id.Hetu;
import io.opintosandbox.json.Json;
import io.opintosandbox.testing.OpenApiDocument;
import io.opintosandbox.testing.OpenApiDocument.Operation;
import io.opintosandbox.testing.TestSandbox;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The registry's OpenAPI document is whole in itself, and its calls are those that the server answers. */
class RegistryDocumentTest {
    private static final Pattern PARAMETER = Pattern.compile("[{<](\\w+)(?::int64)?[}>]");
    private static final Pattern HETU = Pattern.compile("\\b\\d{6}[-+A-FU-Y]\\d{3}[0-9A-Y]\\b");
    private static final Pattern PERSON_OID = Pattern.compile("1\\.2\\.246\\.562\\.(?!10\\.|11\\.)\\d+\\.\\d+");
    private static final Set<String> METHODS = Set.of("get", "head", "post", "put", "delete");

    @RegisterExtension
    static final TestSandbox sandbox = new TestSandbox();

    private final OpenApiDocument document = OpenApiDocument.ofRegistry();

    /** Every "METHOD path" that the server has a route for, below the registry's base path. */
    private static Set<String> routeTable() {
        Set<String> operations = new TreeSet<>();
        Javalin.create(config -> {
            var routes = new RegistryRoutes(config.routes);
            RegistryApi.addTo(routes);
            operations.addAll(routes.operations());
        });
        return operations;
    }

    @Test
    void its_calls_are_those_of_the_table_of_routes() {
        var routes = routeTable().stream()
                .map(RegistryDocumentTest::withoutNames)
                .collect(Collectors.toCollection(TreeSet::new));
        var documented = document.operations().stream()
                // HEAD works on every GET path; one of them is documented because the contract lists it.
                .filter(operation -> !operation.method().equals("HEAD"))
                .map(operation -> withoutNames(operation.toString()))
                .collect(Collectors.toCollection(TreeSet::new));

        assertEquals(routes, documented);
    }

    @Test
    void every_path_has_the_methods_that_the_server_tells() {
        var missing = new TreeSet<String>();
        var undocumented = new TreeSet<String>();
        for (var path : new TreeSet<>(
                document.operations().stream().map(Operation::path).toList())) {
            var documented = document.operations().stream()
                    .filter(operation -> operation.path().equals(path))
                    .map(Operation::method)
                    .collect(Collectors.toCollection(TreeSet::new));
            if (documented.contains("GET")) {
                documented.add("HEAD");
            }
            var allowed = allowed(path);
            documented.stream()
                    .filter(method -> !allowed.contains(method))
                    .forEach(method -> missing.add(method + " " + path));
            allowed.stream()
                    .filter(method -> !documented.contains(method))
                    .forEach(method -> undocumented.add(method + " " + path));
        }

        missing.removeIf(call -> call.startsWith("HEAD "));
        assertEquals(Set.of(), missing);
        assertEquals(Set.of(), undocumented);
    }

    private static Set<String> allowed(String path) {
        var allow = sandbox.as("yleistunniste")
                .options(PARAMETER.matcher(path).replaceAll("1"))
                .header("Allow");
        var methods = new TreeSet<>(List.of(allow == null ? new String[0] : allow.split(",", -1)));
        methods.remove("OPTIONS");
        return methods;
    }

    @Test
    void it_is_an_openapi_document_of_its_kind() {
        assertEquals("3.1.0", document.root().get("openapi").textValue());
        assertEquals(Version.TEXT, document.root().at("/info/version").textValue());
        assertEquals(REGISTRY, document.root().at("/servers/0/url").textValue());
        assertEquals(
                "/kayttooikeus-service/oauth2/token",
                document.root()
                        .at("/components/securitySchemes/oauth2/flows/clientCredentials/tokenUrl")
                        .textValue());
        document.root().get("paths").properties().forEach(path -> {
            assertTrue(path.getKey().startsWith("/"), path.getKey());
            path.getValue().fieldNames().forEachRemaining(method -> assertTrue(METHODS.contains(method), method));
        });
    }

    @Test
    void operations_have_ids_of_their_own_and_say_what_they_are_for_and_who_may() {
        var ids = new TreeSet<String>();
        var tags = texts(document.root().get("tags").findValues("name"));
        for (var operation : document.operations()) {
            var node = operation.node();
            assertTrue(ids.add(node.get("operationId").textValue()), operation + " shares its operationId");
            assertFalse(node.path("summary").asText().isBlank(), operation + " has no summary");
            assertTrue(node.path("description").asText().contains("Opened by: "), operation + " names no right");
            assertTrue(tags.containsAll(texts(node.get("tags"))), operation + " has an unknown tag");
            assertTrue(
                    node.get("responses").has("302") && node.get("responses").has("401"),
                    operation + " can be called by everybody");
        }
    }

    @Test
    void parameters_of_a_path_are_declared_and_no_others() {
        for (var operation : document.operations()) {
            var inPath = PARAMETER
                    .matcher(operation.path())
                    .results()
                    .map(found -> found.group(1))
                    .collect(Collectors.toSet());
            var declared = new TreeSet<String>();
            operation.node().path("parameters").forEach(reference -> {
                var parameter = document.resolved(reference);
                assertTrue(parameter.has("schema"), operation + " " + parameter);
                if (parameter.get("in").textValue().equals("path")) {
                    assertTrue(parameter.get("required").booleanValue(), operation + " " + parameter);
                    declared.add(parameter.get("name").textValue());
                }
            });
            assertEquals(inPath, declared, operation.toString());
        }
    }

    @Test
    void everything_it_refers_to_is_there_and_everything_that_is_there_is_referred_to() {
        var referred = new TreeSet<>(document.root().findValuesAsText("$ref"));
        referred.forEach(ref -> assertFalse(document.root().at(ref.substring(1)).isMissingNode(), ref));
        for (var kind : List.of("schemas", "responses", "parameters")) {
            document.root()
                    .at("/components/" + kind)
                    .fieldNames()
                    .forEachRemaining(name ->
                            assertTrue(referred.contains("#/components/" + kind + "/" + name), "unused: " + name));
        }
    }

    @Test
    void an_object_that_is_answered_has_exactly_its_keys() {
        for (var operation : document.operations()) {
            operation
                    .node()
                    .get("responses")
                    .forEach(response -> document.resolved(response)
                            .path("content")
                            .forEach(media -> assertExact(media.get("schema"), operation, new TreeSet<>())));
        }
    }

    @Test
    void examples_fit_their_schemas() {
        var examples = document.root().findParents("example").stream()
                .filter(node -> node.has("schema"))
                .toList();
        examples.forEach(node -> assertEquals(
                List.of(),
                document.misfits(node.get("schema"), node.get("example")),
                node.get("example").toString()));
        assertThat(examples.size(), greaterThan(100));
    }

    @Test
    void every_body_that_is_sent_has_an_example() {
        document.operations().stream()
                .filter(operation -> operation.node().has("requestBody"))
                .forEach(operation -> assertTrue(
                        operation
                                .node()
                                .at("/requestBody/content/application~1json")
                                .has("example"),
                        operation.toString()));
    }

    @Test
    void nobody_in_it_is_real() {
        var text = document.root().toString();
        var hetus = HETU.matcher(text).results().map(found -> found.group()).toList();
        hetus.forEach(hetu -> {
            assertEquals(hetu, Hetu.of(hetu).value());
            assertEquals('9', hetu.charAt(7), hetu);
        });
        var oids =
                PERSON_OID.matcher(text).results().map(found -> found.group()).toList();
        oids.forEach(oid -> {
            assertTrue(oid.startsWith("1.2.246.562.98."), oid);
            assertTrue(HenkiloOid.isValid(oid), oid);
        });
        assertTrue(hetus.size() > 10 && oids.size() > 10, hetus + " " + oids);
    }

    @Test
    void it_is_public_and_comes_as_it_is_packed() throws IOException {
        for (var path : List.of("/v3/api-docs", "/v3/api-docs/")) {
            var answer = sandbox.anonymous().get(REGISTRY + path);

            answer.then().statusCode(200);
            assertEquals("application/json", answer.contentType());
            assertEquals(document.root(), Json.tree(answer.asByteArray()));
        }
    }

    /** Follows a schema down to every object in it. */
    private void assertExact(JsonNode schema, Operation operation, Set<String> seen) {
        if (schema.has("$ref")) {
            if (seen.add(schema.get("$ref").textValue())) {
                assertExact(document.resolved(schema), operation, seen);
            }
            return;
        }
        for (var word : List.of("anyOf", "oneOf")) {
            schema.path(word).forEach(part -> assertExact(part, operation, seen));
        }
        if (schema.has("allOf")) {
            assertExact(schema.get("allOf").get(0), operation, seen);
        }
        if (schema.has("items")) {
            assertExact(schema.get("items"), operation, seen);
        }
        var isApplicationData = schema.at("/properties/service").isObject();
        if (schema.path("type").asText().equals("object") && schema.has("properties") && !isApplicationData) {
            assertFalse(schema.path("additionalProperties").asBoolean(true), operation + " " + schema);
            var keys = new ArrayList<>(texts(schema.get("required")));
            keys.removeAll(names(schema.get("properties")));
            assertEquals(List.of(), keys, operation + " requires what it does not describe");
            schema.get("properties").forEach(property -> assertExact(property, operation, seen));
        }
    }

    private static String withoutNames(String methodAndPath) {
        return PARAMETER.matcher(methodAndPath).replaceAll("{}");
    }

    private static List<String> names(JsonNode object) {
        return object.propertyStream().map(property -> property.getKey()).toList();
    }

    private static List<String> texts(Iterable<JsonNode> nodes) {
        return StreamSupport.stream(nodes.spliterator(), false)
                .map(JsonNode::textValue)
                .toList();
    }
}
