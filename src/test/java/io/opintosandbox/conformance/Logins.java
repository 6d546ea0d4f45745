package io.opintosandbox.conformance;

import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;

/** Gets tokens and tickets, as a client program does. Contract: auth.md. */
final class Logins {
    private static final Map<String, String> FORM = Map.of("Content-Type", Http.FORM, "Accept", "*/*");

    private final Http http;
    private final Map<String, String> tokens = new HashMap<>();

    Logins(Http http) {
        this.http = http;
    }

    /**
     * What a user logs in with.
     *
     * @param tokenUrl where OAuth2 gives tokens: a path of the server or a whole address
     * @param casUrl where CAS is, in the same way
     */
    record Credentials(String username, String password, String secret, String tokenUrl, String casUrl) {
        static final String TOKEN_URL = "/kayttooikeus-service/oauth2/token";
        static final String CAS_URL = "/cas";
    }

    /** A bearer token; the same one for all calls of a user. */
    synchronized String token(Credentials user) {
        return tokens.computeIfAbsent(user.username(), name -> newToken(user));
    }

    private String newToken(Credentials user) {
        var form = Http.form(Map.of(
                "grant_type", "client_credentials", "client_id", user.username(), "client_secret", user.secret()));
        var answer = must(http.send("POST", user.tokenUrl(), FORM, form), 200, "no token for " + user.username());
        return answer.pick("$.access_token").textValue();
    }

    /** A service ticket. */
    String ticket(Credentials user, String service) {
        var login = Http.form(Map.of("username", user.username(), "password", user.password()));
        var granting = must(
                http.send("POST", user.casUrl() + "/v1/tickets", FORM, login), 201, "no TGT for " + user.username());
        var address = granting.header("Location").textValue();
        var ticket = http.send("POST", address, FORM, Http.form(Map.of("service", service)));
        return must(ticket, 200, "no ticket for " + user.username()).text().strip();
    }

    /** The registry's service address, as the redirect of somebody who has not logged in names it. */
    String serviceUrl() {
        var answer = http.send("GET", Caller.CONTEXT + "/henkilo/current/hasHetu", Map.of("Accept", "*/*"), null);
        var query = URI.create(answer.header("Location").asText()).getRawQuery();
        return URLDecoder.decode(query.substring("service=".length()), StandardCharsets.UTF_8);
    }

    private static Answer must(Answer answer, int status, String otherwise) {
        if (answer.status() != status) {
            throw new IllegalStateException(otherwise + ": " + answer.status() + " " + answer.text());
        }
        return answer;
    }
}
