package io.opintosandbox.store;

import java.util.OptionalLong;
import java.util.function.Supplier;

/**
 * One world's view of the database: every statement made here is bound to the world and must say so with
 * {@code :world}, so that no statement can reach into another world by having forgotten it.
 */
public final class WorldDb {
    private final Database database;
    private final long world;

    WorldDb(Database database, long world) {
        this.database = database;
        this.world = world;
    }

    /** The number of the world. */
    public long world() {
        return world;
    }

    /** A statement with {@code :named} parameters; {@code :world} is bound already. */
    public Sql sql(String text) {
        return new Sql(database, text, true).set("world", world);
    }

    /** See {@link Database#nextNumber()}. */
    public long nextNumber() {
        return database.nextNumber();
    }

    /** See {@link Database#numbersPast}. */
    public boolean numbersPast(long number) {
        return database.numbersPast(number);
    }

    /** See {@link Database#numbers}. */
    public OptionalLong numbers(long count) {
        return database.numbers(count);
    }

    /** See {@link Database#atOneMoment}. */
    public void atOneMoment(Runnable work) {
        database.atOneMoment(work);
    }

    /** See {@link Database#statementsRun()}. */
    public long statementsRun() {
        return database.statementsRun();
    }

    /** See {@link Database#transaction(Supplier)}. */
    public <T> T transaction(Supplier<T> work) {
        return database.transaction(work);
    }

    /** See {@link Database#transaction(Runnable)}. */
    public void transaction(Runnable work) {
        database.transaction(work);
    }
}
