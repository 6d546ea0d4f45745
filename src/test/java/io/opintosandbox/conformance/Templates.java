package io.opintosandbox.conformance;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.LongNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.opintosandbox.json.Json;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Base64;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Fills <code>{{name.field|filter}}</code> in texts from what a run knows so far. */
final class Templates {
    private static final Pattern TEMPLATE = Pattern.compile("\\{\\{([^{}]+)}}");
    private static final DateTimeFormatter MILLIS_Z = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'");

    /** A template asks for what is not known at this step. */
    static final class Unknown extends RuntimeException {
        private static final long serialVersionUID = 1;

        Unknown(String expression) {
            super("{{" + expression + "}} is not known at this step");
        }
    }

    private final ObjectNode known = Json.object();

    Templates know(String name, JsonNode value) {
        known.set(name, value);
        return this;
    }

    Templates know(String name, String value) {
        return know(name, TextNode.valueOf(value));
    }

    /** The value with everything filled in, keys too. A template alone in a text keeps the type of its value. */
    JsonNode fill(JsonNode value) {
        if (value.isTextual()) {
            var alone = TEMPLATE.matcher(value.textValue());
            return alone.matches() ? lookUp(alone.group(1)) : TextNode.valueOf(fill(value.textValue()));
        }
        if (value.isArray()) {
            var filled = Json.object().putArray("list");
            value.forEach(element -> filled.add(fill(element)));
            return filled;
        }
        if (value.isObject()) {
            var filled = Json.object();
            value.properties().forEach(field -> filled.set(fill(field.getKey()), fill(field.getValue())));
            return filled;
        }
        return value;
    }

    String fill(String text) {
        return TEMPLATE.matcher(text)
                .replaceAll(
                        found -> Matcher.quoteReplacement(lookUp(found.group(1)).asText()));
    }

    private JsonNode lookUp(String expression) {
        var parts = expression.strip().split("\\|", -1);
        JsonNode value = known;
        for (var name : parts[0].strip().split("\\.", -1)) {
            value = value.path(name);
        }
        if (value.isMissingNode()) {
            throw new Unknown(expression);
        }
        for (int i = 1; i < parts.length; i++) {
            value = filter(parts[i].strip(), value);
        }
        return value;
    }

    private static JsonNode filter(String name, JsonNode value) {
        var text = value.asText();
        return switch (name) {
            case "inc" -> LongNode.valueOf(value.longValue() + 1);
            case "dec" -> LongNode.valueOf(value.longValue() - 1);
            case "lower" -> TextNode.valueOf(text.toLowerCase(Locale.ROOT));
            case "upper" -> TextNode.valueOf(text.toUpperCase(Locale.ROOT));
            case "url" ->
                TextNode.valueOf(URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20"));
            case "mask" -> TextNode.valueOf(text.substring(0, text.length() - 4) + "****");
            case "badcheck" -> TextNode.valueOf(Identifiers.withWrongCheck(text));
            case "b64" -> TextNode.valueOf(Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8)));
            case "isoZ" ->
                TextNode.valueOf(
                        MILLIS_Z.format(Instant.ofEpochMilli(value.longValue()).atOffset(ZoneOffset.UTC)));
            default -> throw new Unknown("… |" + name);
        };
    }
}
