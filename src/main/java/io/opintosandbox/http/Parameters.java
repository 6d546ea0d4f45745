package io.opintosandbox.http;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.Year;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Values of paths and queries as the registry reads them. Contract: registry-api.md 1, "date-time parameters", and 2,
 * "type mismatch".
 */
public final class Parameters {
    /** The published service runs in Finnish time. */
    public static final ZoneId ZONE = ZoneId.of("Europe/Helsinki");

    private static final int LONGEST_YEAR = 9;
    private static final Pattern DIGITS = Pattern.compile("[+-]?\\d{1,18}");
    private static final Pattern SHORT_OFFSET = Pattern.compile("(.*T.*[+-]\\d{2})(\\d{2})?");

    private Parameters() {}

    /** A whole number of 64 bits. Errors: 400 A. */
    static long number(String text) {
        try {
            return Long.parseLong(text);
        } catch (NumberFormatException e) {
            throw Problem.notANumber(text);
        }
    }

    /** A whole number of 32 bits. Errors: 400 A. */
    static int int32(String text) {
        try {
            return Integer.parseInt(text.trim());
        } catch (NumberFormatException e) {
            throw Problem.notANumber(text.trim());
        }
    }

    /** A truth value. Errors: 400 A. */
    static boolean truth(String text) {
        return switch (text.trim().toLowerCase(Locale.ROOT)) {
            case "true", "on", "yes", "1" -> true;
            case "false", "off", "no", "0" -> false;
            default ->
                throw Problem.illegalArgument(
                        "Invalid boolean value [" + text + "]", "truth values are true and false");
        };
    }

    /** A date {@code yyyy-MM-dd}. Errors: 400 A. */
    static LocalDate date(String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeException e) {
            throw Problem.illegalArgument("Parse attempt failed for value [" + text + "]", "dates are yyyy-MM-dd");
        }
    }

    /** A moment in any of the forms that the registry takes. Errors: 400 A. */
    static Instant time(String text) {
        return timeIfAny(text)
                .orElseThrow(() -> Problem.illegalArgument(
                        "Invalid format: \"" + text + "\"",
                        "moments are ISO 8601 date-times, dates or epoch milliseconds"));
    }

    /**
     * A moment: ISO 8601 date-time, with or without offset; ISO date, year and month, or year (up to nine digits); epoch
     * milliseconds. Without an offset it is Finnish time.
     */
    public static Optional<Instant> timeIfAny(String text) {
        try {
            if (DIGITS.matcher(text).matches()) {
                return Optional.of(
                        text.length() <= LONGEST_YEAR
                                ? startOf(Year.of(Integer.parseInt(text)).atDay(1))
                                : Instant.ofEpochMilli(Long.parseLong(text)));
            }
            if (text.indexOf('T') >= 0) {
                return Optional.of(dateTime(text));
            }
            return Optional.of(
                    text.length() == "2026-11".length()
                            ? startOf(YearMonth.parse(text).atDay(1))
                            : startOf(LocalDate.parse(text)));
        } catch (DateTimeException | ArithmeticException e) {
            return Optional.empty();
        }
    }

    private static Instant dateTime(String text) {
        if (text.endsWith("Z") || text.endsWith("z")) {
            return OffsetDateTime.parse(text).toInstant();
        }
        var offset = SHORT_OFFSET.matcher(text);
        if (offset.matches()) {
            return OffsetDateTime.parse(offset.group(1) + ":" + (offset.group(2) == null ? "00" : offset.group(2)))
                    .toInstant();
        }
        if (text.lastIndexOf('+') > text.indexOf('T') || text.lastIndexOf('-') > text.indexOf('T')) {
            return OffsetDateTime.parse(text).toInstant();
        }
        return LocalDateTime.parse(text).atZone(ZONE).toInstant();
    }

    private static Instant startOf(LocalDate date) {
        return date.atStartOfDay(ZONE).toInstant();
    }
}
