package io.opintosandbox.testing;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * Keys of answers come in the order in which their schema lists them, which is that of the wire. Contract:
 * registry-api.md 1, "key order".
 */
final class KeyOrder {
    private final UnaryOperator<JsonNode> resolved;
    private final List<String> found = new ArrayList<>();

    private KeyOrder(UnaryOperator<JsonNode> resolved) {
        this.resolved = resolved;
    }

    /** Every object whose keys come in another order, each with its JSON pointer. */
    static List<String> misfits(UnaryOperator<JsonNode> resolved, JsonNode schema, JsonNode value) {
        var order = new KeyOrder(resolved);
        order.look(schema, value, "");
        return order.found;
    }

    private void look(JsonNode reference, JsonNode value, String pointer) {
        var schema = resolved.apply(reference);
        for (var word : List.of("allOf", "anyOf", "oneOf")) {
            for (var part : schema.path(word)) {
                if (knowsAllOf(part, value)) {
                    look(part, value, pointer);
                }
            }
        }
        for (int i = 0; i < value.size() && value.isArray() && schema.has("items"); i++) {
            look(schema.get("items"), value.get(i), pointer + "/" + i);
        }
        if (value.isObject() && schema.has("properties")) {
            var listed = names(schema.get("properties"));
            var sent = names(value);
            listed.retainAll(sent);
            sent.retainAll(listed);
            if (!listed.equals(sent)) {
                found.add((pointer.isEmpty() ? "(root)" : pointer) + " has its keys in the order " + sent
                        + " instead of " + listed);
            }
            listed.forEach(name -> look(schema.get("properties").get(name), value.get(name), pointer + "/" + name));
        } else if (value.isObject() && schema.path("additionalProperties").isObject()) {
            value.properties()
                    .forEach(entry ->
                            look(schema.get("additionalProperties"), entry.getValue(), pointer + "/" + entry.getKey()));
        }
    }

    /** Among alternatives the one that was meant; a part that only narrows another one says nothing of order. */
    private boolean knowsAllOf(JsonNode part, JsonNode value) {
        var schema = resolved.apply(part);
        return !value.isObject()
                || schema.has("allOf")
                || names(schema.path("properties")).containsAll(names(value));
    }

    private static List<String> names(JsonNode object) {
        var names = new ArrayList<String>();
        object.fieldNames().forEachRemaining(names::add);
        return names;
    }
}
