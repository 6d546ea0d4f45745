package io.opintosandbox.http;

import io.javalin.http.Context;
import io.opintosandbox.access.Reasons;
import io.opintosandbox.id.SyntheticOnly;
import io.opintosandbox.world.Worlds;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One line a request: time, world, user, method, path, status, milliseconds, and why. Hetus are masked. */
final class RequestLog {
    private static final Logger LOG = LoggerFactory.getLogger("sandbox.requests");

    /** Tickets and what stands in credential parameters; those belong in a body, but some clients err. */
    private static final Pattern CREDENTIALS = Pattern.compile(
            "(?<=\\b(?:TGT|ST)-)[\\w-]{8,}|(?<=[?&](?:password|client_secret|token|access_token)=)[^&]+");

    private static final Pattern STRAY_PERCENT = Pattern.compile("%(?![0-9A-Fa-f]{2})");

    private RequestLog() {}

    static void write(Context ctx, float millis, Worlds worlds) {
        if (!LOG.isInfoEnabled()) {
            return;
        }
        var kutsuja = RegistryDoor.kutsuja(ctx);
        var world = RegistryDoor.world(ctx, worlds);
        var user = kutsuja == null ? "-" : kutsuja.username();
        LOG.info(
                "{} {} {} {} {} {} {} ms{}",
                world.clock().now(),
                world.name(),
                oneLine(user),
                ctx.method(),
                address(ctx),
                ctx.statusCode(),
                Math.round(millis),
                why(ctx, kutsuja == null ? Stream.of() : kutsuja.trace().reasons().stream()));
    }

    /** Path and query as they came, without credentials and hetus. */
    private static String address(Context ctx) {
        var query = ctx.queryString() == null ? "" : "?" + ctx.queryString();
        var sent = CREDENTIALS.matcher(ctx.req().getRequestURI() + query).replaceAll("****");
        // A hetu can hide behind percent signs; then the decoded form is what is shown, masked.
        var decoded = URLDecoder.decode(STRAY_PERCENT.matcher(sent).replaceAll("%25"), StandardCharsets.UTF_8);
        var masked = SyntheticOnly.maskAll(decoded);
        return oneLine(masked.equals(decoded) ? SyntheticOnly.maskAll(sent) : masked);
    }

    private static String why(Context ctx, Stream<String> traced) {
        var reasons = Stream.concat(traced, Reasons.of(ctx).all().stream()).collect(Collectors.joining("; "));
        return reasons.isEmpty() ? "" : " - " + oneLine(SyntheticOnly.maskAll(reasons));
    }

    /** A line break or escape sequence in a name or path must not forge a log line. */
    private static String oneLine(String text) {
        return text.replaceAll("\\p{Cntrl}", "?");
    }
}
