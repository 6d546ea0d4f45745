package io.opintosandbox.world;

/**
 * One kind of background work, for example imports. What waits is in the database; this only looks for
 * what is due and does a piece of it.
 */
public interface Work {

    /** Does the next piece of what is due, in its own transactions. */
    void run(Shift shift);
}
