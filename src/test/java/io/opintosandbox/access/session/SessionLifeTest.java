package io.opintosandbox.access.session;

import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.opintosandbox.access.Visitor;
import io.opintosandbox.testing.TestSandbox;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How long tickets and sessions live, by the clock of the world: auth.md 5.4 and 10. */
class SessionLifeTest {
    @RegisterExtension
    static final TestSandbox sandbox = new TestSandbox();

    private final Visitor visitor = new Visitor(sandbox);

    @BeforeEach
    void the_clock_stands() {
        visitor.clockAt("2026-03-01T08:00:00Z");
    }

    @AfterEach
    void no_fault_is_left() {
        sandbox.control().delete("/faults");
    }

    @ParameterizedTest
    @CsvSource({"PT29M59.999S, true", "PT30M, false"})
    void a_session_lives_for_thirty_idle_minutes(String idle, boolean alive) {
        var session = visitor.session("yleistunniste");

        visitor.advance(idle);

        assertEquals(alive, visitor.isLoggedIn(session));
    }

    @Test
    void every_call_keeps_it_alive_and_there_is_no_absolute_end() {
        var session = visitor.session("yleistunniste");
        for (int i = 0; i < 40; i++) {
            visitor.advance("PT29M");
            assertTrue(visitor.isLoggedIn(session));
        }
    }

    @Test
    void an_expired_session_gets_302_and_a_new_cookie() {
        var session = visitor.session("yleistunniste");
        visitor.advance("PT31M");

        visitor.with(session)
                .get("/henkilo/current/hasHetu")
                .then()
                .statusCode(302)
                .header("Location", startsWith(sandbox.baseUrl() + "/cas/login?service="))
                .header("Set-Cookie", startsWith("JSESSIONID="))
                .header("Set-Cookie", not(startsWith("JSESSIONID=" + session)));
    }

    @ParameterizedTest
    @CsvSource({"PT9.999S, 302", "PT10S, 401"})
    void a_service_ticket_lives_for_ten_seconds(String age, int status) {
        var ticket = sandbox.serviceTicket("yleistunniste");

        visitor.advance(age);

        visitor.exchange(ticket).then().statusCode(status);
    }

    @ParameterizedTest
    @CsvSource({"PT7H59M59S, 200", "PT8H, 404"})
    void a_ticket_granting_ticket_lives_for_eight_hours(String age, int status) {
        var tgt = visitor.tgt("yleistunniste");

        visitor.advance(age);

        visitor.draw(tgt, sandbox.checkUrl()).then().statusCode(status);
        sandbox.anonymous().get("/cas/v1/tickets/" + tgt).then().statusCode(status);
    }

    @Test
    void a_session_outlives_its_ticket_granting_ticket() {
        var session = visitor.session("yleistunniste");
        for (int i = 0; i < 20; i++) {
            visitor.advance("PT25M");
            assertTrue(visitor.isLoggedIn(session));
        }
    }

    @Test
    void a_fault_expires_the_session_that_the_next_call_carries_and_no_other() {
        var first = visitor.session("yleistunniste");
        var second = visitor.session("yleistunniste");
        visitor.fault("{\"session\":\"expire\"}");

        assertFalse(visitor.isLoggedIn(first));

        assertFalse(visitor.isLoggedIn(first), "from then on");
        assertTrue(visitor.isLoggedIn(second));
        assertTrue(visitor.isLoggedIn(visitor.session("yleistunniste")));
    }

    @Test
    void a_fault_for_sessions_strikes_no_call_that_carries_none() {
        visitor.fault("{\"session\":\"expire\"}");
        visitor.registry().get("/henkilo/current/hasHetu").then().statusCode(302);
        sandbox.as("yleistunniste").get("/henkilo/current/hasHetu").then().statusCode(200);

        var session = visitor.session("yleistunniste");

        assertFalse(visitor.isLoggedIn(session));
    }

    @Test
    void a_reset_ends_tickets_and_sessions() {
        var tgt = visitor.tgt("yleistunniste");
        var ticket = visitor.ticket(tgt);
        var session = visitor.session("yleistunniste");

        sandbox.reset();

        assertFalse(visitor.isLoggedIn(session));
        visitor.exchange(ticket).then().statusCode(401);
        visitor.draw(tgt, sandbox.checkUrl()).then().statusCode(404);
    }

    @Test
    void a_ticket_from_before_a_reset_is_not_the_first_one_of_somebody_else_after_it() {
        sandbox.reset();
        var before = visitor.tgt("yleistunniste");
        sandbox.reset();

        var after = visitor.tgt("yleistunniste2");

        assertFalse(before.equals(after));
        visitor.draw(before, sandbox.checkUrl()).then().statusCode(404);
    }
}
