package io.opintosandbox.http;

import io.javalin.http.Context;
import io.opintosandbox.id.SyntheticOnly;
import io.opintosandbox.world.Worlds;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One line a request: time, world, user, method, path, status, milliseconds, and why. Hetus are masked. */
final class RequestLog {
    private static final Logger LOG = LoggerFactory.getLogger("sandbox.requests");

    /** A service ticket is a credential, if only for ten seconds. */
    private static final Pattern TICKET = Pattern.compile("([?&]ticket=)[^&]+");

    private RequestLog() {}

    static void write(Context ctx, float millis, Worlds worlds) {
        if (!LOG.isInfoEnabled()) {
            return;
        }
        var kutsuja = RegistryDoor.kutsuja(ctx);
        var world = RegistryDoor.world(ctx, worlds);
        var user = kutsuja == null ? "-" : kutsuja.username();
        var query = ctx.queryString() == null ? "" : "?" + ctx.queryString();
        LOG.info(
                "{} {} {} {} {} {} {} ms{}",
                world.clock().now(),
                world.name(),
                oneLine(user),
                ctx.method(),
                oneLine(SyntheticOnly.maskAll(
                        TICKET.matcher(ctx.req().getRequestURI() + query).replaceAll("$1****"))),
                ctx.statusCode(),
                Math.round(millis),
                why(ctx, kutsuja == null ? Stream.of() : kutsuja.trace().reasons().stream()));
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
