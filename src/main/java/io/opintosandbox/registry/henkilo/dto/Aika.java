package io.opintosandbox.registry.henkilo.dto;

import io.opintosandbox.world.WorldClock;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Moments as the registry writes them. Contract: registry-api.md 1, "dates". */
final class Aika {
    private static final DateTimeFormatter ISO =
            DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSSXXX", Locale.ROOT);

    private Aika() {}

    static Long millis(Instant moment) {
        return moment == null ? null : moment.toEpochMilli();
    }

    /** In Finnish time with its offset. */
    static String iso(Instant moment) {
        return ISO.format(moment.atZone(WorldClock.ZONE));
    }
}
