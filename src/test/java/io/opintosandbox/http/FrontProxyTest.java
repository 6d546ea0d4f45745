package io.opintosandbox.http;

import static io.opintosandbox.testing.TestSandbox.REGISTRY;
import static io.opintosandbox.testing.TestSandbox.haku;
import static io.opintosandbox.testing.TestSandbox.someone;
import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.opintosandbox.config.Setting;
import io.opintosandbox.config.Settings;
import io.opintosandbox.json.Json;
import io.opintosandbox.testing.TestSandbox;
import io.restassured.http.ContentType;
import io.restassured.specification.RequestSpecification;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The proxy before the services, at each of its levels: auth.md 8. */
class FrontProxyTest {
    private static final String CALLER = "1.2.246.562.10.00000000001.testi";

    @RegisterExtension
    static final TestSandbox off = new TestSandbox();

    @RegisterExtension
    static final TestSandbox log = new TestSandbox(Settings.defaults().with(Setting.STRICT, "log"));

    @RegisterExtension
    static final TestSandbox strict = new TestSandbox(Settings.defaults().with(Setting.STRICT, "enforce"));

    @BeforeEach
    void nobody_has_called() {
        log.reset();
        strict.reset();
    }

    /** A call of hae about somebody, with a session, without what the proxy wants. */
    private static RequestSpecification bare(TestSandbox sandbox) {
        var session = sandbox.anonymous()
                .header("Caller-Id", CALLER)
                .get(REGISTRY + "/j_spring_cas_security_check?ticket=" + sandbox.serviceTicket("yleistunniste"))
                .cookie("JSESSIONID");
        return unchecked(sandbox)
                .basePath(REGISTRY)
                .header("Cookie", "JSESSIONID=" + session)
                .contentType(ContentType.JSON)
                .body(Json.write(haku(sandbox.vtjHas(someone("Vaino Olavi", "Valpas")))));
    }

    /** The registry's document knows nothing of the proxy's answers. */
    private static RequestSpecification unchecked(TestSandbox sandbox) {
        return given().baseUri(sandbox.baseUrl()).redirects().follow(false);
    }

    @Test
    void a_client_that_sends_the_same_in_cookie_and_header_gets_through() {
        bare(strict)
                .header("Caller-Id", CALLER)
                .header("CSRF", "x")
                // A second header of the name, as some clients send it.
                .header("Cookie", "CSRF=x")
                .post("/yleistunniste/hae")
                .then()
                .statusCode(200)
                .header("Set-Cookie", not(containsString("CSRF")));
    }

    @ParameterizedTest
    @CsvSource({", ", "x, ", ", x", "x, y", "'', ''"})
    void without_it_or_with_another_the_call_is_403(String cookie, String header) {
        var call = bare(strict).header("Caller-Id", CALLER).accept("*/*");
        if (cookie != null) {
            call.header("Cookie", "CSRF=" + cookie);
        }
        if (header != null) {
            call.header("CSRF", header);
        }

        call.post("/yleistunniste/hae")
                .then()
                .statusCode(403)
                .contentType("text/plain;charset=UTF-8")
                .body(startsWith("Error: Invalid request, please read "));

        var last = strict.control().get("/requests?limit=1").then();
        last.body("[0].status", equalTo(403))
                .body("[0].username", equalTo("yleistunniste"))
                .body("[0].why", hasItem(startsWith("front proxy: the cookie CSRF")));
    }

    @Test
    void whoever_takes_json_gets_what_is_almost_json() {
        bare(strict)
                .header("Caller-Id", CALLER)
                .accept("application/json")
                .post("/yleistunniste/hae")
                .then()
                .statusCode(403)
                .contentType("application/json")
                .body(matchesPattern("\\{'error': 'Invalid request, please read .*'}"));
    }

    @Test
    void a_form_may_carry_it_in_a_field() {
        var page = strict.anonymous().urlEncodingEnabled(true).header("Caller-Id", CALLER);
        page.header("Cookie", "CSRF=abc")
                .formParam("username", "yleistunniste")
                .formParam("password", strict.user("yleistunniste").get("password"))
                .formParam("CSRF", "abc")
                .post("/cas/login?service=" + strict.checkUrl())
                .then()
                .statusCode(302)
                .header("Location", containsString("ticket="));
    }

    @ParameterizedTest
    @ValueSource(strings = {"a_b", "a b", "ä", "a/b"})
    void a_caller_id_with_other_characters_is_403_at_each_level(String caller) {
        for (var sandbox : new TestSandbox[] {log, strict}) {
            unchecked(sandbox)
                    .header("Caller-Id", caller)
                    .get(REGISTRY + "/cas/prequel")
                    .then()
                    .statusCode(403);
        }
        off.anonymous()
                .header("Caller-Id", caller)
                .get(REGISTRY + "/cas/prequel")
                .then()
                .statusCode(302);
    }

    @Test
    void a_missing_caller_id_is_only_noted() {
        strict.anonymous().get(REGISTRY + "/cas/prequel").then().statusCode(302);

        strict.control()
                .get("/requests?limit=1")
                .then()
                .body("[0].why", hasItem("front proxy: the header Caller-Id is missing"));
    }

    @Test
    void at_level_log_a_violation_is_only_noted() {
        bare(log).post("/yleistunniste/hae").then().statusCode(200);

        log.control()
                .get("/requests?limit=1")
                .then()
                .body("[0].why", hasItem(startsWith("front proxy: the cookie CSRF")));
    }

    @Test
    void an_answer_to_whoever_has_no_csrf_cookie_brings_one() {
        var answer = strict.anonymous().get(REGISTRY + "/cas/prequel");

        var cookies = answer.headers().getValues("Set-Cookie");
        assertEquals(2, cookies.size(), cookies.toString());
        assertTrue(
                cookies.stream()
                        .anyMatch(cookie -> cookie.matches("CSRF=[0-9a-f]{32}; Secure; Path=/; Domain=localhost")),
                cookies.toString());
        assertEquals(
                1,
                off.anonymous()
                        .get(REGISTRY + "/cas/prequel")
                        .headers()
                        .getValues("Set-Cookie")
                        .size());
    }

    @Test
    void rest_tickets_the_start_page_and_the_sandboxs_own_calls_are_exempt() {
        var tgt = strict.anonymous().post("/cas/v1/tickets");
        assertEquals(400, tgt.statusCode());
        assertEquals(null, tgt.header("Set-Cookie"));
        strict.control().post("/settle").then().statusCode(200);
        strict.anonymous().get("/").then().statusCode(200);
    }

    @Test
    void reading_needs_no_csrf() {
        strict.anonymous()
                .header("Caller-Id", CALLER)
                .get(REGISTRY + "/henkilo/1.2.3")
                .then()
                .statusCode(302);
    }
}
