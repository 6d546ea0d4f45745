package io.opintosandbox.faults;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Objects;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;

/** Waits for what comes in real time. */
final class Eventually {
    private static final long PATIENCE_NANOS = 20_000_000_000L;

    private Eventually() {}

    static <T> void is(T expected, Supplier<T> actual) {
        var end = System.nanoTime() + PATIENCE_NANOS;
        while (System.nanoTime() < end && !Objects.equals(expected, actual.get())) {
            LockSupport.parkNanos(20_000_000);
        }
        assertEquals(expected, actual.get());
    }
}
