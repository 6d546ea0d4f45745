package io.opintosandbox.neighbours.kayttooikeus;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.JsonNode;
import io.javalin.http.Context;
import io.opintosandbox.access.Kutsuja;
import io.opintosandbox.id.SyntheticOnly;
import io.opintosandbox.json.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** One call to the user service, past the door: who calls, the parameters of the path, and the body. */
final class KayttooikeusCall {
    private static final int LIMIT = 5 * 1024 * 1024;

    private final Context ctx;
    private final Kutsuja kutsuja;

    KayttooikeusCall(Context ctx, Kutsuja kutsuja) {
        this.ctx = ctx;
        this.kutsuja = kutsuja;
    }

    Kutsuja kutsuja() {
        return kutsuja;
    }

    Oikeudet oikeudet() {
        return new Oikeudet(kutsuja.roles());
    }

    /** The caller's world's front door of a feature. */
    <T> T feature(Class<T> type) {
        return kutsuja.world().part(type);
    }

    /** The OID in the path. */
    String oid() {
        return ctx.pathParam("oid");
    }

    /** The body. Errors: 400 when it is no JSON object. */
    Body body() {
        try {
            var bytes = ctx.bodyInputStream().readNBytes(LIMIT + 1);
            if (bytes.length > LIMIT) {
                throw KayttooikeusProblem.unreadable("The body is over " + LIMIT + " bytes");
            }
            var node = Json.tree(bytes);
            if (!node.isObject()) {
                throw KayttooikeusProblem.unreadable("JSON parse error: the body is no object");
            }
            return new Body(node);
        } catch (JacksonException e) {
            // The parser's own words may quote the body.
            throw KayttooikeusProblem.unreadable("JSON parse error: " + SyntheticOnly.maskAll(e.getOriginalMessage()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A JSON object that has been read; fields that nobody asks for are not looked at. */
    record Body(JsonNode node) {

        /** A text, or null. */
        String text(String field) {
            var value = node.path(field);
            if (value.isMissingNode() || value.isNull()) {
                return null;
            }
            if (!value.isTextual()) {
                throw wrongType(field);
            }
            return value.textValue();
        }

        /** A list of texts, empty when it is null or absent. */
        List<String> texts(String field) {
            return texts(node.path(field), field);
        }

        /** An object of lists of texts, empty when it is null or absent. */
        Map<String, List<String>> textsByName(String field) {
            var value = node.path(field);
            Map<String, List<String>> all = new LinkedHashMap<>();
            if (!value.isMissingNode() && !value.isNull()) {
                if (!value.isObject()) {
                    throw wrongType(field);
                }
                value.properties().forEach(entry -> all.put(entry.getKey(), texts(entry.getValue(), field)));
            }
            return all;
        }

        /** True or false, if the field is there. */
        Optional<Boolean> flag(String field) {
            var value = node.path(field);
            if (value.isMissingNode() || value.isNull()) {
                return Optional.empty();
            }
            if (!value.isBoolean()) {
                throw wrongType(field);
            }
            return Optional.of(value.booleanValue());
        }

        private static List<String> texts(JsonNode value, String field) {
            List<String> texts = new ArrayList<>();
            if (!value.isMissingNode() && !value.isNull()) {
                if (!value.isArray()) {
                    throw wrongType(field);
                }
                value.forEach(item -> {
                    if (!item.isTextual()) {
                        throw wrongType(field);
                    }
                    texts.add(item.textValue());
                });
            }
            return texts;
        }

        private static KayttooikeusProblem wrongType(String field) {
            return KayttooikeusProblem.unreadable("JSON parse error: " + field + " is of the wrong type");
        }
    }
}
