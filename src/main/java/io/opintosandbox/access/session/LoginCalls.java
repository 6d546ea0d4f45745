package io.opintosandbox.access.session;

import io.javalin.http.Context;
import io.opintosandbox.access.Form;
import io.opintosandbox.access.Logins;
import io.opintosandbox.access.Whose;
import io.opintosandbox.access.cas.LoginRoutes;
import io.opintosandbox.access.cas.Tickets;
import io.opintosandbox.access.oauth.TokenRoutes;
import io.opintosandbox.world.World;
import io.opintosandbox.world.Worlds;
import java.util.Optional;

/**
 * Whose a call is that logs somebody in or out: the user whom its form, ticket or cookie names, right or wrong. Nothing
 * is checked and nothing used up.
 */
public final class LoginCalls {
    private static final String CAS = "/cas/";
    private static final String TICKETS = "/cas/v1/tickets/";
    private static final String CHECK = "/j_spring_cas_security_check";
    private static final String KEY = "loginCaller";

    private final Logins logins;
    private final Tickets tickets;
    private final Worlds worlds;

    public LoginCalls(Logins logins, Tickets tickets, Worlds worlds) {
        this.logins = logins;
        this.tickets = tickets;
        this.worlds = worlds;
    }

    /**
     * Who tries to log in, or has.
     *
     * @param world the default one when nobody has that name, or none is given
     * @param username as the world has it, else as the caller wrote it; null when no name is given
     */
    public record LoginCaller(World world, String username) {}

    /** Whether the call is one of CAS, of OAuth2, or one that turns a ticket into a session. */
    public static boolean isLogin(Context ctx) {
        var path = ctx.path();
        return path.startsWith(CAS)
                || path.startsWith(TokenRoutes.PATH + "/oauth2/")
                || path.equals(ServiceGate.REGISTRY + CHECK)
                || path.equals(ServiceGate.KAYTTOOIKEUS + CHECK);
    }

    /** The caller of such a call. */
    public LoginCaller of(Context ctx) {
        LoginCaller known = ctx.attribute(KEY);
        if (known == null) {
            known = find(ctx);
            ctx.attribute(KEY, known);
        }
        return known;
    }

    private LoginCaller find(Context ctx) {
        return byTicket(ctx)
                .or(() -> byForm(ctx).map(username -> named(username, ctx)))
                .or(() -> byCookie(ctx).map(login -> found(login, ctx)))
                .orElseGet(() -> new LoginCaller(worlds.defaultWorld(), null));
    }

    /** Whose it is or was: a ticket that is over is its owner's mistake. */
    private Optional<LoginCaller> byTicket(Context ctx) {
        return ticket(ctx).flatMap(tickets::owner).map(whose -> {
            whose.note(ctx);
            return new LoginCaller(whose.worldNow(worlds), whose.username());
        });
    }

    private static Optional<String> ticket(Context ctx) {
        if (ctx.path().startsWith(TICKETS)) {
            return Optional.of(ctx.path().substring(TICKETS.length()));
        }
        var header = ctx.header("CasSecurityTicket");
        return Optional.ofNullable(header == null || header.isEmpty() ? ctx.queryParam("ticket") : header);
    }

    /** Only where a form is a login's: a form that nobody asks for stays unread. */
    private static Optional<String> byForm(Context ctx) {
        if (ctx.path().startsWith(TokenRoutes.PATH)) {
            return Form.of(ctx).value("client_id");
        }
        return ctx.path().startsWith(CAS) ? Form.of(ctx).value("username") : Optional.empty();
    }

    private Optional<Logins.Login> byCookie(Context ctx) {
        return ctx.path().startsWith(CAS)
                ? Optional.ofNullable(ctx.cookie(LoginRoutes.COOKIE)).flatMap(tickets::holder)
                : Optional.empty();
    }

    private static LoginCaller found(Logins.Login login, Context ctx) {
        Whose.of(login).note(ctx);
        return new LoginCaller(login.world(), login.user().username());
    }

    private LoginCaller named(String username, Context ctx) {
        return logins.find(username)
                .map(login -> found(login, ctx))
                .orElseGet(() -> new LoginCaller(worlds.defaultWorld(), username));
    }
}
