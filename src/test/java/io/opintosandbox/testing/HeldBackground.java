package io.opintosandbox.testing;

import io.opintosandbox.world.World;
import java.util.concurrent.CountDownLatch;
import java.util.function.Supplier;

/**
 * Keeps the background work of a world from running while something else is done: the clock is being moved
 * all that time, and while it is, nothing else has its turn. The clock stands still from then on.
 */
public final class HeldBackground {

    private HeldBackground() {}

    /** Does something while no background work runs. */
    public static <T> T during(World world, Supplier<T> work) {
        var held = new CountDownLatch(1);
        var release = new CountDownLatch(1);
        var holder = new Thread(() -> world.move(now -> {
            held.countDown();
            await(release);
            return now;
        }));
        holder.start();
        await(held);
        try {
            return work.get();
        } finally {
            release.countDown();
            join(holder);
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void join(Thread thread) {
        try {
            thread.join();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
