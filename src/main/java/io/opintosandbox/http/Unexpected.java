package io.opintosandbox.http;

import io.javalin.http.Context;
import io.javalin.http.HttpResponseException;
import io.opintosandbox.access.Reasons;
import io.opintosandbox.id.SyntheticOnly;
import io.opintosandbox.json.Json;
import io.opintosandbox.store.StoreException;
import io.opintosandbox.world.Worlds;
import java.util.LinkedHashMap;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Maps what no rule has named: the database's refusals, and bugs. */
final class Unexpected {
    private static final Logger LOG = LoggerFactory.getLogger(Unexpected.class);

    private Unexpected() {}

    /** Nothing is registered for the path and method, or only for other methods. */
    static void noRoute(Context ctx, HttpResponseException e, Worlds worlds) {
        Marks.noRoute(ctx);
        if (RegistryDoor.isRegistry(ctx)) {
            ErrorAnswers.write(
                    ctx,
                    Problem.noRoute(e.getStatus()),
                    RegistryDoor.world(ctx, worlds).clock().now());
        } else {
            ctx.status(e.getStatus()).contentType(ContainerPage.CONTENT_TYPE).result(ContainerPage.of(e.getStatus()));
        }
    }

    static void answer(Context ctx, Exception e, Worlds worlds) {
        var problem = problem(ctx, e);
        Reasons.of(ctx).add(problem.why());
        if (ctx.path().startsWith("/sandbox/")) {
            Map<String, Object> body = new LinkedHashMap<>();
            body.put("error", "internal");
            body.put("message", "The sandbox failed: " + problem.why() + "; please report it.");
            body.put("field", null);
            ctx.status(500).contentType("application/json;charset=UTF-8").result(Json.bytes(body));
            return;
        }
        if (RegistryDoor.kutsuja(ctx) != null) {
            RegistryDoor.auditCookie(ctx, RegistryDoor.kutsuja(ctx));
        }
        ErrorAnswers.write(ctx, problem, RegistryDoor.world(ctx, worlds).clock().now());
    }

    private static Problem problem(Context ctx, Exception e) {
        if (e instanceof StoreException.UniqueViolation unique) {
            return Problem.dataIntegrity(
                    "duplicate key value violates unique constraint \"" + unique.constraint() + "\"",
                    "somebody else stored the same value first; ask again");
        }
        if (e instanceof StoreException.ValueTooLong) {
            return Problem.dataIntegrity("value too long for type character varying(255)", "a text is too long");
        }
        if (e instanceof StoreException.LockConflict) {
            return Problem.internal("another call was changing the same person; ask again");
        }
        LOG.error("{} {} failed", ctx.method(), SyntheticOnly.maskAll(ctx.path()), e);
        return Problem.internal("a bug of the sandbox: " + e.getClass().getSimpleName() + ", see the log");
    }
}
