package io.opintosandbox.journal;

import io.opintosandbox.world.PathPattern;
import java.time.Instant;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Which entries are wanted; null matches everything.
 *
 * @param afterId entries with a larger id
 * @param since entries of calls that came then or later, by the world's clock
 * @param path a prefix of the path, or a glob with {@code *} and {@code ?}
 * @param method in any case
 * @param status a status such as {@code 404}, a class such as {@code 4xx}, or {@code none} for calls without an answer
 * @param username in any case
 */
public record Query(Long afterId, Instant since, PathPattern path, String method, String status, String username) {
    /** Every entry. */
    public static final Query ALL = new Query(null, null, null, null, null, null);

    private static final Pattern STATUS = Pattern.compile("[1-5](\\d\\d|xx)|none");

    /** The same with a path, a prefix or a glob. */
    public Query withPath(String text) {
        return new Query(afterId, since, text == null ? null : PathPattern.of(text), method, status, username);
    }

    public Query withMethod(String text) {
        return new Query(afterId, since, path, text, status, username);
    }

    /** The same with a status. Errors: {@link IllegalArgumentException} when {@link #isStatus} says no. */
    public Query withStatus(String text) {
        if (text != null && !isStatus(text)) {
            throw new IllegalArgumentException("not a status: " + text);
        }
        return new Query(afterId, since, path, method, text, username);
    }

    public Query withUsername(String text) {
        return new Query(afterId, since, path, method, status, text);
    }

    public Query after(long id) {
        return new Query(id, since, path, method, status, username);
    }

    public Query since(Instant time) {
        return new Query(afterId, time, path, method, status, username);
    }

    /** Whether a text can be asked for as a status. */
    public static boolean isStatus(String text) {
        return STATUS.matcher(text).matches();
    }

    /** Whether an entry is wanted. */
    public boolean matches(Entry entry) {
        return (afterId == null || entry.id() > afterId)
                && (since == null || !entry.time().isBefore(since))
                && (method == null || method.equalsIgnoreCase(entry.method()))
                && (username == null || username.equalsIgnoreCase(entry.username()))
                && (status == null || statusMatches(entry.status()))
                && (path == null || path.matches(entry.path()));
    }

    private boolean statusMatches(Integer answered) {
        var text = Optional.ofNullable(answered).map(String::valueOf).orElse("none");
        return status.endsWith("xx") ? text.length() == 3 && text.charAt(0) == status.charAt(0) : status.equals(text);
    }
}
