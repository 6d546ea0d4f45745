package io.opintosandbox.access.session;

import static io.opintosandbox.testing.TestSandbox.REGISTRY;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.opintosandbox.access.Visitor;
import io.opintosandbox.http.RawHttp;
import io.opintosandbox.testing.TestSandbox;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Who is not logged in is sent to the login page, whatever was asked: auth.md 5.1. */
class NotLoggedInTest {
    @RegisterExtension
    static final TestSandbox sandbox = new TestSandbox();

    private final Visitor visitor = new Visitor(sandbox);

    @ParameterizedTest
    @CsvSource({
        "GET, /henkilo/current/hasHetu",
        "GET, /no/such/path?a=b",
        "GET, /.well-known/oauth-protected-resource",
        "GET, /",
        "GET, ''",
        "GET, /j_spring_cas_security_check",
        "POST, /j_spring_cas_security_check",
        "POST, /yleistunniste/hae",
        "PUT, /yleistunniste",
        "DELETE, /henkilo/1.2.246.562.98.1",
        "PATCH, /henkilo",
        "OPTIONS, /yleistunniste/hae",
        "HEAD, /henkilo/current/hasHetu"
    })
    void every_method_and_path_gets_302_and_an_anonymous_session(String method, String path) {
        var answer = RawHttp.exchange(sandbox.port(), method, REGISTRY + path, null, "Accept: application/json");

        assertEquals("HTTP/1.1 302 ", answer.statusLine());
        assertEquals(
                sandbox.baseUrl() + "/cas/login?service=http%3A%2F%2Flocalhost%3A" + sandbox.port()
                        + "%2Foppijanumerorekisteri-service%2Fj_spring_cas_security_check",
                answer.header("Location").orElseThrow());
        assertTrue(answer.header("Set-Cookie")
                .orElseThrow()
                .matches("JSESSIONID=[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12};"
                        + " Path=/oppijanumerorekisteri-service; HttpOnly; SameSite=Lax"));
        assertEquals("", answer.body());
        if (!method.equals("HEAD")) {
            assertTrue(answer.header("Content-Type").isEmpty());
            assertEquals(List.of("0"), answer.headers("Content-Length"));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"garbage", "00000000-0000-4000-8000-000000000000", ""})
    void a_cookie_of_no_session_gets_302_and_a_new_cookie(String cookie) {
        visitor.with(cookie)
                .get("/henkilo/current/hasHetu")
                .then()
                .statusCode(302)
                .header("Set-Cookie", startsWith("JSESSIONID="))
                .header("Set-Cookie", not(startsWith("JSESSIONID=" + cookie + ";")));
    }

    @Test
    void an_anonymous_session_proves_nothing() {
        var cookie = visitor.registry().get("/henkilo/current/hasHetu").cookie("JSESSIONID");

        visitor.with(cookie).get("/henkilo/current/hasHetu").then().statusCode(302);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Basic eWxlaXN0dW5uaXN0ZTp4", "bearer x", "BEARER x", "Bearer", "Bearer ", "Token x"})
    void any_other_authorization_header_is_not_looked_at(String authorization) {
        visitor.registry()
                .header("Authorization", authorization)
                .get("/henkilo/current/hasHetu")
                .then()
                .statusCode(302);
    }

    @Test
    void a_token_in_the_query_is_not_looked_at() {
        var user = sandbox.user("yleistunniste");
        visitor.registry()
                .get("/henkilo/current/hasHetu?access_token="
                        + sandbox.token("yleistunniste", user.get("clientSecret")))
                .then()
                .statusCode(302);
    }

    @Test
    void a_large_body_is_answered_all_the_same() {
        visitor.registry()
                .contentType("application/json")
                .body("x".repeat(6_000_000))
                .post("/yleistunniste/hae")
                .then()
                .statusCode(302);
    }

    @Test
    void a_path_cannot_pretend_to_be_a_public_one() {
        for (var path : List.of(
                "/actuator/../yleistunniste/hae/x",
                "/actuator/%2e%2e/yleistunniste/hae/x",
                "/swagger-ui/..;/yleistunniste/hae/x",
                "/henkilo/current/hasHetu;/actuator/health",
                "/actuator")) {
            var status = RawHttp.get(sandbox.port(), REGISTRY + path).status();
            assertTrue(List.of(302, 400, 404).contains(status), path + " was " + status);
        }
    }
}
