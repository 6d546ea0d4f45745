package io.opintosandbox.neighbours.kayttooikeus;

import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.opintosandbox.access.Visitor;
import io.opintosandbox.http.RawHttp;
import io.opintosandbox.testing.TestSandbox;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The user service has the registry's two ways in, with sessions of its own: neighbours.md 1, auth.md 5 and 6. */
class LoginTest {
    @RegisterExtension
    static final TestSandbox sandbox = new TestSandbox();

    private final UserService service = new UserService(sandbox);
    private final Visitor visitor = new Visitor(sandbox);

    @ParameterizedTest
    @CsvSource({"GET, /henkilo/current/omattiedot", "POST, /s2s/canUserAccessUser", "PUT, /no/such/path", "GET, ''"})
    void who_is_not_logged_in_is_sent_to_cas_with_this_services_address(String method, String path) {
        var answer = RawHttp.exchange(sandbox.port(), method, UserService.PATH + path, null);

        assertEquals("HTTP/1.1 302 ", answer.statusLine());
        assertEquals(
                sandbox.baseUrl() + "/cas/login?service=http%3A%2F%2Flocalhost%3A" + sandbox.port()
                        + "%2Fkayttooikeus-service%2Fj_spring_cas_security_check",
                answer.header("Location").orElseThrow());
        assertTrue(answer.header("Set-Cookie")
                .orElseThrow()
                .matches("JSESSIONID=[A-Za-z0-9+/]{48}; Path=/kayttooikeus-service; HttpOnly; SameSite=Lax"));
    }

    @Test
    void a_ticket_brought_to_the_check_address_opens_a_session() {
        var session = service.session("paakayttaja");

        service.with(session)
                .get("/henkilo/current/omattiedot")
                .then()
                .statusCode(200)
                .body("username", equalTo("paakayttaja"));
    }

    @Test
    void a_ticket_in_header_or_query_logs_in_and_carries_the_call_out() {
        service.anonymous()
                .header("CasSecurityTicket", service.ticket("paakayttaja"))
                .post("/cas/prequel")
                .then()
                .statusCode(200)
                .header("Set-Cookie", startsWith("JSESSIONID="))
                .body(equalTo("\"ok\""));
        service.anonymous()
                .queryParam("ticket", service.ticket("paakayttaja"))
                .get("/cas/prequel")
                .then()
                .statusCode(200);
    }

    @Test
    void a_ticket_for_the_registry_is_none_for_this_service() {
        service.anonymous()
                .queryParam("ticket", service.ticket("paakayttaja", sandbox.checkUrl()))
                .get("/j_spring_cas_security_check")
                .then()
                .statusCode(401);
    }

    @Test
    void sessions_of_the_two_services_are_apart() {
        var here = service.session("paakayttaja");
        var there = visitor.session("paakayttaja");

        service.with(there).get("/cas/prequel").then().statusCode(302);
        visitor.with(here).get("/henkilo/current/hasHetu").then().statusCode(302);
        service.with(here).get("/cas/prequel").then().statusCode(200);
        assertTrue(visitor.isLoggedIn(there));
    }

    @Test
    void logging_out_of_cas_ends_the_session_here_too() {
        var tgt = service.grant("paakayttaja", sandbox.user("paakayttaja").get("password"))
                .header("Location");
        var ticket = visitor.draw(tgt.substring(tgt.lastIndexOf('/') + 1), sandbox.baseUrl() + UserService.CHECK)
                .asString();
        var session = service.anonymous()
                .queryParam("ticket", ticket)
                .get("/j_spring_cas_security_check")
                .cookie("JSESSIONID");

        sandbox.anonymous()
                .delete(tgt.substring(sandbox.baseUrl().length()))
                .then()
                .statusCode(200);

        service.with(session).get("/cas/prequel").then().statusCode(302);
    }

    @Test
    void a_bad_bearer_token_is_401_with_the_reason_in_a_header() {
        service.anonymous()
                .header("Authorization", "Bearer garbage")
                .get("/cas/prequel")
                .then()
                .statusCode(401)
                .header("WWW-Authenticate", startsWith("Bearer error=\"invalid_token\""))
                .body(equalTo(""));
    }

    @Test
    void tokens_and_metadata_need_no_login() {
        service.anonymous().get("/oauth2/jwks").then().statusCode(200);
        service.anonymous()
                .get("/.well-known/oauth-authorization-server")
                .then()
                .statusCode(200);
    }

    @ParameterizedTest
    @CsvSource({"GET, /no/such/path", "DELETE, /henkilo/current/omattiedot", "GET, ''", "GET, /henkilo/"})
    void an_unknown_path_is_404_with_the_time_as_text(String method, String path) {
        service.as("paakayttaja")
                .request(method, path)
                .then()
                .statusCode(404)
                .body("timestamp", startsWith("20"))
                .body("error", equalTo("Not Found"))
                .body("path", equalTo(UserService.PATH + path));
    }

    @Test
    void an_unknown_public_path_is_404_without_a_login() {
        service.anonymous()
                .get("/oauth2/nothing")
                .then()
                .statusCode(404)
                .body("timestamp", startsWith("20"))
                .header("Set-Cookie", nullValue());
    }

    @Test
    void a_fault_for_a_user_strikes_this_user_once_and_in_this_services_form() {
        sandbox.control().body("""
                        {"match":{"path":"/kayttooikeus-service/cas","username":"yksiloija"},"effect":{"status":503}}
                        """).post("/faults").then().statusCode(201);

        service.as("paakayttaja").get("/cas/prequel").then().statusCode(200);
        service.as("yksiloija")
                .get("/cas/prequel")
                .then()
                .statusCode(503)
                .body("timestamp", startsWith("20"))
                .body("error", equalTo("Service Unavailable"));
        service.as("yksiloija").get("/cas/prequel").then().statusCode(200);
    }

    @Test
    void a_fault_for_everybody_counts_once_a_call() {
        sandbox.control().body("""
                        {"match":{"path":"/kayttooikeus-service/cas/prequel"},"effect":{"status":500},"times":2}
                        """).post("/faults").then().statusCode(201);

        service.anonymous().get("/cas/prequel").then().statusCode(500).header("Set-Cookie", nullValue());
        service.as("paakayttaja")
                .get("/cas/prequel")
                .then()
                .statusCode(500)
                .body("error", equalTo("Internal Server Error"));
        service.as("paakayttaja").get("/cas/prequel").then().statusCode(200);
    }
}
