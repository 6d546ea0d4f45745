package io.opintosandbox.world;

import io.opintosandbox.config.Settings;
import io.opintosandbox.store.WorldDb;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/**
 * The unit of everything: one registry, one VTJ, one clock, one set of faults, one OID generator. A reset
 * does not empty a world, it puts a new one in its place; whatever still holds the old one finds it
 * {@link #gone()}.
 */
public final class World {
    private final String name;
    private final Settings origin;
    private final Settings settings;
    private final WorldDb db;
    private final WorldClock clock;
    private final Faults faults = new Faults();
    private final Background background;
    private final SeededIds ids;
    private final Map<Class<?>, Object> parts = new HashMap<>();
    private volatile boolean gone;

    /**
     * @param generation how many worlds of this name there were before
     * @param origin the settings that a reset goes back to
     */
    World(
            String name,
            int generation,
            Settings origin,
            Settings settings,
            WorldDb db,
            Clock machine,
            Runnable wakeTicker) {
        this.name = name;
        this.origin = origin;
        this.settings = settings;
        this.db = db;
        this.clock = new WorldClock(machine);
        this.background = new Background(clock, wakeTicker);
        // Not the ids of the world before a reset, or what was issued then could not be told from what is issued now.
        this.ids = new SeededIds(settings.seed(), generation == 0 ? name : name + "#" + generation);
    }

    public String name() {
        return name;
    }

    /** What a ready-made user is called in this world: as in the fixtures, with the suffix of any but the default one. */
    public String username(String readyMade) {
        return usernameIn(name, readyMade);
    }

    /** What a ready-made user is called in the world of a name, which need not be there. */
    public static String usernameIn(String world, String readyMade) {
        return world.equals(Worlds.DEFAULT) ? readyMade : readyMade + "-" + world;
    }

    /** The settings that the world was made with, which a reset goes back to. */
    public Settings origin() {
        return origin;
    }

    /** The server's settings with the world's own seed and profile. */
    public Settings settings() {
        return settings;
    }

    public WorldDb db() {
        return db;
    }

    public WorldClock clock() {
        return clock;
    }

    public Background background() {
        return background;
    }

    public Faults faults() {
        return faults;
    }

    public SeededIds ids() {
        return ids;
    }

    /** A feature's front door in this world, put there when the world was made. */
    public <T> T part(Class<T> type) {
        var part = type.cast(parts.get(type));
        if (part == null) {
            throw new IllegalStateException("world " + name + " was made without " + type.getSimpleName());
        }
        return part;
    }

    /** Puts a feature's front door into the world while it is being made. */
    public <T> void add(Class<T> type, T part) {
        parts.put(type, part);
    }

    /** Finishes what waits for its turn. Contract: control-api.md, "settle". */
    public Map<String, Integer> settle() {
        return background.settle();
    }

    /**
     * Moves the clock to a time that follows from the present one; what falls due until then is done on the
     * way. The clock stands there.
     */
    public void move(UnaryOperator<Instant> to) {
        background.move(to);
    }

    /** {@link #move} to a time. */
    public void moveTo(Instant instant) {
        move(now -> instant);
    }

    /** {@link #move} by an amount from now. */
    public void advance(Duration duration) {
        move(now -> now.plus(duration));
    }

    /** Lets the clock run at the machine's time. */
    public void run() {
        background.runOn();
    }

    /** Does something while no background work runs, and tells what came of it. */
    public <T> T whileStill(Supplier<T> something) {
        return background.whileStill(something);
    }

    /** When each kind of background work that waits for a time is due, by its name. */
    public Map<String, Instant> dueTimes() {
        return background.dueTimes();
    }

    /**
     * Takes on another world's time while this one is being made.
     *
     * @param now where the clock stands, or null when it runs
     * @param due as {@link #dueTimes}
     */
    public void takeOver(Instant now, Map<String, Instant> due) {
        if (now == null) {
            clock.runOn();
        } else {
            clock.standAt(now);
        }
        background.resume(due);
    }

    /** Whether a reset has put another world in this one's place. */
    public boolean gone() {
        return gone;
    }

    void end() {
        gone = true;
        background.close();
    }
}
