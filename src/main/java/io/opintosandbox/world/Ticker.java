package io.opintosandbox.world;

import java.time.Duration;
import java.util.Collection;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Drains the background work of all worlds in real time: sleeps until the next piece is due or somebody
 * wakes it, and takes one piece of every world in turn, so that a long import holds up nobody else.
 */
final class Ticker implements AutoCloseable {
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
        while (waitForWork()) {
            boolean worked = true;
            while (worked && !isClosed()) {
                worked = false;
                for (World world : worlds) {
                    worked |= world.background().runOnePiece();
                }
            }
        }
    }

    private boolean waitForWork() {
        lock.lock();
        try {
            var wait = untilNextDue();
            while (!woken && !closed && wait > 0) {
                wait = changed.awaitNanos(wait);
            }
            woken = false;
            return !closed;
        } catch (InterruptedException e) {
            return false;
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

    /** Nanoseconds until a world has something to do; where the clock stands still, only what is due now counts. */
    private long untilNextDue() {
        return worlds.stream()
                .flatMap(world -> world.background().nextDue().stream()
                        .map(due -> Duration.between(world.clock().now(), due))
                        .filter(wait -> !world.clock().fixed() || wait.isZero() || wait.isNegative()))
                .mapToLong(wait -> wait.compareTo(Duration.ofDays(1)) > 0
                        ? Duration.ofDays(1).toNanos()
                        : wait.toNanos())
                .min()
                .orElse(Long.MAX_VALUE);
    }
}
