package io.opintosandbox.examples;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.http.HttpResponse;
import java.util.Map;

/**
 * The registry over OAuth2. One token serves many calls; a new one is fetched when the registry says that it takes the
 * old one no more. A 401 without {@code invalid_token} is a missing right, which no token helps.
 */
final class OAuthRegistry implements Registry {
    private final Http http = new Http();
    private final String baseUrl;
    private final String clientId;
    private final String clientSecret;
    private String token;

    OAuthRegistry(String baseUrl, String clientId, String clientSecret) {
        this.baseUrl = baseUrl;
        this.clientId = clientId;
        this.clientSecret = clientSecret;
    }

    @Override
    public synchronized HttpResponse<String> call(String method, String path, String json) {
        if (token == null) {
            token = newToken();
        }
        var answer = attempt(method, path, json);
        if (!isInvalidToken(answer)) {
            return answer;
        }
        token = newToken();
        return attempt(method, path, json);
    }

    private HttpResponse<String> attempt(String method, String path, String json) {
        return http.send(Http.json(baseUrl + PATH + path, method, json).header("Authorization", "Bearer " + token));
    }

    private static boolean isInvalidToken(HttpResponse<?> answer) {
        return answer.statusCode() == 401
                && answer.headers().firstValue("WWW-Authenticate").orElse("").contains("invalid_token");
    }

    private String newToken() {
        var answer = http.send(Http.form(
                baseUrl + "/kayttooikeus-service/oauth2/token",
                Map.of(
                        "grant_type", "client_credentials",
                        "client_id", clientId,
                        "client_secret", clientSecret)));
        if (answer.statusCode() != 200) {
            throw new IllegalStateException("no token: " + answer.statusCode() + " " + answer.body());
        }
        try {
            return new ObjectMapper()
                    .readTree(answer.body())
                    .get("access_token")
                    .asText();
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("no token in the answer", e);
        }
    }
}
