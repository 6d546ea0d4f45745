package io.opintosandbox.world;

import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The background work of one world: kinds of work, in the order in which they feed each other, each with
 * the time when it is due next. One piece runs at a time. The ticker runs it in real time; {@code settle}
 * and the clock run it at once.
 */
public final class Background {
    private static final Logger LOG = LoggerFactory.getLogger(Background.class);
    private static final Duration AFTER_FAILURE = Duration.ofMinutes(1);

    private final WorldClock clock;
    private final Runnable wakeTicker;
    private final Map<Work, Instant> due = new LinkedHashMap<>();
    // Whose last turn had nothing to do but to fail again, since when nothing else has been done. Guarded by due.
    private final Set<Work> hopeless = new HashSet<>();
    // What a slow VTJ holds up in real time; a settle and a moved clock do not wait for it. Guarded by due.
    private final Set<Work> held = new HashSet<>();
    // Fair, so that a settle or a reset need not wait until a long import has run out of pieces.
    private final ReentrantLock turn = new ReentrantLock(true);
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
            hopeless.remove(work);
        }
        remember(work, when);
        wakeTicker.run();
    }

    /** When the next piece is due. */
    Optional<Instant> nextDue() {
        return first(this::isFree).map(Map.Entry::getValue);
    }

    /** Whether somebody else runs this work or is about to; whoever does so wakes the ticker at the end. */
    boolean isTaken() {
        return turn.isLocked() || turn.hasQueuedThreads();
    }

    /** Runs one piece of what is due; false when nothing is, or when somebody else has the turn. */
    boolean runOnePiece() {
        // Not waited for: the ticker has other worlds to look after.
        if (turn.hasQueuedThreads() || !turn.tryLock()) {
            return false;
        }
        try {
            var now = clock.now();
            var next = firstUntil(now, this::isFree);
            return next.isPresent() && runAsLongAsItTakes(next.get().getKey(), Shift.due(now));
        } finally {
            turn.unlock();
        }
    }

    /**
     * Moves the clock to a time that follows from the present one, and stops it there. On the way on it
     * stops at whatever falls due, to do it then; nothing is done on the way back.
     */
    void move(UnaryOperator<Instant> to) {
        inTurn(() -> {
            var target = to.apply(clock.now());
            if (target.isAfter(clock.now())) {
                runUntil(target);
            }
            clock.standAt(target);
            return true;
        });
    }

    /** Lets the clock run at the machine's time. */
    void runOn() {
        inTurn(() -> {
            clock.runOn();
            return true;
        });
    }

    private void runUntil(Instant target) {
        Predicate<Work> hopeful = work -> !hopeless.contains(work);
        for (var next = firstUntil(target, hopeful); !closed && next.isPresent(); next = firstUntil(target, hopeful)) {
            if (next.get().getValue().isAfter(clock.now())) {
                clock.standAt(next.get().getValue());
            }
            run(next.get().getKey(), Shift.due(clock.now()));
        }
        clock.standAt(target);
        for (var work : kinds()) {
            if (!closed && firstUntil(target, work::equals).isPresent()) {
                run(work, Shift.due(target));
            }
        }
    }

    /** Runs whatever waits for its turn until nothing does, and tells how much of each kind was done. */
    Map<String, Integer> settle() {
        return inTurn(() -> {
            var first = Shift.settling(clock.now());
            for (boolean worked = true; worked && !closed; ) {
                worked = false;
                for (Work work : kinds()) {
                    worked |= run(work, first.another(clock.now()));
                }
            }
            return first.counts();
        });
    }

    /** Runs one kind of work, whatever else waits, until it has nothing to do. */
    public void finish(Work work) {
        inTurn(() -> {
            while (!closed && run(work, Shift.due(clock.now()))) {
                // Each run was a piece.
            }
            return true;
        });
    }

    /** Does something while no piece runs. */
    <T> T whileStill(Supplier<T> something) {
        return inTurn(something);
    }

    /** When each kind of work that waits for a time is due, by its name. */
    Map<String, Instant> dueTimes() {
        Map<String, Instant> times = new TreeMap<>();
        synchronized (due) {
            due.forEach((work, when) -> {
                if (when.isBefore(Instant.MAX)) {
                    times.put(work.name(), when);
                }
            });
        }
        return times;
    }

    /** Makes work due by its name; names that nobody has are left alone. */
    void resume(Map<String, Instant> times) {
        synchronized (due) {
            due.replaceAll((work, when) -> times.getOrDefault(work.name(), when));
        }
    }

    /** No piece starts any more; one that runs is waited for. */
    void close() {
        closed = true;
        inTurn(() -> true);
    }

    private boolean runAsLongAsItTakes(Work work, Shift shift) {
        Faults.takeSlowness();
        var worked = run(work, shift);
        var slowness = Faults.takeSlowness();
        if (!slowness.isZero()) {
            hold(work, slowness);
        }
        return worked;
    }

    private void hold(Work work, Duration realTime) {
        synchronized (due) {
            held.add(work);
        }
        CompletableFuture.delayedExecutor(realTime.toMillis(), TimeUnit.MILLISECONDS)
                .execute(() -> {
                    synchronized (due) {
                        held.remove(work);
                    }
                    wakeTicker.run();
                });
    }

    private boolean isFree(Work work) {
        synchronized (due) {
            return !held.contains(work);
        }
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
        } catch (RuntimeException | Error e) {
            // What waits is in the database, so the next try finds it; an error must not end the ticker either.
            LOG.error(
                    "background work {} failed and will be tried again",
                    work.getClass().getSimpleName(),
                    e);
            remember(work, shift.now().plus(AFTER_FAILURE));
            return false;
        }
        hope(work, shift.hasWorked(), shift.isRetrying());
        if (shift.next() != null) {
            remember(work, shift.next());
        }
        return shift.hasWorked();
    }

    /** Whatever has been done may be what others wait for. */
    private void hope(Work work, boolean worked, boolean retrying) {
        synchronized (due) {
            if (worked) {
                hopeless.clear();
            } else if (retrying) {
                hopeless.add(work);
            }
        }
    }

    private void remember(Work work, Instant when) {
        synchronized (due) {
            due.merge(work, when, (a, b) -> a.isBefore(b) ? a : b);
        }
    }

    private void forget(Work work) {
        synchronized (due) {
            due.put(work, Instant.MAX);
        }
    }

    /** What is due first of these kinds, and when; of two at once the one that was added first. */
    private Optional<Map.Entry<Work, Instant>> first(Predicate<Work> wanted) {
        synchronized (due) {
            return due.entrySet().stream()
                    .filter(next -> next.getValue().isBefore(Instant.MAX) && wanted.test(next.getKey()))
                    .min(Map.Entry.comparingByValue())
                    .map(Map.Entry::copyOf);
        }
    }

    /** The same, if it is due by then. */
    private Optional<Map.Entry<Work, Instant>> firstUntil(Instant then, Predicate<Work> wanted) {
        return first(wanted).filter(next -> !next.getValue().isAfter(then));
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
            // Whoever waits here is not to wait for a slow VTJ too.
            Faults.takeSlowness();
            turn.unlock();
            wakeTicker.run();
        }
    }
}
