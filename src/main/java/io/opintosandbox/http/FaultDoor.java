package io.opintosandbox.http;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.opintosandbox.access.Reasons;
import io.opintosandbox.access.Whose;
import io.opintosandbox.access.session.LoginCalls;
import io.opintosandbox.access.session.ServiceGate;
import io.opintosandbox.world.Effect;
import io.opintosandbox.world.Faults;
import io.opintosandbox.world.Faults.Fault;
import io.opintosandbox.world.Faults.Struck;
import io.opintosandbox.world.World;
import io.opintosandbox.world.Worlds;
import java.util.List;
import java.util.Optional;

/**
 * Where the faults of a world strike the calls of clients, before anything is carried out. Who calls has been found out
 * by then: at the doors of services by their gates, here for logins and for services that ask nobody who they are.
 * Contract: control-api.md, "faults".
 */
public final class FaultDoor {
    private final LoginCalls logins;
    private final Worlds worlds;

    public FaultDoor(LoginCalls logins, Worlds worlds) {
        this.logins = logins;
        this.worlds = worlds;
    }

    /** Makes the error of a service out of a status. */
    @FunctionalInterface
    public interface Refusal {
        RuntimeException of(int status, String why);
    }

    /** To be added before the doors of services. */
    public void addTo(RoutesConfig routes) {
        routes.before(this::strikeWhereNobodyElseDoes);
    }

    private void strikeWhereNobodyElseDoes(Context ctx) {
        Faults.takeSlowness();
        if (LoginCalls.isLogin(ctx)) {
            var caller = logins.of(ctx);
            strikeNow(ctx, caller.world(), caller.username(), Problem::plain);
        } else if (!hasDoor(ctx) && !ctx.path().equals("/") && !ctx.path().startsWith("/sandbox")) {
            strikeNow(ctx, worlds.defaultWorld(), null, Problem::plain);
        }
    }

    private static boolean hasDoor(Context ctx) {
        return RegistryDoor.isRegistry(ctx)
                || ctx.path().equals(ServiceGate.KAYTTOOIKEUS)
                || (ctx.path().startsWith(ServiceGate.KAYTTOOIKEUS + "/") && !isMetadata(ctx));
    }

    private static boolean isMetadata(Context ctx) {
        return ctx.path().startsWith(ServiceGate.KAYTTOOIKEUS + "/.well-known/");
    }

    /**
     * Strikes a call, unless it is a login, which has been struck when it came in. A late one goes on when its time has
     * come; the caller must have nothing to do after this but to return.
     */
    public static void strike(Context ctx, World world, String username, Refusal refusal) {
        if (!LoginCalls.isLogin(ctx)) {
            strikeNow(ctx, world, username, refusal);
        }
    }

    /** Strikes a call that no door has let in, as that of whoever it is known to be, else of nobody. */
    public static void strikeRefused(Context ctx, Worlds worlds, Refusal refusal) {
        Whose whose = ctx.attribute(Whose.KEY);
        if (whose == null) {
            strike(ctx, worlds.defaultWorld(), null, refusal);
        } else {
            strike(ctx, whose.worldNow(worlds), whose.username(), refusal);
        }
    }

    private static void strikeNow(Context ctx, World world, String username, Refusal refusal) {
        var call = new Struck(ctx.method().name(), ctx.path(), username);
        var delay = world.faults().strikeLate(call);
        var down = world.faults().strikeDown(call);
        if (delay.isEmpty()) {
            down.ifPresent(fault -> strikeDown(ctx, fault, refusal));
        } else {
            Reasons.of(ctx).add("a fault made it late by " + delay.get());
            Later.goOn(ctx, delay.get(), () -> {
                if (world.gone()) {
                    // What it would write now, nobody would ever take away.
                    ctx.skipRemainingHandlers();
                    throw refusal.of(503, "its world has been reset or deleted while the call was late");
                }
                down.ifPresent(fault -> strikeDown(ctx, fault, refusal));
            });
        }
    }

    private static void strikeDown(Context ctx, Fault fault, Refusal refusal) {
        if (fault.effect() instanceof Effect.Drop drop) {
            Reasons.of(ctx).add("fault " + fault.id() + " dropped the connection");
            Marks.dropped(ctx);
            if (!drop.after()) {
                ctx.skipRemainingHandlers();
                Leftovers.readAway(ctx);
            }
            return;
        }
        ctx.skipRemainingHandlers();
        // What the gate may have answered already is not the answer any more.
        List.of("Location", "Set-Cookie", "WWW-Authenticate")
                .forEach(name -> ctx.res().setHeader(name, null));
        var status = fault.effect() instanceof Effect.Status answer ? answer.status() : 503;
        throw refusal.of(status, "fault " + fault.id() + " struck");
    }

    /** Writes an answer when VTJ, if it was asked on the way and is slow, would have given its own. */
    static void afterVtj(Context ctx, Runnable write) {
        Optional.of(Faults.takeSlowness())
                .filter(slowness -> !slowness.isZero())
                .ifPresentOrElse(slowness -> Later.goOn(ctx, slowness, write), write);
    }
}
