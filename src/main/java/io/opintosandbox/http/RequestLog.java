package io.opintosandbox.http;

import io.javalin.http.Context;
import io.opintosandbox.id.SyntheticOnly;
import io.opintosandbox.world.World;
import io.opintosandbox.world.Worlds;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One line a request: time, world, user, method, path, status, milliseconds, and why. Hetus are masked. */
final class RequestLog {
    private static final Logger LOG = LoggerFactory.getLogger("sandbox.requests");

    private RequestLog() {}

    static void write(Context ctx, float millis, Worlds worlds) {
        if (!LOG.isInfoEnabled()) {
            return;
        }
        var kutsuja = RegistryDoor.kutsuja(ctx);
        World world = kutsuja == null ? worlds.defaultWorld() : kutsuja.world();
        var user = kutsuja == null ? "-" : kutsuja.username();
        var query = ctx.queryString() == null ? "" : "?" + ctx.queryString();
        LOG.info(
                "{} {} {} {} {} {} {} ms{}",
                world.clock().now(),
                world.name(),
                oneLine(user),
                ctx.method(),
                oneLine(SyntheticOnly.maskAll(ctx.req().getRequestURI() + query)),
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
