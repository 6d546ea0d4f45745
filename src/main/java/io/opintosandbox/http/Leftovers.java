package io.opintosandbox.http;

import java.io.IOException;
import java.io.InputStream;

/**
 * Reads away what nobody asked for. A client that is still sending would otherwise see a reset connection
 * instead of the answer.
 */
final class Leftovers {
    private static final long MOST = 256L * 1024 * 1024;

    private Leftovers() {}

    static void readAway(InputStream in) throws IOException {
        var buffer = new byte[64 * 1024];
        long read = 0;
        for (int n = in.read(buffer); n >= 0 && read < MOST; n = in.read(buffer)) {
            read += n;
        }
    }
}
