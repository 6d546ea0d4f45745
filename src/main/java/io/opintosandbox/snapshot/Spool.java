package io.opintosandbox.snapshot;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** A document in a file of its own, so that neither a world nor memory waits for a slow reader or writer. */
final class Spool implements AutoCloseable {
    private final Path file;

    Spool() throws IOException {
        // Readable by its owner only.
        this.file = Files.createTempFile("opinto-sandbox-", ".json");
    }

    OutputStream write() throws IOException {
        return Files.newOutputStream(file);
    }

    InputStream read() throws IOException {
        return Files.newInputStream(file);
    }

    /** As {@link #read}; the file goes when the stream is closed. */
    InputStream readOnce() throws IOException {
        return Files.newInputStream(file, StandardOpenOption.DELETE_ON_CLOSE);
    }

    /** Takes all of a stream; false when it is larger than that, and then the rest is read away. */
    boolean takes(InputStream in, long mostBytes) throws IOException {
        var buffer = new byte[64 * 1024];
        long size = 0;
        try (var out = write()) {
            for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
                size += n;
                if (size <= mostBytes) {
                    out.write(buffer, 0, n);
                }
            }
        }
        return size <= mostBytes;
    }

    @Override
    public void close() throws IOException {
        Files.deleteIfExists(file);
    }
}
