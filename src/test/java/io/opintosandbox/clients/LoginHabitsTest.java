package io.opintosandbox.clients;

import static io.opintosandbox.testing.TestSandbox.REGISTRY;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.opintosandbox.access.Visitor;
import io.opintosandbox.json.Json;
import io.opintosandbox.testing.TestSandbox;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The four ways to log in that are in use, by programs that differ in the small things. */
class LoginHabitsTest {
    @RegisterExtension
    static final TestSandbox sandbox = new TestSandbox();

    private final Visitor visitor = new Visitor(sandbox);

    private static String hae() {
        return Json.write(TestSandbox.haku(sandbox.vtjHas(TestSandbox.someone("Aku Ensio", "Asiakas"))));
    }

    private static SessionClient session(CasHabit habit, String path, String username) {
        return new SessionClient(sandbox.baseUrl(), path, habit, sandbox.user(username));
    }

    private static TicketPerCallClient ticketPerCall(boolean inQuery) {
        return new TicketPerCallClient(sandbox.baseUrl(), REGISTRY, sandbox.user("yleistunniste"), inQuery);
    }

    @ParameterizedTest
    @EnumSource(CasHabit.class)
    void a_session_is_opened_whichever_way_the_ticket_is_drawn(CasHabit habit) {
        var client = session(habit, REGISTRY, "yleistunniste");

        assertEquals(200, client.post("/yleistunniste/hae", hae()).statusCode());
        assertEquals(200, client.post("/yleistunniste/hae", hae()).statusCode());
        assertEquals(1, client.logins());
    }

    @ParameterizedTest
    @ValueSource(strings = {"/oppijanumerorekisteri-service", "/kayttooikeus-service"})
    void both_services_open_a_session_of_their_own_by_the_prequel(String path) {
        var client = session(CasHabit.WHOLE_LOCATION, path, "yleistunniste");

        assertTrue(client.call("POST", "/cas/prequel", null).body().contains("ok"));
        assertTrue(client.get("/cas/prequel").body().contains("ok"));
        assertEquals(1, client.logins());
    }

    @Test
    void a_session_that_has_expired_leads_to_the_login_page_and_to_one_new_login() {
        var client = session(CasHabit.LAST_SEGMENT, REGISTRY, "yleistunniste");
        client.post("/yleistunniste/hae", hae());
        visitor.fault("{\"session\":\"expire\"}");

        assertEquals(200, client.post("/yleistunniste/hae", hae()).statusCode());
        assertEquals(2, client.logins());
    }

    @Test
    void a_missing_right_makes_no_program_log_in_again() {
        var client = session(CasHabit.WHOLE_LOCATION, REGISTRY, "eioikeuksia");

        assertEquals(401, client.post("/yleistunniste/hae", hae()).statusCode());
        assertEquals(1, client.logins());
    }

    @Test
    void who_follows_redirects_ends_on_a_real_login_page() {
        var answer = Wire.likeABrowser()
                .send("GET", sandbox.baseUrl() + REGISTRY + "/henkilo/current/hasHetu", null, Map.of());

        assertEquals(200, answer.statusCode());
        assertEquals("/cas/login", answer.uri().getPath());
        assertTrue(answer.headers().firstValue("Content-Type").orElse("").startsWith("text/html"));
        assertTrue(answer.body().contains("name=\"execution\""));
    }

    @Test
    void a_program_that_follows_redirects_keeps_the_cookie_of_the_exchange_though_there_is_no_page_behind_it() {
        var wire = Wire.likeABrowser();
        var ticket = ticketPerCall(true).newTicket();

        var exchange = wire.send("GET", sandbox.checkUrl() + "?ticket=" + ticket, null, Map.of());
        assertEquals(404, exchange.statusCode());
        assertEquals(REGISTRY + "/", exchange.uri().getPath());
        assertEquals(
                "ok",
                wire.send("POST", sandbox.baseUrl() + REGISTRY + "/cas/prequel", "", Map.of())
                        .body());
    }

    @Test
    void a_person_who_logs_in_on_the_page_comes_to_what_was_asked_for() {
        var wire = Wire.likeABrowser();
        var user = sandbox.user("paakayttaja");
        var asked = sandbox.baseUrl() + REGISTRY + "/henkilo/current/hasHetu";
        var page = wire.send("GET", asked, null, Map.of());
        var execution = page.body().replaceFirst("(?s).*name=\"execution\" value=\"([^\"]*)\".*", "$1");

        var answer = wire.form(
                page.uri().toString(),
                Map.of(
                        "username",
                        user.get("username"),
                        "password",
                        user.get("password"),
                        "execution",
                        execution,
                        "_eventId",
                        "submit"));

        assertEquals(asked, answer.uri().toString());
        assertEquals("false", answer.body());
    }

    @Test
    void a_ticket_in_the_header_of_each_call_logs_in_beside_the_cookie_that_came_back() {
        var client = ticketPerCall(false);

        assertEquals(200, client.call("POST", "/yleistunniste/hae", hae()).statusCode());
        var first = client.cookie();
        assertNotNull(first);
        assertEquals(200, client.call("POST", "/yleistunniste/hae", hae()).statusCode());
        assertEquals(first, client.cookie());
    }

    @Test
    void the_same_ticket_goes_on_working_together_with_its_cookie() {
        var client = ticketPerCall(false);
        var ticket = client.newTicket();

        for (var i = 0; i < 3; i++) {
            assertEquals(
                    200,
                    client.call("POST", "/yleistunniste/hae", hae(), ticket).statusCode());
        }
        assertEquals(
                401,
                ticketPerCall(false)
                        .call("POST", "/yleistunniste/hae", hae(), ticket)
                        .statusCode());
    }

    @Test
    void a_ticket_in_the_query_logs_in_on_every_method_but_post() {
        var client = ticketPerCall(true);
        var batch = "{\"henkilot\":[{\"tunniste\":\"1\",\"henkilo\":" + hae() + "}]}";

        assertEquals(200, client.call("GET", "/cas/prequel?a=b", null).statusCode());
        assertEquals(200, client.call("PUT", "/yleistunniste", batch).statusCode());
        assertEquals(
                302,
                ticketPerCall(true).call("POST", "/yleistunniste/hae", hae()).statusCode());
    }

    @Test
    void a_refused_token_is_replaced_by_the_word_invalid_token_and_a_missing_right_is_not() {
        var client = new TokenClient(sandbox.baseUrl(), REGISTRY, sandbox.user("yleistunniste"));
        assertEquals(200, client.post("/yleistunniste/hae", hae()).statusCode());
        visitor.fault("{\"token\":\"expire\"}");

        assertEquals(200, client.post("/yleistunniste/hae", hae()).statusCode());
        assertEquals(2, client.tokens());
        assertEquals(401, client.get("/henkilo/1.2.246.562.98.10000000017").statusCode());
        assertEquals(2, client.tokens());
    }
}
