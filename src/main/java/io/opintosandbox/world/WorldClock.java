package io.opintosandbox.world;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;

/**
 * The time of one world: the machine's until it is moved, then standing still. Whole milliseconds, which
 * is what the registry's API tells. Contract: control-api.md, "Clock".
 */
public final class WorldClock {
    /** Where the day begins and the published services run. */
    public static final ZoneId ZONE = ZoneId.of("Europe/Helsinki");

    private static final Instant EARLIEST = Instant.parse("1900-01-01T00:00:00Z");
    private static final Instant LATEST = Instant.parse("2999-12-31T23:59:59.999Z");

    private final Clock machine;
    private volatile Instant standing;

    WorldClock(Clock machine) {
        this.machine = machine;
    }

    public Instant now() {
        var fixed = standing;
        return fixed != null ? fixed : machine.instant().truncatedTo(ChronoUnit.MILLIS);
    }

    /** The day that it is in Finland. */
    public LocalDate today() {
        return LocalDate.ofInstant(now(), ZONE);
    }

    /** Whether the clock may be put there: from the year 1900 to 2999. */
    public static boolean mayStandAt(Instant instant) {
        return !instant.isBefore(EARLIEST) && !instant.isAfter(LATEST);
    }

    /** Whether the clock stands still. */
    public boolean fixed() {
        return standing != null;
    }

    /** The mode by the name that the control API gives it. */
    public String mode() {
        return fixed() ? "fixed" : "running";
    }

    void standAt(Instant instant) {
        standing = instant.truncatedTo(ChronoUnit.MILLIS);
    }

    void runOn() {
        standing = null;
    }
}
