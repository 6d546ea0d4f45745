package io.opintosandbox.store;

import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Deletes the rows of worlds that are gone. Nobody sees those rows any more, so a reset need not wait for
 * it; only user names must be free at once, because they are unique in the whole server.
 */
public final class RowRemover implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(RowRemover.class);
    // Calls that came in before the reset still read and write those rows; they are to find what they look for.
    private static final long SECONDS_OF_GRACE = 5;

    private final Queue<WorldDb> pending = new ConcurrentLinkedQueue<>();
    private final ScheduledThreadPoolExecutor later = new ScheduledThreadPoolExecutor(1, work -> {
        var thread = new Thread(work, "sandbox-cleaning");
        thread.setDaemon(true);
        return thread;
    });

    public RowRemover() {
        later.setExecuteExistingDelayedTasksAfterShutdownPolicy(false);
    }

    /** Frees the user names of a world. */
    public void removeNames(WorldDb db) {
        db.sql("delete from palvelukayttaja where world = :world").update();
    }

    /** Deletes everything else of a world when there is time. */
    public void removeLater(WorldDb db) {
        pending.add(db);
        var unused = later.schedule(() -> removePending(db), SECONDS_OF_GRACE, TimeUnit.SECONDS);
    }

    /**
     * Deletes at once what would be deleted later, and returns when it is done: the numbers of those rows are free then.
     * Whoever still works in such a world finds nothing in it, as in one that a snapshot takes the place of.
     */
    public synchronized void finish() {
        for (var db = pending.poll(); db != null; db = pending.poll()) {
            remove(db);
        }
    }

    private synchronized void removePending(WorldDb db) {
        if (pending.remove(db)) {
            remove(db);
        }
    }

    /** Deletes everything of a world, in the caller's transaction if there is one. */
    public static void removeNow(WorldDb db) {
        Table.ALL.forEach(table ->
                db.sql("delete from " + table.name() + " where world = :world").update());
    }

    private static void remove(WorldDb db) {
        try {
            removeNow(db);
        } catch (StoreException e) {
            LOG.warn("rows of a world that is gone could not be deleted; they stay unseen", e);
        }
    }

    @Override
    public void close() {
        later.shutdown();
        try {
            later.awaitTermination(5, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
