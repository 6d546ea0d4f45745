package io.opintosandbox.world;

import io.opintosandbox.config.Settings;
import io.opintosandbox.store.Database;
import io.opintosandbox.store.RowRemover;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;

/** The worlds of one server, by name and by number. */
public final class Worlds implements AutoCloseable {
    /** The world that is always there. */
    public static final String DEFAULT = "default";

    private final Database database;
    private final Clock machine;
    private final Consumer<World> furnish;
    private final Map<String, World> byName = new ConcurrentHashMap<>();
    private final Map<Long, World> byNumber = new ConcurrentHashMap<>();
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
        world.end();
        remover.removeNames(world.db());
        var fresh = place(world.name(), settings);
        byNumber.remove(world.db().world());
        remover.removeLater(world.db());
        return fresh;
    }

    @Override
    public void close() {
        ticker.close();
        byName.values().forEach(World::end);
        remover.close();
    }

    private World place(String name, Settings settings) {
        var world = new World(name, settings, database.of(database.nextNumber()), machine, ticker::wake);
        furnish.accept(world);
        byNumber.put(world.db().world(), world);
        byName.put(name, world);
        return world;
    }
}
