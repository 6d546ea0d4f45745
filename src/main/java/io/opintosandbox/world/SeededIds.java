package io.opintosandbox.world;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Ids that look random and follow the seed: the n-th session, ticket or token of a kind is the same in
 * every run. Predictable on purpose; this is a sandbox for test data.
 */
public final class SeededIds {
    private static final String ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_-";

    private final SecretKeySpec key;
    private final Map<String, AtomicLong> counters = new ConcurrentHashMap<>();

    public SeededIds(long seed, String scope) {
        this.key = new SecretKeySpec((seed + "/" + scope).getBytes(StandardCharsets.UTF_8), "HmacSHA256");
    }

    /** A version 4 UUID. */
    public UUID uuid(String kind) {
        var bytes = ByteBuffer.wrap(digest(kind, next(kind)));
        long high = (bytes.getLong() & 0xFFFFFFFFFFFF0FFFL) | 0x4000L;
        long low = (bytes.getLong() & 0x3FFFFFFFFFFFFFFFL) | 0x8000000000000000L;
        return new UUID(high, low);
    }

    /** A CAS ticket id: {@code TGT-1-<characters>-sandbox}. */
    public String ticket(String kind, int characters) {
        var number = next(kind);
        var text = new StringBuilder(kind).append('-').append(number).append('-');
        var end = text.length() + characters;
        for (long block = 0; text.length() < end; block++) {
            for (byte b : digest(kind + "#" + block, number)) {
                if (text.length() < end) {
                    text.append(ALPHABET.charAt(b & 63));
                }
            }
        }
        return text.append("-sandbox").toString();
    }

    /** How many ids of each kind there have been. */
    public Map<String, Long> counted() {
        Map<String, Long> counted = new TreeMap<>();
        counters.forEach((kind, counter) -> counted.put(kind, counter.get()));
        return counted;
    }

    /** Goes on after so many ids of each kind. */
    public void goOnAfter(Map<String, Long> counted) {
        counted.forEach((kind, count) -> counters.put(kind, new AtomicLong(count)));
    }

    private long next(String kind) {
        return counters.computeIfAbsent(kind, k -> new AtomicLong()).incrementAndGet();
    }

    private byte[] digest(String kind, long number) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(key);
            return mac.doFinal((kind + "/" + number).getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("HmacSHA256 is part of every JDK", e);
        }
    }
}
