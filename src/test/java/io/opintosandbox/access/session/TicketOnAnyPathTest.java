package io.opintosandbox.access.session;

import static io.opintosandbox.testing.TestSandbox.haku;
import static io.opintosandbox.testing.TestSandbox.someone;
import static org.hamcrest.Matchers.emptyString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.opintosandbox.access.Visitor;
import io.opintosandbox.json.Json;
import io.opintosandbox.testing.TestSandbox;
import io.restassured.specification.RequestSpecification;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A ticket on the call itself: auth.md 5.3, exchanges 63 and 64. */
class TicketOnAnyPathTest {
    @RegisterExtension
    static final TestSandbox sandbox = new TestSandbox();

    private static final String HAS_HETU = "/henkilo/current/hasHetu";

    private final Visitor visitor = new Visitor(sandbox);

    private static String ticket() {
        return sandbox.serviceTicket("yleistunniste");
    }

    private static RequestSpecification haeBody(RequestSpecification request) {
        return request.contentType("application/json")
                .body(Json.write(haku(sandbox.vtjHas(someone("Lippu Lassi", "Kirjautuja")))));
    }

    /** Errors come from behind the door. */
    @ParameterizedTest
    @CsvSource({
        "GET, /henkilo/current/hasHetu, 200",
        "GET, /no/such/path, 404",
        "PUT, /henkilo, 400",
        "DELETE, /henkilo/1.2.246.562.98.1, 401"
    })
    void a_ticket_in_the_query_of_anything_but_a_post_logs_in_and_carries_the_call_out(
            String method, String path, int status) {
        var cookie = visitor.registry()
                .request(method, path + "?ticket=" + ticket())
                .then()
                .statusCode(status)
                .header("Set-Cookie", startsWith("JSESSIONID="))
                .extract()
                .cookie("JSESSIONID");

        assertTrue(visitor.isLoggedIn(cookie));
    }

    @Test
    void a_ticket_in_the_query_of_a_post_is_ignored_and_stays_good() {
        var ticket = ticket();

        haeBody(visitor.registry())
                .post("/yleistunniste/hae?ticket=" + ticket)
                .then()
                .statusCode(302)
                .header("Location", startsWith(sandbox.baseUrl() + "/cas/login?service="));

        visitor.exchange(ticket).then().statusCode(302);
    }

    @ParameterizedTest
    @CsvSource({"GET, 200", "POST, 405", "PUT, 405", "DELETE, 405", "HEAD, 200", "OPTIONS, 200", "PATCH, 405"})
    void a_ticket_in_the_header_works_on_every_method(String method, int status) {
        visitor.registry()
                .header("CasSecurityTicket", ticket())
                .request(method, HAS_HETU)
                .then()
                .statusCode(status)
                .header("Set-Cookie", startsWith("JSESSIONID="));
    }

    @Test
    void a_post_with_a_ticket_in_the_header_is_carried_out() {
        haeBody(visitor.registry())
                .header("CasSecurityTicket", ticket())
                .post("/yleistunniste/hae")
                .then()
                .statusCode(200)
                .header("Set-Cookie", startsWith("JSESSIONID="))
                .body("oid", notNullValue());
    }

    @ParameterizedTest
    @CsvSource({"GET", "PUT", "DELETE"})
    void a_bad_ticket_in_the_query_is_401_also_with_a_session_which_survives(String method) {
        var cookie = visitor.session("yleistunniste");

        visitor.registry()
                .request(method, HAS_HETU + "?ticket=ST-0")
                .then()
                .statusCode(401)
                .header("WWW-Authenticate", nullValue())
                .body(emptyString());
        visitor.with(cookie)
                .request(method, HAS_HETU + "?ticket=ST-0")
                .then()
                .statusCode(401)
                .body(emptyString());

        assertTrue(visitor.isLoggedIn(cookie));
    }

    @Test
    void a_bad_ticket_in_the_header_is_401_without_a_cookie_on_post() {
        haeBody(visitor.registry())
                .header("CasSecurityTicket", "ST-0")
                .post("/yleistunniste/hae")
                .then()
                .statusCode(401)
                .header("Set-Cookie", nullValue())
                .body(emptyString());
    }

    @Test
    void the_same_ticket_again_is_fine_with_its_session_and_401_without() {
        var ticket = ticket();
        var cookie = visitor.registry()
                .header("CasSecurityTicket", ticket)
                .get(HAS_HETU)
                .cookie("JSESSIONID");

        visitor.with(cookie)
                .header("CasSecurityTicket", ticket)
                .get(HAS_HETU)
                .then()
                .statusCode(200)
                .header("Set-Cookie", nullValue());
        haeBody(visitor.with(cookie))
                .header("CasSecurityTicket", ticket)
                .post("/yleistunniste/hae")
                .then()
                .statusCode(200);
        visitor.registry()
                .header("CasSecurityTicket", ticket)
                .get(HAS_HETU)
                .then()
                .statusCode(401);
    }

    @Test
    void another_good_ticket_logs_the_session_in_anew() {
        var cookie = visitor.session("yleistunniste");
        var norole = sandbox.userWith("ilman-rooleja", Map.of());

        visitor.with(cookie)
                .get("/yleistunniste/hae/1.2.246.562.98.1?ticket=" + sandbox.serviceTicket(norole))
                .then()
                .statusCode(401)
                .header("Set-Cookie", nullValue())
                .body("error", equalTo("Unauthorized"));

        visitor.with(cookie).get("/yleistunniste/hae/1.2.246.562.98.1").then().statusCode(401);
    }

    @Test
    void the_ticket_must_be_for_the_check_address_not_for_the_call() {
        var own = sandbox.baseUrl() + TestSandbox.REGISTRY + HAS_HETU;
        var ticket = visitor.draw(visitor.tgt("yleistunniste"), own).asString();

        visitor.registry().get(HAS_HETU + "?ticket=" + ticket).then().statusCode(401);
    }
}
