package io.opintosandbox.vtj;

/**
 * A bijection on 0..size-1 that a seed chooses: an alternating Feistel network over two unequal halves, in constant
 * memory and time. Integer arithmetic only, so that it is the same on every JDK. Immutable and thread-safe.
 */
final class KeyedPermutation {

    private static final int ROUNDS = 8;

    private final long size;
    private final long rows;
    private final long columns;
    private final long[] keys = new long[ROUNDS];

    /** @throws IllegalArgumentException when size is below 1 or above 2^52 (beyond it the square root is inexact) */
    KeyedPermutation(long seed, long size) {
        if (size < 1 || size > 1L << 52) {
            throw new IllegalArgumentException("A permutation needs a size of 1 to 2^52, not " + size);
        }
        this.size = size;
        // The grid is a little larger than the domain at most, so that walking on from outside is rare.
        rows = (long) Math.ceil(Math.sqrt((double) size));
        columns = (size + rows - 1) / rows;
        for (int round = 0; round < ROUNDS; round++) {
            keys[round] = Draw.mix(Draw.mix(seed) + round);
        }
    }

    long apply(long value) {
        check(value);
        long at = value;
        do {
            at = forward(at);
        } while (at >= size);
        return at;
    }

    long invert(long value) {
        check(value);
        long at = value;
        do {
            at = backward(at);
        } while (at >= size);
        return at;
    }

    private long forward(long value) {
        long row = value / columns;
        long column = value % columns;
        for (int round = 0; round < ROUNDS; round += 2) {
            row = (row + shift(round, column, rows)) % rows;
            column = (column + shift(round + 1, row, columns)) % columns;
        }
        return row * columns + column;
    }

    private long backward(long value) {
        long row = value / columns;
        long column = value % columns;
        for (int round = ROUNDS - 2; round >= 0; round -= 2) {
            column = (column + columns - shift(round + 1, row, columns)) % columns;
            row = (row + rows - shift(round, column, rows)) % rows;
        }
        return row * columns + column;
    }

    private long shift(int round, long other, long modulus) {
        return (Draw.mix(keys[round] ^ other) >>> 1) % modulus;
    }

    private void check(long value) {
        if (value < 0 || value >= size) {
            throw new IndexOutOfBoundsException(value + " is outside 0.." + (size - 1));
        }
    }
}
