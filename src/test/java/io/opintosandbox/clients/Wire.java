package io.opintosandbox.clients;

import io.opintosandbox.testing.OpenApiAnswers;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * {@code java.net.http} as programs leave it: HTTP/2 preferred, so that every call over plain HTTP carries {@code
 * Connection: Upgrade, HTTP2-Settings} and {@code Upgrade: h2c}, with and without a body.
 */
final class Wire {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final HttpClient http;

    /** Follows no redirects and keeps no cookies. */
    Wire() {
        http = client().build();
    }

    private Wire(HttpClient http) {
        this.http = http;
    }

    /** Follows redirects and keeps cookies, as a browser does. */
    static Wire likeABrowser() {
        return new Wire(client().followRedirects(HttpClient.Redirect.NORMAL)
                .cookieHandler(new CookieManager())
                .build());
    }

    private static HttpClient.Builder client() {
        return HttpClient.newBuilder().version(HttpClient.Version.HTTP_2);
    }

    /** Sends a request; without a body when that is null. */
    HttpResponse<String> send(String method, String url, String body, Map<String, String> headers) {
        return send(method, url, body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body), headers);
    }

    /** Sends a body whose length is not told beforehand. */
    HttpResponse<String> stream(String method, String url, String body, Map<String, String> headers) {
        var bytes = body.getBytes(StandardCharsets.UTF_8);
        return send(method, url, BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(bytes)), headers);
    }

    private HttpResponse<String> send(String method, String url, BodyPublisher body, Map<String, String> headers) {
        var request = HttpRequest.newBuilder(URI.create(url)).timeout(PATIENCE).method(method, body);
        headers.forEach(request::header);
        try {
            var answer = http.send(request.build(), BodyHandlers.ofString());
            OpenApiAnswers.checkRegistry(
                    answer.request().method(),
                    answer.uri().getRawPath(),
                    answer.statusCode(),
                    answer.headers().firstValue("Content-Type").orElse(null),
                    answer.body());
            return answer;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** Sends a JSON body, or none when it is null. */
    HttpResponse<String> json(String method, String url, String body, Map<String, String> headers) {
        Map<String, String> all = new LinkedHashMap<>(headers);
        all.put("Accept", "application/json, text/plain, */*");
        if (body != null) {
            all.put("Content-Type", "application/json");
        }
        return send(method, url, body, all);
    }

    /** Posts a form. */
    HttpResponse<String> form(String url, Map<String, String> fields) {
        var body = fields.entrySet().stream()
                .map(field -> encoded(field.getKey()) + "=" + encoded(field.getValue()))
                .collect(Collectors.joining("&"));
        return rawForm(url, body);
    }

    /** Posts a form that has been written already, encoded or not. */
    HttpResponse<String> rawForm(String url, String body) {
        return send("POST", url, body, Map.of("Content-Type", "application/x-www-form-urlencoded"));
    }

    static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    /** The first {@code name=value} of a cookie that an answer sets. */
    static String cookie(HttpResponse<?> answer, String name) {
        return answer.headers().allValues("Set-Cookie").stream()
                .filter(cookie -> cookie.startsWith(name + "="))
                .map(cookie -> cookie.split(";", 2)[0])
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("no " + name + " in " + answer.headers()));
    }
}
