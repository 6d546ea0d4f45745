package io.opintosandbox.control;

import io.javalin.http.Context;
import io.opintosandbox.snapshot.BadSnapshot;
import io.opintosandbox.snapshot.Snapshots;
import io.opintosandbox.world.World;
import java.io.IOException;

/** Whole worlds out and in, as they come: such a body is never held in memory. Contract: control-api.md, "snapshot". */
final class SnapshotControl {
    private final Snapshots snapshots;

    SnapshotControl(Snapshots snapshots) {
        this.snapshots = snapshots;
    }

    void write(Context ctx, World world) throws IOException {
        ctx.contentType("application/json;charset=UTF-8").result(snapshots.of(world));
    }

    void read(Context ctx, World world) throws IOException {
        try {
            snapshots.load(world, ctx.bodyInputStream());
            ctx.status(204);
        } catch (BadSnapshot e) {
            throw problem(e);
        }
    }

    private static ControlProblem problem(BadSnapshot bad) {
        return switch (bad.kind()) {
            case INVALID -> ControlProblem.badField(bad.pointer(), bad.getMessage());
            case NOT_SYNTHETIC -> ControlProblem.notSynthetic(bad.pointer());
            case CONFLICT -> ControlProblem.conflict(bad.pointer(), bad.getMessage());
            case TOO_LARGE -> ControlProblem.tooLarge(Snapshots.MOST_BYTES);
        };
    }
}
