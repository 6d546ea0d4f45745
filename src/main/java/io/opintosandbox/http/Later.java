package io.opintosandbox.http;

import io.javalin.http.Context;
import io.opintosandbox.world.Faults;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** Lets a call wait in real time. No thread waits with it, and a server that stops does not either. */
final class Later {

    private Later() {}

    /**
     * When so much time has passed, the task is run and then what is left of the call is done, on one of the server's
     * threads. The caller is to return at once. What the task throws is answered as if it had been thrown now.
     */
    static void goOn(Context ctx, Duration delay, Runnable task) {
        ctx.future(() -> {
            var goesOn = new CompletableFuture<Void>();
            var async = ctx.req().getAsyncContext();
            CompletableFuture.delayedExecutor(delay.toMillis(), TimeUnit.MILLISECONDS)
                    .execute(() -> async.start(() -> run(task, goesOn)));
            return goesOn;
        });
    }

    private static void run(Runnable task, CompletableFuture<Void> goesOn) {
        Faults.takeSlowness();
        try {
            task.run();
            goesOn.complete(null);
        } catch (RuntimeException | Error e) {
            // An error too, or the call would never end.
            goesOn.completeExceptionally(e);
        }
    }
}
