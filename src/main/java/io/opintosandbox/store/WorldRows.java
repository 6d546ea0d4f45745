package io.opintosandbox.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** The rows of one world, whatever they mean: all of a table out, and in again. A row is its values by column. */
public final class WorldRows {
    private final WorldDb db;
    private final Map<String, List<Column>> columns = new HashMap<>();

    public WorldRows(WorldDb db) {
        this.db = db;
    }

    /** The columns of a table without the world's number, in the order of the schema. */
    public List<Column> columns(Table table) {
        return columns.computeIfAbsent(
                table.name(),
                name ->
                        db
                                .sql("select * from " + name + " where world = :world fetch first row only")
                                .columns()
                                .stream()
                                .filter(column -> !column.name().equals("world"))
                                .toList());
    }

    /** All rows of a table, always in the same order; the array is the reader's only until it returns. */
    public void each(Table table, Consumer<Object[]> reader) {
        var all = columns(table);
        var values = new Object[all.size()];
        var names = all.stream().map(Column::name).collect(Collectors.joining(", "));
        db.sql("select " + names + " from " + table.name() + " where world = :world order by "
                        + String.join(", ", table.order()))
                .each(result -> {
                    read(result, all, values);
                    reader.accept(values);
                });
    }

    private static void read(ResultSet result, List<Column> columns, Object[] into) {
        try {
            for (int i = 0; i < into.length; i++) {
                into[i] = switch (columns.get(i).type()) {
                    case TEXT -> result.getString(i + 1);
                    case INT -> result.getInt(i + 1);
                    case LONG -> result.getLong(i + 1);
                    case FLAG -> result.getBoolean(i + 1);
                    case DATE -> result.getObject(i + 1, LocalDate.class);
                };
                if (result.wasNull()) {
                    into[i] = null;
                }
            }
        } catch (SQLException e) {
            throw StoreException.of(e);
        }
    }

    /** Adds rows, each with a value or null for every column. Errors: {@link StoreException.UniqueViolation}. */
    public void insert(Table table, List<Object[]> rows) {
        var all = columns(table);
        var names = all.stream().map(Column::name).collect(Collectors.joining(", "));
        var places = all.stream().map(column -> ":" + column.name()).collect(Collectors.joining(", "));
        db.sql("insert into " + table.name() + " (world, " + names + ") values (:world, " + places + ")")
                .batch(rows, (sql, row) -> {
                    for (int i = 0; i < row.length; i++) {
                        sql.set(all.get(i).name(), row[i]);
                    }
                });
    }

    /** The highest number of the sequence in any row; 0 when there is none. */
    public long highestNumber() {
        var highest = 0L;
        for (var table : Table.ALL) {
            for (var column : table.numbers().keySet()) {
                highest = Math.max(
                        highest,
                        db.sql("select coalesce(max(" + column + "), 0) from " + table.name() + " where world = :world")
                                .number());
            }
        }
        return highest;
    }

    /** A column of a table that refers to a row which is not there, with the number of one; empty when all are there. */
    public Optional<Dangling> dangling() {
        return Table.ALL.stream()
                .flatMap(table -> table.numbers().entrySet().stream()
                        .filter(reference -> reference.getValue() != null)
                        .flatMap(reference -> dangling(table, reference.getKey(), reference.getValue()).stream()))
                .findFirst();
    }

    /** A reference that leads nowhere. */
    public record Dangling(String table, String column, long number) {}

    private Optional<Dangling> dangling(Table table, String column, String target) {
        return db.sql("select t." + column + " as numero from " + table.name() + " t where t.world = :world and t."
                        + column + " is not null and not exists (select 1 from " + target + " k where k.id = t."
                        + column + " and k.world = :world) fetch first row only")
                .first(row -> new Dangling(table.name(), column, row.number("numero")));
    }
}
