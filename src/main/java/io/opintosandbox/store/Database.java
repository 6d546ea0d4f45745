package io.opintosandbox.store;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.OptionalLong;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Supplier;
import org.h2.jdbcx.JdbcDataSource;

/**
 * The data source, its schema, its transactions and its numbers. A transaction is bound to its thread:
 * statements made inside {@link #transaction} take part in it, others stand alone.
 */
public final class Database implements AutoCloseable {
    /** How far numbers may be moved on at once. */
    private static final long FARTHEST = 100_000_000;

    private static final AtomicLong DATABASES = new AtomicLong();

    private final HikariDataSource source;
    // One per database, because servers in one JVM must not share transactions.
    @SuppressWarnings("ThreadLocalUsage")
    private final ThreadLocal<Connection> bound = new ThreadLocal<>();

    private final NumberBlock numbers = new NumberBlock();
    private final LongAdder statements = new LongAdder();

    private Database(HikariDataSource source) {
        this.source = source;
    }

    /** A database of its own in this process's memory. */
    public static Database inMemory() {
        // PostgreSQL mode, because the same statements run there.
        return open("jdbc:h2:mem:sandbox-" + DATABASES.incrementAndGet()
                + ";MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;DB_CLOSE_DELAY=-1;LOCK_TIMEOUT=20000;QUERY_CACHE_SIZE=256");
    }

    private static Database open(String url) {
        // Asked directly: by its URL the driver manager might answer with another H2, of whoever embeds the server.
        var h2 = new JdbcDataSource();
        h2.setURL(url);
        var config = new HikariConfig();
        config.setPoolName("sandbox");
        config.setDataSource(h2);
        config.setMaximumPoolSize(16);
        config.setMinimumIdle(1);
        config.setIdleTimeout(0);
        config.setMaxLifetime(0);
        var database = new Database(new HikariDataSource(config));
        database.createSchema();
        return database;
    }

    /** A statement over all worlds, for the few things that are unique in the whole server. */
    public Sql sql(String text) {
        return new Sql(this, text, false);
    }

    /** The statements and numbers of one world. */
    public WorldDb of(long world) {
        return new WorldDb(this, world);
    }

    /** The next of the numbers that worlds, persons, imports and contact groups share. Grows, with gaps. */
    public long nextNumber() {
        var number = numbers.take();
        while (number.isEmpty()) {
            // In the caller's own connection, and without a lock: the others may all be waiting for one of ours.
            numbers.refill(nextBlock());
            number = numbers.take();
        }
        return number.getAsLong();
    }

    /**
     * From now on only numbers above this one are given out; false when that would take too long, and nothing has
     * changed.
     */
    public boolean numbersPast(long number) {
        if (number - nextNumber() > FARTHEST) {
            return false;
        }
        numbers.past(number);
        for (var block = nextBlock(); block <= number; block = nextBlock()) {
            // Step by step: to set a sequence would end the caller's transaction.
        }
        return true;
    }

    /** The number before so many on end that nobody else is given; empty when they would be too many. */
    public OptionalLong numbers(long count) {
        // Far enough ahead of those who draw numbers in the meantime.
        var first = nextBlock() + 100 * NumberBlock.SIZE;
        return count < FARTHEST - 1000 * NumberBlock.SIZE && numbersPast(first + count)
                ? OptionalLong.of(first)
                : OptionalLong.empty();
    }

    private long nextBlock() {
        return sql("select nextval('numero')").number();
    }

    /** How many statements have been run so far; a batch is one. For tests of how much a call costs. */
    public long statementsRun() {
        return statements.sum();
    }

    void countStatement() {
        statements.increment();
    }

    /**
     * Runs work in one transaction, or in the one that is open in this thread. Commits when it returns,
     * rolls back when it throws.
     */
    public <T> T transaction(Supplier<T> work) {
        return transaction(Connection.TRANSACTION_READ_COMMITTED, work);
    }

    /** As {@link #transaction(Supplier)}, for reading: all statements see the same moment. */
    public void atOneMoment(Runnable work) {
        transaction(Connection.TRANSACTION_REPEATABLE_READ, () -> {
            work.run();
            return null;
        });
    }

    private <T> T transaction(int isolation, Supplier<T> work) {
        if (bound.get() != null) {
            return work.get();
        }
        return alone(connection -> {
            connection.setTransactionIsolation(isolation);
            connection.setAutoCommit(false);
            bound.set(connection);
            var done = false;
            try {
                T result = work.get();
                connection.commit();
                done = true;
                return result;
            } finally {
                bound.remove();
                if (!done) {
                    connection.rollback();
                }
                connection.setAutoCommit(true);
            }
        });
    }

    /** {@link #transaction(Supplier)} for work without a result. */
    public void transaction(Runnable work) {
        transaction(() -> {
            work.run();
            return null;
        });
    }

    @Override
    public void close() {
        // The in-memory database goes with its last connection from here on.
        alone(connection -> {
            try (var statement = connection.createStatement()) {
                return statement.execute("set db_close_delay 0");
            }
        });
        source.close();
    }

    <T> T with(SqlWork<T> work) {
        var connection = bound.get();
        if (connection == null) {
            return alone(work);
        }
        try {
            return work.on(connection);
        } catch (SQLException e) {
            throw StoreException.of(e);
        }
    }

    private <T> T alone(SqlWork<T> work) {
        try (var connection = source.getConnection()) {
            return work.on(connection);
        } catch (SQLException e) {
            throw StoreException.of(e);
        }
    }

    private void createSchema() {
        try (var in = Database.class.getResourceAsStream("schema.sql")) {
            var schema = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            alone(connection -> {
                try (var statement = connection.createStatement()) {
                    return statement.execute(schema);
                }
            });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    interface SqlWork<T> {
        T on(Connection connection) throws SQLException;
    }
}
