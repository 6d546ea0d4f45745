package io.opintosandbox.access.oauth;

import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jwt.SignedJWT;
import io.opintosandbox.testing.TestSandbox;
import java.text.ParseException;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Keys and metadata of the token service: auth.md 7.3. */
class MetadataTest {
    @RegisterExtension
    static final TestSandbox sandbox = new TestSandbox();

    private static final String BASE = "/kayttooikeus-service";

    @Test
    void the_published_key_verifies_the_tokens() throws ParseException, JOSEException {
        var answer = sandbox.anonymous().get(BASE + "/oauth2/jwks");
        var token = sandbox.token("yleistunniste", sandbox.user("yleistunniste").get("clientSecret"));

        assertEquals(
                Set.of("kty", "e", "kid", "n"),
                answer.jsonPath().getMap("keys[0]").keySet());
        assertEquals("AQAB", answer.path("keys[0].e"));
        var jwt = SignedJWT.parse(token);
        var key = JWKSet.parse(answer.asString()).getKeyByKeyId(jwt.getHeader().getKeyID());
        assertTrue(jwt.verify(new RSASSAVerifier(key.toRSAKey())));
    }

    @Test
    void the_metadata_leads_to_everything_else() {
        var issuer = sandbox.baseUrl() + BASE;
        sandbox.anonymous()
                .get(BASE + "/.well-known/oauth-authorization-server")
                .then()
                .statusCode(200)
                .body("issuer", equalTo(issuer))
                .body("authorization_endpoint", equalTo(issuer + "/oauth2/authorize"))
                .body("token_endpoint", equalTo(issuer + "/oauth2/token"))
                .body("token_endpoint_auth_methods_supported", hasItems("client_secret_basic", "client_secret_post"))
                .body("jwks_uri", equalTo(issuer + "/oauth2/jwks"))
                .body("response_types_supported", hasItem("code"))
                .body("grant_types_supported", hasItem("client_credentials"))
                .body("revocation_endpoint", equalTo(issuer + "/oauth2/revoke"))
                .body("introspection_endpoint", equalTo(issuer + "/oauth2/introspect"))
                .body("code_challenge_methods_supported", hasItem("S256"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/.well-known/openid-configuration", "/.well-known/jwks.json"})
    void the_paths_of_openid_connect_are_404(String path) {
        sandbox.anonymous().get(BASE + path).then().statusCode(404);
    }
}
