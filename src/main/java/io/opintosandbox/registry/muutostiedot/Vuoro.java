package io.opintosandbox.registry.muutostiedot;

import java.time.Duration;
import java.time.Instant;

/** When a task that runs at even times has its turn. */
final class Vuoro {

    private Vuoro() {}

    /** The next even multiple of the interval after now, counted from the epoch: full hours, quarters and so on. */
    static Instant seuraava(Instant now, Duration interval) {
        var step = interval.toMillis();
        return Instant.ofEpochMilli(Math.floorDiv(now.toEpochMilli(), step) * step + step);
    }
}
