package io.opintosandbox.http;

import io.javalin.http.Context;
import java.util.List;

/** What handlers tell of a call besides its reasons, for the journal. */
public final class Marks {
    static final String NO_ROUTE = "no-route";
    static final String UNKNOWN_FIELDS = "unknown-fields";
    static final String DROPPED = "dropped";

    static final String COOKIE = "proxy-cookie";

    private Marks() {}

    /** Nothing answers this path with this method. */
    public static void noRoute(Context ctx) {
        ctx.attribute(NO_ROUTE, true);
    }

    /** JSON pointers to fields of the body that nobody knows. */
    static void unknownFields(Context ctx, List<String> pointers) {
        if (!pointers.isEmpty()) {
            ctx.attribute(UNKNOWN_FIELDS, List.copyOf(pointers));
        }
    }

    /** A cookie that the answer gets on its way out, whatever it will be. */
    static void cookie(Context ctx, String cookie) {
        ctx.attribute(COOKIE, cookie);
    }

    /** No answer goes out, whatever has been prepared. */
    public static void dropped(Context ctx) {
        ctx.attribute(DROPPED, true);
    }
}
