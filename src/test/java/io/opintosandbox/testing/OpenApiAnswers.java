package io.opintosandbox.testing;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.opintosandbox.json.Json;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Holds the registry's answers to its OpenAPI document: the operation is there, the status and the content
 * type are documented, and the body fits its schema, to the order of its keys.
 */
public final class OpenApiAnswers {
    private static final OpenApiDocument DOCUMENT = OpenApiDocument.ofRegistry();

    /** Paths under the registry that are no part of its API: login, health, and the document itself. */
    private static final List<String> NO_API =
            List.of("/j_spring_cas_security_check", "/actuator/", "/swagger-ui", "/v3/api-docs", "/.well-known/");

    /** What answers where the document has no operation: {@code components/responses} by status. */
    private static final Map<Integer, String> NO_ROUTE =
            Map.of(302, "Login", 400, "BadRequest", 401, "Unauthorized", 404, "NotFound", 405, "MethodNotAllowed");

    /** Statuses that the published service gives; others come from faults only. */
    private static final Set<Integer> STATUSES =
            Set.of(200, 201, 204, 302, 400, 401, 403, 404, 405, 406, 409, 413, 415, 500);

    private OpenApiAnswers() {}

    /**
     * Checks an answer.
     *
     * @param path as it was sent, from the registry's base path on, without the query
     * @param contentType of the answer, null when it has none
     * @throws AssertionError that names operation, status and the JSON pointer of what does not fit
     */
    public static void check(String method, String path, int status, String contentType, byte[] body) {
        var name = method + " " + path + " answered " + status + ": ";
        if (!path.startsWith(TestSandbox.REGISTRY)) {
            throw new AssertionError(name + "the path is not the registry's");
        }
        var own = own(path);
        if (isExcused(method, own, status, contentType)) {
            return;
        }
        var operation = DOCUMENT.operation(method, own)
                .or(() -> method.equals("HEAD") ? DOCUMENT.operation("GET", own) : Optional.empty());
        if (operation.isEmpty()) {
            require(NO_ROUTE.containsKey(status), name + "the document has no such operation");
            checkBody(
                    name,
                    DOCUMENT.root().at("/components/responses/" + NO_ROUTE.get(status)),
                    method,
                    contentType,
                    body);
            return;
        }
        var documented = method + " " + operation.get().path() + " answered " + status + ": ";
        var response = operation.get().node().path("responses").path(String.valueOf(status));
        require(!response.isMissingNode(), documented + "the status is not documented" + excerpt(body));
        checkBody(documented, DOCUMENT.resolved(response), method, contentType, body);
    }

    /** Checks an answer when its path is the registry's, and lets any other pass. */
    public static void checkRegistry(String method, String path, int status, String contentType, String body) {
        var asked = path.split("[?#]", 2)[0];
        if (asked.startsWith(TestSandbox.REGISTRY + "/")) {
            check(method, asked, status, contentType, body.getBytes(StandardCharsets.UTF_8));
        }
    }

    /** Every answer that is not held to the document, and why. */
    private static boolean isExcused(String method, String path, int status, String contentType) {
        // A limit of this sandbox; the published service has none that its contract names.
        return status == 413
                // A fault of the control API may use any status; those of the contract are held to it all the same.
                || !STATUSES.contains(status)
                // The server could not read it as HTTP (%00, %zz), so that no route, and no error form, was reached.
                || (status == 400 && "text/html".equals(type(contentType)))
                // On every path, and said once in the document's description instead of on each.
                || (method.equals("OPTIONS") && status == 200)
                || NO_API.stream().anyMatch(path::startsWith);
    }

    private static void checkBody(String name, JsonNode response, String method, String contentType, byte[] body) {
        if (method.equals("HEAD")) {
            require(body.length == 0, name + "HEAD has a body");
            return;
        }
        var content = response.path("content");
        if (body.length == 0) {
            require(content.isMissingNode() || response.has("x-may-be-empty"), name + "the body is empty");
            require(type(contentType).isEmpty(), name + "an empty answer has the content type " + contentType);
            return;
        }
        // A bare text goes out under any type that was asked for, and is the same text under each.
        var bare = content.path("application/json");
        var isBare = bare.path("x-bare-text").asBoolean() && !content.has(normal(contentType));
        var media = isBare ? bare : content.path(normal(contentType));
        require(
                !media.isMissingNode(),
                name + "the content type " + contentType + " is not documented" + excerpt(body));
        if (isBare || !type(contentType).equals("text/html")) {
            var value = value(name, media, contentType, body);
            var misfits = new ArrayList<>(DOCUMENT.misfits(media.get("schema"), value));
            misfits.addAll(DOCUMENT.disorder(media.get("schema"), value));
            require(misfits.isEmpty(), name + String.join("; ", misfits) + excerpt(body));
        }
    }

    private static JsonNode value(String name, JsonNode media, String contentType, byte[] body) {
        var isBareText = media.path("x-bare-text").asBoolean();
        if (isBareText || !type(contentType).equals("application/json")) {
            var text = new String(body, StandardCharsets.UTF_8);
            require(!isBareText || !text.startsWith("\""), name + "the text has quotation marks");
            return TextNode.valueOf(text);
        }
        try {
            return Json.tree(body);
        } catch (JacksonException e) {
            throw new AssertionError(name + "the body is no JSON" + excerpt(body), e);
        }
    }

    /** Without the base path and a slash at the end. */
    private static String own(String path) {
        // Paths are compared decoded, and some clients encode the equals sign.
        var own = path.substring(TestSandbox.REGISTRY.length()).replaceAll("(?i)%3D", "=");
        return own.length() > 1 && own.endsWith("/") ? own.substring(0, own.length() - 1) : own;
    }

    private static String type(String contentType) {
        return contentType == null ? "" : contentType.split(";", 2)[0].trim().toLowerCase(Locale.ROOT);
    }

    private static String normal(String contentType) {
        return contentType == null ? "" : contentType.replace("; ", ";");
    }

    private static String excerpt(byte[] body) {
        var text = new String(body, StandardCharsets.UTF_8);
        return text.isEmpty() ? "" : "\n" + (text.length() > 2000 ? text.substring(0, 2000) + "…" : text);
    }

    private static void require(boolean holds, String message) {
        if (!holds) {
            throw new AssertionError(message);
        }
    }
}
