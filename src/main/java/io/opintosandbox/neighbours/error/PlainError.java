package io.opintosandbox.neighbours.error;

import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import io.opintosandbox.http.Leftovers;
import io.opintosandbox.json.Json;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The plain error body of the services beside the registry. It is the registry's but for the timestamp,
 * which is text. Contract: neighbours.md 1.3, auth.md 7.1.
 */
public final class PlainError {

    private PlainError() {}

    /** Answers {@code {"timestamp","status","error","path"}}. */
    public static void write(Context ctx, int status, Instant now) {
        Leftovers.readAway(ctx);
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("timestamp", now.toString());
        body.put("status", status);
        body.put("error", reason(status));
        body.put("path", ctx.req().getRequestURI());
        ctx.status(status).contentType("application/json").result(Json.bytes(body));
    }

    private static String reason(int status) {
        return status == 500
                ? "Internal Server Error"
                : HttpStatus.forStatus(status).getMessage();
    }
}
