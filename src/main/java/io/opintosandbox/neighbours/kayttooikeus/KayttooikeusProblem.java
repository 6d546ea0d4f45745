package io.opintosandbox.neighbours.kayttooikeus;

import io.javalin.http.Context;
import io.opintosandbox.http.Leftovers;
import io.opintosandbox.json.Json;
import io.opintosandbox.neighbours.error.PlainError;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a call to the user service can end with besides its result: the catalogue, and the one place that
 * writes it. Contract: neighbours.md 1.3.
 */
final class KayttooikeusProblem extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final int status;
    private final String messageKey;
    private final String errorType;
    private final String why;

    private KayttooikeusProblem(int status, String messageKey, String errorType, String message, String why) {
        super(message, null, false, false);
        this.status = status;
        this.messageKey = messageKey;
        this.errorType = errorType;
        this.why = why;
    }

    /** 401: the right is missing; no new login helps. */
    static KayttooikeusProblem noRight(String why) {
        return new KayttooikeusProblem(
                401, "error_NotAuthorizedException", "NotAuthorizedException", "Ei käyttöoikeutta.", why);
    }

    /** 404: nobody of that OID has an account. */
    static KayttooikeusProblem notFound(String message) {
        return new KayttooikeusProblem(404, "error_NotFoundException", "NotFoundException", message, message);
    }

    /** 400: a value that makes no sense. */
    static KayttooikeusProblem illegalArgument(String message) {
        return new KayttooikeusProblem(
                400, "bad_request_illegal_argument", "IllegalArgumentException", message, message);
    }

    /** 400: the body cannot be read. */
    static KayttooikeusProblem unreadable(String message) {
        return new KayttooikeusProblem(400, "bad_request_error", "HttpMessageNotReadableException", message, message);
    }

    /** 500: a bug of this sandbox. */
    static KayttooikeusProblem internal(String type) {
        return new KayttooikeusProblem(
                500,
                "internal_server_error",
                type,
                "Sisäinen virhe.",
                "a bug of the sandbox: " + type + ", see the log");
    }

    /** Any status in the plain form: a fault of the control API, or a session that the settings call expired. */
    static KayttooikeusProblem plain(int status, String why) {
        return new KayttooikeusProblem(status, null, null, null, why);
    }

    /** What happened and what helps, for the log. */
    String why() {
        return why;
    }

    void write(Context ctx, Instant now) {
        if (messageKey == null) {
            PlainError.write(ctx, status, now);
            return;
        }
        Leftovers.readAway(ctx);
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("message", getMessage());
        body.put("messageKey", messageKey);
        body.put("messageParams", List.of());
        body.put("errorType", errorType);
        body.put("url", ctx.req().getRequestURL().toString());
        body.put("method", ctx.method().name());
        body.put("parameters", Map.of());
        ctx.status(status).contentType("application/json").result(Json.bytes(body));
    }
}
