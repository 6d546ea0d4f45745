package io.opintosandbox.http;

import io.javalin.http.Context;
import io.opintosandbox.access.Reasons;
import java.io.IOException;

/**
 * Reads away what nobody asked for. A client that is still sending would otherwise see a reset connection
 * instead of the answer.
 */
public final class Leftovers {
    private static final long MOST = 256L * 1024 * 1024;

    private Leftovers() {}

    /** Reads the rest of the body, if there is any. */
    public static void readAway(Context ctx) {
        var buffer = new byte[64 * 1024];
        try {
            var in = ctx.req().getInputStream();
            long read = 0;
            for (int n = in.read(buffer); n >= 0 && read < MOST; n = in.read(buffer)) {
                read += n;
            }
        } catch (IOException e) {
            // The client has gone; there is nobody to answer.
            Reasons.of(ctx).add("the client went away");
        }
    }
}
