package io.opintosandbox.vtj;

import java.util.List;

/**
 * A stream of draws that belongs to one person, made of a seed and a number. Pure 64-bit arithmetic instead of a
 * generator of the JDK, so that the same seed gives the same people on every JDK and in every thread. Not thread-safe:
 * each person gets its own.
 */
final class Draw {

    private static final long GOLDEN = 0x9E3779B97F4A7C15L;

    private long state;

    Draw(long seed, long number) {
        state = mix(mix(seed) + GOLDEN * (number + 1));
    }

    /** A bijection on 64 bits in which every input bit touches every output bit. */
    static long mix(long value) {
        long z = value;
        z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return z ^ (z >>> 31);
    }

    /** 0 (inclusive) to bound (exclusive); bound at least 1. */
    int below(int bound) {
        state += GOLDEN;
        return (int) (((mix(state) >>> 32) * bound) >>> 32);
    }

    /** True {@code permille} times in a thousand. */
    boolean happens(int permille) {
        return below(1000) < permille;
    }

    /** An index, as often as its weight says; at least one weight is above zero. */
    int weighted(int[] weights) {
        int sum = 0;
        for (int weight : weights) {
            sum = Math.addExact(sum, weight);
        }
        int at = below(sum);
        int index = 0;
        for (; at >= weights[index]; index++) {
            at -= weights[index];
        }
        return index;
    }

    <T> T from(List<T> items) {
        return items.get(below(items.size()));
    }
}
