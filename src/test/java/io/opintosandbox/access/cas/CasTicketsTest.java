package io.opintosandbox.access.cas;

import static org.hamcrest.Matchers.emptyString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
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

/** Tickets for machines: auth.md 2. */
class CasTicketsTest {
    @RegisterExtension
    static final TestSandbox sandbox = new TestSandbox();

    private final Visitor visitor = new Visitor(sandbox);

    private static String password() {
        return sandbox.user("yleistunniste").get("password");
    }

    @Test
    void a_login_is_201_with_the_address_of_its_ticket_in_a_header_and_a_page() {
        var answer = visitor.grant("yleistunniste", password());

        var location = answer.header("Location");
        answer.then()
                .statusCode(201)
                .header("Content-Type", "text/html;charset=UTF-8")
                .header(
                        "Location",
                        matchesPattern(sandbox.baseUrl() + "/cas/v1/tickets/TGT-\\d+-[A-Za-z0-9_-]{50,}-\\w+"))
                .body(equalTo("<!DOCTYPE HTML PUBLIC \\\"-//IETF//DTD HTML 2.0//EN\\\"><html><head><title>201 CREATED"
                        + "</title></head><body><h1>TGT Created</h1><form action=\"" + location
                        + "\" method=\"POST\">Service:<input type=\"text\" name=\"service\" value=\"\"><br>"
                        + "<input type=\"submit\" value=\"Submit\"></form></body></html>"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"application/json", "text/plain", "application/xml"})
    void another_accept_header_gets_the_bare_ticket(String accept) {
        var answer = visitor.form(Map.of("username", "yleistunniste", "password", password()))
                .accept(accept)
                .post("/cas/v1/tickets");

        assertTrue(answer.header("Location").endsWith("/" + answer.asString()));
    }

    @Test
    void without_an_accept_header_the_page_comes() {
        var answer = RawHttp.exchange(
                sandbox.port(),
                "POST",
                "/cas/v1/tickets",
                "username=yleistunniste&password=" + password(),
                "Content-Type: application/x-www-form-urlencoded");

        assertEquals(201, answer.status());
        assertTrue(answer.body().startsWith("<!DOCTYPE"));
    }

    @Test
    void answers_of_cas_are_not_to_be_cached() {
        visitor.grant("yleistunniste", password())
                .then()
                .header("Cache-Control", "no-cache, no-store, max-age=0, must-revalidate")
                .header("Pragma", "no-cache")
                .header("Expires", "0");
    }

    @Test
    void names_are_compared_without_regard_to_case_and_passwords_with_it() {
        visitor.grant("YleisTunniste", password()).then().statusCode(201);
        visitor.grant("yleistunniste", password().toUpperCase(java.util.Locale.ROOT))
                .then()
                .statusCode(401);
    }

    @Test
    void a_wrong_password_and_an_unknown_user_get_the_same_401() {
        var wrong = visitor.grant("yleistunniste", "wrong");
        var unknown = visitor.grant("nobody-here", "wrong");

        wrong.then()
                .statusCode(401)
                .header("Content-Type", startsWith("application/json"))
                .body("'@class'", equalTo("java.util.HashMap"))
                .body("authentication_exceptions[0]", equalTo("java.util.ArrayList"))
                .body(
                        "authentication_exceptions[1]",
                        equalTo(List.of("Invalid credentials:Virheelliset tunnistetiedot.")));
        assertEquals(wrong.asString(), unknown.asString());
        assertEquals(401, unknown.statusCode());
        assertTrue(wrong.asString().contains("\n"), "pretty printed");
    }

    @Test
    void the_refusal_speaks_swedish_on_request() {
        visitor.form(Map.of("username", "yleistunniste", "password", "wrong"))
                .header("Accept-Language", "sv-FI,sv;q=0.9")
                .post("/cas/v1/tickets")
                .then()
                .body(
                        "authentication_exceptions[1][0]",
                        equalTo("Invalid credentials:Felaktiga identifieringsuppgifter."));
    }

    @ParameterizedTest
    @ValueSource(strings = {"username=yleistunniste", "password=x", "username=&password=x", "", "nonsense"})
    void missing_credentials_are_400(String body) {
        sandbox.anonymous()
                .contentType("application/x-www-form-urlencoded")
                .body(body)
                .post("/cas/v1/tickets")
                .then()
                .statusCode(400)
                .body(equalTo("No credentials are provided or extracted to authenticate the REST request"));
    }

    @Test
    void credentials_in_the_query_do_not_count() {
        sandbox.anonymous()
                .contentType("application/x-www-form-urlencoded")
                .post("/cas/v1/tickets?username=yleistunniste&password=" + password())
                .then()
                .statusCode(400);
    }

    @Test
    void a_get_of_the_tickets_is_405_and_json_is_415() {
        sandbox.anonymous().get("/cas/v1/tickets").then().statusCode(405).body(emptyString());
        sandbox.anonymous()
                .contentType("application/json")
                .body("{\"username\":\"yleistunniste\"}")
                .post("/cas/v1/tickets")
                .then()
                .statusCode(415);
    }

    @Test
    void a_service_ticket_is_bare_text_without_a_line_end() {
        visitor.draw(visitor.tgt("yleistunniste"), sandbox.checkUrl())
                .then()
                .statusCode(200)
                .header("Location", nullValue())
                .body(matchesPattern("ST-\\d+-[A-Za-z0-9_-]{20,}-\\w+"));
    }

    @Test
    void a_ticket_granting_ticket_gives_any_number_of_different_tickets() {
        var tgt = visitor.tgt("yleistunniste");

        var first = visitor.ticket(tgt);
        var second = visitor.ticket(tgt);

        assertNotEquals(first, second);
        visitor.exchange(second).then().statusCode(302);
        visitor.exchange(first).then().statusCode(302);
    }

    @Test
    void the_location_works_whole_and_by_its_last_part() {
        var location = visitor.grant("yleistunniste", password()).header("Location");

        visitor.form(Map.of("service", sandbox.checkUrl()))
                .baseUri(location)
                .post("")
                .then()
                .statusCode(200);
        visitor.draw(location.substring(location.lastIndexOf('/') + 1), sandbox.checkUrl())
                .then()
                .statusCode(200);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void the_service_may_come_with_and_without_percent_encoding(boolean encoded) {
        var service = encoded
                ? java.net.URLEncoder.encode(sandbox.checkUrl(), java.nio.charset.StandardCharsets.UTF_8)
                : sandbox.checkUrl();

        var ticket = sandbox.anonymous()
                .contentType("application/x-www-form-urlencoded")
                .body("service=" + service)
                .post("/cas/v1/tickets/" + visitor.tgt("yleistunniste"))
                .then()
                .statusCode(200)
                .extract()
                .asString();

        visitor.exchange(ticket).then().statusCode(302);
    }

    @Test
    void an_unknown_ticket_granting_ticket_is_404_and_named() {
        visitor.draw("TGT-1-unknown-sandbox", sandbox.checkUrl())
                .then()
                .statusCode(404)
                .body(equalTo("TGT-1-unknown-sandbox could not be found or is considered invalid"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://localhost:1/oppijanumerorekisteri-service/j_spring_cas_security_check",
                "http://LOCALHOST:9/oppijanumerorekisteri-service/j_spring_cas_security_check",
                "https://127.0.0.1/oppijanumerorekisteri-service/j_spring_cas_security_check",
                "http://[::1]:8080/oppijanumerorekisteri-service/j_spring_cas_security_check"
            })
    void this_server_is_allowed_under_all_its_names_and_any_port(String service) {
        var ticket = visitor.draw(visitor.tgt("yleistunniste"), service)
                .then()
                .statusCode(200)
                .extract()
                .asString();

        visitor.exchange(ticket).then().statusCode(302);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://example.com/oppijanumerorekisteri-service/j_spring_cas_security_check",
                "http://localhost@example.com/x",
                "http://localhost.example.com/x",
                "ftp://localhost/x",
                "javascript:alert(1)",
                "//localhost/x",
                "localhost",
                "http://local host/",
                ""
            })
    void a_service_elsewhere_is_500(String service) {
        visitor.draw(visitor.tgt("yleistunniste"), service).then().statusCode(500);
    }

    @Test
    void a_missing_service_is_500_with_its_text() {
        visitor.form(Map.of("other", "x"))
                .post("/cas/v1/tickets/" + visitor.tgt("yleistunniste"))
                .then()
                .statusCode(500)
                .body(equalTo("Target service/application is unspecified or unrecognized in the request"));
    }

    @Test
    void a_ticket_granting_ticket_tells_whether_it_lives() {
        var tgt = visitor.tgt("yleistunniste");
        sandbox.anonymous().get("/cas/v1/tickets/" + tgt).then().statusCode(200);
        sandbox.anonymous().get("/cas/v1/tickets/TGT-0-x").then().statusCode(404);

        sandbox.anonymous().delete("/cas/v1/tickets/" + tgt).then().statusCode(200);

        sandbox.anonymous().get("/cas/v1/tickets/" + tgt).then().statusCode(404);
        visitor.draw(tgt, sandbox.checkUrl()).then().statusCode(404);
    }

    @Test
    void deleting_one_that_nobody_used_or_knows_notifies_nobody() {
        for (var tgt : List.of(visitor.tgt("yleistunniste"), "TGT-0-unknown")) {
            sandbox.anonymous()
                    .delete("/cas/v1/tickets/" + tgt)
                    .then()
                    .statusCode(200)
                    .header("Content-Type", "application/json")
                    .body(equalTo("[]"));
        }
    }

    @Test
    void deleting_one_ends_the_sessions_that_came_of_it_and_no_other() {
        var tgt = visitor.tgt("yleistunniste");
        var own = visitor.exchange(visitor.ticket(tgt)).cookie("JSESSIONID");
        var other = visitor.session("yleistunniste");

        sandbox.anonymous()
                .delete("/cas/v1/tickets/" + tgt)
                .then()
                .statusCode(200)
                .body("size()", equalTo(1));

        assertFalse(visitor.isLoggedIn(own));
        assertTrue(visitor.isLoggedIn(other));
    }

    @Test
    void deleting_one_ends_its_unused_service_tickets_too() {
        var tgt = visitor.tgt("yleistunniste");
        var unused = visitor.ticket(tgt);

        sandbox.anonymous().delete("/cas/v1/tickets/" + tgt).then().statusCode(200);

        visitor.exchange(unused).then().statusCode(401);
    }
}
