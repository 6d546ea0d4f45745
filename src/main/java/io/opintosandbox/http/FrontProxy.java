package io.opintosandbox.http;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import io.opintosandbox.access.BaseUrl;
import io.opintosandbox.access.Form;
import io.opintosandbox.access.Reasons;
import io.opintosandbox.access.session.LoginCalls;
import io.opintosandbox.access.session.RequestCookies;
import io.opintosandbox.access.session.ServiceGate;
import io.opintosandbox.world.Worlds;
import java.net.URI;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The proxy that stands before the services on the virkailija host: CSRF in a cookie and in a header or form field, and
 * {@code Caller-Id}. Contract: auth.md 8.
 */
public final class FrontProxy {
    private static final String CSRF = "CSRF";
    private static final String CAS = "/cas";
    private static final String EXEMPT = "/cas/v1/tickets";
    private static final Pattern CALLER = Pattern.compile("[A-Za-z0-9.\\-()]+");
    private static final Set<HandlerType> SAFE = Set.of(HandlerType.GET, HandlerType.HEAD, HandlerType.OPTIONS);

    private final Level level;
    private final Worlds worlds;
    private final BaseUrl baseUrl;
    private final LoginCalls logins;
    private final ServiceGate gate;

    /** What becomes of a violation. */
    private enum Level {
        LOG,
        ENFORCE
    }

    /**
     * A proxy of that strictness.
     *
     * @param strict {@code log} or {@code enforce}
     * @param gate tells whose a call is that has been turned away
     */
    public FrontProxy(String strict, Worlds worlds, BaseUrl baseUrl, LoginCalls logins, ServiceGate gate) {
        this.level = strict.equals("enforce") ? Level.ENFORCE : Level.LOG;
        this.worlds = worlds;
        this.baseUrl = baseUrl;
        this.logins = logins;
        this.gate = gate;
    }

    /** To be added before whatever stands behind it. */
    public void addTo(RoutesConfig routes) {
        for (var service : List.of(ServiceGate.REGISTRY, ServiceGate.KAYTTOOIKEUS, CAS)) {
            routes.before(service, this::look);
            routes.before(service + "/*", this::look);
        }
    }

    private void look(Context ctx) {
        if (isElsewhere(ctx)) {
            return;
        }
        var cookies = RequestCookies.values(ctx, CSRF);
        if (cookies.isEmpty()) {
            Marks.cookie(ctx, newCookie(ctx));
        }
        var caller = ctx.header("Caller-Id");
        if (caller == null || caller.isEmpty()) {
            Reasons.of(ctx).add("front proxy: the header Caller-Id is missing");
        } else if (!CALLER.matcher(caller).matches()) {
            refuse(ctx, "Caller-Id may have letters, digits and . - ( ) only");
            return;
        }
        if (!SAFE.contains(ctx.method()) && !hasCsrf(ctx, cookies)) {
            var violation = "the cookie CSRF and the header CSRF must be there and the same";
            if (level == Level.ENFORCE) {
                refuse(ctx, violation);
            } else {
                Reasons.of(ctx).add("front proxy: " + violation);
            }
        }
    }

    /** REST tickets are exempt; OAuth2 and calls with its tokens go to hosts that no proxy stands before. */
    private static boolean isElsewhere(Context ctx) {
        var authorization = ctx.header("Authorization");
        return ctx.path().equals(EXEMPT)
                || ctx.path().startsWith(EXEMPT + "/")
                || ctx.path().startsWith(ServiceGate.KAYTTOOIKEUS + "/oauth2/")
                || (authorization != null && authorization.startsWith("Bearer "));
    }

    private static boolean hasCsrf(Context ctx, List<String> cookies) {
        var header = ctx.header(CSRF);
        var given = header == null ? Form.of(ctx).value(CSRF).orElse(null) : header;
        return given != null && !given.isEmpty() && cookies.contains(given);
    }

    private void refuse(Context ctx, String violation) {
        Reasons.of(ctx).add("front proxy: " + violation);
        if (LoginCalls.isLogin(ctx)) {
            logins.of(ctx);
        } else {
            gate.noteWhose(ctx);
        }
        ctx.skipRemainingHandlers();
        Leftovers.readAway(ctx);
        var text = "Invalid request, please read " + baseUrl.of(ctx) + "/";
        var accept = ctx.header("Accept");
        if (accept != null && accept.contains("application/json")) {
            // No JSON in truth: the proxy writes single quotes.
            ctx.contentType("application/json").result("{'error': '" + text + "'}");
        } else {
            ctx.contentType("text/plain;charset=UTF-8").result("Error: " + text);
        }
        ctx.status(403);
    }

    private String newCookie(Context ctx) {
        var value = worlds.defaultWorld().ids().uuid("csrf").toString().replace("-", "");
        var domain = URI.create(baseUrl.of(ctx)).getHost();
        // A name with an underscore is no host for a URI.
        return CSRF + "=" + value + "; Secure; Path=/" + (domain == null ? "" : "; Domain=" + domain);
    }
}
