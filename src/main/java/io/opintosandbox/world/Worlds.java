package io.opintosandbox.world;

import io.opintosandbox.config.Settings;
import io.opintosandbox.store.Database;
import io.opintosandbox.store.RowRemover;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;

/** The worlds of one server, by name and by number. */
public final class Worlds implements AutoCloseable {
    /** The world that is always there. */
    public static final String DEFAULT = "default";

    private final Database database;
    private final Clock machine;
    private final Consumer<World> furnish;
    private final Map<String, World> byName = new ConcurrentHashMap<>();
    private final Map<Long, World> byNumber = new ConcurrentHashMap<>();
    private final ReadWriteLock changing = new ReentrantReadWriteLock();
    private final Map<String, Integer> generations = new ConcurrentHashMap<>();
    private final Ticker ticker = new Ticker(byName.values());
    private final RowRemover remover = new RowRemover();

    /**
     * @param furnish puts the features into a new world and loads its people
     */
    public Worlds(Database database, Settings settings, Clock machine, Consumer<World> furnish) {
        this.database = database;
        this.machine = machine;
        this.furnish = furnish;
        place(DEFAULT, settings);
        ticker.start();
    }

    /** The world of a name. */
    public Optional<World> world(String name) {
        return Optional.ofNullable(byName.get(name));
    }

    /** The world that rows with this number belong to, unless it is gone. */
    public Optional<World> numbered(long number) {
        return Optional.ofNullable(byNumber.get(number));
    }

    public World defaultWorld() {
        return byName.get(DEFAULT);
    }

    /** Puts a world in its starting state under these settings; what was in it is gone. */
    public synchronized World reset(World world, Settings settings) {
        // Another reset may have come first, and then it is its world that has to go.
        var present = byName.get(world.name());
        present.end();
        changing.writeLock().lock();
        try {
            return replace(present, settings);
        } finally {
            changing.writeLock().unlock();
        }
    }

    private World replace(World present, Settings settings) {
        remover.removeNames(present.db());
        var fresh = place(present.name(), settings);
        byNumber.remove(present.db().world());
        remover.removeLater(present.db());
        return fresh;
    }

    /** Looks something up while no reset is half done; many may look at once. */
    public <T> T steady(Supplier<T> look) {
        changing.readLock().lock();
        try {
            return look.get();
        } finally {
            changing.readLock().unlock();
        }
    }

    /** Runs work in the world that has this name now; no reset comes between. Empty when none has it. */
    public synchronized <T> Optional<T> withoutReset(String name, Function<World, T> work) {
        return world(name).map(work);
    }

    @Override
    public void close() {
        ticker.close();
        byName.values().forEach(World::end);
        remover.close();
    }

    private World place(String name, Settings settings) {
        var generation = generations.merge(name, 1, Integer::sum) - 1;
        var db = database.of(database.nextNumber());
        var world = new World(name, generation, settings, db, machine, ticker::wake);
        furnish.accept(world);
        byNumber.put(world.db().world(), world);
        byName.put(name, world);
        // The ticker has not seen this world yet, and its people may be due already.
        ticker.wake();
        return world;
    }
}
