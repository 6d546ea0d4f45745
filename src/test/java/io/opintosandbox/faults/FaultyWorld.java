package io.opintosandbox.faults;

import io.opintosandbox.testing.TestSandbox;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** The words of tests about faults: what is to go wrong, and calls as {@code java.net.http} makes them. */
final class FaultyWorld implements BeforeEachCallback, AfterEachCallback {
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final String HAS_HETU = TestSandbox.REGISTRY + "/henkilo/current/hasHetu";

    private final TestSandbox sandbox;
    private String token;
    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    FaultyWorld(TestSandbox sandbox) {
        this.sandbox = sandbox;
    }

    /** Before anything goes wrong, or it would strike the login. */
    @Override
    public void beforeEach(ExtensionContext context) {
        if (token == null) {
            token = token("yleistunniste");
        }
    }

    @Override
    public void afterEach(ExtensionContext context) {
        nothingGoesWrong();
    }

    /** Adds a fault, written with single quotes, and answers its id. */
    int goesWrong(String fault) {
        return sandbox.control()
                .body(fault.replace('\'', '"'))
                .post("/faults")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    /** Deletes all faults. */
    void nothingGoesWrong() {
        sandbox.control().delete("/faults").then().statusCode(204);
    }

    void isOver(int fault) {
        sandbox.control().delete("/faults/" + fault).then().statusCode(204);
    }

    /** How often a fault has struck. */
    int struck(int fault) {
        return sandbox.control().get("/faults").path("find { it.id == " + fault + " }.struck");
    }

    /** The token of a ready-made user who may ask hae; the same one for all tests of a class. */
    String token() {
        return token;
    }

    /** The token of a ready-made user. */
    String token(String username) {
        return sandbox.token(username, sandbox.user(username).get("clientSecret"));
    }

    /** A call that any logged-in user may make. */
    HttpResponse<String> hasHetu(String token) {
        return send(hasHetuRequest(token)).join();
    }

    HttpRequest hasHetuRequest(String token) {
        return request(HAS_HETU).header("Authorization", "Bearer " + token).build();
    }

    /** A call that no HTTP client sends twice by itself. */
    HttpRequest prequelRequest(String token) {
        return request(TestSandbox.REGISTRY + "/cas/prequel")
                .header("Authorization", "Bearer " + token)
                .POST(BodyPublishers.noBody())
                .build();
    }

    HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(sandbox.baseUrl() + path)).timeout(PATIENCE);
    }

    /** Asks for a token as a client does. */
    HttpRequest tokenRequest(String username) {
        return form(
                "/kayttooikeus-service/oauth2/token",
                "grant_type=client_credentials&client_id=" + username + "&client_secret="
                        + encoded(sandbox.user(username).get("clientSecret")));
    }

    /** Asks CAS for a ticket-granting ticket as a client does. */
    HttpRequest grantRequest(String username) {
        return form(
                "/cas/v1/tickets",
                "username=" + username + "&password="
                        + encoded(sandbox.user(username).get("password")));
    }

    HttpRequest form(String path, String fields) {
        return request(path)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(fields))
                .build();
    }

    /** Sends a request and goes on. */
    CompletableFuture<HttpResponse<String>> send(HttpRequest request) {
        return http.sendAsync(request, BodyHandlers.ofString());
    }

    static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    /**
     * The status of a GET, or 0 when there was no answer. By a socket of its own: {@code java.net.http} asks again by
     * itself when a GET gets none.
     */
    int statusOfGet(String path) {
        try (var socket = new Socket("localhost", sandbox.port())) {
            socket.setSoTimeout((int) PATIENCE.toMillis());
            socket.getOutputStream()
                    .write(("GET " + path + " HTTP/1.1\r\nHost: localhost:" + sandbox.port() + "\r\n\r\n")
                            .getBytes(StandardCharsets.US_ASCII));
            var line = new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8))
                    .readLine();
            return line == null ? 0 : Integer.parseInt(line.split(" ", -1)[1]);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The status of an answer, or 0 when there was none. */
    int status(HttpRequest request) {
        try {
            return send(request).join().statusCode();
        } catch (CompletionException e) {
            if (e.getCause() instanceof java.net.http.HttpTimeoutException) {
                throw e;
            }
            return 0;
        }
    }
}
