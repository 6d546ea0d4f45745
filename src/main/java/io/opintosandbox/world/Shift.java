package io.opintosandbox.world;

import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;

/** What a piece of background work is told when its turn comes, and what it tells back. */
public final class Shift {
    private final Instant now;
    private final boolean settling;
    private final Map<String, Integer> counts;
    private boolean worked;
    private Instant next;

    Shift(Instant now, boolean settling, Map<String, Integer> counts) {
        this.now = now;
        this.settling = settling;
        this.counts = counts;
    }

    static Map<String, Integer> counts() {
        return new TreeMap<>();
    }

    public Instant now() {
        return now;
    }

    /** Whether usual delays count as over; the retry time of what has failed never does. */
    public boolean settling() {
        return settling;
    }

    /** Something was done; the counts are what {@code settle} answers. */
    public void did(String what) {
        counts.merge(what, 1, Integer::sum);
        worked = true;
    }

    /** Something was done that nobody counts. */
    public void worked() {
        worked = true;
    }

    /** When there is more to do; null when nothing waits. */
    public void next(Instant due) {
        this.next = due;
    }

    boolean hasWorked() {
        return worked;
    }

    Instant next() {
        return next;
    }
}
