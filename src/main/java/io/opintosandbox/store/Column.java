package io.opintosandbox.store;

import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Types;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * A column of a table.
 *
 * @param length the longest text
 */
public record Column(String name, Type type, int length, boolean nullable) {
    /** What a column holds. */
    public enum Type {
        TEXT,
        INT,
        LONG,
        FLAG,
        DATE
    }

    static List<Column> of(ResultSetMetaData meta) throws SQLException {
        List<Column> columns = new ArrayList<>();
        for (int i = 1; i <= meta.getColumnCount(); i++) {
            columns.add(new Column(
                    meta.getColumnName(i).toLowerCase(Locale.ROOT),
                    type(meta.getColumnType(i)),
                    meta.getPrecision(i),
                    meta.isNullable(i) != ResultSetMetaData.columnNoNulls));
        }
        return columns;
    }

    private static Type type(int jdbc) {
        return switch (jdbc) {
            case Types.BIGINT -> Type.LONG;
            case Types.INTEGER -> Type.INT;
            case Types.BOOLEAN, Types.BIT -> Type.FLAG;
            case Types.DATE -> Type.DATE;
            case Types.VARCHAR -> Type.TEXT;
            default -> throw new IllegalStateException("columns of JDBC type " + jdbc + " are not known here");
        };
    }
}
