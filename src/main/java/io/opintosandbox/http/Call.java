package io.opintosandbox.http;

import io.javalin.http.Context;
import io.opintosandbox.access.Kutsuja;

/** One call to the registry, past the door: who calls, and the parameters of the path. */
public final class Call {
    private final Context ctx;
    private final Kutsuja kutsuja;

    Call(Context ctx, Kutsuja kutsuja) {
        this.ctx = ctx;
        this.kutsuja = kutsuja;
    }

    public Kutsuja kutsuja() {
        return kutsuja;
    }

    /** The caller's world's front door of a feature. */
    public <T> T feature(Class<T> type) {
        return kutsuja.world().part(type);
    }

    /** A parameter of the path. */
    public String text(String name) {
        return ctx.pathParam(name);
    }

    /** A parameter of the path that the table declares as {@code int64}; it has been checked. */
    public long number(String name) {
        return Long.parseLong(ctx.pathParam(name));
    }
}
