package io.opintosandbox.world;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * The time of one world: the machine's until it is moved, then standing still. Whole milliseconds, which
 * is what the registry's API tells. Contract: control-api.md, "Clock".
 */
public final class WorldClock {
    private final Clock machine;
    private volatile Instant standing;

    WorldClock(Clock machine) {
        this.machine = machine;
    }

    public Instant now() {
        var fixed = standing;
        return fixed != null ? fixed : machine.instant().truncatedTo(ChronoUnit.MILLIS);
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
