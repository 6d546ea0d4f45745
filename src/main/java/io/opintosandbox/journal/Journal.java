package io.opintosandbox.journal;

import io.opintosandbox.id.SyntheticOnly;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/**
 * What the clients of one world have called, newest last. Bounded by number and by bytes; the oldest go first, and how
 * many have gone is counted. Thread-safe. Contract: control-api.md, "requests".
 */
public final class Journal {
    /** What the entries of a world take in memory at most. */
    public static final long MOST_BYTES = 20L * 1024 * 1024;

    private final int most;
    private final long mostBytes;
    private final Masks masks;
    private final Deque<Kept> kept = new ArrayDeque<>();
    private final List<Waiting> waiting = new ArrayList<>();
    private long bytes;
    private long lastId;
    private long dropped;

    /**
     * An empty journal.
     *
     * @param most entries, 0 for none at all
     * @param guard tells which hetus are real, and are masked
     */
    public Journal(int most, long mostBytes, SyntheticOnly guard) {
        this.most = most;
        this.mostBytes = mostBytes;
        this.masks = new Masks(guard);
    }

    private record Kept(Entry entry, long weight) {}

    private record Waiting(Query query, int atLeast, CompletableFuture<List<Entry>> matched) {}

    /** Writes down a call that has ended; it is there for everybody when this returns. */
    public void add(Exchange exchange) {
        if (most == 0) {
            return;
        }
        var entry = exchange.entry(masks);
        var weight = entry.weight();
        for (var reached : keep(entry, weight)) {
            reached.run();
        }
    }

    /** The entries that match, oldest first. */
    public synchronized List<Entry> find(Query query) {
        List<Entry> found = new ArrayList<>();
        for (var one : kept) {
            if (query.matches(one.entry())) {
                found.add(one.entry());
            }
        }
        return found;
    }

    /** All entries, oldest first. */
    public List<Entry> all() {
        return find(Query.ALL);
    }

    /** The entry of an id, unless it has gone or never was. */
    public synchronized Optional<Entry> find(long id) {
        return kept.stream().map(Kept::entry).filter(entry -> entry.id() == id).findFirst();
    }

    /** How many entries match. */
    public synchronized int count(Query query) {
        var count = 0;
        for (var one : kept) {
            count += query.matches(one.entry()) ? 1 : 0;
        }
        return count;
    }

    /** How many entries have gone to make room since the journal was last empty. */
    public synchronized long dropped() {
        return dropped;
    }

    /** About as many bytes as the entries take. */
    public synchronized long bytes() {
        return bytes;
    }

    /** Forgets everything; ids count on. */
    public synchronized void clear() {
        kept.clear();
        bytes = 0;
        dropped = 0;
    }

    /**
     * The matching entries as soon as there are so many of them, which may be now. Nobody waits in a thread: put a
     * time limit on the future, and cancel it when nobody wants it any more.
     */
    public CompletableFuture<List<Entry>> await(Query query, int atLeast) {
        var matched = new CompletableFuture<List<Entry>>();
        synchronized (this) {
            var now = find(query);
            if (now.size() >= atLeast) {
                matched.complete(now);
                return matched;
            }
            waiting.add(new Waiting(query, atLeast, matched));
        }
        var unused = matched.whenComplete((entries, error) -> stopWaiting(matched));
        return matched;
    }

    private synchronized void stopWaiting(CompletableFuture<List<Entry>> matched) {
        waiting.removeIf(one -> one.matched() == matched);
    }

    /** Answers what is to be told to whom, which is done when others may come in again. */
    private synchronized List<Runnable> keep(Entry draft, long weight) {
        var entry = draft.withId(++lastId);
        kept.addLast(new Kept(entry, weight));
        bytes += weight;
        while (kept.size() > most || bytes > mostBytes) {
            bytes -= kept.removeFirst().weight();
            dropped++;
        }
        if (waiting.isEmpty()) {
            return List.of();
        }
        List<Runnable> reached = new ArrayList<>();
        for (var one : waiting) {
            if (one.query().matches(entry)) {
                var found = find(one.query());
                if (found.size() >= one.atLeast()) {
                    reached.add(() -> one.matched().complete(found));
                }
            }
        }
        return reached;
    }
}
