package io.opintosandbox;

import io.opintosandbox.config.Settings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;

/** Calls {@code /sandbox} of the own server over HTTP. */
final class ControlClient {
    private static final HttpClient HTTP =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private ControlClient() {}

    /**
     * The body of the answer.
     *
     * @throws IllegalStateException when the sandbox refuses; the message is what it says
     */
    static String call(String baseUrl, Settings settings, String world, String method, String path, String json) {
        var request = HttpRequest.newBuilder(URI.create(baseUrl + "/sandbox" + path))
                .header("Sandbox-World", world)
                .header("Content-Type", "application/json")
                .method(method, json == null ? BodyPublishers.noBody() : BodyPublishers.ofString(json));
        settings.controlToken().ifPresent(token -> request.header("Authorization", "Bearer " + token));
        try {
            var answer = HTTP.send(request.build(), BodyHandlers.ofString());
            if (answer.statusCode() >= 400) {
                throw new IllegalStateException(
                        method + " /sandbox" + path + " answers " + answer.statusCode() + ": " + answer.body());
            }
            return answer.body();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while calling " + path, e);
        }
    }
}
