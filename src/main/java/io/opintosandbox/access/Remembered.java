package io.opintosandbox.access;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A map that forgets its eldest entry when it grows over its bound, so that nobody can fill the memory with
 * logins. Not thread-safe.
 */
public final class Remembered<T> extends LinkedHashMap<String, T> {
    private static final long serialVersionUID = 1L;

    private final int most;

    private Remembered(int most, boolean byUse) {
        super(16, 0.75f, byUse);
        this.most = most;
    }

    /** The eldest is the one that was put first. */
    public static <T> Map<String, T> byAge(int most) {
        return new Remembered<>(most, false);
    }

    /** The eldest is the one that was not asked for the longest. */
    public static <T> Map<String, T> byUse(int most) {
        return new Remembered<>(most, true);
    }

    @Override
    protected boolean removeEldestEntry(Map.Entry<String, T> eldest) {
        return size() > most;
    }
}
