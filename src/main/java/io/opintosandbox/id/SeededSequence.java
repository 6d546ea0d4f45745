package io.opintosandbox.id;

import java.util.concurrent.atomic.AtomicLong;

/**
 * All numbers of 0 ... {@link HenkiloOid#COUNT} - 1 in an order of the seed: a fixed step from a start, modulo the count.
 * A step that shares no factor with the count comes back to the start only after it has met every number. Thread-safe.
 */
final class SeededSequence {

    private final long step;
    private final AtomicLong position;

    SeededSequence(long seed) {
        var hash = new KeyedHash(seed);
        step = step(hash);
        position = new AtomicLong(hash.below(HenkiloOid.COUNT, "sequence start", 0));
    }

    long next() {
        return position.getAndUpdate(number -> (number + step) % HenkiloOid.COUNT);
    }

    long position() {
        return position.get();
    }

    void goOnFrom(long number) {
        position.set(Math.floorMod(number, HenkiloOid.COUNT));
    }

    private static long step(KeyedHash hash) {
        var attempt = 0;
        long step;
        do {
            step = hash.below(HenkiloOid.COUNT, "sequence step", attempt++);
            // 2, 3 and 5 are the only prime factors of 9 000 000 000.
        } while (step % 2 == 0 || step % 3 == 0 || step % 5 == 0);
        return step;
    }
}
