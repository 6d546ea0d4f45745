package io.opintosandbox.snapshot;

import com.fasterxml.jackson.databind.JsonNode;
import io.opintosandbox.id.SyntheticOnly;
import io.opintosandbox.json.Json;
import java.util.function.Supplier;

/** Looks through the texts of a snapshot: nobody real, and nothing that no database takes. */
final class Texts {
    private final SyntheticOnly guard;

    Texts(SyntheticOnly guard) {
        this.guard = guard;
    }

    /** A text at a pointer. Errors: {@link BadSnapshot}. */
    void check(String text, Supplier<String> pointer) {
        if (!Json.isStorable(text)) {
            throw BadSnapshot.invalid(
                    pointer.get(), "The text holds NUL or half of a surrogate pair, which cannot be stored.");
        }
        if (guard.refuses(text)) {
            throw new BadSnapshot(BadSnapshot.Kind.NOT_SYNTHETIC, pointer.get(), SyntheticOnly.WHAT_TO_USE);
        }
    }

    /** All texts of a part, the names of its fields too. */
    void check(JsonNode node, String pointer) {
        if (node.isTextual()) {
            check(node.textValue(), () -> pointer);
        }
        node.properties().forEach(entry -> {
            check(entry.getKey(), () -> pointer);
            check(entry.getValue(), pointer + "/" + entry.getKey());
        });
        if (node.isArray()) {
            for (int i = 0; i < node.size(); i++) {
                check(node.get(i), pointer + "/" + i);
            }
        }
    }
}
