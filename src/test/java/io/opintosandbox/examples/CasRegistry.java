package io.opintosandbox.examples;

import java.net.http.HttpResponse;
import java.util.Map;

/**
 * The registry over CAS. A ticket-granting ticket is good for hours and draws service tickets; a service ticket is good
 * for one login, which gives a session cookie; the session serves many calls. A session that has ended shows as a
 * redirect to the login page, not as a 401.
 */
final class CasRegistry implements Registry {
    private final Http http = new Http();
    private final String baseUrl;
    private final String username;
    private final String password;
    private String grantingTicket;
    private String session;

    CasRegistry(String baseUrl, String username, String password) {
        this.baseUrl = baseUrl;
        this.username = username;
        this.password = password;
    }

    @Override
    public synchronized HttpResponse<String> call(String method, String path, String json) {
        if (session == null) {
            session = newSession();
        }
        var answer = attempt(method, path, json);
        if (!isSentToLogin(answer)) {
            return answer;
        }
        session = newSession();
        return attempt(method, path, json);
    }

    private HttpResponse<String> attempt(String method, String path, String json) {
        return http.send(Http.json(baseUrl + PATH + path, method, json)
                .header("CSRF", "example")
                .header("Cookie", "CSRF=example; " + session));
    }

    private static boolean isSentToLogin(HttpResponse<?> answer) {
        return answer.statusCode() == 302
                && answer.headers().firstValue("Location").orElse("").contains("/cas/login");
    }

    /** The cookie of a session that a service ticket has opened. */
    private String newSession() {
        var service = baseUrl + PATH + "/j_spring_cas_security_check";
        var answer = http.send(Http.request(service + "?ticket=" + serviceTicket(service)));
        return answer.headers().allValues("Set-Cookie").stream()
                .filter(cookie -> cookie.startsWith("JSESSIONID="))
                .map(cookie -> cookie.split(";", 2)[0])
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("no session: " + answer.statusCode()));
    }

    private String serviceTicket(String service) {
        if (grantingTicket == null) {
            grantingTicket = newGrantingTicket();
        }
        var answer = http.send(Http.form(grantingTicket, Map.of("service", service)));
        if (answer.statusCode() == 404) {
            grantingTicket = newGrantingTicket();
            answer = http.send(Http.form(grantingTicket, Map.of("service", service)));
        }
        if (answer.statusCode() != 200) {
            throw new IllegalStateException("no service ticket: " + answer.statusCode() + " " + answer.body());
        }
        return answer.body();
    }

    /** The whole address of the ticket, as its {@code Location} says. */
    private String newGrantingTicket() {
        var answer =
                http.send(Http.form(baseUrl + "/cas/v1/tickets", Map.of("username", username, "password", password)));
        return answer.headers()
                .firstValue("Location")
                .filter(location -> answer.statusCode() == 201)
                .orElseThrow(() -> new IllegalStateException("no login: " + answer.statusCode() + " " + answer.body()));
    }
}
