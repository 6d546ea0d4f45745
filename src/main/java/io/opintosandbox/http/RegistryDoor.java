package io.opintosandbox.http;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import io.opintosandbox.access.Kutsuja;
import io.opintosandbox.access.Reasons;
import io.opintosandbox.access.Whose;
import io.opintosandbox.access.session.ServiceGate;
import io.opintosandbox.access.session.ServiceGate.Passage;
import io.opintosandbox.access.session.Sessions;
import io.opintosandbox.world.World;
import io.opintosandbox.world.Worlds;
import java.util.Locale;
import java.util.Set;

/**
 * What happens to every registry call before its route: the gate, faults, and headers that depend on
 * nothing else. Contract: registry-api.md 1 and 1.1, steps 1 and 2.
 */
public final class RegistryDoor {
    private static final String SESSIONS = "sessions";

    /** Extensions that the published service trusts browsers with. */
    private static final Set<String> KNOWN_EXTENSIONS = Set.of(
            "txt",
            "text",
            "yml",
            "properties",
            "csv",
            "json",
            "xml",
            "atom",
            "rss",
            "png",
            "jpe",
            "jpeg",
            "jpg",
            "gif",
            "wbmp",
            "bmp");

    private final ServiceGate gate;
    private final Sessions sessions;
    private final Worlds worlds;

    public RegistryDoor(ServiceGate gate, Sessions sessions, Worlds worlds) {
        this.gate = gate;
        this.sessions = sessions;
        this.worlds = worlds;
    }

    public void addTo(RoutesConfig routes) {
        routes.before(ServiceGate.REGISTRY, this::enter);
        routes.before(ServiceGate.REGISTRY + "/*", this::enter);
        routes.get(
                ServiceGate.REGISTRY + "/actuator/health",
                ctx -> ctx.contentType("application/vnd.spring-boot.actuator.v3+json")
                        .result("{\"groups\":[\"liveness\",\"readiness\"],\"status\":\"UP\"}"));
        routes.exception(Problem.class, (problem, ctx) -> {
            Reasons.of(ctx).add(problem.why());
            if (kutsuja(ctx) != null) {
                auditCookie(ctx, kutsuja(ctx));
            }
            var world = world(ctx, worlds);
            FaultDoor.afterVtj(
                    ctx, () -> ErrorAnswers.write(ctx, problem, world.clock().now()));
        });
        routes.after(ServiceGate.REGISTRY + "/*", ctx -> FaultDoor.afterVtj(ctx, () -> {}));
    }

    /** Whether the path is the registry's. */
    static boolean isRegistry(Context ctx) {
        return ctx.path().equals(ServiceGate.REGISTRY) || ctx.path().startsWith(ServiceGate.REGISTRY + "/");
    }

    /** The world that a request concerns: the caller's, else that of whoever it is known to be, else the default one. */
    static World world(Context ctx, Worlds worlds) {
        var kutsuja = kutsuja(ctx);
        if (kutsuja != null) {
            return kutsuja.world();
        }
        Whose whose = ctx.attribute(Whose.KEY);
        return whose == null ? worlds.defaultWorld() : whose.worldNow(worlds);
    }

    /** The caller of a call that has passed the door, else null. */
    static Kutsuja kutsuja(Context ctx) {
        return ctx.attribute(ServiceGate.KUTSUJA);
    }

    /**
     * A bearer call that writes an audit event gets a session cookie that means nothing, because the
     * published service opens a session to take the caller's address from it.
     */
    static void auditCookie(Context ctx, Kutsuja kutsuja) {
        if (kutsuja.bearer() && kutsuja.trace().isAudited()) {
            Sessions sessions = ctx.attribute(SESSIONS);
            ServiceGate.setCookie(ctx, ServiceGate.REGISTRY, sessions.newId());
        }
    }

    private void enter(Context ctx) {
        if (ctx.attribute(SESSIONS) != null) {
            // The router lets the root with a slash in twice.
            return;
        }
        ctx.attribute(SESSIONS, sessions);
        if (isPublic(ctx)) {
            strikeRefused(ctx);
            gate.refusedThoughPublic(ctx).ifPresent(answered -> answered(ctx, answered));
            return;
        }
        var passage = gate.pass(ctx);
        if (passage instanceof Passage.Answered answered) {
            strikeRefused(ctx);
            answered(ctx, answered);
            return;
        }
        if (passage instanceof Passage.Expired) {
            strikeRefused(ctx);
            ctx.skipRemainingHandlers();
            throw Problem.noRight("the session has expired; log in again");
        }
        var kutsuja = ((Passage.In) passage).kutsuja();
        ctx.attribute(ServiceGate.KUTSUJA, kutsuja);
        if (ctx.path().contains("//")) {
            refuseSuspicious(ctx, kutsuja);
            return;
        }
        inlineDisposition(ctx);
        FaultDoor.strike(ctx, kutsuja.world(), kutsuja.username(), Problem::plain);
    }

    private static void refuseSuspicious(Context ctx, Kutsuja kutsuja) {
        Reasons.of(ctx).add("two slashes in a row are refused before routing");
        ctx.skipRemainingHandlers();
        if (!kutsuja.bearer()) {
            throw Problem.unreadable(
                    "The request was rejected because the URL contained a potentially malicious String \"//\"");
        }
        ctx.status(401);
    }

    private void strikeRefused(Context ctx) {
        FaultDoor.strikeRefused(ctx, worlds, Problem::plain);
    }

    private static void answered(Context ctx, Passage.Answered answered) {
        Reasons.of(ctx).add(answered.why());
        ctx.skipRemainingHandlers();
        Leftovers.readAway(ctx);
    }

    private static boolean isPublic(Context ctx) {
        var path = ctx.path().substring(ServiceGate.REGISTRY.length());
        return path.startsWith("/actuator/")
                || path.equals("/swagger-ui")
                || path.startsWith("/swagger-ui/")
                || path.equals("/swagger-ui.html")
                || path.equals("/v3/api-docs")
                || path.startsWith("/v3/api-docs/");
    }

    private static void inlineDisposition(Context ctx) {
        var last = ctx.path().substring(ctx.path().lastIndexOf('/') + 1);
        var dot = last.lastIndexOf('.');
        if (dot >= 0
                && !ctx.method().equals(HandlerType.HEAD)
                && !KNOWN_EXTENSIONS.contains(last.substring(dot + 1).toLowerCase(Locale.ROOT))) {
            ctx.header("Content-Disposition", "inline;filename=f.txt");
        }
    }
}
