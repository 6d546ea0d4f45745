package io.opintosandbox;

import io.opintosandbox.world.Effect;
import io.opintosandbox.world.World;
import java.time.Duration;
import java.util.function.Supplier;

/**
 * Makes things go wrong in a world, as {@code /sandbox/faults} does. A reset takes all faults away. Contract:
 * control-api.md, "faults".
 */
public final class SandboxFaults {
    private final Supplier<World> world;

    SandboxFaults(Supplier<World> world) {
        this.world = world;
    }

    /** The session that the next call carries has ended, as after a restart of the service: 302 to the login. */
    public SandboxFault expireSessions() {
        return fault(new Effect.SessionExpires());
    }

    /** The bearer token that the next call carries has expired: 401 with {@code invalid_token}. */
    public SandboxFault expireTokens() {
        return fault(new Effect.TokenExpires());
    }

    /** VTJ cannot be reached: {@code hae} of a new person answers 500, and nobody is identified. */
    public SandboxFault vtjDown() {
        return fault(new Effect.VtjDown());
    }

    /** VTJ takes that long for each query, in real time. */
    public SandboxFault vtjSlow(Duration delay) {
        return fault(new Effect.VtjSlow(delay));
    }

    /** All of CAS answers 503. */
    public SandboxFault casDown() {
        return fault(new Effect.CasDown());
    }

    /** Imports stop after so many rows, and go on when the fault is removed. */
    public SandboxFault stallImports(int afterRows) {
        return fault(new Effect.ImportStall(afterRows));
    }

    /** The next call is answered with this status, in the error form of the service. */
    public SandboxFault status(int status) {
        if (status < 400 || status > 599) {
            throw new IllegalArgumentException("The status of a fault is from 400 to 599, not " + status + ".");
        }
        return fault(new Effect.Status(status));
    }

    /** The next call waits that long in real time, and is carried out then. */
    public SandboxFault delay(Duration delay) {
        return fault(new Effect.Delay(delay));
    }

    /** The connection of the next call is closed before the call is carried out. */
    public SandboxFault drop() {
        return fault(new Effect.Drop(false));
    }

    /** The next call is carried out, and the connection closed without an answer. */
    public SandboxFault dropAnswer() {
        return fault(new Effect.Drop(true));
    }

    /** Takes all faults away. */
    public void clear() {
        world.get().faults().clear();
    }

    private SandboxFault fault(Effect effect) {
        return new SandboxFault(world.get(), effect);
    }
}
