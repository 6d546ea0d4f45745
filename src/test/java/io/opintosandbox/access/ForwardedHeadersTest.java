package io.opintosandbox.access;

import static io.opintosandbox.testing.TestSandbox.REGISTRY;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.nimbusds.jwt.SignedJWT;
import io.opintosandbox.http.RawHttp;
import io.opintosandbox.testing.TestSandbox;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.text.ParseException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Absolute addresses come from what the request says of its way here: auth.md 1. */
class ForwardedHeadersTest {
    @RegisterExtension
    static final TestSandbox sandbox = new TestSandbox();

    private static final String HAS_HETU = REGISTRY + "/henkilo/current/hasHetu";

    private static void assertBase(String base, RawHttp.Answer answer) {
        var service = URLEncoder.encode(base + REGISTRY + "/j_spring_cas_security_check", StandardCharsets.UTF_8);
        assertEquals(
                base + "/cas/login?service=" + service,
                answer.header("Location").orElseThrow());
    }

    @ParameterizedTest
    @ValueSource(strings = {"sandbox", "sandbox:8080", "127.0.0.1:1", "[::1]:8080", "opinto-sandbox.example"})
    void the_host_header_is_the_base(String host) {
        assertBase("http://" + host, RawHttp.get(sandbox.port(), HAS_HETU, "Host: " + host));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "https        | proxy.example       |      | https://proxy.example",
                "https        | proxy.example       | 443  | https://proxy.example",
                "https        | proxy.example       | 8443 | https://proxy.example:8443",
                "http         | proxy.example       | 80   | http://proxy.example",
                "https, http  | proxy.example, mid  |      | https://proxy.example",
                "https        | proxy.example:99    | 443  | https://proxy.example:99",
                "https        |                     |      | https://inner:8080",
                "javascript   | proxy.example       |      | http://proxy.example",
                "https        | evil/path?          |      | https://inner:8080",
                "https        | proxy.example       | x    | https://proxy.example"
            })
    void the_headers_of_a_proxy_go_before_it(String proto, String host, String port, String base) {
        var headers = new java.util.ArrayList<>(java.util.List.of("Host: inner:8080"));
        headers.add("X-Forwarded-Proto: " + proto);
        if (host != null) {
            headers.add("X-Forwarded-Host: " + host);
        }
        if (port != null) {
            headers.add("X-Forwarded-Port: " + port);
        }

        var answer = RawHttp.get(sandbox.port(), HAS_HETU, headers.toArray(String[]::new));

        assertBase(base, answer);
        assertEquals(
                base.startsWith("https"),
                answer.header("Set-Cookie").orElseThrow().endsWith("; Secure; HttpOnly; SameSite=Lax"));
    }

    @Test
    void the_issuer_is_the_address_that_the_token_was_asked_at_and_good_at_every_other() throws ParseException {
        var form = "grant_type=client_credentials&client_id=yleistunniste&client_secret="
                + URLEncoder.encode(sandbox.user("yleistunniste").get("clientSecret"), StandardCharsets.UTF_8);
        var answer = RawHttp.exchange(
                sandbox.port(),
                "POST",
                "/kayttooikeus-service/oauth2/token",
                form,
                "Host: sandbox:8080",
                "X-Forwarded-Proto: https",
                "Content-Type: application/x-www-form-urlencoded");

        var token = answer.body().split("\"", -1)[3];

        assertEquals(
                "https://sandbox:8080/kayttooikeus-service",
                SignedJWT.parse(token).getJWTClaimsSet().getIssuer());
        assertEquals(
                200,
                RawHttp.get(sandbox.port(), HAS_HETU, "Authorization: Bearer " + token)
                        .status());
    }

    @Test
    void the_ticket_s_address_follows_them_and_so_do_the_services_that_cas_allows() {
        var form = "username=yleistunniste&password="
                + URLEncoder.encode(sandbox.user("yleistunniste").get("password"), StandardCharsets.UTF_8);
        var type = "Content-Type: application/x-www-form-urlencoded";
        var granted = RawHttp.exchange(sandbox.port(), "POST", "/cas/v1/tickets", form, "Host: sandbox:8080", type);

        var location = granted.header("Location").orElseThrow();
        assertTrue(location.startsWith("http://sandbox:8080/cas/v1/tickets/TGT-"), location);
        var path = location.substring("http://sandbox:8080".length());
        var service = "service=http://sandbox/oppijanumerorekisteri-service/j_spring_cas_security_check";
        assertEquals(
                200,
                RawHttp.exchange(sandbox.port(), "POST", path, service, "Host: sandbox:8080", type)
                        .status());
        assertEquals(
                500,
                RawHttp.exchange(sandbox.port(), "POST", path, service, type).status());
    }
}
