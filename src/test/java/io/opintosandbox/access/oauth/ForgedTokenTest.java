package io.opintosandbox.access.oauth;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.emptyString;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import io.opintosandbox.testing.TestSandbox;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Tokens that we have not signed as they stand: auth.md 6. */
class ForgedTokenTest {
    @RegisterExtension
    static final TestSandbox sandbox = new TestSandbox();

    private static void assertRefused(String reason, String token) {
        sandbox.anonymous()
                .header("Authorization", "Bearer " + token)
                .get(TestSandbox.REGISTRY + "/henkilo/current/hasHetu")
                .then()
                .statusCode(401)
                .header(
                        "WWW-Authenticate",
                        containsString("error_description=\"An error occurred while attempting to decode the Jwt: "
                                + reason + "\""))
                .body(emptyString());
    }

    private static JWTClaimsSet claims() {
        return new JWTClaimsSet.Builder()
                .subject("1.2.246.562.98.90000000019")
                .audience("yleistunniste")
                .issuer(sandbox.baseUrl() + "/kayttooikeus-service")
                .expirationTime(Date.from(Instant.parse("2999-01-01T00:00:00Z")))
                .claim("roles", Map.of(TestSandbox.A, List.of(TestSandbox.YLEISTUNNISTE_LUONTI)))
                .build();
    }

    private static String signed(JWSAlgorithm algorithm, JWSSigner signer) throws JOSEException {
        var jwt = new SignedJWT(new JWSHeader(algorithm), claims());
        jwt.sign(signer);
        return jwt.serialize();
    }

    private static String base64(String text) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void a_touched_token_is_refused() {
        var parts = sandbox.token("yleistunniste", sandbox.user("yleistunniste").get("clientSecret"))
                .split("\\.", -1);
        var payload = new String(Base64.getUrlDecoder().decode(parts[1]), StandardCharsets.UTF_8);
        var more = payload.replace("YLEISTUNNISTE_LUONTI", "REKISTERINPITAJA");
        assertNotEquals(payload, more);

        assertRefused("Signed JWT rejected: Invalid signature", parts[0] + "." + base64(more) + "." + parts[2]);
    }

    @Test
    void a_token_signed_by_another_key_is_refused() throws JOSEException {
        var stranger = new RSAKeyGenerator(2048).generate();

        assertRefused("Signed JWT rejected: Invalid signature", signed(JWSAlgorithm.RS256, new RSASSASigner(stranger)));
    }

    @Test
    void a_token_without_a_signature_is_refused() {
        assertRefused("Unsupported algorithm of none", new PlainJWT(claims()).serialize());
    }

    @Test
    void a_token_signed_with_the_public_key_as_a_password_is_refused() throws JOSEException {
        var publicKey = sandbox.anonymous()
                .get("/kayttooikeus-service/oauth2/jwks")
                .jsonPath()
                .getString("keys[0].n");

        assertRefused(
                "Signed JWT rejected: Another algorithm expected, or no matching key(s) found",
                signed(JWSAlgorithm.HS256, new MACSigner(publicKey.getBytes(StandardCharsets.UTF_8))));
    }

    @ParameterizedTest
    @ValueSource(strings = {"[]", "null", "{\"exp\":\"x\"}", "{\"aud\":5}", "{}"})
    void odd_claims_break_nothing(String payload) {
        assertRefused(
                "Signed JWT rejected: Invalid signature",
                base64("{\"alg\":\"RS256\"}") + "." + base64(payload) + ".AAAA");
    }
}
