package io.opintosandbox.journal;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/** The first 64 KB of a body, taken down while it passes; the rest costs nothing. Not thread-safe. */
public final class Body {
    /** What is kept of a body at most, in bytes. */
    public static final int MOST = 64 * 1024;

    private ByteArrayOutputStream kept;
    private boolean truncated;

    /** Takes down what still fits; the buffer stays as it is. */
    public void add(ByteBuffer bytes) {
        var fits = Math.min(bytes.remaining(), MOST - size());
        truncated |= fits < bytes.remaining();
        if (fits == 0) {
            return;
        }
        if (kept == null) {
            kept = new ByteArrayOutputStream(fits);
        }
        if (bytes.hasArray()) {
            kept.write(bytes.array(), bytes.arrayOffset() + bytes.position(), fits);
        } else {
            var copy = new byte[fits];
            bytes.get(bytes.position(), copy);
            kept.write(copy, 0, fits);
        }
    }

    /** Whether there was more than what is kept. */
    public boolean truncated() {
        return truncated;
    }

    /** As UTF-8, without half a letter at the end; null when there was no body. */
    String text() {
        if (kept == null) {
            return null;
        }
        if (!truncated) {
            return kept.toString(StandardCharsets.UTF_8);
        }
        var bytes = kept.toByteArray();
        var end = bytes.length;
        // Of a letter that was cut through, its first byte is among the last three.
        for (int back = 1; back <= 3 && back <= end; back++) {
            var lead = bytes[end - back] & 0xFF;
            if (lead >= 0xC0) {
                var letter = lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : 2;
                return new String(bytes, 0, back < letter ? end - back : end, StandardCharsets.UTF_8);
            }
            if (lead < 0x80) {
                break;
            }
        }
        return new String(bytes, StandardCharsets.UTF_8);
    }

    private int size() {
        return kept == null ? 0 : kept.size();
    }
}
