package io.opintosandbox.access;

import io.javalin.http.Context;
import io.opintosandbox.world.World;
import io.opintosandbox.world.Worlds;

/**
 * In whose name a call was made that no door has let in, or that none stands before: logins, tickets, expired sessions
 * and tokens. For the journal and for faults, never to let anybody in.
 *
 * @param world by its name, so that what outlives a reset belongs to the world that came after it
 */
public record Whose(String world, String username) {
    /** The attribute of a request under which it is kept. */
    public static final String KEY = "whose";

    public static Whose of(World world, String username) {
        return new Whose(world.name(), username);
    }

    public static Whose of(Logins.Login login) {
        return of(login.world(), login.user().username());
    }

    /** The world of that name as it is now, else the default one. */
    public World worldNow(Worlds worlds) {
        return worlds.world(world).orElseGet(worlds::defaultWorld);
    }

    /** Notes it with a call. */
    public void note(Context ctx) {
        ctx.attribute(KEY, this);
    }
}
