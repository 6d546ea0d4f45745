package io.opintosandbox.world;

/**
 * One kind of background work, for example imports. What waits is in the database; this only looks for
 * what is due and does a piece of it.
 */
public interface Work {

    /** What it is called, the same in every version. */
    default String name() {
        return getClass().getSimpleName();
    }

    /** Does the next piece of what is due, in its own transactions. */
    void run(Shift shift);
}
