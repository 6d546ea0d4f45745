package io.opintosandbox.http;

import io.javalin.http.Context;
import io.opintosandbox.json.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.jetty.http.HttpStatus;

/** Turns problems into the registry's error answers. Contract: registry-api.md 1.2 and 2. */
final class ErrorAnswers {

    private ErrorAnswers() {}

    static void write(Context ctx, Problem problem, Instant now) {
        Leftovers.readAway(ctx);
        var accept = Accept.of(ctx);
        if (problem.body() == Problem.Body.NONE) {
            ctx.status(406).header("Accept", "application/json, application/*+json, application/yaml");
            return;
        }
        var plain = problem.body() == Problem.Body.PLAIN;
        if (plain ? accept.prefersHtml() : !accept.allowsJson() && accept.allowsHtml()) {
            write(
                    ctx,
                    plain ? problem.status() : 500,
                    "text/html;charset=UTF-8",
                    whitelabel(plain ? problem.status() : 500));
        } else if (!accept.allowsJson()) {
            ctx.status(plain ? problem.status() : 500);
        } else {
            if (problem.status() == 415) {
                ctx.header("Accept", "application/json, application/yaml, application/*+json");
            }
            write(ctx, problem.status(), "application/json", Json.bytes(body(ctx, problem, now)));
        }
    }

    private static Map<String, Object> body(Context ctx, Problem problem, Instant now) {
        var body = plain(problem.status(), path(ctx), now);
        if (problem.body() != Problem.Body.PLAIN) {
            body.remove("path");
            body.put("exception", problem.exception());
            body.put("message", problem.getMessage());
            body.put("path", path(ctx));
        }
        if (problem.body() == Problem.Body.RICH_WITH_FIELDS) {
            body.put("globalErrors", List.of());
            body.put("fieldErrors", problem.fieldErrors());
        }
        if (problem.body() == Problem.Body.RICH_WITH_QUERY) {
            body.put("httpQuery", ctx.queryString());
        }
        return body;
    }

    private static Map<String, Object> plain(int status, String path, Instant now) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("timestamp", now.toEpochMilli());
        body.put("status", status);
        body.put("error", reason(status));
        body.put("path", path);
        return body;
    }

    /** Standard reason phrases; Jetty has a shorter one for 500. */
    private static String reason(int status) {
        return status == 500 ? "Internal Server Error" : HttpStatus.getMessage(status);
    }

    /** As it came over the wire, percent signs and all. */
    private static String path(Context ctx) {
        return ctx.req().getRequestURI();
    }

    private static byte[] whitelabel(int status) {
        return ("<html><body><h1>Whitelabel Error Page</h1><p>This application has no explicit mapping for /error, so you"
                        + " are seeing this as a fallback.</p><div>There was an unexpected error (type="
                        + reason(status) + ", status=" + status + ").</div></body></html>")
                .getBytes(StandardCharsets.UTF_8);
    }

    private static void write(Context ctx, int status, String contentType, byte[] body) {
        ctx.status(status).contentType(contentType);
        if (status == 400 || status == 500) {
            ctx.header("Connection", "close");
        }
        try {
            // Chunked, as the published service's error pages are; Jetty would not do it before closing.
            ctx.header("Transfer-Encoding", "chunked");
            var out = ctx.res().getOutputStream();
            out.write(body);
            out.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
