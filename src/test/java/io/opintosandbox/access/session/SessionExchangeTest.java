package io.opintosandbox.access.session;

import static io.opintosandbox.testing.TestSandbox.REGISTRY;
import static org.hamcrest.Matchers.emptyString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.opintosandbox.access.Visitor;
import io.opintosandbox.http.RawHttp;
import io.opintosandbox.testing.TestSandbox;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Tickets become sessions at the check address: auth.md 5.2, exchanges 60 to 62. */
class SessionExchangeTest {
    @RegisterExtension
    static final TestSandbox sandbox = new TestSandbox();

    private static final String CHECK = "/j_spring_cas_security_check";

    private final Visitor visitor = new Visitor(sandbox);

    private static String hae(String oid) {
        return "/yleistunniste/hae/" + oid;
    }

    @Test
    void a_good_ticket_without_a_cookie_opens_a_session_and_goes_to_the_root() {
        var answer =
                RawHttp.get(sandbox.port(), REGISTRY + CHECK + "?ticket=" + sandbox.serviceTicket("yleistunniste"));

        assertEquals("HTTP/1.1 302 ", answer.statusLine());
        assertEquals(
                sandbox.baseUrl() + REGISTRY + "/", answer.header("Location").orElseThrow());
        assertTrue(answer.header("Set-Cookie")
                .orElseThrow()
                .matches("JSESSIONID=[0-9a-f-]{36}; Path=/oppijanumerorekisteri-service; HttpOnly; SameSite=Lax"));
        assertEquals(
                List.of("content-length", "location", "set-cookie"),
                answer.headerNames().stream()
                        .filter(name -> !name.equals("sandbox"))
                        .toList());
    }

    @Test
    void there_is_no_page_at_the_root() {
        visitor.with(visitor.session("yleistunniste"))
                .get("/")
                .then()
                .statusCode(404)
                .body("error", equalTo("Not Found"));
    }

    @Test
    void the_session_that_remembers_a_request_is_kept_and_goes_there_with_its_query() {
        var cookie = visitor.registry()
                .get("/henkilo/current/hasHetu?a=%C3%A4&b=1")
                .then()
                .statusCode(302)
                .extract()
                .cookie("JSESSIONID");

        visitor.with(cookie)
                .get(CHECK + "?ticket=" + sandbox.serviceTicket("yleistunniste"))
                .then()
                .statusCode(302)
                .header("Location", sandbox.baseUrl() + REGISTRY + "/henkilo/current/hasHetu?a=%C3%A4&b=1")
                .header("Set-Cookie", nullValue());

        assertTrue(visitor.isLoggedIn(cookie));
    }

    @Test
    void a_remembered_post_is_gone_to_as_well() {
        var cookie = visitor.registry().body("x").post("/yleistunniste/hae").cookie("JSESSIONID");

        visitor.with(cookie)
                .get(CHECK + "?ticket=" + sandbox.serviceTicket("yleistunniste"))
                .then()
                .header("Location", sandbox.baseUrl() + REGISTRY + "/yleistunniste/hae");
    }

    @Test
    void a_request_is_remembered_for_one_login_only() {
        var cookie = visitor.registry().get("/henkilo/current/hasHetu").cookie("JSESSIONID");
        visitor.with(cookie).get(CHECK + "?ticket=" + sandbox.serviceTicket("yleistunniste"));

        visitor.with(cookie)
                .get(CHECK + "?ticket=" + sandbox.serviceTicket("yleistunniste"))
                .then()
                .header("Location", sandbox.baseUrl() + REGISTRY + "/");
    }

    @Test
    void another_user_takes_over_the_session_with_its_own_rights() {
        var cookie = visitor.session("yleistunniste");
        var norole = sandbox.userWith("ei-rooleja", Map.of());
        visitor.with(cookie).get(hae("1.2.246.562.98.1")).then().statusCode(404);

        visitor.with(cookie)
                .get(CHECK + "?ticket=" + sandbox.serviceTicket(norole))
                .then()
                .statusCode(302)
                .header("Set-Cookie", nullValue());

        visitor.with(cookie).get(hae("1.2.246.562.98.1")).then().statusCode(401);
    }

    @Test
    void the_logout_of_the_former_user_does_not_end_a_session_that_another_took_over() {
        var former = visitor.tgt("yleistunniste");
        var cookie = visitor.exchange(visitor.ticket(former)).cookie("JSESSIONID");
        visitor.with(cookie).get(CHECK + "?ticket=" + sandbox.serviceTicket("yleistunniste2"));

        sandbox.anonymous().delete("/cas/v1/tickets/" + former).then().body(equalTo("[]"));

        assertTrue(visitor.isLoggedIn(cookie));
    }

    @ParameterizedTest
    @ValueSource(strings = {"ST-1-garbage-sandbox", ""})
    void a_bad_ticket_is_401_with_an_empty_body_and_a_new_cookie(String ticket) {
        var answer = RawHttp.get(sandbox.port(), REGISTRY + CHECK + "?ticket=" + ticket);

        assertEquals("HTTP/1.1 401 ", answer.statusLine());
        assertEquals("", answer.body());
        assertEquals(List.of("0"), answer.headers("Content-Length"));
        assertTrue(answer.header("Set-Cookie").orElseThrow().startsWith("JSESSIONID="));
        assertTrue(answer.header("WWW-Authenticate").isEmpty());
        assertTrue(answer.header("Content-Type").isEmpty());
    }

    @Test
    void a_ticket_works_once() {
        var ticket = sandbox.serviceTicket("yleistunniste");
        visitor.exchange(ticket).then().statusCode(302);

        visitor.exchange(ticket).then().statusCode(401).body(emptyString());
    }

    @ParameterizedTest
    @ValueSource(strings = {"/other/j_spring_cas_security_check", "/oppijanumerorekisteri-service", "/"})
    void a_ticket_of_another_path_is_401(String path) {
        var ticket = visitor.draw(visitor.tgt("yleistunniste"), sandbox.baseUrl() + path)
                .then()
                .statusCode(200)
                .extract()
                .asString();

        visitor.exchange(ticket).then().statusCode(401);
    }

    @Test
    void a_bad_ticket_leaves_a_session_as_it_was() {
        var cookie = visitor.session("yleistunniste");

        visitor.with(cookie).get(CHECK + "?ticket=ST-0").then().statusCode(401).header("Set-Cookie", nullValue());

        assertTrue(visitor.isLoggedIn(cookie));
    }

    @Test
    void without_a_ticket_it_leads_to_the_login_page_and_no_session_ends() {
        var cookie = visitor.session("yleistunniste");

        visitor.with(cookie)
                .get(CHECK)
                .then()
                .statusCode(302)
                .header("Location", startsWith(sandbox.baseUrl() + "/cas/login?service="))
                .header("Set-Cookie", nullValue());

        assertTrue(visitor.isLoggedIn(cookie));
    }

    @Test
    void a_post_of_a_ticket_is_no_login_and_does_not_use_it_up() {
        var ticket = sandbox.serviceTicket("yleistunniste");

        visitor.registry()
                .post(CHECK + "?ticket=" + ticket)
                .then()
                .statusCode(302)
                .header("Location", startsWith(sandbox.baseUrl() + "/cas/login"));

        visitor.exchange(ticket).then().statusCode(302);
    }

    @ParameterizedTest
    @ValueSource(strings = {"GET", "POST"})
    void a_ticket_in_the_header_opens_a_session_here_too(String method) {
        var cookie = visitor.registry()
                .header("CasSecurityTicket", sandbox.serviceTicket("yleistunniste"))
                .request(method, CHECK)
                .then()
                .statusCode(302)
                .header("Location", sandbox.baseUrl() + REGISTRY + "/")
                .extract()
                .cookie("JSESSIONID");

        assertTrue(visitor.isLoggedIn(cookie));
    }

    @Test
    void a_user_without_any_right_can_log_in_and_then_may_do_nothing() {
        var cookie = visitor.session(sandbox.userWith("rooliton", Map.of()));

        visitor.with(cookie)
                .get(hae("1.2.246.562.98.1"))
                .then()
                .statusCode(401)
                .header("Content-Type", "application/json")
                .header("WWW-Authenticate", nullValue())
                .body("size()", equalTo(4))
                .body("error", equalTo("Unauthorized"))
                .body("path", equalTo(REGISTRY + hae("1.2.246.562.98.1")));
        assertTrue(visitor.isLoggedIn(cookie));
    }

    @Test
    void the_session_is_found_in_either_of_two_cookie_headers() {
        var cookie = "Cookie: JSESSIONID=" + visitor.session("yleistunniste");
        var path = REGISTRY + "/henkilo/current/hasHetu";

        assertEquals(
                200,
                RawHttp.get(sandbox.port(), path, "Cookie: CSRF=1; other=2", cookie)
                        .status());
        assertEquals(
                200, RawHttp.get(sandbox.port(), path, cookie, "Cookie: CSRF=1").status());
        assertEquals(
                200,
                RawHttp.get(sandbox.port(), path, cookie.replace("JSESSION", "CSRF=a\"b; JSESSION"))
                        .status());
    }

    /** Clients that take no notice of a cookie's path send that of another service along. */
    @Test
    void the_session_is_found_among_several_cookies_of_that_name() {
        var session = visitor.session("yleistunniste");
        var path = REGISTRY + "/henkilo/current/hasHetu";

        for (var cookies : List.of(
                "JSESSIONID=MzgyMWM3YzYtMmI2Zi00; JSESSIONID=" + session,
                "JSESSIONID=" + session + "; JSESSIONID=MzgyMWM3YzYtMmI2Zi00",
                "$Version=1; JSESSIONID=\"" + session + "\"; $Path=\"/oppijanumerorekisteri-service\"")) {
            assertEquals(
                    200, RawHttp.get(sandbox.port(), path, "Cookie: " + cookies).status(), cookies);
        }
        assertEquals(
                200,
                RawHttp.get(sandbox.port(), path, "Cookie: JSESSIONID=gone", "Cookie: JSESSIONID=" + session)
                        .status());
    }

    @Test
    void the_opening_call_says_ok() {
        for (var method : List.of("GET", "POST")) {
            visitor.with(visitor.session("yleistunniste"))
                    .request(method, "/cas/prequel")
                    .then()
                    .statusCode(200)
                    .header("Content-Type", "text/plain;charset=UTF-8")
                    .body(equalTo("ok"));
        }
    }

    @Test
    void single_logout_ends_the_session_of_its_ticket() {
        var ticket = sandbox.serviceTicket("yleistunniste");
        var cookie = visitor.exchange(ticket).cookie("JSESSIONID");

        visitor.form(Map.of(
                        "logoutRequest",
                        "<samlp:LogoutRequest xmlns:samlp=\"urn:oasis:names:tc:SAML:2.0:protocol\">"
                                + "<samlp:SessionIndex>" + ticket + "</samlp:SessionIndex></samlp:LogoutRequest>"))
                .post(REGISTRY + CHECK)
                .then()
                .statusCode(200)
                .body(emptyString());

        visitor.with(cookie).get("/henkilo/current/hasHetu").then().statusCode(302);
    }
}
