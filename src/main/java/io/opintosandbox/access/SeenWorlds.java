package io.opintosandbox.access;

import io.opintosandbox.world.World;
import java.util.Collections;
import java.util.Set;
import java.util.WeakHashMap;

/**
 * Tells when a world is met for the first time. That is when whoever remembers logins lets go of the worlds
 * that resets have ended, which nothing else would ever free.
 */
public final class SeenWorlds {
    private final Set<World> seen = Collections.newSetFromMap(new WeakHashMap<>());

    /** Whether this world has not been met before; it has been from now on. */
    public synchronized boolean isNew(World world) {
        return seen.add(world);
    }
}
