package io.opintosandbox.access;

import static io.opintosandbox.testing.TestSandbox.REGISTRY;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.nimbusds.jwt.SignedJWT;
import io.opintosandbox.config.Setting;
import io.opintosandbox.config.Settings;
import io.opintosandbox.testing.TestSandbox;
import io.restassured.specification.RequestSpecification;
import java.text.ParseException;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A configured public URL stands in every absolute address and is the only issuer: auth.md 1 and 6. */
class PublicUrlTest {
    private static final String PUBLIC = "https://opinto.example:8443";

    @RegisterExtension
    static final TestSandbox sandbox = new TestSandbox(Settings.defaults().with(Setting.PUBLIC_URL, PUBLIC + "/"));

    @RegisterExtension
    static final TestSandbox other = new TestSandbox();

    /** The server listens where it listens; only what it says of itself changes. */
    private static RequestSpecification local() {
        return sandbox.anonymous().baseUri("http://localhost:" + sandbox.port());
    }

    private static String token() {
        var user = local().get("/sandbox/service-users").jsonPath();
        return local().urlEncodingEnabled(true)
                .formParams(Map.of(
                        "grant_type", "client_credentials",
                        "client_id", "yleistunniste",
                        "client_secret", user.getString("find { it.username == 'yleistunniste' }.clientSecret")))
                .post("/kayttooikeus-service/oauth2/token")
                .path("access_token");
    }

    private static RequestSpecification bearer(String token) {
        return local().header("Authorization", "Bearer " + token);
    }

    @Test
    void it_is_the_base_of_the_redirect_to_the_login_page_and_of_the_metadata() {
        local().get(REGISTRY + "/henkilo/current/hasHetu")
                .then()
                .statusCode(302)
                .header(
                        "Location",
                        equalTo(PUBLIC + "/cas/login?service=https%3A%2F%2Fopinto.example%3A8443"
                                + "%2Foppijanumerorekisteri-service%2Fj_spring_cas_security_check"));
        local().get("/kayttooikeus-service/.well-known/oauth-authorization-server")
                .then()
                .body("issuer", equalTo(PUBLIC + "/kayttooikeus-service"));
    }

    @Test
    void it_is_the_issuer_whatever_the_request_says() throws ParseException {
        assertEquals(
                PUBLIC + "/kayttooikeus-service",
                SignedJWT.parse(token()).getJWTClaimsSet().getIssuer());
        bearer(token()).get(REGISTRY + "/henkilo/current/hasHetu").then().statusCode(200);
    }

    @Test
    void a_token_of_another_issuer_is_refused() {
        var foreign = other.token("yleistunniste", other.user("yleistunniste").get("clientSecret"));

        bearer(foreign)
                .get(REGISTRY + "/henkilo/current/hasHetu")
                .then()
                .statusCode(401)
                .header(
                        "WWW-Authenticate",
                        containsString(
                                "An error occurred while attempting to decode the Jwt: The iss claim is not valid"))
                .header(
                        "WWW-Authenticate",
                        containsString("resource_metadata=\"" + PUBLIC + REGISTRY
                                + "/.well-known/oauth-protected-resource\""));
    }

    @Test
    void cas_takes_services_on_it_and_on_localhost() {
        var password = local().get("/sandbox/service-users")
                .jsonPath()
                .getString("find { it.username == 'yleistunniste' }.password");
        var location = local().urlEncodingEnabled(true)
                .formParams(Map.of("username", "yleistunniste", "password", password))
                .post("/cas/v1/tickets")
                .then()
                .statusCode(201)
                .header("Location", startsWith(PUBLIC + "/cas/v1/tickets/TGT-"))
                .extract()
                .header("Location");
        for (var base : new String[] {PUBLIC, "https://opinto.example", "http://localhost:1"}) {
            var ticket = local().urlEncodingEnabled(true)
                    .formParam("service", base + REGISTRY + "/j_spring_cas_security_check")
                    .post(location.substring(PUBLIC.length()))
                    .then()
                    .statusCode(200)
                    .extract()
                    .asString();
            local().get(REGISTRY + "/j_spring_cas_security_check?ticket=" + ticket)
                    .then()
                    .statusCode(302)
                    .header("Location", equalTo(PUBLIC + REGISTRY + "/"));
        }
    }
}
