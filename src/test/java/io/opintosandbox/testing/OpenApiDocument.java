package io.opintosandbox.testing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SchemaRegistryConfig;
import com.networknt.schema.dialect.Dialect;
import com.networknt.schema.dialect.Dialects;
import com.networknt.schema.keyword.NonValidationKeyword;
import io.opintosandbox.json.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The registry's OpenAPI document, with what tests want to know of it: which operation answers, what fits a schema. */
public final class OpenApiDocument {
    private static final Pattern PARAMETER = Pattern.compile("\\{(\\w+)}");

    private final JsonNode document;
    private final List<Operation> operations;
    private final Map<JsonNode, Schema> schemas = new ConcurrentHashMap<>();
    private final SchemaRegistry registry = SchemaRegistry.withDefaultDialect(
            Dialect.builder(Dialects.getDraft202012())
                    .keyword(new NonValidationKeyword("components"))
                    .build(),
            builder -> builder.schemaRegistryConfig(SchemaRegistryConfig.builder()
                    .formatAssertionsEnabled(true)
                    .locale(Locale.ROOT)
                    .build()));

    /** An operation, for example {@code GET /henkilo/{oid}}. */
    public record Operation(String method, String path, Pattern pattern, JsonNode node) {

        @Override
        public String toString() {
            return method + " " + path;
        }

        private int literals() {
            return PARAMETER.matcher(path).replaceAll("").length();
        }
    }

    private OpenApiDocument(JsonNode document) {
        this.document = document;
        this.operations = operations(document);
    }

    /** The document as it is packed into the jar. */
    public static OpenApiDocument ofRegistry() {
        return Holder.REGISTRY;
    }

    private static final class Holder {
        static final OpenApiDocument REGISTRY = read();

        private static OpenApiDocument read() {
            try (var in = OpenApiDocument.class.getResourceAsStream("/io/opintosandbox/registry/openapi.json")) {
                return new OpenApiDocument(Json.tree(in));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    public JsonNode root() {
        return document;
    }

    public List<Operation> operations() {
        return operations;
    }

    /** The operation that answers a call; paths with more text of their own come first. */
    public Optional<Operation> operation(String method, String path) {
        return operations.stream()
                .filter(operation -> operation.method().equals(method)
                        && operation.pattern().matcher(path).matches())
                .findFirst();
    }

    /** What {@code $ref} leads to, else the node itself. */
    public JsonNode resolved(JsonNode node) {
        return node.has("$ref") ? document.at(node.get("$ref").textValue().substring(1)) : node;
    }

    /** What keeps a value from fitting a schema, each with its JSON pointer; empty when it fits. */
    public List<String> misfits(JsonNode schema, JsonNode value) {
        return schemas.computeIfAbsent(schema, this::compiled).validate(value).stream()
                .map(error -> pointer(error.getInstanceLocation().toString()) + " " + error.getMessage())
                .distinct()
                .toList();
    }

    /** Objects of an answer whose keys come in another order than the schema lists them. */
    List<String> disorder(JsonNode schema, JsonNode value) {
        return KeyOrder.misfits(this::resolved, schema, value);
    }

    private Schema compiled(JsonNode schema) {
        ObjectNode rooted = schema.deepCopy();
        rooted.set("components", Json.object().set("schemas", document.at("/components/schemas")));
        return registry.getSchema(rooted);
    }

    private static String pointer(String location) {
        return location.isEmpty() ? "(root)" : location;
    }

    private static List<Operation> operations(JsonNode document) {
        List<Operation> found = new ArrayList<>();
        document.get("paths")
                .properties()
                .forEach(path -> path.getValue()
                        .properties()
                        .forEach(method -> found.add(new Operation(
                                method.getKey().toUpperCase(Locale.ROOT),
                                path.getKey(),
                                pattern(document, path.getKey(), method.getValue()),
                                method.getValue()))));
        found.sort(Comparator.comparing(Operation::literals).reversed().thenComparing(Operation::toString));
        return List.copyOf(found);
    }

    private static Pattern pattern(JsonNode document, String path, JsonNode operation) {
        var restOfPath = operation
                .path("parameters")
                .valueStream()
                .map(parameter -> document.at(parameter.get("$ref").textValue().substring(1)))
                .filter(parameter -> parameter.path("x-rest-of-path").asBoolean())
                .map(parameter -> parameter.get("name").textValue())
                .collect(Collectors.toSet());
        var regex = new StringBuilder();
        var matcher = PARAMETER.matcher(path);
        int end = 0;
        while (matcher.find()) {
            regex.append(Pattern.quote(path.substring(end, matcher.start())))
                    .append(restOfPath.contains(matcher.group(1)) ? ".+" : "[^/]+");
            end = matcher.end();
        }
        return Pattern.compile(regex.append(Pattern.quote(path.substring(end))).toString());
    }
}
