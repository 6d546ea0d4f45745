package io.opintosandbox.http;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.opintosandbox.testing.TestSandbox;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Bodies that are too large are told so, after the login: control-api.md, registry-api.md 2. */
class BodyLimitTest {
    @RegisterExtension
    static final TestSandbox sandbox = new TestSandbox();

    private static final int LIMIT = 5 * 1024 * 1024;

    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    /** An empty object with blanks behind it, which is JSON of any length. */
    private static byte[] blanks(int length) {
        var body = new byte[length];
        Arrays.fill(body, (byte) ' ');
        body[0] = '{';
        body[1] = '}';
        return body;
    }

    private HttpResponse<String> post(BodyPublisher body, boolean loggedIn) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(
                        URI.create(sandbox.baseUrl() + TestSandbox.REGISTRY + "/yleistunniste/hae"))
                .header("Content-Type", "application/json")
                .POST(body);
        if (loggedIn) {
            request.header(
                    "Authorization",
                    "Bearer "
                            + sandbox.token(
                                    "yleistunniste",
                                    sandbox.user("yleistunniste").get("clientSecret")));
        }
        return client.send(request.build(), BodyHandlers.ofString());
    }

    private static BodyPublisher publisher(int length, boolean chunked) {
        var body = blanks(length);
        return chunked
                ? BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(body))
                : BodyPublishers.ofByteArray(body);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void a_body_of_more_than_five_megabytes_is_413_in_the_plain_form(boolean chunked)
            throws IOException, InterruptedException {
        var answer = post(publisher(LIMIT + 1, chunked), true);

        assertEquals(413, answer.statusCode());
        assertEquals(
                "{\"timestamp\":0,\"status\":413,\"error\":\"Payload Too Large\",\"path\":\"" + TestSandbox.REGISTRY
                        + "/yleistunniste/hae\"}",
                answer.body().replaceFirst("\\d{13}", "0"));
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void one_of_exactly_five_is_read(boolean chunked) throws IOException, InterruptedException {
        assertEquals(400, post(publisher(LIMIT, chunked), true).statusCode());
    }

    @Test
    void who_is_not_logged_in_is_sent_to_the_login_page_whatever_the_size() throws IOException, InterruptedException {
        assertEquals(302, post(publisher(8 * 1024 * 1024, false), false).statusCode());
        assertEquals(302, post(publisher(8 * 1024 * 1024, true), false).statusCode());
    }
}
