package io.opintosandbox.world;

import io.opintosandbox.world.Effect.CasDown;
import io.opintosandbox.world.Effect.Delay;
import io.opintosandbox.world.Effect.Drop;
import io.opintosandbox.world.Effect.ImportStall;
import io.opintosandbox.world.Effect.Status;
import io.opintosandbox.world.Effect.VtjDown;
import io.opintosandbox.world.Effect.VtjSlow;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Predicate;

/**
 * What is to go wrong in a world: each fault strikes the next calls that match, as often as it says.
 * Contract: control-api.md, "faults".
 */
public final class Faults {
    private static final int MOST = 1_000;

    private final List<Fault> faults = new ArrayList<>();
    private final List<Runnable> whenRemoved = new CopyOnWriteArrayList<>();
    // What one thread asks, it asks for one call or for one piece of background work.
    private static final ThreadLocal<Duration> SLOWNESS = ThreadLocal.withInitial(() -> Duration.ZERO);
    private long lastId;

    /**
     * Which calls a fault strikes; null matches everything.
     *
     * @param path a prefix of the path, or a glob with {@code *} and {@code ?}
     */
    public record Match(String method, String path, String username) {
        /** Matches every call. */
        public static final Match ALL = new Match(null, null, null);

        /** Matches calls to a path, or to those that begin with it. */
        public static Match path(String path) {
            return new Match(null, path, null);
        }

        boolean matches(Struck call) {
            return (method == null || method.equalsIgnoreCase(call.method()))
                    && (username == null || username.equalsIgnoreCase(call.username()))
                    && (path == null || pathMatches(call.path()));
        }

        private boolean pathMatches(String called) {
            return PathPattern.of(path).matches(called);
        }
    }

    /** A call as faults see it; the user is null when nobody knows who it is. */
    public record Struck(String method, String path, String username) {}

    /**
     * One thing that is to go wrong.
     *
     * @param times how often it strikes, or null for until it is deleted
     */
    public record Fault(long id, Match match, Effect effect, Integer times, int struck) {
        boolean spent() {
            return times != null && struck >= times;
        }

        private Fault struckAgain() {
            return new Fault(id, match, effect, times, struck + 1);
        }
    }

    /**
     * Lets something go wrong from now on.
     *
     * @param times how often it strikes, or null for until it is deleted
     */
    public synchronized Fault add(Match match, Effect effect, Integer times) {
        var fault = new Fault(++lastId, match, effect, times, 0);
        faults.add(fault);
        if (faults.size() > MOST) {
            faults.stream().filter(Fault::spent).findFirst().ifPresent(faults::remove);
        }
        return fault;
    }

    /** Faults as another world had them, with the last id that it had given. */
    public synchronized void takeOver(List<Fault> others, long lastId) {
        faults.clear();
        faults.addAll(others);
        this.lastId = lastId;
    }

    /** The id of the fault that came last. */
    public synchronized long lastId() {
        return lastId;
    }

    /** Narrows a fault, or lets it strike more often or less, while it stands; how often it has struck stays. */
    public synchronized void change(long id, Match match, Integer times) {
        faults.replaceAll(
                fault -> fault.id() == id ? new Fault(id, match, fault.effect(), times, fault.struck()) : fault);
    }

    /** All faults, spent ones too, oldest first; of spent ones the last thousand. */
    public synchronized List<Fault> all() {
        return List.copyOf(faults);
    }

    public boolean remove(long id) {
        return removeIf(fault -> fault.id() == id);
    }

    public void clear() {
        removeIf(fault -> true);
    }

    private boolean removeIf(Predicate<Fault> wanted) {
        boolean removed;
        synchronized (this) {
            removed = faults.removeIf(wanted);
        }
        if (removed) {
            whenRemoved.forEach(Runnable::run);
        }
        return removed;
    }

    /** What is to be done when a fault has been deleted, so that what it held up goes on. */
    public void whenRemoved(Runnable task) {
        whenRemoved.add(task);
    }

    /** The delay that strikes this call, if any; it counts as having struck. */
    public Optional<Duration> strikeLate(Struck call) {
        return strike(Delay.class, call).map(fault -> ((Delay) fault.effect()).delay());
    }

    /** What strikes this call instead of its answer, if anything: a status, a dropped connection, or CAS that is down. */
    public Optional<Fault> strikeDown(Struck call) {
        return strike(fault -> (fault.effect() instanceof Status
                        || fault.effect() instanceof Drop
                        || (fault.effect() instanceof CasDown && CasDown.concerns(call.path())))
                && fault.match().matches(call));
    }

    /** The fault of a kind that strikes this call, if any; it counts as having struck. */
    public Optional<Fault> strike(Class<? extends Effect> kind, Struck call) {
        return strike(fault -> kind.isInstance(fault.effect()) && fault.match().matches(call));
    }

    /**
     * The status that a fault answers to a call of the registry to a neighbour that is played here; the fault counts as
     * having struck. Only a fault that names a path is meant for such calls: one for everything is meant for clients.
     */
    public Optional<Integer> strikeOutgoing(String method, String path) {
        var call = new Struck(method, path, null);
        return strike(fault -> fault.effect() instanceof Status
                        && fault.match().path() != null
                        && fault.match().matches(call))
                .map(fault -> ((Status) fault.effect()).status());
    }

    /**
     * Whether VTJ is out of reach for a query; the query counts against the times of faults. A slow VTJ's time is added
     * to what {@link #takeSlowness} answers.
     */
    public boolean vtjIsDown() {
        strike(fault -> fault.effect() instanceof VtjSlow)
                .ifPresent(fault -> SLOWNESS.set(SLOWNESS.get().plus(((VtjSlow) fault.effect()).delay())));
        return strike(fault -> fault.effect() instanceof VtjDown).isPresent();
    }

    /** How long the queries of this thread would have taken so far; asking begins anew. */
    public static Duration takeSlowness() {
        var taken = SLOWNESS.get();
        SLOWNESS.remove();
        return taken;
    }

    /** Whether VTJ is out of reach; asking does not count against the fault's times. */
    public boolean vtjStandsDown() {
        return stands(VtjDown.class);
    }

    /** Whether VTJ is slow; asking does not count against the fault's times. */
    public boolean vtjIsSlow() {
        return stands(VtjSlow.class);
    }

    private synchronized boolean stands(Class<? extends Effect> kind) {
        return faults.stream().anyMatch(fault -> kind.isInstance(fault.effect()) && !fault.spent());
    }

    /** How many of so many rows may be imported now; a fault that allows none counts as having struck, once. */
    public synchronized int importable(int rows) {
        var left = rows;
        for (int i = 0; i < faults.size(); i++) {
            if (faults.get(i).effect() instanceof ImportStall stall) {
                left = Math.min(left, stall.left());
                if (stall.left() == 0 && faults.get(i).struck() == 0) {
                    faults.set(i, faults.get(i).struckAgain());
                }
            }
        }
        return left;
    }

    /** So many rows have been imported. */
    public synchronized void imported(int rows) {
        faults.replaceAll(fault -> fault.effect() instanceof ImportStall stall
                ? new Fault(
                        fault.id(),
                        fault.match(),
                        new ImportStall(stall.afterRows(), stall.rows() + rows),
                        fault.times(),
                        fault.struck())
                : fault);
    }

    private synchronized Optional<Fault> strike(Predicate<Fault> wanted) {
        for (int i = 0; i < faults.size(); i++) {
            var fault = faults.get(i);
            if (!fault.spent() && wanted.test(fault)) {
                var struck = fault.struckAgain();
                faults.set(i, struck);
                return Optional.of(struck);
            }
        }
        return Optional.empty();
    }
}
