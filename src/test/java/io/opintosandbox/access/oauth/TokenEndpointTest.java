package io.opintosandbox.access.oauth;

import static io.opintosandbox.testing.TestSandbox.A;
import static io.opintosandbox.testing.TestSandbox.B;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.matchesPattern;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import com.nimbusds.jwt.SignedJWT;
import io.opintosandbox.access.Visitor;
import io.opintosandbox.http.RawHttp;
import io.opintosandbox.json.Json;
import io.opintosandbox.testing.TestSandbox;
import io.restassured.response.Response;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.text.ParseException;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The token endpoint, letter by letter: auth.md 7.1 and 7.2. */
class TokenEndpointTest {
    @RegisterExtension
    static final TestSandbox sandbox = new TestSandbox();

    private static final String PATH = "/kayttooikeus-service/oauth2/token";
    private static final String GRANT = "grant_type=client_credentials";
    private static final String FORM = "Content-Type: application/x-www-form-urlencoded";
    private static final String JWT = "[\\w-]+\\.[\\w-]+\\.[\\w-]+";

    private final Visitor visitor = new Visitor(sandbox);

    @AfterEach
    void the_clock_runs() {
        sandbox.control().body("{\"mode\":\"running\"}").put("/clock");
    }

    private static String secret() {
        return encoded(sandbox.user("yleistunniste").get("clientSecret"));
    }

    private static String client() {
        return "client_id=yleistunniste&client_secret=" + secret();
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static RawHttp.Answer post(String body, String... headers) {
        return RawHttp.exchange(sandbox.port(), "POST", PATH, body, headers);
    }

    @Test
    void a_token_comes_with_exactly_these_headers_and_fields() {
        var answer = post(client() + "&" + GRANT, FORM);

        assertEquals("HTTP/1.1 200 ", answer.statusLine());
        var expected = Map.of(
                "Content-Type", "application/json;charset=UTF-8",
                "Cache-Control", "no-cache, no-store, max-age=0, must-revalidate",
                "Pragma", "no-cache",
                "Expires", "0",
                "X-Content-Type-Options", "nosniff",
                "X-Frame-Options", "DENY",
                "X-XSS-Protection", "0");
        expected.forEach((name, value) -> assertEquals(List.of(value), answer.headers(name), name));
        assertEquals(
                List.of(
                        "cache-control",
                        "content-length",
                        "content-type",
                        "expires",
                        "pragma",
                        "sandbox",
                        "x-content-type-options",
                        "x-frame-options",
                        "x-xss-protection"),
                answer.headerNames());
        assertEquals(
                "{\"access_token\":\"JWT\",\"token_type\":\"Bearer\",\"expires_in\":299}",
                answer.body().replaceFirst(JWT, "JWT"));
    }

    @Test
    void a_scope_is_told_and_stands_in_the_token() throws ParseException {
        var body = post(client() + "&" + GRANT + "&scope=oauth2", FORM).body();

        assertEquals(
                "{\"access_token\":\"JWT\",\"scope\":\"oauth2\",\"token_type\":\"Bearer\",\"expires_in\":299}",
                body.replaceFirst(JWT, "JWT"));
        var claims = SignedJWT.parse(body.split("\"", -1)[3]).getJWTClaimsSet();
        assertEquals(List.of("oauth2"), claims.getClaim("scope"));
    }

    /** C stands for a good client, S for its secret, G for the grant type. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "client_id=yleistunniste&client_secret=wrong&G | 401 | {\"error\":\"invalid_client\"}",
                "client_id=nobody&client_secret=x&G            | 401 | {\"error\":\"invalid_client\"}",
                "client_id=YLEISTUNNISTE&client_secret=S&G     | 401 | {\"error\":\"invalid_client\"}",
                "client_id=yleistunniste&client_secret=wrong   | 401 | {\"error\":\"invalid_client\"}",
                "client_id=yleistunniste&G                     | 401 | ''",
                "client_secret=x&G                             | 401 | ''",
                "client_id=&client_secret=x&G                  | 401 | ''",
                "client_id=yleistunniste&client_secret=&G      | 401 | ''",
                "G                                             | 401 | ''",
                "C&C&G                                         | 400 | {\"error\":\"invalid_request\"}",
                "C&G&scope=openid                              | 400 | {\"error\":\"invalid_scope\"}",
                "C&G&scope=oauth2%20openid                     | 400 | {\"error\":\"invalid_scope\"}",
                "C                                             | 400 | invalid_request",
                "C&grant_type=                                 | 400 | invalid_request",
                "C&G&G                                         | 400 | invalid_request",
                "C&grant_type=password                         | 400 | unsupported_grant_type",
                "C&grant_type=authorization_code               | 400 | {\"error\":\"invalid_grant\"}",
                "C&grant_type=refresh_token                    | 400 | {\"error\":\"invalid_grant\"}"
            })
    void every_refusal_has_its_own_words(String form, int status, String expected) {
        var body = form.replaceAll("\\bG\\b", GRANT)
                .replaceAll("\\bC\\b", client())
                .replaceAll("=S\\b", "=" + secret());

        var answer = post(body, FORM);

        assertEquals(status, answer.status());
        assertEquals(
                expected.isEmpty() || expected.startsWith("{")
                        ? expected
                        : "{\"error_description\":\"OAuth 2.0 Parameter: grant_type\",\"error\":\"" + expected
                                + "\",\"error_uri\":\"https://datatracker.ietf.org/doc/html/rfc6749#section-5.2\"}",
                answer.body());
        assertEquals(List.of(), answer.headers("WWW-Authenticate"));
        assertEquals(
                expected.isEmpty() ? List.of() : List.of("application/json;charset=UTF-8"),
                answer.headers("Content-Type"));
    }

    @Test
    void basic_authentication_is_refused_even_with_the_right_secret() {
        var basic = Base64.getEncoder()
                .encodeToString(
                        ("yleistunniste:" + sandbox.user("yleistunniste").get("clientSecret"))
                                .getBytes(StandardCharsets.UTF_8));

        var answer = post(GRANT, FORM, "Authorization: Basic " + basic);

        assertEquals(401, answer.status());
        assertEquals("{\"error\":\"invalid_client\"}", answer.body());
        assertFalse(answer.header("WWW-Authenticate").isPresent());
    }

    @Test
    void json_and_query_parameters_do_not_count() {
        var json = post(
                Json.write(Map.of(
                        "grant_type", "client_credentials",
                        "client_id", "yleistunniste",
                        "client_secret", sandbox.user("yleistunniste").get("clientSecret"))),
                "Content-Type: application/json");
        var query = RawHttp.exchange(sandbox.port(), "POST", PATH + "?" + client() + "&" + GRANT, "", FORM);

        assertEquals("401 ", json.status() + " " + json.body());
        assertEquals("401 ", query.status() + " " + query.body());
    }

    @Test
    void a_get_is_404_with_a_time_in_words() {
        sandbox.anonymous()
                .get(PATH)
                .then()
                .statusCode(404)
                .body("timestamp", matchesPattern("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d.*"))
                .body("status", equalTo(404))
                .body("error", equalTo("Not Found"))
                .body("path", equalTo(PATH));
    }

    @ParameterizedTest
    @ValueSource(strings = {"#%+?&=", "%41", "a+b c", "100%", "åäö €😀", "=&=", "\"\\'"})
    void a_secret_may_hold_any_character_when_it_is_encoded(String secret) {
        put("merkkeja", secret);

        token("merkkeja", encoded(secret)).then().statusCode(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"a+b", "%41", "100%", "50%off", "a%zz+b"})
    void a_secret_that_is_not_encoded_is_another_one(String secret) {
        put("koodaamaton", secret);

        token("koodaamaton", secret).then().statusCode(401).body(equalTo("{\"error\":\"invalid_client\"}"));
    }

    @Test
    void a_new_secret_ends_the_old_one_at_once_but_no_token() {
        put("vaihtuva", "vanha");
        var token = token("vaihtuva", "vanha").then().statusCode(200).extract().<String>path("access_token");

        put("vaihtuva", "uusi");

        token("vaihtuva", "vanha").then().statusCode(401);
        token("vaihtuva", "uusi").then().statusCode(200);
        visitor.registry()
                .header("Authorization", "Bearer " + token)
                .get("/henkilo/current/hasHetu")
                .then()
                .statusCode(200);
    }

    @Test
    void the_token_names_the_person_the_client_and_the_rights() throws ParseException {
        var roles = Map.of(A, List.of("OPPIJANUMEROREKISTERI_READ"), B, List.of("KOSKI_X", "A_B"));
        sandbox.userWith("Kaikki", roles);
        visitor.clockAt("2026-03-01T08:00:00.999Z");

        var jwt = SignedJWT.parse(sandbox.token("Kaikki", "salasana"));

        var header = jwt.getHeader().toJSONObject();
        assertEquals(List.of("alg", "kid"), header.keySet().stream().sorted().toList());
        assertEquals("RS256", header.get("alg"));
        var claims = jwt.getPayload().toJSONObject();
        assertEquals(
                List.of("aud", "exp", "iat", "iss", "jti", "nbf", "roles", "sub"),
                claims.keySet().stream().sorted().toList());
        assertEquals(sandbox.user("Kaikki").get("oid"), claims.get("sub"));
        assertEquals("Kaikki", claims.get("aud"));
        assertEquals(sandbox.baseUrl() + "/kayttooikeus-service", claims.get("iss"));
        assertEquals(1772352000L, claims.get("iat"));
        assertEquals(1772352000L, claims.get("nbf"));
        assertEquals(1772352300L, claims.get("exp"));
        assertEquals(roles, claims.get("roles"));
    }

    @Test
    void a_user_without_rights_gets_a_token_with_empty_roles() throws ParseException {
        sandbox.userWith("tyhja", Map.of());

        var claims = SignedJWT.parse(sandbox.token("tyhja", "salasana")).getJWTClaimsSet();

        assertEquals(Map.of(), claims.getClaim("roles"));
    }

    private static void put(String name, String secret) {
        sandbox.control()
                .body(Json.write(Map.of("password", "salasana", "clientSecret", secret)))
                .put("/service-users/" + name);
    }

    private static Response token(String name, String secret) {
        return sandbox.anonymous()
                .contentType("application/x-www-form-urlencoded")
                .body(GRANT + "&client_id=" + name + "&client_secret=" + secret)
                .post(PATH);
    }
}
