package io.opintosandbox.store;

import java.sql.SQLException;
import java.util.List;
import java.util.Locale;

/** A statement that the database refused, with the reason by name where callers decide by it. */
public class StoreException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private StoreException(String message) {
        super(message);
    }

    private StoreException(SQLException cause) {
        super(cause);
    }

    /** A value that must be unique is there already. The message names the constraint, never the value. */
    public static final class UniqueViolation extends StoreException {
        private static final long serialVersionUID = 1L;
        private final String constraint;

        UniqueViolation(String constraint) {
            super("unique constraint " + constraint);
            this.constraint = constraint;
        }

        public String constraint() {
            return constraint;
        }
    }

    /** Text longer than its column. */
    public static final class ValueTooLong extends StoreException {
        private static final long serialVersionUID = 1L;

        ValueTooLong() {
            super("a value is longer than its column");
        }
    }

    /** Another transaction was in the way; trying again may succeed. */
    public static final class LockConflict extends StoreException {
        private static final long serialVersionUID = 1L;

        LockConflict(SQLException cause) {
            super(cause);
        }
    }

    static StoreException of(SQLException e) {
        var state = e.getSQLState() == null ? "" : e.getSQLState();
        return switch (state) {
            case "23505" -> new UniqueViolation(constraintIn(e));
            case "22001" -> new ValueTooLong();
            case "40001", "40P01", "HYT00", "55P03" -> new LockConflict(e);
            default -> new StoreException(e);
        };
    }

    // The message holds the offending values, which may be hetus: only the name is taken out of it.
    private static String constraintIn(SQLException e) {
        var message = e.getMessage().toLowerCase(Locale.ROOT);
        return List.of(
                        "henkilo_hetu_key",
                        "henkilo_oid_key",
                        "uk_henkilo_hetu_01",
                        "uk_passinumero_01",
                        "uk_eidas_tunniste_01",
                        "palvelukayttaja_tunnus_key")
                .stream()
                .filter(message::contains)
                .findFirst()
                .orElse("another");
    }
}
