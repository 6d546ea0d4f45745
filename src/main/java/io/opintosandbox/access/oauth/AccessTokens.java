package io.opintosandbox.access.oauth;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.util.Base64URL;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.JWTParser;
import com.nimbusds.jwt.SignedJWT;
import io.opintosandbox.access.Logins;
import io.opintosandbox.access.Logins.Login;
import io.opintosandbox.access.Remembered;
import io.opintosandbox.access.Whose;
import io.opintosandbox.world.World;
import java.lang.ref.WeakReference;
import java.text.ParseException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Issues and checks access tokens. A token stays good over a restart, because the key is always the same;
 * a reset of its world ends it. Contract: auth.md 6 and 7.2.
 */
public final class AccessTokens {
    /** How long a token lives, in seconds; the answer counts the second that has begun. */
    static final long LIFE = 300;

    private static final Duration TOLERANCE = Duration.ofSeconds(60);
    private static final int REMEMBERED = 20_000;

    private final RSAKey key = SigningKey.load();
    private final Logins logins;
    private final Optional<String> onlyIssuer;
    private final Map<String, Checked> checked = Remembered.byAge(REMEMBERED);
    private final Map<String, WeakReference<World>> issued = Remembered.byAge(REMEMBERED);
    private final Map<String, Instant> ended = Remembered.byAge(REMEMBERED);

    /** @param publicUrl when configured, the only base that a token's issuer may have */
    public AccessTokens(Logins logins, Optional<String> publicUrl) {
        this.logins = logins;
        this.onlyIssuer = publicUrl.map(url -> url + TokenRoutes.PATH);
    }

    /**
     * A token whose signature has been found good. The signature names the token: ids begin anew with a reset,
     * and a token from before it must not live on under the name of one from after it.
     */
    private record Checked(JWTClaimsSet claims, String signature) {}

    /** What a token turned out to be. */
    public sealed interface Verdict {
        /** Good: who calls, with which rights. */
        record Good(
                World world, String username, String oid, Map<String, List<String>> roles, String id, String signature)
                implements Verdict {}

        /**
         * No good, and the words that tell the client why.
         *
         * @param whose it was if we signed it, else null
         */
        record Bad(String description, Whose whose) implements Verdict {}
    }

    RSAKey publicKey() {
        return key.toPublicJWK();
    }

    /** Issues a token for the base URL that the client asked at. */
    String issue(Login login, String issuer, boolean withScope) {
        var world = login.world();
        var now = world.clock().now();
        var id = world.ids().uuid("token").toString();
        var claims = new JWTClaimsSet.Builder()
                .subject(login.user().oid())
                .audience(login.user().username())
                .notBeforeTime(Date.from(now))
                .claim("roles", login.user().roles())
                .issuer(issuer)
                .expirationTime(Date.from(now.plusSeconds(LIFE)))
                .issueTime(Date.from(now))
                .jwtID(id);
        if (withScope) {
            claims.claim("scope", List.of("oauth2"));
        }
        var token = signed(claims.build());
        var name = token.getSignature().toString();
        remember(issued, name, new WeakReference<>(world));
        synchronized (ended) {
            ended.remove(name);
        }
        return token.serialize();
    }

    /** Checks a token as the registry does. */
    public Verdict check(String token) {
        Checked found;
        try {
            found = signatureChecked(token);
        } catch (ParseException e) {
            return undecodable("Malformed token");
        } catch (UnsupportedAlgorithm e) {
            return undecodable(e.getMessage());
        } catch (JOSEException e) {
            return undecodable("Signed JWT rejected: Invalid signature");
        }
        var claims = found.claims();
        var username =
                claims.getAudience().isEmpty() ? "" : claims.getAudience().get(0);
        // The world that it was issued in, whoever has the name by now; after a restart only the name is left to tell.
        var world = issuedIn(found).orElseGet(() -> logins.worldOf(username));
        var whose = Whose.of(world, username);
        var now = world.clock().now();
        var expires = expiry(found, now);
        if (expires == null || now.isAfter(expires.plus(TOLERANCE))) {
            return undecodable("Jwt expired at " + expires, whose);
        }
        if (claims.getNotBeforeTime() != null
                && now.plus(TOLERANCE).isBefore(claims.getNotBeforeTime().toInstant())) {
            return undecodable("Jwt used before " + claims.getNotBeforeTime().toInstant(), whose);
        }
        if (!isOurs(claims.getIssuer())) {
            return undecodable("The iss claim is not valid", whose);
        }
        return new Verdict.Good(
                world, username, claims.getSubject(), roles(claims), claims.getJWTID(), found.signature());
    }

    /** From now on the token counts as expired. */
    public void expire(Verdict.Good token) {
        remember(ended, token.signature(), longAgo(token.world().clock().now()));
    }

    /** Why a token of two words, say, is refused before anybody looks into it. */
    public static Verdict.Bad malformedHeader() {
        return new Verdict.Bad("Bearer token is malformed", null);
    }

    /** The world that a token was issued in, if that is remembered and still there. */
    private Optional<World> issuedIn(Checked token) {
        synchronized (issued) {
            return Optional.ofNullable(issued.get(token.signature()))
                    .map(WeakReference::get)
                    .filter(world -> !world.gone());
        }
    }

    private Instant expiry(Checked token, Instant now) {
        synchronized (ended) {
            var end = ended.get(token.signature());
            if (end != null) {
                // The clock may have been moved back since; that revives nothing.
                return end.isBefore(longAgo(now)) ? end : longAgo(now);
            }
        }
        synchronized (issued) {
            var of = issued.get(token.signature());
            if (of != null && isGone(of.get())) {
                // A reset ends what was issued before it.
                return longAgo(now);
            }
        }
        var expires = token.claims().getExpirationTime();
        return expires == null ? null : expires.toInstant();
    }

    private static boolean isGone(World world) {
        return world == null || world.gone();
    }

    /** Before what the tolerance forgives. */
    private static Instant longAgo(Instant now) {
        return now.minus(TOLERANCE).minusSeconds(1).truncatedTo(ChronoUnit.SECONDS);
    }

    private boolean isOurs(String issuer) {
        if (issuer == null) {
            return false;
        }
        return onlyIssuer.map(issuer::equals).orElseGet(() -> issuer.endsWith(TokenRoutes.PATH));
    }

    private Checked signatureChecked(String token) throws ParseException, JOSEException, UnsupportedAlgorithm {
        synchronized (checked) {
            var known = checked.get(token);
            if (known != null) {
                return known;
            }
        }
        if (!(JWTParser.parse(token) instanceof SignedJWT jwt)) {
            throw new UnsupportedAlgorithm("Unsupported algorithm of none");
        }
        if (!JWSAlgorithm.RS256.equals(jwt.getHeader().getAlgorithm())) {
            throw new UnsupportedAlgorithm(
                    "Signed JWT rejected: Another algorithm expected, or no matching key(s) found");
        }
        if (!jwt.verify(new RSASSAVerifier(key))) {
            throw new JOSEException("invalid signature");
        }
        var result = new Checked(
                jwt.getJWTClaimsSet(),
                Base64URL.encode(jwt.getSignature().decode()).toString());
        remember(checked, token, result);
        return result;
    }

    private SignedJWT signed(JWTClaimsSet claims) {
        try {
            var jwt = new SignedJWT(
                    new JWSHeader.Builder(JWSAlgorithm.RS256)
                            .keyID(key.getKeyID())
                            .build(),
                    claims);
            jwt.sign(new RSASSASigner(key));
            return jwt;
        } catch (JOSEException e) {
            throw new IllegalStateException("the signing key of the resources signs RS256", e);
        }
    }

    private static Map<String, List<String>> roles(JWTClaimsSet claims) {
        Map<String, List<String>> roles = new LinkedHashMap<>();
        if (claims.getClaim("roles") instanceof Map<?, ?> byOrganisation) {
            byOrganisation.forEach((organisation, rights) -> {
                if (rights instanceof List<?> list) {
                    roles.put(
                            String.valueOf(organisation),
                            list.stream().map(String::valueOf).toList());
                }
            });
        }
        return roles;
    }

    private static Verdict.Bad undecodable(String reason) {
        return undecodable(reason, null);
    }

    private static Verdict.Bad undecodable(String reason, Whose whose) {
        return new Verdict.Bad("An error occurred while attempting to decode the Jwt: " + reason, whose);
    }

    private static <T> void remember(Map<String, T> map, String key, T value) {
        synchronized (map) {
            map.put(key, value);
        }
    }

    private static final class UnsupportedAlgorithm extends Exception {
        private static final long serialVersionUID = 1L;

        UnsupportedAlgorithm(String message) {
            super(message);
        }
    }
}
