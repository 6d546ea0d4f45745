package io.opintosandbox.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;

/** The current row of a result, read by column name; null stays null. */
public final class Row {
    private final ResultSet result;

    Row(ResultSet result) {
        this.result = result;
    }

    public String text(String column) {
        return read(() -> result.getString(column));
    }

    public boolean flag(String column) {
        return read(() -> result.getBoolean(column));
    }

    public long number(String column) {
        return read(() -> result.getLong(column));
    }

    public Long numberOrNull(String column) {
        return read(() -> {
            var number = result.getLong(column);
            return result.wasNull() ? null : number;
        });
    }

    public LocalDate date(String column) {
        return read(() -> result.getObject(column, LocalDate.class));
    }

    /** A column of epoch milliseconds. */
    public Instant time(String column) {
        var millis = numberOrNull(column);
        return millis == null ? null : Instant.ofEpochMilli(millis);
    }

    private static <T> T read(Reading<T> reading) {
        try {
            return reading.value();
        } catch (SQLException e) {
            throw StoreException.of(e);
        }
    }

    private interface Reading<T> {
        T value() throws SQLException;
    }
}
