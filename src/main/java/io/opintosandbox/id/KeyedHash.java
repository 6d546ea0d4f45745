package io.opintosandbox.id;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** HMAC-SHA256 keyed by a seed: numbers that look drawn and are the same on every machine. Thread-safe. */
final class KeyedHash {

    private static final String ALGORITHM = "HmacSHA256";

    private final SecretKeySpec key;

    KeyedHash(long seed) {
        key = new SecretKeySpec(ByteBuffer.allocate(Long.BYTES).putLong(seed).array(), ALGORITHM);
    }

    /** A number of 0 ... bound - 1. Of 2^64 values; for a bound of 9e9 no number is likelier by more than 1 in 2e9. */
    long below(long bound, String text, int attempt) {
        var bytes = text.getBytes(StandardCharsets.UTF_8);
        var message = ByteBuffer.allocate(Integer.BYTES + bytes.length)
                .putInt(attempt)
                .put(bytes);
        return Long.remainderUnsigned(ByteBuffer.wrap(hash(message.array())).getLong(), bound);
    }

    private byte[] hash(byte[] message) {
        try {
            // A Mac of one's own for every call: it is not thread-safe, and a new one costs about a microsecond.
            var mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            return mac.doFinal(message);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java has " + ALGORITHM, e);
        }
    }
}
