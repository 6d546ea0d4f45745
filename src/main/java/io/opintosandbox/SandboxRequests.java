package io.opintosandbox;

import io.opintosandbox.journal.Entry;
import io.opintosandbox.journal.Journal;
import io.opintosandbox.journal.Query;
import io.opintosandbox.world.PathPattern;
import io.opintosandbox.world.World;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * The calls that a world has seen, oldest first, and what a test expects of them. Each narrower choice is an object of
 * its own; the calls are looked up when they are asked for. Contract: control-api.md, "requests".
 *
 * <pre>{@code
 * opintopolku.requests().withPath("/cas/v1/tickets").hasSize(1);
 * }</pre>
 */
public final class SandboxRequests {
    private static final int LINES_SHOWN = 20;

    private final Supplier<World> world;
    private final Query query;
    private final String words;

    SandboxRequests(Supplier<World> world) {
        this(world, Query.ALL, "");
    }

    private SandboxRequests(Supplier<World> world, Query query, String words) {
        this.world = world;
        this.query = query;
        this.words = words;
    }

    /** Calls to exactly this path, as it was sent; {@code *} stands for any text and {@code ?} for one character. */
    public SandboxRequests withPath(String path) {
        var exactly = new Query(
                query.afterId(),
                query.since(),
                new PathPattern(path, true),
                query.method(),
                query.status(),
                query.username());
        return narrowed(exactly, "to " + path);
    }

    /** Calls by this method. */
    public SandboxRequests withMethod(String method) {
        return narrowed(query.withMethod(method), "by " + method);
    }

    /** Calls that were answered with this status. */
    public SandboxRequests withStatus(int status) {
        return narrowed(query.withStatus(String.valueOf(status)), "answered with " + status);
    }

    /** Calls of this user, a ready-made one by its name in the default world. */
    public SandboxRequests by(String username) {
        return narrowed(query.withUsername(ReadyMade.name(world.get(), username)), "of " + username);
    }

    /** Calls from now on. */
    public SandboxRequests fromNowOn() {
        var all = journal().all();
        return narrowed(query.after(all.isEmpty() ? 0 : all.get(all.size() - 1).id()), "since then");
    }

    /** The calls. */
    public List<Entry> list() {
        return journal().find(query);
    }

    /** How many calls there are. */
    public int size() {
        return journal().count(query);
    }

    /**
     * Expects so many calls.
     *
     * @throws AssertionError which shows the calls that there were
     */
    public SandboxRequests hasSize(int expected) {
        var found = list();
        if (found.size() != expected) {
            throw unexpected(calls(expected), found);
        }
        return this;
    }

    /** Expects no such call. Errors: as {@link #hasSize}. */
    public SandboxRequests isEmpty() {
        return hasSize(0);
    }

    /**
     * Waits until there are so many calls, which may have come already.
     *
     * @param timeout in real time
     * @throws AssertionError which shows the calls that there were when the time was up
     */
    public List<Entry> await(int atLeast, Duration timeout) {
        var matched = journal().await(query, atLeast);
        try {
            return matched.get(timeout.toNanos(), TimeUnit.NANOSECONDS);
        } catch (TimeoutException e) {
            throw unexpected("at least " + calls(atLeast) + " within " + timeout, list());
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while waiting for " + calls(atLeast), e);
        } finally {
            matched.cancel(false);
        }
    }

    /** Forgets all calls so far. */
    public void clear() {
        journal().clear();
    }

    /** The last of the calls, one to a line. */
    @Override
    public String toString() {
        return lines(list());
    }

    private SandboxRequests narrowed(Query narrower, String word) {
        return new SandboxRequests(world, narrower, words + " " + word);
    }

    private String calls(int number) {
        return number + (number == 1 ? " call" : " calls") + words;
    }

    private AssertionError unexpected(String expected, List<Entry> found) {
        var text = "expected " + expected + ", but there " + (found.size() == 1 ? "was " : "were ") + found.size();
        var message = found.isEmpty() ? text + "." : text + ":\n" + lines(found);
        return new AssertionError(
                query.equals(Query.ALL)
                        ? message
                        : message + "\nAll that was called:\n" + lines(journal().all()));
    }

    private static String lines(List<Entry> entries) {
        var left = entries.size() - LINES_SHOWN;
        var shown = entries.stream()
                .skip(Math.max(0, left))
                .map(entry -> "  " + entry.line())
                .collect(Collectors.joining("\n"));
        return left > 0 ? "  … " + left + " earlier\n" + shown : shown;
    }

    private Journal journal() {
        return world.get().part(Journal.class);
    }
}
