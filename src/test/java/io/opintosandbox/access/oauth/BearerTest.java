package io.opintosandbox.access.oauth;

import static io.opintosandbox.testing.TestSandbox.REGISTRY;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.opintosandbox.access.Visitor;
import io.opintosandbox.http.RawHttp;
import io.opintosandbox.testing.TestSandbox;
import io.restassured.response.ValidatableResponse;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Bearer tokens at the registry: auth.md 6. */
class BearerTest {
    @RegisterExtension
    static final TestSandbox sandbox = new TestSandbox();

    private static final String HAS_HETU = "/henkilo/current/hasHetu";
    private static final String NOBODY = "/yleistunniste/hae/1.2.246.562.98.1";
    private static final String DECODE = "An error occurred while attempting to decode the Jwt: ";

    private final Visitor visitor = new Visitor(sandbox);

    @AfterEach
    void the_clock_runs_and_nothing_goes_wrong() {
        sandbox.control().delete("/faults");
        sandbox.control().body("{\"mode\":\"running\"}").put("/clock");
    }

    private static String token() {
        return sandbox.token("yleistunniste", sandbox.user("yleistunniste").get("clientSecret"));
    }

    private static RawHttp.Answer get(String path, String authorization, String... more) {
        var headers = Stream.concat(Stream.of("Authorization: " + authorization), Stream.of(more));
        return RawHttp.get(sandbox.port(), REGISTRY + path, headers.toArray(String[]::new));
    }

    private static void assertRefused(String description, RawHttp.Answer answer) {
        assertEquals("HTTP/1.1 401 ", answer.statusLine());
        assertEquals(
                List.of("Bearer error=\"invalid_token\", error_description=\"" + description
                        + "\", error_uri=\"https://tools.ietf.org/html/rfc6750#section-3.1\", resource_metadata=\""
                        + sandbox.baseUrl() + REGISTRY + "/.well-known/oauth-protected-resource\""),
                answer.headers("WWW-Authenticate"));
        assertEquals("", answer.body());
        assertEquals(List.of("content-length", "sandbox", "www-authenticate"), answer.headerNames());
    }

    @Test
    void a_good_token_needs_no_cookie_and_gets_none() {
        var answer = get(HAS_HETU, "Bearer " + token());

        assertEquals("HTTP/1.1 200 ", answer.statusLine());
        assertEquals("false", answer.body());
        assertEquals(List.of(), answer.headers("Set-Cookie"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"garbage", "a.b.c", "a.b", "....", "e30.e30.e30", "x=", "eyJhbGciOiJSUzI1NiJ9.e30"})
    void what_is_no_token_is_refused_as_malformed(String token) {
        assertRefused(DECODE + "Malformed token", get(HAS_HETU, "Bearer " + token));
    }

    @ParameterizedTest
    @ValueSource(strings = {"Bearer a b", "Bearer  a", "Bearer a,b", "Bearer =a", "Bearer ä"})
    void what_cannot_be_a_token_is_refused_before_that(String authorization) {
        assertRefused("Bearer token is malformed", get(HAS_HETU, authorization));
    }

    @ParameterizedTest
    @CsvSource({
        "2026-03-01T08:00:00Z, 2026-03-01T08:06:00Z, true",
        "2026-03-01T08:00:00Z, 2026-03-01T08:06:00.001Z, false",
        "2026-03-01T08:00:00.999Z, 2026-03-01T08:06:00Z, true",
        "2026-03-01T08:00:00.999Z, 2026-03-01T08:06:00.001Z, false"
    })
    void a_token_is_good_for_five_minutes_and_one_of_tolerance(String issued, String used, boolean good) {
        visitor.clockAt(issued);
        var authorization = "Bearer " + token();

        visitor.clockAt(used);

        var answer = get(HAS_HETU, authorization);
        if (good) {
            assertEquals(200, answer.status());
        } else {
            assertRefused(DECODE + "Jwt expired at 2026-03-01T08:05:00Z", answer);
        }
    }

    @Test
    void a_fault_expires_the_token_that_the_next_call_carries_and_no_other() {
        visitor.clockAt("2026-03-01T08:00:00Z");
        var first = "Bearer " + token();
        var second = "Bearer " + token();
        visitor.fault("{\"token\":\"expire\"}");

        for (int i = 0; i < 2; i++) {
            assertRefused(DECODE + "Jwt expired at 2026-03-01T07:58:59Z", get(HAS_HETU, first));
        }

        assertEquals(200, get(HAS_HETU, second).status());
        visitor.clockAt("2026-03-01T07:59:30Z");
        assertEquals(401, get(HAS_HETU, first).status(), "moving the clock back revives nothing");
    }

    @Test
    void a_reset_ends_tokens_for_good() {
        sandbox.reset();
        visitor.clockAt("2026-03-01T08:00:00Z");
        var before = "Bearer " + token();

        sandbox.reset();
        visitor.clockAt("2026-03-01T08:00:01Z");

        assertEquals(401, get(HAS_HETU, before).status());
        var after = "Bearer " + token();
        assertEquals(200, get(HAS_HETU, after).status());
        assertEquals(401, get(HAS_HETU, before).status(), "also when the ids begin anew");
    }

    @Test
    void a_token_that_a_fault_expired_does_not_spoil_the_first_one_after_a_reset() {
        sandbox.reset();
        visitor.clockAt("2026-03-01T08:00:00Z");
        visitor.fault("{\"token\":\"expire\"}");
        assertEquals(401, get(HAS_HETU, "Bearer " + token()).status());

        sandbox.reset();
        visitor.clockAt("2026-03-01T08:00:00Z");

        assertEquals(200, get(HAS_HETU, "Bearer " + token()).status());
    }

    @ParameterizedTest
    @ValueSource(strings = {"/actuator/health", "/v3/api-docs", "/swagger-ui/index.html"})
    void a_bad_token_is_refused_on_public_paths_too(String path) {
        assertRefused(DECODE + "Malformed token", get(path, "Bearer garbage"));
    }

    @Test
    void public_paths_need_no_token_and_take_a_good_one() {
        var health = "{\"groups\":[\"liveness\",\"readiness\"],\"status\":\"UP\"}";
        var anonymous = RawHttp.get(sandbox.port(), REGISTRY + "/actuator/health");

        assertEquals(health, anonymous.body());
        assertEquals(
                "application/vnd.spring-boot.actuator.v3+json",
                anonymous.header("Content-Type").orElseThrow());
        assertEquals(health, get("/actuator/health", "Bearer " + token()).body());
    }

    @Test
    void a_token_beats_a_session() {
        var norole = "Bearer " + sandbox.token(sandbox.userWith("norole-bearer", Map.of()), "salasana");
        var session = "Cookie: JSESSIONID=" + visitor.session("yleistunniste");

        assertEquals(
                404, RawHttp.get(sandbox.port(), REGISTRY + NOBODY, session).status());
        assertEquals(401, get(NOBODY, norole, session).status());
        assertRefused(DECODE + "Malformed token", get(NOBODY, "Bearer garbage", session));
    }

    @Test
    void a_missing_right_is_401_in_the_plain_form_without_the_header_that_asks_for_a_new_token() {
        var norole = "Bearer " + sandbox.token(sandbox.userWith("norole-bearer", Map.of()), "salasana");

        var answer = get(NOBODY, norole);

        assertEquals("HTTP/1.1 401 ", answer.statusLine());
        assertEquals(List.of(), answer.headers("WWW-Authenticate"));
        assertEquals(List.of("application/json"), answer.headers("Content-Type"));
        assertEquals(List.of(), answer.headers("Set-Cookie"));
        assertEquals(
                "{\"timestamp\":0,\"status\":401,\"error\":\"Unauthorized\",\"path\":\"" + REGISTRY + NOBODY + "\"}",
                answer.body().replaceFirst("\\d{13}", "0"));
    }

    @Test
    void rights_are_those_of_the_token_not_of_the_user_now() {
        var name = sandbox.userWith("lahteva", Map.of(TestSandbox.A, List.of(TestSandbox.YLEISTUNNISTE_LUONTI)));
        var authorization = "Bearer " + sandbox.token(name, "salasana");

        sandbox.control().delete("/service-users/" + name).then().statusCode(204);

        assertEquals(404, get(NOBODY, authorization).status());
    }

    @Test
    void a_token_can_be_looked_into_and_revoked() {
        var user = sandbox.user("yleistunniste");
        var token = token();
        var client = Map.of("client_id", "yleistunniste", "client_secret", user.get("clientSecret"));
        introspect(client, token).body("active", equalTo(true)).body("sub", equalTo(user.get("oid")));
        introspect(client, "garbage").body(equalTo("{\"active\":false}"));

        visitor.form(client)
                .formParam("token", token)
                .post("/kayttooikeus-service/oauth2/revoke")
                .then()
                .statusCode(200);

        introspect(client, token).body(equalTo("{\"active\":false}"));
        assertEquals(401, get(HAS_HETU, "Bearer " + token).status());
    }

    @Test
    void nobody_looks_into_a_token_without_the_secret() {
        visitor.form(Map.of("client_id", "yleistunniste", "client_secret", "wrong", "token", token()))
                .post("/kayttooikeus-service/oauth2/introspect")
                .then()
                .statusCode(401)
                .header("WWW-Authenticate", nullValue())
                .body(equalTo("{\"error\":\"invalid_client\"}"));
    }

    private ValidatableResponse introspect(Map<String, String> client, String token) {
        return visitor.form(client)
                .formParam("token", token)
                .post("/kayttooikeus-service/oauth2/introspect")
                .then()
                .statusCode(200);
    }
}
