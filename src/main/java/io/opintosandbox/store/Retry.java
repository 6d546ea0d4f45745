package io.opintosandbox.store;

import java.util.function.Supplier;

/** Transactions that are run anew when another one was in the way. */
public final class Retry {
    private static final int TRIES = 8;

    private Retry() {}

    /**
     * Runs work in a transaction of its own, and again when another transaction held the same rows or stored the same
     * value first. Not inside another transaction, which the database may have rolled back as a whole.
     */
    public static <T> T transaction(WorldDb db, Supplier<T> work) {
        for (int attempt = 1; ; attempt++) {
            try {
                return db.transaction(work);
            } catch (StoreException.LockConflict | StoreException.UniqueViolation e) {
                if (attempt == TRIES) {
                    throw e;
                }
            }
        }
    }

    /** {@link #transaction(WorldDb, Supplier)} for work without a result. */
    public static void transaction(WorldDb db, Runnable work) {
        transaction(db, () -> {
            work.run();
            return null;
        });
    }
}
