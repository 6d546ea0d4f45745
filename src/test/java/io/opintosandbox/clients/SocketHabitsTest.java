package io.opintosandbox.clients;

import static io.opintosandbox.testing.TestSandbox.REGISTRY;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.opintosandbox.access.Visitor;
import io.opintosandbox.json.Json;
import io.opintosandbox.testing.TestSandbox;
import java.io.IOException;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Programs with connections of their own: several cookie headers, h2c offers, connections used again. */
class SocketHabitsTest {
    @RegisterExtension
    static final TestSandbox sandbox = new TestSandbox();

    private static final String JSON = "Content-Type: application/json";
    private static final String[] H2C = {
        "Connection: Upgrade, HTTP2-Settings",
        "Upgrade: h2c",
        "HTTP2-Settings: AAEAAEAAAAIAAAAAAAMAAAAAAAQBAAAAAAUAAEAA"
    };

    private static String bearer;
    private static String question;

    @BeforeAll
    static void log_in() {
        bearer = "Authorization: Bearer "
                + sandbox.token("yleistunniste", sandbox.user("yleistunniste").get("clientSecret"));
        question = Json.write(TestSandbox.haku(sandbox.vtjHas(TestSandbox.someone("Piia", "Pistoke"))));
    }

    @Test
    void the_session_is_found_in_either_of_two_cookie_headers() throws IOException {
        var session = "Cookie: JSESSIONID=" + new Visitor(sandbox).session("yleistunniste");
        try (var socket = new KeepAliveSocket(sandbox.port())) {
            for (var headers : new String[][] {{session, "Cookie: CSRF=1"}, {"Cookie: CSRF=1", session}}) {
                var answer =
                        socket.send("POST", REGISTRY + "/yleistunniste/hae", question, JSON, headers[0], headers[1]);
                assertEquals(200, answer.status());
            }
        }
    }

    @Test
    void the_offer_of_http_2_is_not_taken_and_the_call_answered() throws IOException {
        try (var socket = new KeepAliveSocket(sandbox.port())) {
            for (var i = 0; i < 3; i++) {
                var answer = socket.send(
                        "POST", REGISTRY + "/yleistunniste/hae", question, JSON, bearer, H2C[0], H2C[1], H2C[2]);
                assertEquals(200, answer.status());
                assertFalse(answer.headers().stream().anyMatch(header -> header.startsWith("upgrade:")));
            }
            assertEquals(
                    302,
                    socket.send("POST", REGISTRY + "/yleistunniste/hae", question, JSON, H2C[0], H2C[1], H2C[2])
                            .status());
            assertEquals(1, socket.connections());
        }
    }

    @ParameterizedTest
    @CsvSource({"400, true", "404, false", "401, false", "302, false", "405, false", "415, false", "406, false"})
    void a_connection_lives_on_unless_the_answer_says_that_it_does_not(int status, boolean closes) throws IOException {
        try (var socket = new KeepAliveSocket(sandbox.port())) {
            for (var i = 0; i < 3; i++) {
                var refused = refused(socket, status);
                assertEquals(status, refused.status());
                assertEquals(
                        closes,
                        refused.has("connection: close"),
                        refused.headers().toString());
                assertEquals(
                        200,
                        socket.send("POST", REGISTRY + "/yleistunniste/hae", question, JSON, bearer)
                                .status());
            }
            assertEquals(closes ? 4 : 1, socket.connections());
        }
    }

    private static KeepAliveSocket.Answer refused(KeepAliveSocket socket, int status) throws IOException {
        var hae = REGISTRY + "/yleistunniste/hae";
        return switch (status) {
            case 302 -> socket.send("POST", hae, "x".repeat(300_000), JSON);
            case 400 -> socket.send("POST", hae, "{", JSON, bearer);
            case 401 -> socket.send("POST", REGISTRY + "/oppija", "{}", JSON, "Authorization: Bearer x");
            case 404 -> socket.send("POST", REGISTRY + "/nowhere", "x".repeat(300_000), JSON, bearer);
            case 405 -> socket.send("DELETE", hae, "{}", JSON, bearer);
            case 406 -> socket.send("POST", hae, question, JSON, bearer, "Accept: application/xml");
            case 415 -> socket.send("POST", hae, question, "Content-Type: text/plain", bearer);
            default -> throw new IllegalArgumentException("no case for " + status);
        };
    }

    @Test
    void a_body_of_unknown_length_comes_in_chunks_and_is_read() {
        var headers = Map.of("Content-Type", "application/json", "Authorization", bearer.substring(15));

        var answer = new Wire().stream("POST", sandbox.baseUrl() + REGISTRY + "/yleistunniste/hae", question, headers);

        assertEquals(200, answer.statusCode());
        assertTrue(answer.body().startsWith("{\"oid\":\""));
    }
}
