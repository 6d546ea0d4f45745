package io.opintosandbox.faults;

import static io.opintosandbox.testing.TestSandbox.haku;
import static io.opintosandbox.testing.TestSandbox.someone;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.opintosandbox.json.Json;
import io.opintosandbox.testing.TestSandbox;
import java.io.IOException;
import java.net.Socket;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Connections that are closed without an answer: control-api.md, "faults", drop. */
class DroppedCallsTest {
    @RegisterExtension
    static final TestSandbox sandbox = new TestSandbox();

    @RegisterExtension
    static final FaultyWorld world = new FaultyWorld(sandbox);

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            value = {"true, 0", "'after', 1"})
    void a_dropped_call_is_not_carried_out_unless_it_is_dropped_after_that(String drop, int created) {
        var aku = sandbox.vtjHas(someone("Aku", "Katkennut"));
        var before = persons();
        var fault = world.goesWrong("{'effect':{'drop':" + drop + "}}");

        assertEquals(0, world.status(hae(haku(aku))));

        assertEquals(before + created, persons());
        assertEquals(1, world.struck(fault));
        assertEquals(200, world.status(hae(haku(aku))));
        assertEquals(before + 1, persons());
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            value = {"true", "'after'"})
    void the_connection_ends_without_a_byte(String drop) throws IOException {
        world.goesWrong("{'effect':{'drop':" + drop + "}}");

        try (var socket = new Socket("localhost", sandbox.port())) {
            socket.setSoTimeout(10_000);
            socket.getOutputStream()
                    .write(("GET " + TestSandbox.REGISTRY + "/henkilo/current/hasHetu HTTP/1.1\r\nHost: localhost:"
                                    + sandbox.port() + "\r\nAuthorization: Bearer " + world.token() + "\r\n\r\n")
                            .getBytes(StandardCharsets.US_ASCII));
            assertEquals(-1, socket.getInputStream().read());
        }
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            value = {"true", "'after'"})
    void an_error_is_dropped_as_an_answer_is(String drop) {
        world.goesWrong("{'effect':{'drop':" + drop + "}}");

        assertEquals(0, world.status(hae(Map.of("hetu", "010190-9019"))));
        assertEquals(400, world.status(hae(Map.of("hetu", "010190-9019"))));
    }

    @Test
    void a_ticket_that_was_dropped_at_the_check_is_still_good() {
        var ticket = sandbox.serviceTicket("yleistunniste");
        var check = TestSandbox.REGISTRY + "/j_spring_cas_security_check?ticket=" + ticket;
        world.goesWrong("{'effect':{'drop':true},'match':{'username':'yleistunniste'}}");

        assertEquals(0, world.statusOfGet(check));
        assertEquals(302, world.statusOfGet(check));
    }

    @Test
    void a_large_answer_is_dropped_whole() {
        world.goesWrong("{'effect':{'drop':'after'},'match':{'path':'" + TestSandbox.REGISTRY + "/v3/api-docs'}}");

        assertEquals(0, world.statusOfGet(TestSandbox.REGISTRY + "/v3/api-docs"));
        assertEquals(200, world.statusOfGet(TestSandbox.REGISTRY + "/v3/api-docs"));
    }

    private static int persons() {
        return sandbox.control().get("/status").path("counts.persons");
    }

    private static HttpRequest hae(Map<String, Object> haku) {
        return world.request(TestSandbox.REGISTRY + "/yleistunniste/hae")
                .header("Authorization", "Bearer " + world.token())
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(Json.write(haku)))
                .build();
    }
}
