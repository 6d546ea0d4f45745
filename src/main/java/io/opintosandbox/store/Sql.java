package io.opintosandbox.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.regex.Pattern;

/**
 * One statement with named parameters. A value may be text, a number, a boolean, a LocalDate, null, or a
 * collection of texts or longs, which becomes an SQL array for {@code = any(:names)}.
 */
public final class Sql {
    private static final Map<String, Parsed> PARSED = new ConcurrentHashMap<>();
    private static final int FETCHED = 1000;
    private static final Pattern NAME = Pattern.compile("(?<!:):([a-zA-Z]\\w*)");

    private final Database database;
    private final Parsed parsed;
    private final Map<String, Object> values = new HashMap<>();

    Sql(Database database, String text, boolean ofWorld) {
        this.database = database;
        this.parsed = PARSED.computeIfAbsent(text, Parsed::of);
        if (ofWorld && !parsed.names.contains("world")) {
            throw new IllegalArgumentException("a statement of a world must name :world: " + text);
        }
    }

    /** Binds a parameter. */
    public Sql set(String name, Object value) {
        values.put(name, value);
        return this;
    }

    /** All rows. */
    public <T> List<T> list(Function<Row, T> mapper) {
        return run(statement -> {
            try (var result = statement.executeQuery()) {
                var row = new Row(result);
                List<T> rows = new ArrayList<>();
                while (result.next()) {
                    rows.add(mapper.apply(row));
                }
                return rows;
            }
        });
    }

    /** All rows, one at a time. */
    void each(Consumer<ResultSet> reader) {
        run(statement -> {
            statement.setFetchSize(FETCHED);
            try (var result = statement.executeQuery()) {
                while (result.next()) {
                    reader.accept(result);
                }
                return true;
            }
        });
    }

    /** The columns that the statement answers. */
    List<Column> columns() {
        return run(statement -> {
            try (var result = statement.executeQuery()) {
                return Column.of(result.getMetaData());
            }
        });
    }

    /** The first row, if there is one. */
    public <T> Optional<T> first(Function<Row, T> mapper) {
        return run(statement -> {
            try (var result = statement.executeQuery()) {
                return result.next() ? Optional.of(mapper.apply(new Row(result))) : Optional.empty();
            }
        });
    }

    /** The one number that the statement answers. */
    public long number() {
        return run(statement -> {
            try (var result = statement.executeQuery()) {
                result.next();
                return result.getLong(1);
            }
        });
    }

    /** Runs an update and tells how many rows it touched. */
    public int update() {
        return run(PreparedStatement::executeUpdate);
    }

    /** Runs an update once for each item, as one batch. */
    public <T> void batch(Collection<T> items, BiConsumer<Sql, T> bind) {
        if (items.isEmpty()) {
            return;
        }
        run(
                statement -> {
                    for (T item : items) {
                        bind.accept(this, item);
                        bind(statement);
                        statement.addBatch();
                    }
                    return statement.executeBatch();
                },
                false);
    }

    private <T> T run(StatementWork<T> work) {
        return run(work, true);
    }

    private <T> T run(StatementWork<T> work, boolean bindNow) {
        database.countStatement();
        return database.with(connection -> {
            try (var statement = connection.prepareStatement(parsed.jdbc)) {
                if (bindNow) {
                    bind(statement);
                }
                return work.on(statement);
            }
        });
    }

    private void bind(PreparedStatement statement) throws SQLException {
        for (int i = 0; i < parsed.names.size(); i++) {
            var name = parsed.names.get(i);
            if (!values.containsKey(name)) {
                throw new IllegalArgumentException("no value for :" + name + " in " + parsed.jdbc);
            }
            bind(statement, i + 1, values.get(name));
        }
    }

    private static void bind(PreparedStatement statement, int index, Object value) throws SQLException {
        if (value == null) {
            statement.setNull(index, Types.NULL);
        } else if (value instanceof Collection<?> list) {
            statement.setArray(index, array(statement.getConnection(), list));
        } else {
            statement.setObject(index, value);
        }
    }

    private static java.sql.Array array(Connection connection, Collection<?> list) throws SQLException {
        var numbers = list.stream().allMatch(Long.class::isInstance) && !list.isEmpty();
        return connection.createArrayOf(numbers ? "bigint" : "varchar", list.toArray());
    }

    private interface StatementWork<T> {
        T on(PreparedStatement statement) throws SQLException;
    }

    private record Parsed(String jdbc, List<String> names) {
        static Parsed of(String text) {
            var matcher = NAME.matcher(text);
            List<String> names = new ArrayList<>();
            var jdbc = matcher.replaceAll(found -> {
                names.add(found.group(1));
                return "?";
            });
            return new Parsed(jdbc, List.copyOf(names));
        }
    }
}
