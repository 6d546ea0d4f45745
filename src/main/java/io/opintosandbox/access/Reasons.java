package io.opintosandbox.access;

import io.javalin.http.Context;
import java.util.ArrayList;
import java.util.List;

/** Why a request was answered as it was, for its log line. */
public final class Reasons {
    /** The attribute of a request under which they are kept. */
    public static final String KEY = "reasons";

    private final List<String> reasons = new ArrayList<>();

    private Reasons() {}

    public static Reasons of(Context ctx) {
        Reasons known = ctx.attribute(KEY);
        if (known != null) {
            return known;
        }
        var fresh = new Reasons();
        ctx.attribute(KEY, fresh);
        return fresh;
    }

    public void add(String reason) {
        if (reason != null) {
            reasons.add(reason);
        }
    }

    /** The reasons in the order in which they decided. */
    public List<String> all() {
        return reasons;
    }
}
