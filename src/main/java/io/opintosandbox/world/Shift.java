package io.opintosandbox.world;

import java.time.Instant;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** What a piece of background work is told when its turn comes, and what it tells back. */
public final class Shift {
    private final Instant now;
    private final boolean settling;
    private final Map<String, Integer> counts;
    private final Set<Work> begun;
    private boolean worked;
    private boolean retrying;
    private Instant next;

    private Shift(Instant now, boolean settling, Map<String, Integer> counts, Set<Work> begun) {
        this.now = now;
        this.settling = settling;
        this.counts = counts;
        this.begun = begun;
    }

    /** A turn that has come in its time. */
    static Shift due(Instant now) {
        return new Shift(now, false, new TreeMap<>(), new HashSet<>());
    }

    /** The first turn of a settle. */
    static Shift settling(Instant now) {
        return new Shift(now, true, new TreeMap<>(), new HashSet<>());
    }

    /** The next turn of the same settle, with the same counts. */
    Shift another(Instant later) {
        return new Shift(later, settling, counts, begun);
    }

    Map<String, Integer> counts() {
        return counts;
    }

    public Instant now() {
        return now;
    }

    /** Whether usual delays count as over; the retry time of what has failed never does. */
    public boolean settling() {
        return settling;
    }

    /** True when the work has its first turn of a settle, and at every turn that has come in its time. */
    public boolean isFirstOf(Work work) {
        return begun.add(work);
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

    /** When there is more to do; the earliest counts. */
    public void next(Instant due) {
        next = next == null || due.isBefore(next) ? due : next;
    }

    /**
     * When what could not be done is to be tried again. A clock that is moved far tries it again only when something else
     * has been done on the way, or at the end: until then nothing would come of it.
     */
    public void retry(Instant due) {
        next(due);
        retrying = true;
    }

    boolean hasWorked() {
        return worked;
    }

    /** Whether there is nothing to do but to try again what has failed. */
    boolean isRetrying() {
        return retrying && !worked;
    }

    Instant next() {
        return next;
    }
}
