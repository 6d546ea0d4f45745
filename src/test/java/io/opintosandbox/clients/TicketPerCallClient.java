package io.opintosandbox.clients;

import java.net.http.HttpResponse;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A program that draws a new ticket for every call and sends it along in a header or in the query, and keeps whatever
 * cookie it was given as well.
 */
final class TicketPerCallClient {
    private final Wire wire = new Wire();
    private final String base;
    private final String service;
    private final Map<String, String> user;
    private final boolean inQuery;
    private String cookie;

    TicketPerCallClient(String base, String path, Map<String, String> user, boolean inQuery) {
        this.base = base;
        this.service = base + path;
        this.user = user;
        this.inQuery = inQuery;
    }

    HttpResponse<String> call(String method, String path, String json) {
        return call(method, path, json, newTicket());
    }

    /** A call with a ticket that has been drawn before. */
    HttpResponse<String> call(String method, String path, String json, String ticket) {
        Map<String, String> headers = new LinkedHashMap<>();
        if (cookie != null) {
            headers.put("Cookie", cookie);
        }
        var url = service + path;
        if (inQuery) {
            url += (path.contains("?") ? "&" : "?") + "ticket=" + ticket;
        } else {
            headers.put("CasSecurityTicket", ticket);
        }
        var answer = wire.json(method, url, json, headers);
        if (answer.headers().firstValue("Set-Cookie").isPresent()) {
            cookie = Wire.cookie(answer, "JSESSIONID");
        }
        return answer;
    }

    String newTicket() {
        return CasHabit.WHOLE_LOCATION.draw(
                wire,
                base + "/cas",
                service + "/j_spring_cas_security_check",
                user.get("username"),
                user.get("password"));
    }

    String cookie() {
        return cookie;
    }
}
