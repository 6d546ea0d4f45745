package io.opintosandbox.conformance;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Collectors;

/** Sends requests to one server and follows no redirect. */
final class Http {
    static final String FORM = "application/x-www-form-urlencoded";

    private static final String PLAIN = "/?&=%:;,+*!'()@$~.-_";

    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .followRedirects(HttpClient.Redirect.NEVER)
            .connectTimeout(Duration.ofSeconds(20))
            .build();
    private final String base;

    Http(String base) {
        this.base = base.endsWith("/") ? base.substring(0, base.length() - 1) : base;
    }

    /** Sends a request to a path of the server, or to a whole address; a null body is none. */
    Answer send(String method, String path, Map<String, String> headers, String body) {
        var sent = onTheWire(path);
        var request = HttpRequest.newBuilder(URI.create(sent.startsWith("http") ? sent : base + sent))
                .timeout(Duration.ofMinutes(1))
                .method(
                        method,
                        body == null
                                ? BodyPublishers.noBody()
                                : BodyPublishers.ofByteArray(body.getBytes(StandardCharsets.UTF_8)));
        headers.forEach(request::header);
        try {
            var answer = client.send(request.build(), BodyHandlers.ofString(StandardCharsets.UTF_8));
            return new Answer(sent.split("\\?", 2)[0], answer.statusCode(), answer.headers(), answer.body());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }

    static String form(Map<String, String> fields) {
        return fields.entrySet().stream()
                .map(field -> encoded(field.getKey()) + "=" + encoded(field.getValue()))
                .collect(Collectors.joining("&"));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    /** Percent-encodes what an address cannot hold; what is encoded already stays. */
    private static String onTheWire(String path) {
        return path.codePoints()
                .mapToObj(Character::toString)
                .map(character ->
                        isPlain(character) ? character : encoded(character).replace("+", "%20"))
                .collect(Collectors.joining());
    }

    private static boolean isPlain(String character) {
        return PLAIN.contains(character) || character.matches("[A-Za-z0-9]");
    }
}
