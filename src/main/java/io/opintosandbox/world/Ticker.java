package io.opintosandbox.world;

import java.time.Duration;
import java.util.Collection;
import java.util.Optional;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Drains the background work of all worlds in real time: sleeps until the next piece is due or somebody
 * wakes it, and takes one piece of every world in turn, so that a long import holds up nobody else.
 */
final class Ticker implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Ticker.class);
    private static final Duration LONGEST_WAIT = Duration.ofDays(1);
    private static final Duration AFTER_FAILURE = Duration.ofSeconds(1);

    private final Collection<World> worlds;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final Thread thread = new Thread(this::tick, "sandbox-background");
    private boolean woken;
    private boolean closed;

    Ticker(Collection<World> worlds) {
        this.worlds = worlds;
        thread.setDaemon(true);
    }

    void start() {
        thread.start();
    }

    void wake() {
        lock.lock();
        try {
            woken = true;
            changed.signal();
        } finally {
            lock.unlock();
        }
    }

    @Override
    public void close() {
        lock.lock();
        try {
            closed = true;
            changed.signal();
        } finally {
            lock.unlock();
        }
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void tick() {
        try {
            while (!isClosed()) {
                try {
                    waitFor(untilNextDue());
                    drain();
                } catch (RuntimeException | Error e) {
                    // Nobody would miss this thread: without it all background work stands still in silence.
                    LOG.error("the background work pauses for a moment", e);
                    waitFor(AFTER_FAILURE);
                }
            }
        } catch (InterruptedException e) {
            LOG.error("the background work was ended from outside", e);
        }
    }

    private void drain() {
        boolean worked = true;
        while (worked && !isClosed()) {
            worked = false;
            for (World world : worlds) {
                worked |= world.background().runOnePiece();
            }
        }
    }

    private void waitFor(Duration longest) throws InterruptedException {
        lock.lock();
        try {
            var wait = longest.toNanos();
            while (!woken && !closed && wait > 0) {
                wait = changed.awaitNanos(wait);
            }
            woken = false;
        } finally {
            lock.unlock();
        }
    }

    private boolean isClosed() {
        lock.lock();
        try {
            return closed;
        } finally {
            lock.unlock();
        }
    }

    private Duration untilNextDue() {
        return worlds.stream()
                .flatMap(world -> untilNextDue(world).stream())
                .min(Duration::compareTo)
                .orElse(LONGEST_WAIT);
    }

    /** How long a world can do without the ticker; where the clock stands still, only what is due now counts. */
    private static Optional<Duration> untilNextDue(World world) {
        var now = world.clock().now();
        var due = world.background().nextDue();
        if (due.isEmpty() || world.background().isTaken()) {
            return Optional.empty();
        }
        if (!due.get().isAfter(now)) {
            return Optional.of(Duration.ZERO);
        }
        // Cut off, because the clock can be moved by more than a count of nanoseconds can tell.
        var wait = Duration.between(now, due.get());
        return world.clock().fixed()
                ? Optional.empty()
                : Optional.of(wait.compareTo(LONGEST_WAIT) < 0 ? wait : LONGEST_WAIT);
    }
}
