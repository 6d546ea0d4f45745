package io.opintosandbox.world;

import io.opintosandbox.config.Settings;
import io.opintosandbox.store.Database;
import io.opintosandbox.store.RowRemover;
import io.opintosandbox.store.WorldDb;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * The worlds of one server, by name and by number. Names that differ only in case are one, as those of users are.
 * Contract: control-api.md, "worlds".
 */
public final class Worlds implements AutoCloseable {
    /** The world that is always there. */
    public static final String DEFAULT = "default";

    /** As many as one server holds. */
    public static final int MOST = 1_000;

    private final Database database;
    private final Settings settings;
    private final Clock machine;
    private final Consumer<World> furnish;
    private final Map<String, World> byName = new ConcurrentSkipListMap<>();
    private final Map<Long, World> byNumber = new ConcurrentHashMap<>();
    private final List<Consumer<World>> mourners = new CopyOnWriteArrayList<>();
    private final ReentrantReadWriteLock changing = new ReentrantReadWriteLock();
    private final Generations generations = new Generations();
    private final Ticker ticker = new Ticker(byName.values());
    private final RowRemover remover = new RowRemover();

    /**
     * @param furnish puts the features into a new world and loads its people
     */
    public Worlds(Database database, Settings settings, Clock machine, Consumer<World> furnish) {
        this.database = database;
        this.settings = settings;
        this.machine = machine;
        this.furnish = furnish;
        place(DEFAULT, settings, settings);
        ticker.start();
    }

    /** The settings that the server was started with, which a new world begins from. */
    public Settings settings() {
        return settings;
    }

    /** The world of a name. */
    public Optional<World> world(String name) {
        return Optional.ofNullable(byName.get(key(name)));
    }

    /** The world that rows with this number belong to, unless it is gone. */
    public Optional<World> numbered(long number) {
        return Optional.ofNullable(byNumber.get(number));
    }

    public World defaultWorld() {
        return byName.get(DEFAULT);
    }

    /** All worlds, the default one first, the others by name. */
    public List<World> all() {
        List<World> all = new ArrayList<>();
        all.add(defaultWorld());
        byName.values().stream().filter(world -> !world.name().equals(DEFAULT)).forEach(all::add);
        return all;
    }

    /** Whoever remembers something of worlds is told here when one is gone, to let go of it. */
    public void whenGone(Consumer<World> mourner) {
        mourners.add(mourner);
    }

    /**
     * Makes one more world. Errors: {@link NameTaken}, {@link TooMany}, and what furnishing finds wrong; then nothing is
     * left of it.
     *
     * @param given the settings that a reset goes back to
     */
    public synchronized World create(String name, Settings given) {
        if (byName.containsKey(key(name))) {
            throw new NameTaken();
        }
        if (byName.size() >= MOST) {
            throw new TooMany();
        }
        return place(name, given, given);
    }

    /** A world under the first free name of the form {@code world-1}. Errors: as {@link #create}. */
    public synchronized World createNext(Settings given) {
        var number = 1;
        while (byName.containsKey("world-" + number)) {
            number++;
        }
        return create("world-" + number, given);
    }

    /** Ends a world, which is not the default one; its names are free at once. True when there was one. */
    public synchronized boolean remove(String name) {
        var world = byName.get(key(name));
        if (world == null || world.name().equals(DEFAULT)) {
            return false;
        }
        // Out of sight before its last piece of work is waited for.
        byName.remove(key(name));
        byNumber.remove(world.db().world());
        world.end();
        remover.removeNames(world.db());
        forget(world);
        return true;
    }

    /**
     * Puts a world in its starting state under these settings; what was in it is gone. Its rows go later. Errors:
     * {@link Gone}, {@link NameTaken}, and what furnishing finds wrong; then everything is as it was.
     */
    public World reset(World world, Settings wanted) {
        return swap(world, wanted, remover::removeNames, furnish);
    }

    /**
     * Puts another world in the place of one, all or nothing: what goes wrong while it is filled leaves everything as it
     * was. The rows of the old one are gone then. Errors: {@link Gone}, and what the filling throws.
     *
     * @param fill puts the features and the rows into the new one, in one transaction with the end of the old rows
     */
    public synchronized World replace(World world, Settings wanted, Consumer<World> fill) {
        // Rows that nobody sees any more must not keep the new ones from their numbers.
        remover.finish();
        return swap(world, wanted, RowRemover::removeNow, fill);
    }

    /** Neither world has background work meanwhile. */
    private synchronized World swap(World world, Settings wanted, Consumer<WorldDb> clear, Consumer<World> fill) {
        // Another reset may have come first, and then it is its world that has to go.
        var present = byName.get(key(world.name()));
        if (present == null) {
            throw new Gone();
        }
        var fresh = fresh(present.name(), present.origin(), wanted);
        try {
            present.whileStill(() -> database.transaction(() -> {
                clear.accept(present.db());
                fill.accept(fresh);
                // Nobody is to look for a user's world between the end of the transaction and that of the old world.
                changing.writeLock().lock();
                return true;
            }));
            byName.put(key(fresh.name()), fresh);
            byNumber.put(fresh.db().world(), fresh);
            byNumber.remove(present.db().world());
        } catch (RuntimeException e) {
            fresh.end();
            throw e;
        } finally {
            if (changing.isWriteLockedByCurrentThread()) {
                changing.writeLock().unlock();
            }
        }
        present.end();
        forget(present);
        ticker.wake();
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

    private World place(String name, Settings origin, Settings wanted) {
        var world = fresh(name, origin, wanted);
        try {
            furnish.accept(world);
        } catch (RuntimeException e) {
            world.end();
            remover.removeNames(world.db());
            forget(world);
            throw e;
        }
        byNumber.put(world.db().world(), world);
        byName.put(key(name), world);
        // The ticker has not seen this world yet, and its people may be due already.
        ticker.wake();
        return world;
    }

    private World fresh(String name, Settings origin, Settings wanted) {
        var db = database.of(database.nextNumber());
        return new World(name, generations.next(key(name)), origin, wanted, db, machine, ticker::wake);
    }

    private void forget(World world) {
        remover.removeLater(world.db());
        mourners.forEach(mourner -> mourner.accept(world));
    }

    private static String key(String name) {
        return name.toLowerCase(Locale.ROOT);
    }

    /** A world of this name is there, or another world has users of the names that this one's would have. */
    public static final class NameTaken extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    /** Somebody has deleted the world meanwhile. */
    public static final class Gone extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    /** There are {@link #MOST} worlds. */
    public static final class TooMany extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }
}
