package io.opintosandbox.conformance;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.opintosandbox.json.Json;
import java.net.http.HttpHeaders;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.StreamSupport;

/**
 * What a server answered.
 *
 * @param path the request's path as it was sent, without the query
 */
record Answer(String path, int status, HttpHeaders headers, String text) {
    private static final Pattern PART = Pattern.compile("\\.(\\w+)|\\[(\\d+)]|\\[\\?(\\w+)=([^\\]]*)]");

    /** The body, empty when it is not JSON. */
    Optional<JsonNode> json() {
        try {
            return Optional.of(Json.tree(text.getBytes(StandardCharsets.UTF_8))).filter(node -> !node.isMissingNode());
        } catch (JacksonException e) {
            return Optional.empty();
        }
    }

    /** The first header of a name, a missing node when there is none. */
    JsonNode header(String name) {
        return headers.firstValue(name).<JsonNode>map(TextNode::valueOf).orElse(MissingNode.getInstance());
    }

    /**
     * {@code $.a.b[0].c}, {@code $.rows[?key=value].x}, {@code $text}, {@code $status}, {@code $header:Name},
     * {@code $cookie:Name}; a missing node when it is not there.
     */
    JsonNode pick(String path) {
        if (path.equals("$text")) {
            return TextNode.valueOf(text);
        }
        if (path.equals("$status")) {
            return IntNode.valueOf(status);
        }
        if (path.startsWith("$header:")) {
            return header(path.substring("$header:".length()));
        }
        if (path.startsWith("$cookie:")) {
            return cookie(path.substring("$cookie:".length()));
        }
        var value = json().orElse(MissingNode.getInstance());
        var parts = PART.matcher(path);
        while (parts.find()) {
            if (parts.group(1) != null) {
                value = value.path(parts.group(1));
            } else if (parts.group(2) != null) {
                value = value.path(Integer.parseInt(parts.group(2)));
            } else {
                value = first(value, parts.group(3), parts.group(4));
            }
        }
        return value;
    }

    private JsonNode cookie(String name) {
        return headers.allValues("Set-Cookie").stream()
                .filter(cookie -> cookie.startsWith(name + "="))
                .map(cookie -> cookie.substring(name.length() + 1).split(";", 2)[0])
                .findFirst()
                .<JsonNode>map(TextNode::valueOf)
                .orElse(MissingNode.getInstance());
    }

    private static JsonNode first(JsonNode list, String key, String wanted) {
        return StreamSupport.stream(list.spliterator(), false)
                .filter(element -> element.path(key).asText().equals(wanted))
                .findFirst()
                .orElse(MissingNode.getInstance());
    }
}
