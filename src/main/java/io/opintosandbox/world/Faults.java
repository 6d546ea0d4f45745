package io.opintosandbox.world;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * What is to go wrong in a world: each fault strikes the next calls that match, as often as it says.
 * Contract: control-api.md, "faults".
 */
public final class Faults {
    private final List<Fault> faults = new ArrayList<>();
    private long lastId;

    /** What happens to a call that a fault strikes. */
    public enum Kind {
        STATUS,
        VTJ_DOWN,
        SESSION_EXPIRE,
        TOKEN_EXPIRE
    }

    /**
     * Which calls a fault strikes; null matches everything.
     *
     * @param path a prefix of the path, or a glob with {@code *} and {@code ?}
     */
    public record Match(String method, String path, String username) {
        /** Matches every call. */
        public static final Match ALL = new Match(null, null, null);

        boolean matches(Struck call) {
            return (method == null || method.equalsIgnoreCase(call.method()))
                    && (username == null || username.equalsIgnoreCase(call.username()))
                    && (path == null || pathMatches(call.path()));
        }

        private boolean pathMatches(String called) {
            return PathPattern.of(path).matches(called);
        }
    }

    /** A call as faults see it; the user is null before anybody has logged in. */
    public record Struck(String method, String path, String username) {}

    /**
     * One thing that is to go wrong.
     *
     * @param status the answer of {@link Kind#STATUS}, else 0
     * @param times how often it strikes, or null for until it is deleted
     */
    public record Fault(long id, Match match, Kind kind, int status, Integer times, int struck) {
        boolean spent() {
            return times != null && struck >= times;
        }
    }

    public synchronized Fault add(Match match, Kind kind, int status, Integer times) {
        var fault = new Fault(++lastId, match, kind, status, times, 0);
        faults.add(fault);
        return fault;
    }

    /** All faults, spent ones too, oldest first. */
    public synchronized List<Fault> all() {
        return List.copyOf(faults);
    }

    public synchronized boolean remove(long id) {
        return faults.removeIf(fault -> fault.id() == id);
    }

    public synchronized void clear() {
        faults.clear();
    }

    /** The fault of a kind that strikes this call, if any; it counts as having struck. */
    public Optional<Fault> strike(Kind kind, Struck call) {
        return strike(fault -> fault.kind() == kind && fault.match().matches(call));
    }

    /**
     * The status that a fault answers to a call of the registry to a neighbour that is played here; the fault counts as
     * having struck. Only a fault that names a path is meant for such calls: one for everything is meant for clients.
     */
    public Optional<Integer> strikeOutgoing(String method, String path) {
        var call = new Struck(method, path, null);
        return strike(fault -> fault.kind() == Kind.STATUS
                        && fault.match().path() != null
                        && fault.match().matches(call))
                .map(Fault::status);
    }

    /** Whether VTJ is out of reach for a query; the query counts against the fault's times. */
    public boolean vtjIsDown() {
        return strike(fault -> fault.kind() == Kind.VTJ_DOWN).isPresent();
    }

    /** Whether VTJ is out of reach; asking does not count against the fault's times. */
    public synchronized boolean vtjStandsDown() {
        return faults.stream().anyMatch(fault -> fault.kind() == Kind.VTJ_DOWN && !fault.spent());
    }

    private synchronized Optional<Fault> strike(Predicate<Fault> wanted) {
        for (int i = 0; i < faults.size(); i++) {
            var fault = faults.get(i);
            if (!fault.spent() && wanted.test(fault)) {
                var struck = new Fault(
                        fault.id(), fault.match(), fault.kind(), fault.status(), fault.times(), fault.struck() + 1);
                faults.set(i, struck);
                return Optional.of(struck);
            }
        }
        return Optional.empty();
    }
}
