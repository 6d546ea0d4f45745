package io.opintosandbox.access.oauth;

import com.nimbusds.jose.jwk.RSAKey;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.ParseException;

/**
 * The key pair that signs tokens: fixed, public, and for tests only, so that tokens stay good over a
 * restart and no start spends half a second on making one.
 */
final class SigningKey {

    private SigningKey() {}

    static RSAKey load() {
        try (var in = SigningKey.class.getResourceAsStream("test-signing-key.jwk.json")) {
            return RSAKey.parse(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (ParseException e) {
            throw new IllegalStateException("the signing key of the resources is no JWK", e);
        }
    }
}
