package io.opintosandbox.access.session;

import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import io.opintosandbox.access.BaseUrl;
import io.opintosandbox.access.Form;
import io.opintosandbox.access.Kutsuja;
import io.opintosandbox.access.Logins.Login;
import io.opintosandbox.access.Trace;
import io.opintosandbox.access.Whose;
import io.opintosandbox.access.cas.Tickets;
import io.opintosandbox.access.oauth.AccessTokens;
import io.opintosandbox.access.oauth.AccessTokens.Verdict;
import io.opintosandbox.access.oauth.TokenRoutes;
import io.opintosandbox.world.Effect;
import io.opintosandbox.world.Faults;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The door of a service behind CAS: tells who calls, by bearer token or by session, or sends the caller
 * away. Each service has sessions of its own. Contract: auth.md 5 and 6.
 */
public final class ServiceGate {
    /** Base path of the registry. */
    public static final String REGISTRY = "/oppijanumerorekisteri-service";

    /** Base path of the user service. */
    public static final String KAYTTOOIKEUS = TokenRoutes.PATH;

    /** The attribute of a request under which a door keeps the caller, for the log too. */
    public static final String KUTSUJA = "kutsuja";

    private static final String BEARER = "Bearer ";
    private static final Pattern TOKEN = Pattern.compile("[A-Za-z0-9._~+/-]+=*");
    private static final Pattern LOGOUT_TICKET = Pattern.compile("<(?:\\w+:)?SessionIndex>\\s*([^<\\s]+)\\s*<");

    private final String path;
    private final String check;
    private final AccessTokens tokens;
    private final Tickets tickets;
    private final Sessions sessions;
    private final BaseUrl baseUrl;
    private final boolean expiredIs401;

    /**
     * @param path base path of the service
     * @param expiredIs401 whether a session that is over is told as 401 rather than as not logged in
     */
    public ServiceGate(
            String path,
            AccessTokens tokens,
            Tickets tickets,
            Sessions sessions,
            BaseUrl baseUrl,
            boolean expiredIs401) {
        this.path = path;
        this.check = path + "/j_spring_cas_security_check";
        this.tokens = tokens;
        this.tickets = tickets;
        this.sessions = sessions;
        this.baseUrl = baseUrl;
        this.expiredIs401 = expiredIs401;
    }

    /** How a call got past the door, or that it did not. */
    public sealed interface Passage {
        /** Goes on as this caller. */
        record In(Kutsuja kutsuja) implements Passage {}

        /** The gate has answered: status and headers are set, the body is empty. */
        record Answered(String why) implements Passage {}

        /** The session is over, and the settings want that told as 401 in the service's plain form. */
        record Expired() implements Passage {}
    }

    /** Decides about a call to a protected path. */
    public Passage pass(Context ctx) {
        var authorization = ctx.header("Authorization");
        if (authorization != null && authorization.startsWith(BEARER) && authorization.length() > BEARER.length()) {
            return byBearer(ctx, authorization.substring(BEARER.length()));
        }
        return bySession(ctx);
    }

    /** Refuses a bad bearer token where no login is needed; the published service looks at it there too. */
    public Optional<Passage.Answered> refusedThoughPublic(Context ctx) {
        var authorization = ctx.header("Authorization");
        if (authorization == null || !authorization.startsWith(BEARER) || authorization.length() <= BEARER.length()) {
            return Optional.empty();
        }
        return byBearer(ctx, authorization.substring(BEARER.length())) instanceof Passage.Answered answered
                ? Optional.of(answered)
                : Optional.empty();
    }

    /** Notes whose call it is, as far as it tells; lets nobody in and uses nothing up. */
    public void noteWhose(Context ctx) {
        var authorization = ctx.header("Authorization");
        if (authorization != null && authorization.startsWith(BEARER)) {
            var verdict = tokens.check(authorization.substring(BEARER.length()));
            Optional.ofNullable(
                            verdict instanceof Verdict.Good good
                                    ? Whose.of(good.world(), good.username())
                                    : ((Verdict.Bad) verdict).whose())
                    .ifPresent(whose -> whose.note(ctx));
            return;
        }
        RequestCookies.values(ctx, "JSESSIONID").stream()
                .flatMap(id -> sessions.owner(id).stream())
                .findFirst()
                .or(() -> ticketInHeader(ctx).or(() -> ticketInQuery(ctx)).flatMap(tickets::owner))
                .ifPresent(whose -> whose.note(ctx));
    }

    private Passage byBearer(Context ctx, String token) {
        var verdict = TOKEN.matcher(token).matches() ? tokens.check(token) : AccessTokens.malformedHeader();
        if (verdict instanceof Verdict.Good good) {
            var call = new Faults.Struck(ctx.method().name(), ctx.path(), good.username());
            if (good.world().faults().strike(Effect.TokenExpires.class, call).isEmpty()) {
                return new Passage.In(
                        new Kutsuja(good.world(), good.username(), good.oid(), good.roles(), true, new Trace()));
            }
            tokens.expire(good);
            verdict = tokens.check(token);
        }
        var bad = (Verdict.Bad) verdict;
        if (bad.whose() != null) {
            bad.whose().note(ctx);
        }
        var description = bad.description();
        ctx.status(401)
                .header(
                        "WWW-Authenticate",
                        "Bearer error=\"invalid_token\", error_description=\"" + description
                                + "\", error_uri=\"https://tools.ietf.org/html/rfc6750#section-3.1\", resource_metadata=\""
                                + baseUrl.of(ctx) + path + "/.well-known/oauth-protected-resource\"");
        return new Passage.Answered(description + "; get a new token");
    }

    private Passage bySession(Context ctx) {
        var cookies = RequestCookies.values(ctx, "JSESSIONID");
        cookies.stream().flatMap(id -> sessions.owner(id).stream()).findFirst().ifPresent(owner -> owner.note(ctx));
        var session = cookies.stream()
                .flatMap(id -> sessions.find(path, id).stream())
                .findFirst()
                .filter(found -> !expiredByFault(ctx, found));
        if (ctx.path().equals(check)) {
            return atTheCheck(ctx, session);
        }
        var ticket = ticketInHeader(ctx).or(() -> ticketInQuery(ctx));
        if (ticket.isPresent() && session.filter(s -> s.cameWith(ticket.get())).isEmpty()) {
            return withTicket(ctx, session, ticket.get());
        }
        var login = session.flatMap(Session::login);
        if (login.isPresent()) {
            return in(login.get());
        }
        if (expiredIs401 && !cookies.isEmpty() && session.isEmpty()) {
            return new Passage.Expired();
        }
        return toLogin(ctx, session, true);
    }

    /** {@code j_spring_cas_security_check}: tickets become sessions here. Contract: auth.md 5.2 and 3.3. */
    private Passage atTheCheck(Context ctx, Optional<Session> session) {
        var inHeader = ticketInHeader(ctx);
        if (inHeader.isEmpty() && ctx.method().equals(HandlerType.POST)) {
            var logout = Form.of(ctx).value("logoutRequest").map(LOGOUT_TICKET::matcher);
            if (logout.isPresent() && logout.get().find()) {
                tickets.owner(logout.get().group(1)).ifPresent(owner -> owner.note(ctx));
                sessions.endByTicket(logout.get().group(1));
                ctx.status(200);
                return new Passage.Answered("single logout");
            }
            return toLogin(ctx, session, false);
        }
        var ticket = inHeader.orElse(ctx.queryParam("ticket"));
        if (ticket == null) {
            return toLogin(ctx, session, false);
        }
        tickets.owner(ticket).ifPresent(owner -> owner.note(ctx));
        var validation = tickets.validate(ticket, baseUrl.of(ctx) + check, true);
        if (!(validation instanceof Tickets.Validation.Success success)) {
            return badTicket(ctx, session, validation);
        }
        var opened = logIn(ctx, session, success.login(), ticket);
        ctx.status(302).header("Location", opened.takeWanted().orElse(baseUrl.of(ctx) + path + "/"));
        return new Passage.Answered("logged in as " + success.login().user().username());
    }

    /** A ticket on any other path logs in and lets the same call through. Contract: auth.md 5.3. */
    private Passage withTicket(Context ctx, Optional<Session> session, String ticket) {
        tickets.owner(ticket).ifPresent(owner -> owner.note(ctx));
        var validation = tickets.validate(ticket, baseUrl.of(ctx) + check, true);
        if (validation instanceof Tickets.Validation.Success success) {
            logIn(ctx, session, success.login(), ticket);
            return in(success.login());
        }
        return badTicket(ctx, session, validation);
    }

    private Passage badTicket(Context ctx, Optional<Session> session, Tickets.Validation validation) {
        ctx.status(401);
        if (session.isEmpty() && !ctx.method().equals(HandlerType.POST)) {
            opened(ctx);
        }
        return new Passage.Answered(
                validation instanceof Tickets.Validation.OtherService
                        ? "the ticket was issued for another service; ask for one for …" + check
                        : "the ticket is unknown, used or older than 10 seconds; draw a new one for every login");
    }

    private Session logIn(Context ctx, Optional<Session> session, Login login, String ticket) {
        var kept = session.orElseGet(() -> opened(ctx));
        sessions.logIn(kept, login, ticket);
        return kept;
    }

    private Session opened(Context ctx) {
        var session = sessions.open(path, newId());
        setCookie(ctx, path, session.id());
        return session;
    }

    /** The user service writes its ids in base64. Contract: auth.md 5.4. */
    private String newId() {
        var id = sessions.newId();
        return path.equals(KAYTTOOIKEUS) ? Base64.getEncoder().encodeToString(id.getBytes(StandardCharsets.UTF_8)) : id;
    }

    private Passage toLogin(Context ctx, Optional<Session> session, boolean remember) {
        var kept = session.orElseGet(() -> opened(ctx));
        if (remember) {
            var query = ctx.queryString() == null ? "" : "?" + ctx.queryString();
            kept.want(baseUrl.of(ctx) + ctx.req().getRequestURI() + query);
        }
        var service = URLEncoder.encode(baseUrl.of(ctx) + check, StandardCharsets.UTF_8);
        ctx.status(302).header("Location", baseUrl.of(ctx) + "/cas/login?service=" + service);
        return new Passage.Answered("not logged in; send a bearer token, a session cookie or a ticket");
    }

    private boolean expiredByFault(Context ctx, Session session) {
        return session.login()
                .filter(login -> login.world()
                        .faults()
                        .strike(
                                Effect.SessionExpires.class,
                                new Faults.Struck(
                                        ctx.method().name(),
                                        ctx.path(),
                                        login.user().username()))
                        .isPresent())
                .map(login -> {
                    sessions.end(session);
                    return true;
                })
                .orElse(false);
    }

    private static Optional<String> ticketInHeader(Context ctx) {
        return Optional.ofNullable(ctx.header("CasSecurityTicket")).filter(ticket -> !ticket.isEmpty());
    }

    private static Optional<String> ticketInQuery(Context ctx) {
        return ctx.method().equals(HandlerType.POST) ? Optional.empty() : Optional.ofNullable(ctx.queryParam("ticket"));
    }

    private static Passage in(Login login) {
        var user = login.user();
        return new Passage.In(
                new Kutsuja(login.world(), user.username(), user.oid(), user.roles(), false, new Trace()));
    }

    /** Sets the session cookie of the service at this base path. Contract: auth.md 5.1. */
    public static void setCookie(Context ctx, String path, String id) {
        var secure = BaseUrl.isSecure(ctx) ? "Secure; " : "";
        ctx.header("Set-Cookie", "JSESSIONID=" + id + "; Path=" + path + "; " + secure + "HttpOnly; SameSite=Lax");
    }
}
