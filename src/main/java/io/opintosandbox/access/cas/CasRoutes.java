package io.opintosandbox.access.cas;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import io.opintosandbox.access.BaseUrl;
import io.opintosandbox.access.Form;
import io.opintosandbox.access.Logins;
import io.opintosandbox.access.Reasons;
import io.opintosandbox.access.session.Sessions;
import io.opintosandbox.json.Json;
import java.util.List;
import java.util.Locale;

/** CAS for machines: REST tickets and validation. Contract: auth.md 2 and 4. */
public final class CasRoutes {
    private final Logins logins;
    private final Tickets tickets;
    private final Sessions sessions;
    private final BaseUrl baseUrl;

    public CasRoutes(Logins logins, Tickets tickets, Sessions sessions, BaseUrl baseUrl) {
        this.logins = logins;
        this.tickets = tickets;
        this.sessions = sessions;
        this.baseUrl = baseUrl;
    }

    public void addTo(RoutesConfig routes) {
        routes.before("/cas/*", CasRoutes::neverCached);
        routes.post("/cas/v1/tickets", this::grant);
        routes.post("/cas/v1/tickets/{tgt}", this::draw);
        routes.get("/cas/v1/tickets/{tgt}", this::alive);
        routes.delete("/cas/v1/tickets/{tgt}", this::end);
        routes.get("/cas/serviceValidate", this::validate);
        routes.get("/cas/proxyValidate", this::validate);
        routes.get("/cas/p3/serviceValidate", this::validate);
        routes.get("/cas/p3/proxyValidate", this::validate);
        routes.get("/cas/validate", this::validateInPlainText);
        for (var method : List.of(HandlerType.GET, HandlerType.PUT, HandlerType.DELETE)) {
            routes.addHttpHandler(
                    method,
                    "/cas/v1/tickets",
                    ctx -> ctx.header("Allow", "POST").status(405));
        }
    }

    private void grant(Context ctx) {
        if (!Form.isForm(ctx)) {
            ctx.status(415);
            return;
        }
        var form = Form.of(ctx);
        var username = form.value("username");
        var password = form.value("password");
        if (username.isEmpty() || password.isEmpty()) {
            text(ctx, 400, "No credentials are provided or extracted to authenticate the REST request");
            return;
        }
        logins.find(username.get(), ctx)
                .filter(login -> login.hasPassword(password.get()))
                .ifPresentOrElse(login -> granted(ctx, tickets.grant(login)), () -> refused(ctx));
    }

    private void granted(Context ctx, String tgt) {
        var location = baseUrl.of(ctx) + "/cas/v1/tickets/" + tgt;
        ctx.status(201).header("Location", location);
        var accept = ctx.header("Accept");
        if (accept == null || accept.startsWith("*/*") || accept.startsWith("text/html")) {
            // The backslashes are the published service's own.
            ctx.contentType("text/html;charset=UTF-8")
                    .result("<!DOCTYPE HTML PUBLIC \\\"-//IETF//DTD HTML 2.0//EN\\\"><html><head>"
                            + "<title>201 CREATED</title></head><body><h1>TGT Created</h1><form action=\"" + location
                            + "\" method=\"POST\">Service:<input type=\"text\" name=\"service\" value=\"\"><br>"
                            + "<input type=\"submit\" value=\"Submit\"></form></body></html>");
        } else {
            text(ctx, 201, tgt);
        }
    }

    private static void refused(Context ctx) {
        Reasons.of(ctx).add("no user has this name and password; the start page lists the ready-made users");
        var language = String.valueOf(ctx.header("Accept-Language")).toLowerCase(Locale.ROOT);
        var reason = language.startsWith("sv") ? "Felaktiga identifieringsuppgifter." : "Virheelliset tunnistetiedot.";
        ctx.status(401).contentType("application/json").result("""
                {
                  "@class" : "java.util.HashMap",
                  "authentication_exceptions" : [ "java.util.ArrayList", [ "Invalid credentials:%s" ] ]
                }""".formatted(reason));
    }

    private void draw(Context ctx) {
        var tgt = ctx.pathParam("tgt");
        noteOwner(ctx, tgt);
        if (!Form.isForm(ctx)) {
            ctx.status(415);
            return;
        }
        var service = Form.of(ctx).value("service");
        if (tickets.holder(tgt).isPresent()
                && service.filter(url -> baseUrl.isOurs(url, ctx)).isEmpty()) {
            Reasons.of(ctx).add("the service is missing, or not on this server; see --public-url");
            text(ctx, 500, "Target service/application is unspecified or unrecognized in the request");
            return;
        }
        service.flatMap(url -> tickets.draw(tgt, url)).ifPresentOrElse(ticket -> text(ctx, 200, ticket), () -> {
            Reasons.of(ctx).add("the ticket-granting ticket is unknown, older than 8 hours or from before a reset");
            text(ctx, 404, tgt + " could not be found or is considered invalid");
        });
    }

    /** Whose ticket it is or was. */
    private void noteOwner(Context ctx, String ticket) {
        tickets.owner(ticket).ifPresent(owner -> owner.note(ctx));
    }

    private void alive(Context ctx) {
        noteOwner(ctx, ctx.pathParam("tgt"));
        ctx.status(tickets.holder(ctx.pathParam("tgt")).isPresent() ? 200 : 404);
    }

    private void end(Context ctx) {
        noteOwner(ctx, ctx.pathParam("tgt"));
        var notified = tickets.end(ctx.pathParam("tgt")).stream()
                .filter(sessions::endByTicket)
                .map(Notified::new)
                .toList();
        ctx.contentType("application/json").result(Json.write(notified));
    }

    /** A session that was told to end. */
    private record Notified(String ticketId, String status) {
        Notified(String ticketId) {
            this(ticketId, "SUCCESS");
        }
    }

    private void validate(Context ctx) {
        var asJson = "JSON".equalsIgnoreCase(ctx.queryParam("format"));
        ctx.contentType(asJson ? "application/json;charset=UTF-8" : "text/html;charset=UTF-8");
        var ticket = ctx.queryParam("ticket");
        var service = ctx.queryParam("service");
        noteOwner(ctx, ticket);
        ValidationAnswer answer;
        if (ticket == null || ticket.isEmpty() || service == null || service.isEmpty()) {
            answer = ValidationAnswer.failure("INVALID_REQUEST", "");
        } else {
            answer = ValidationAnswer.of(tickets.validate(ticket, service, baseUrl.isOurs(service, ctx)));
        }
        ctx.result(asJson ? answer.json() : answer.xml());
    }

    private void validateInPlainText(Context ctx) {
        var ticket = String.valueOf(ctx.queryParam("ticket"));
        var service = String.valueOf(ctx.queryParam("service"));
        noteOwner(ctx, ticket);
        ctx.contentType("text/plain");
        ctx.result(
                tickets.validate(ticket, service, baseUrl.isOurs(service, ctx))
                                instanceof Tickets.Validation.Success success
                        ? "yes\n" + success.login().user().username() + "\n"
                        : "no\n\n");
    }

    private static void neverCached(Context ctx) {
        ctx.header("Cache-Control", "no-cache, no-store, max-age=0, must-revalidate")
                .header("Pragma", "no-cache")
                .header("Expires", "0");
    }

    private static void text(Context ctx, int status, String text) {
        ctx.status(status).contentType("text/plain;charset=UTF-8").result(text);
    }
}
