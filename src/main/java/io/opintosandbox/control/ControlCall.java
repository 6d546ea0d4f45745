package io.opintosandbox.control;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.javalin.http.Context;
import io.opintosandbox.access.BaseUrl;
import io.opintosandbox.id.SyntheticOnly;
import io.opintosandbox.json.Json;
import io.opintosandbox.virheraportti.Virheraportti;
import io.opintosandbox.virheraportti.Yritys.Torjuttu;
import io.opintosandbox.world.World;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** One call to {@code /sandbox}: the world it concerns, and its body, checked against real hetus. */
final class ControlCall {
    private static final int LIMIT = 5 * 1024 * 1024;

    private final Context ctx;
    private final String operation;
    private final World world;
    private final byte[] sent;
    private final SyntheticOnly guard;

    /** @param operation method and path as the table has them, for the error report */
    ControlCall(Context ctx, String operation, World world) {
        this(ctx, operation, world, read(ctx));
    }

    private ControlCall(Context ctx, String operation, World world, byte[] sent) {
        this.ctx = ctx;
        this.operation = operation;
        this.world = world;
        this.sent = sent;
        // Production turns 9xx hetus away at the registry's door only; here they are the ones to use.
        this.guard = new SyntheticOnly(world.settings().allowedHetus(), false);
    }

    /** The same call, to be carried out in this world. */
    ControlCall in(World other) {
        return new ControlCall(ctx, operation, other, sent);
    }

    /** The body up to just over the limit. The rest is read away, or the client would see a reset instead of 413. */
    private static byte[] read(Context ctx) {
        try {
            var in = ctx.bodyInputStream();
            var sent = in.readNBytes(LIMIT + 1);
            in.transferTo(OutputStream.nullOutputStream());
            return sent;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    World world() {
        return world;
    }

    /** The base of absolute URLs, without a slash at the end. */
    String baseUrl(BaseUrl urls) {
        return urls.of(ctx);
    }

    /** A parameter of the path; a real hetu in it is refused. */
    String path(String name) {
        var text = ctx.pathParam(name);
        refuseRealHetu(text, null);
        return text;
    }

    /** A whole number of the query, within bounds. */
    int queryNumber(String name, int fallback, int least, int most) {
        var text = ctx.queryParam(name);
        if (text == null) {
            return fallback;
        }
        try {
            var number = Integer.parseInt(text);
            if (number >= least && number <= most) {
                return number;
            }
        } catch (NumberFormatException e) {
            // answered below, as a number out of bounds is
        }
        throw ControlProblem.badRequest(
                "The parameter " + name + " must be a whole number from " + least + " to " + most + ".");
    }

    /** A parameter of the query, or null; a real hetu in it is refused. */
    String queryText(String name) {
        var text = ctx.queryParam(name);
        if (text != null && guard.refuses(text)) {
            throw ControlProblem.notSynthetic(null);
        }
        return text;
    }

    /** Refuses parameters of the query that this call does not know: a filter with a typo would find everything. */
    void onlyQuery(String... names) {
        var known = List.of(names);
        for (var name : ctx.queryParamMap().keySet()) {
            if (!known.contains(name) && !name.equals(ControlRoutes.WORLD)) {
                throw ControlProblem.badRequest(
                        "The query may have " + String.join(", ", known) + ", and nothing else.");
            }
        }
    }

    /** Whether the caller wants a page rather than JSON, as browsers do. */
    boolean prefersHtml() {
        var accept = String.valueOf(ctx.header("Accept")).toLowerCase(Locale.ROOT);
        var html = accept.indexOf("text/html");
        var json = accept.indexOf("application/json");
        return html >= 0 && (json < 0 || html < json);
    }

    /** The body, an empty object when there is none; fields that nobody knows are refused. */
    ObjectNode body(String... fields) {
        var body = anyBody();
        var known = List.of(fields);
        body.fieldNames().forEachRemaining(field -> {
            if (!known.contains(field)) {
                throw ControlProblem.unknownField("/" + field, String.join(", ", known));
            }
        });
        return body;
    }

    /** The body, whatever its fields; an empty object when there is none. */
    ObjectNode anyBody() {
        if (sent.length > LIMIT) {
            throw ControlProblem.tooLarge(LIMIT);
        }
        if (new String(sent, StandardCharsets.UTF_8).isBlank()) {
            return Json.object();
        }
        try {
            var body = Json.tree(sent);
            if (!(body instanceof ObjectNode object)) {
                throw ControlProblem.notJson("it is something else");
            }
            refuseRealHetus(object, JsonPointer.empty());
            return object;
        } catch (JacksonException e) {
            throw ControlProblem.notJson(guard.mask(e.getOriginalMessage()));
        }
    }

    private void refuseRealHetus(JsonNode node, JsonPointer at) {
        if (node.isTextual()) {
            if (!Json.isStorable(node.textValue())) {
                throw ControlProblem.badField(
                        at.toString(), "The text holds NUL or half of a surrogate pair, which cannot be stored.");
            }
            refuseRealHetu(node.textValue(), at.toString());
        }
        node.properties().forEach(entry -> {
            refuseRealHetu(entry.getKey(), at.toString());
            refuseRealHetus(entry.getValue(), at.appendProperty(entry.getKey()));
        });
        if (node.isArray()) {
            for (int i = 0; i < node.size(); i++) {
                refuseRealHetus(node.get(i), at.appendIndex(i));
            }
        }
    }

    /** Whoever only looks somebody up brings nobody in, and is not reported. */
    private void refuseRealHetu(String text, String field) {
        if (!guard.refuses(text)) {
            return;
        }
        if (operation.startsWith("POST ") || operation.startsWith("PUT ")) {
            world.part(Virheraportti.class).lisaa(null, operation, Torjuttu.in(field, guard.refusals(text)));
        }
        throw ControlProblem.notSynthetic(field);
    }

    /** A text field of an object, or null. */
    static String text(JsonNode object, String field) {
        return text(object, field, "/" + field);
    }

    static String text(JsonNode object, String field, String pointer) {
        var node = object.get(field);
        if (node == null || node.isNull()) {
            return null;
        }
        if (!node.isTextual()) {
            throw ControlProblem.badField(pointer, "The field must be a text.");
        }
        return node.textValue();
    }

    /** A text field that must be one of some words, or the fallback. */
    static String oneOf(JsonNode object, String field, String fallback, String... words) {
        var text = text(object, field);
        if (text == null) {
            return fallback;
        }
        if (!Arrays.asList(words).contains(text)) {
            throw ControlProblem.badField("/" + field, "The field must be one of " + String.join(", ", words) + ".");
        }
        return text;
    }
}
