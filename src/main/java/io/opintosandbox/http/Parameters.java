package io.opintosandbox.http;

import io.opintosandbox.id.SyntheticOnly;
import io.opintosandbox.world.WorldClock;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Values of paths and queries as the registry reads them. Contract: registry-api.md 1, "date-time parameters", and 2,
 * "type mismatch". Messages that quote a value hide what looks like a hetu.
 */
public final class Parameters {
    /** What stands behind the T, each part only with the ones before it; a day may end with a bare T. */
    private static final String TIME =
            "(?:(?<hour>\\d{1,2})(?::(?<minute>\\d{1,2})(?::(?<second>\\d{1,2})(?:[.,](?<fraction>\\d{1,9}))?)?)?)?";

    private static final String OFFSET = "(?<offset>Z|(?<sign>[+-])(?<hours>\\d{2})(?::?(?<minutes>\\d{2}))?)?";

    private static final Pattern ISO = Pattern.compile(
            "(?<year>[+-]?\\d{1,9})(?:-(?<month>\\d{1,2})(?:-(?<day>\\d{1,2}))?)?(?:T" + TIME + OFFSET + ")?",
            Pattern.CASE_INSENSITIVE);

    private static final int NANO_DIGITS = 9;
    private static final int MINUTES_OF_HOUR = 60;
    private static final int HOURS_OF_DAY = 24;

    private Parameters() {}

    /** A whole number of 64 bits. Errors: 400 A. */
    static long number(String text) {
        try {
            return Long.parseLong(text.strip());
        } catch (NumberFormatException e) {
            throw Problem.notANumber(SyntheticOnly.maskAll(text.strip()));
        }
    }

    /** A whole number of 32 bits. Errors: 400 A. */
    static int int32(String text) {
        try {
            return Integer.parseInt(text.strip());
        } catch (NumberFormatException e) {
            throw Problem.notANumber(SyntheticOnly.maskAll(text.strip()));
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
            throw Problem.illegalArgument(
                    "Parse attempt failed for value [" + SyntheticOnly.maskAll(text) + "]", "dates are yyyy-MM-dd");
        }
    }

    /** A moment in any of the forms that the registry takes. Errors: 400 A. */
    static Instant time(String text) {
        return timeIfAny(text)
                .orElseThrow(() -> Problem.illegalArgument(
                        "Invalid format: \"" + SyntheticOnly.maskAll(text) + "\"",
                        "moments are ISO 8601 date-times, dates or epoch milliseconds"));
    }

    /**
     * A moment: ISO 8601 date-time, with or without offset, from the year (up to nine digits) down to nanoseconds with
     * any number of parts; else epoch milliseconds. Without an offset it is Finnish time. The moment is one that epoch
     * milliseconds can count.
     */
    public static Optional<Instant> timeIfAny(String text) {
        return isoTime(text).or(() -> epochMillis(text));
    }

    private static Optional<Instant> isoTime(String text) {
        var found = ISO.matcher(text);
        if (!found.matches()) {
            return Optional.empty();
        }
        try {
            var local = LocalDateTime.of(
                    LocalDate.of(number(found, "year", 1), number(found, "month", 1), number(found, "day", 1)),
                    LocalTime.of(
                            number(found, "hour", 0),
                            number(found, "minute", 0),
                            number(found, "second", 0),
                            nanos(found)));
            var moment = found.group("offset") == null
                    ? local.atZone(WorldClock.ZONE).toInstant()
                    : local.toInstant(ZoneOffset.UTC).minusSeconds(offsetSeconds(found));
            return Optional.of(Instant.ofEpochMilli(moment.toEpochMilli()));
        } catch (DateTimeException | ArithmeticException e) {
            return Optional.empty();
        }
    }

    private static Optional<Instant> epochMillis(String text) {
        try {
            return Optional.of(Instant.ofEpochMilli(Long.parseLong(text)));
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }

    private static int number(Matcher found, String part, int absent) {
        return found.group(part) == null ? absent : Integer.parseInt(found.group(part));
    }

    private static int nanos(Matcher found) {
        var fraction = found.group("fraction");
        return fraction == null ? 0 : Integer.parseInt(fraction + "0".repeat(NANO_DIGITS - fraction.length()));
    }

    /** Not a {@link ZoneOffset}, which ends at 18 hours. */
    private static int offsetSeconds(Matcher found) {
        var hours = number(found, "hours", 0);
        var minutes = number(found, "minutes", 0);
        if (hours >= HOURS_OF_DAY || minutes >= MINUTES_OF_HOUR) {
            throw new DateTimeException("no such offset");
        }
        var seconds = (hours * MINUTES_OF_HOUR + minutes) * MINUTES_OF_HOUR;
        return "-".equals(found.group("sign")) ? -seconds : seconds;
    }
}
