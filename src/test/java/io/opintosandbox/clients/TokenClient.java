package io.opintosandbox.clients;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.http.HttpResponse;
import java.util.Map;

/**
 * A program with an OAuth2 token that it keeps until an answer says {@code invalid_token}. It sends neither CSRF nor
 * {@code Caller-Id}. A 401 without that word is a missing right, which no new token mends. Safe for several threads.
 */
final class TokenClient {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Wire wire = new Wire();
    private final String base;
    private final String service;
    private final Map<String, String> user;
    private String token;
    private int tokens;

    TokenClient(String base, String path, Map<String, String> user) {
        this.base = base;
        this.service = base + path;
        this.user = user;
    }

    HttpResponse<String> get(String path) {
        return call("GET", path, null);
    }

    HttpResponse<String> post(String path, String json) {
        return call("POST", path, json);
    }

    HttpResponse<String> put(String path, String json) {
        return call("PUT", path, json);
    }

    HttpResponse<String> call(String method, String path, String json) {
        var answer = attempt(method, path, json, currentToken());
        var challenge = answer.headers().firstValue("WWW-Authenticate").orElse("");
        if (answer.statusCode() == 401 && challenge.contains("invalid_token")) {
            return attempt(method, path, json, newToken());
        }
        return answer;
    }

    synchronized int tokens() {
        return tokens;
    }

    private HttpResponse<String> attempt(String method, String path, String json, String bearer) {
        return wire.json(method, service + path, json, Map.of("Authorization", "Bearer " + bearer));
    }

    private synchronized String currentToken() {
        return token == null ? newToken() : token;
    }

    private synchronized String newToken() {
        var answer = wire.form(
                base + "/kayttooikeus-service/oauth2/token",
                Map.of(
                        "grant_type",
                        "client_credentials",
                        "client_id",
                        user.get("username"),
                        "client_secret",
                        user.get("clientSecret")));
        try {
            token = JSON.readTree(answer.body()).required("access_token").asText();
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
        tokens++;
        return token;
    }
}
