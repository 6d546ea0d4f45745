package io.opintosandbox.world;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The background work of one world: kinds of work, in the order in which they feed each other, each with
 * the time when it is due next. One piece runs at a time. The ticker runs it in real time; {@code settle}
 * and the clock run it at once.
 */
public final class Background {
    private static final Logger LOG = LoggerFactory.getLogger(Background.class);

    private final WorldClock clock;
    private final Runnable wakeTicker;
    private final Map<Work, Instant> due = new LinkedHashMap<>();
    private final ReentrantLock turn = new ReentrantLock();
    private volatile boolean closed;

    Background(WorldClock clock, Runnable wakeTicker) {
        this.clock = clock;
        this.wakeTicker = wakeTicker;
    }

    /** Adds a kind of work; nothing of it is due yet. */
    public void add(Work work) {
        synchronized (due) {
            due.put(work, Instant.MAX);
        }
    }

    /** Work has come in that is due then, or earlier work that is due before stays so. */
    public void wake(Work work, Instant when) {
        synchronized (due) {
            due.merge(work, when, (a, b) -> a.isBefore(b) ? a : b);
        }
        wakeTicker.run();
    }

    /** When the next piece is due. */
    Optional<Instant> nextDue() {
        synchronized (due) {
            return due.values().stream().min(Instant::compareTo).filter(next -> next.isBefore(Instant.MAX));
        }
    }

    /** Runs one piece of what is due; false when nothing is. */
    boolean runOnePiece() {
        return inTurn(() -> {
            var work = dueNow(clock.now());
            return work.isPresent() && run(work.get(), new Shift(clock.now(), false, Shift.counts()));
        });
    }

    /** Moves the clock on to a time, stopping at whatever falls due on the way to do it then. */
    void advanceTo(Instant target) {
        inTurn(() -> {
            for (var next = nextDue(); next.isPresent() && !next.get().isAfter(target); next = nextDue()) {
                if (next.get().isAfter(clock.now())) {
                    clock.standAt(next.get());
                }
                dueNow(clock.now()).ifPresent(work -> run(work, new Shift(clock.now(), false, Shift.counts())));
            }
            clock.standAt(target);
            return true;
        });
    }

    /** Runs whatever waits for its turn until nothing does, and tells how much of each kind was done. */
    Map<String, Integer> settle() {
        return inTurn(() -> {
            var counts = Shift.counts();
            for (boolean worked = true; worked && !closed; ) {
                worked = false;
                for (Work work : kinds()) {
                    worked |= run(work, new Shift(clock.now(), true, counts));
                }
            }
            return counts;
        });
    }

    /** No piece starts any more; one that runs is waited for. */
    void close() {
        closed = true;
        inTurn(() -> true);
    }

    private boolean run(Work work, Shift shift) {
        if (closed) {
            forget(work);
            return false;
        }
        synchronized (due) {
            due.put(work, Instant.MAX);
        }
        try {
            work.run(shift);
        } catch (RuntimeException e) {
            // The work has left its state in the database and is woken by whoever can mend it.
            LOG.error("background work {} failed", work.getClass().getSimpleName(), e);
            return false;
        }
        if (shift.next() != null) {
            synchronized (due) {
                due.merge(work, shift.next(), (a, b) -> a.isBefore(b) ? a : b);
            }
        }
        return shift.hasWorked();
    }

    private void forget(Work work) {
        synchronized (due) {
            due.put(work, Instant.MAX);
        }
    }

    private Optional<Work> dueNow(Instant now) {
        synchronized (due) {
            return due.entrySet().stream()
                    .filter(entry -> !entry.getValue().isAfter(now))
                    .min(Map.Entry.comparingByValue())
                    .map(Map.Entry::getKey);
        }
    }

    private List<Work> kinds() {
        synchronized (due) {
            return List.copyOf(due.keySet());
        }
    }

    private <T> T inTurn(Supplier<T> piece) {
        turn.lock();
        try {
            return piece.get();
        } finally {
            turn.unlock();
        }
    }
}
