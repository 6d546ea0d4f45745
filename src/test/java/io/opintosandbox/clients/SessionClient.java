package io.opintosandbox.clients;

import java.net.http.HttpResponse;
import java.util.Map;

/**
 * A program with a CAS session: ticket, cookie, and a new login when an answer leads to the login page. It sends the
 * CSRF cookie and header and the {@code Caller-Id} of OPH's own clients. One thread at a time.
 */
final class SessionClient {
    private static final String CSRF = "CSRF=clients";

    private final Wire wire = new Wire();
    private final String base;
    private final String service;
    private final CasHabit habit;
    private final String username;
    private final String password;
    private String session;
    private int logins;

    /** A client of the service at a path such as {@code /oppijanumerorekisteri-service}. */
    SessionClient(String base, String path, CasHabit habit, Map<String, String> user) {
        this.base = base;
        this.service = base + path;
        this.habit = habit;
        this.username = user.get("username");
        this.password = user.get("password");
    }

    HttpResponse<String> get(String path) {
        return call("GET", path, null);
    }

    HttpResponse<String> post(String path, String json) {
        return call("POST", path, json);
    }

    /** Any call, repeated once after a login if it was sent to the login page. */
    HttpResponse<String> call(String method, String path, String json) {
        if (session == null) {
            logIn();
        }
        var answer = attempt(method, path, json);
        if (isSentToLogin(answer)) {
            logIn();
            return attempt(method, path, json);
        }
        return answer;
    }

    int logins() {
        return logins;
    }

    private HttpResponse<String> attempt(String method, String path, String json) {
        return wire.json(method, service + path, json, headers(CSRF + "; " + session));
    }

    private void logIn() {
        var check = service + "/j_spring_cas_security_check";
        var ticket = habit.draw(wire, base + "/cas", check, username, password);
        var answer = wire.send("GET", check + "?ticket=" + ticket, null, headers(CSRF));
        session = Wire.cookie(answer, "JSESSIONID");
        logins++;
    }

    private static Map<String, String> headers(String cookies) {
        return Map.of("Cookie", cookies, "CSRF", "clients", "Caller-Id", "1.2.246.562.10.00000000001.clients");
    }

    private static boolean isSentToLogin(HttpResponse<?> answer) {
        return answer.statusCode() == 302
                && answer.headers().firstValue("Location").orElse("").contains("/cas/login");
    }
}
