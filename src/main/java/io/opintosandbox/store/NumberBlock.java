package io.opintosandbox.store;

import java.util.OptionalLong;

/**
 * Numbers taken from the database in blocks, so that a batch needs no round trip a row. They grow from one
 * to the next, whichever thread asks. Thread-safe.
 */
final class NumberBlock {
    /** As many as the sequence of schema.sql leaves between two of its values. */
    static final long SIZE = 1000;

    private long next;
    private long end;

    /** The next number; empty when a new block is needed. */
    synchronized OptionalLong take() {
        return next == end ? OptionalLong.empty() : OptionalLong.of(next++);
    }

    /** From now on only numbers above this one. */
    synchronized void past(long number) {
        if (end <= number + 1) {
            next = number + 1;
            end = next;
        } else if (next <= number) {
            next = number + 1;
        }
    }

    /** A block that begins here, unless somebody has brought another one meanwhile. */
    synchronized void refill(long first) {
        if (next == end && first >= end) {
            next = first;
            end = first + SIZE;
        }
    }
}
