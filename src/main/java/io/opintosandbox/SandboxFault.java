package io.opintosandbox;

import io.opintosandbox.world.Effect;
import io.opintosandbox.world.Faults;
import io.opintosandbox.world.Faults.Fault;
import io.opintosandbox.world.Faults.Match;
import io.opintosandbox.world.World;

/**
 * One thing that goes wrong from now on. Without more words it strikes the next call, whichever that is; what concerns
 * the whole world, as a VTJ that is down, stands until it is removed.
 *
 * <pre>{@code
 * opintopolku.faults().status(503).on("/oppijanumerorekisteri-service/yleistunniste").times(2);
 * }</pre>
 */
public final class SandboxFault {
    private final World world;
    private final long id;
    private Match match = Match.ALL;
    private final Effect effect;
    private Integer times;

    SandboxFault(World world, Effect effect) {
        this.world = world;
        this.effect = effect;
        this.times = effect instanceof Effect.OnCall ? 1 : null;
        this.id = faults().add(match, effect, times).id();
    }

    /** Strikes calls to this path and what is below it; with {@code *} or {@code ?} a glob of the whole path. */
    public SandboxFault on(String path) {
        return matching(new Match(match.method(), path, match.username()));
    }

    /** Strikes calls by this method. */
    public SandboxFault method(String method) {
        return matching(new Match(method, match.path(), match.username()));
    }

    /** Strikes calls of this user, a ready-made one by its name in the default world. */
    public SandboxFault by(String username) {
        return matching(new Match(match.method(), match.path(), ReadyMade.name(world, username)));
    }

    /** Strikes so many calls and no more; a VTJ that is down or slow, so many of its queries. */
    public SandboxFault times(int calls) {
        if (calls < 1) {
            throw new IllegalArgumentException("A fault strikes once at least, not " + calls + " times.");
        }
        times = calls;
        return again();
    }

    /** How often it has struck. */
    public int struck() {
        return faults().all().stream()
                .filter(fault -> fault.id() == id)
                .mapToInt(Fault::struck)
                .sum();
    }

    /** Takes it away. */
    public void remove() {
        faults().remove(id);
    }

    private SandboxFault matching(Match wanted) {
        if (effect instanceof Effect.OnWorld) {
            throw new IllegalStateException("This fault concerns everybody in the world; leave the match out.");
        }
        match = wanted;
        return again();
    }

    private SandboxFault again() {
        faults().change(id, match, times);
        return this;
    }

    private Faults faults() {
        return world.faults();
    }
}
