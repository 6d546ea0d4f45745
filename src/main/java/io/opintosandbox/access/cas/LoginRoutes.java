package io.opintosandbox.access.cas;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.opintosandbox.access.BaseUrl;
import io.opintosandbox.access.Form;
import io.opintosandbox.access.Logins;
import io.opintosandbox.access.session.Sessions;
import java.util.Map;
import java.util.Optional;

/** CAS for people: the login page, its form, and logout. Contract: auth.md 3. */
public final class LoginRoutes {
    /** The cookie of single sign-on; its value is the ticket-granting ticket. */
    public static final String COOKIE = "TGC";

    private final Logins logins;
    private final Tickets tickets;
    private final Sessions sessions;
    private final BaseUrl baseUrl;

    public LoginRoutes(Logins logins, Tickets tickets, Sessions sessions, BaseUrl baseUrl) {
        this.logins = logins;
        this.tickets = tickets;
        this.sessions = sessions;
        this.baseUrl = baseUrl;
    }

    public void addTo(RoutesConfig routes) {
        routes.get("/cas/login", this::page);
        routes.post("/cas/login", this::submit);
        routes.get("/cas/logout", this::logout);
    }

    private void page(Context ctx) {
        var service = ctx.queryParam("service");
        if (service == null || service.isEmpty()) {
            toFrontPage(ctx);
        } else if (!baseUrl.isOurs(service, ctx)) {
            refused(ctx, service);
        } else {
            singleSignOn(ctx)
                    .flatMap(tgt -> tickets.draw(tgt, service))
                    .ifPresentOrElse(ticket -> goTo(ctx, service, ticket), () -> form(ctx, 200, service, ""));
        }
    }

    private void submit(Context ctx) {
        var form = Form.of(ctx);
        var service = form.value("service").orElseGet(() -> ctx.queryParam("service"));
        if (service == null || service.isEmpty()) {
            toFrontPage(ctx);
            return;
        }
        if (!baseUrl.isOurs(service, ctx)) {
            refused(ctx, service);
            return;
        }
        var username = form.value("username").orElse("");
        logins.find(username, ctx)
                .filter(login -> login.hasPassword(form.value("password").orElse("")))
                .ifPresentOrElse(
                        login -> {
                            var tgt = tickets.grant(login);
                            ctx.header(
                                    "Set-Cookie", COOKIE + "=" + tgt + "; Path=/cas; Secure; HttpOnly; SameSite=None");
                            goTo(ctx, service, tickets.draw(tgt, service).orElseThrow());
                        },
                        () -> form(ctx, 401, service, username));
    }

    private void logout(Context ctx) {
        singleSignOn(ctx).ifPresent(tgt -> tickets.end(tgt).forEach(sessions::endByTicket));
        ctx.header("Set-Cookie", COOKIE + "=; Path=/cas; Max-Age=0; Secure; HttpOnly; SameSite=None");
        var service = ctx.queryParam("service");
        if (service != null && baseUrl.isOurs(service, ctx)) {
            ctx.header("Location", service).status(302);
        } else {
            html(ctx, 200, "logout.jte", Map.of());
        }
    }

    private Optional<String> singleSignOn(Context ctx) {
        var cookie = Optional.ofNullable(ctx.cookie(COOKIE));
        cookie.flatMap(tickets::owner).ifPresent(owner -> owner.note(ctx));
        return cookie.filter(tgt -> tickets.holder(tgt).isPresent());
    }

    private void toFrontPage(Context ctx) {
        ctx.header("Location", baseUrl.of(ctx) + "/").status(302);
    }

    private static void goTo(Context ctx, String service, String ticket) {
        var fragment = service.indexOf('#') < 0 ? "" : service.substring(service.indexOf('#'));
        var url = service.substring(0, service.length() - fragment.length());
        var separator = url.contains("?") ? "&" : "?";
        ctx.header("Location", url + separator + "ticket=" + ticket + fragment).status(302);
    }

    private static void form(Context ctx, int status, String service, String username) {
        html(ctx, status, "login.jte", Map.of("service", service, "username", username, "failed", status == 401));
    }

    private static void refused(Context ctx, String service) {
        html(ctx, 403, "serviceNotAllowed.jte", Map.of("service", service));
    }

    private static void html(Context ctx, int status, String template, Map<String, Object> model) {
        ctx.status(status).render(template, model).contentType("text/html;charset=UTF-8");
    }
}
