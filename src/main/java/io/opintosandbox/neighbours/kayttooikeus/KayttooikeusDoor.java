package io.opintosandbox.neighbours.kayttooikeus;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.opintosandbox.access.Kutsuja;
import io.opintosandbox.access.Reasons;
import io.opintosandbox.access.session.ServiceGate;
import io.opintosandbox.access.session.ServiceGate.Passage;
import io.opintosandbox.http.FaultDoor;
import io.opintosandbox.http.Leftovers;
import io.opintosandbox.world.World;
import io.opintosandbox.world.Worlds;

/**
 * What happens to every call of the user service before its route: the gate, then faults. Its tokens and
 * metadata need no login. Contract: neighbours.md 1, auth.md 5 and 6.
 */
public final class KayttooikeusDoor {
    private final ServiceGate gate;
    private final Worlds worlds;

    /** @param gate of {@link ServiceGate#KAYTTOOIKEUS} */
    public KayttooikeusDoor(ServiceGate gate, Worlds worlds) {
        this.gate = gate;
        this.worlds = worlds;
    }

    public void addTo(RoutesConfig routes) {
        routes.before(ServiceGate.KAYTTOOIKEUS, this::enter);
        routes.before(ServiceGate.KAYTTOOIKEUS + "/*", this::enter);
        routes.exception(KayttooikeusProblem.class, (problem, ctx) -> {
            Reasons.of(ctx).add(problem.why());
            Kutsuja kutsuja = kutsuja(ctx);
            var world = kutsuja == null ? worlds.defaultWorld() : kutsuja.world();
            problem.write(ctx, world.clock().now());
        });
    }

    /** The caller of a call that has passed the door. */
    static Kutsuja kutsuja(Context ctx) {
        return ctx.attribute(ServiceGate.KUTSUJA);
    }

    private void enter(Context ctx) {
        // The router lets the root with a slash in twice.
        if (isPublic(ctx) || kutsuja(ctx) != null) {
            return;
        }
        var passage = gate.pass(ctx);
        if (passage instanceof Passage.In in) {
            ctx.attribute(ServiceGate.KUTSUJA, in.kutsuja());
            strike(ctx, in.kutsuja().world(), in.kutsuja().username());
            return;
        }
        FaultDoor.strikeRefused(ctx, worlds, KayttooikeusProblem::plain);
        ctx.skipRemainingHandlers();
        if (passage instanceof Passage.Answered answered) {
            Reasons.of(ctx).add(answered.why());
            Leftovers.readAway(ctx);
        } else {
            throw KayttooikeusProblem.plain(401, "the session has expired; log in again");
        }
    }

    private static void strike(Context ctx, World world, String username) {
        FaultDoor.strike(ctx, world, username, KayttooikeusProblem::plain);
    }

    private static boolean isPublic(Context ctx) {
        var path = ctx.path().substring(ServiceGate.KAYTTOOIKEUS.length());
        return path.startsWith("/oauth2/") || path.startsWith("/.well-known/");
    }
}
