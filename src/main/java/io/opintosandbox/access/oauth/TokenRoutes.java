package io.opintosandbox.access.oauth;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.opintosandbox.access.BaseUrl;
import io.opintosandbox.access.Form;
import io.opintosandbox.access.Logins;
import io.opintosandbox.access.Logins.Login;
import io.opintosandbox.access.Reasons;
import io.opintosandbox.json.Json;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** OAuth2 of kayttooikeus-service: tokens, keys and metadata. Contract: auth.md 7. */
public final class TokenRoutes {
    /** Base path of the service, and of the issuer in its tokens. */
    public static final String PATH = "/kayttooikeus-service";

    private static final String INVALID_GRANT_TYPE =
            "{\"error_description\":\"OAuth 2.0 Parameter: grant_type\",\"error\":\"%s\","
                    + "\"error_uri\":\"https://datatracker.ietf.org/doc/html/rfc6749#section-5.2\"}";

    private final Logins logins;
    private final AccessTokens tokens;
    private final BaseUrl baseUrl;

    public TokenRoutes(Logins logins, AccessTokens tokens, BaseUrl baseUrl) {
        this.logins = logins;
        this.tokens = tokens;
        this.baseUrl = baseUrl;
    }

    public void addTo(RoutesConfig routes) {
        routes.post(PATH + "/oauth2/token", this::token);
        routes.post(PATH + "/oauth2/introspect", this::introspect);
        routes.post(PATH + "/oauth2/revoke", this::revoke);
        routes.get(PATH + "/oauth2/jwks", this::keys);
        routes.get(PATH + "/.well-known/oauth-authorization-server", this::metadata);
    }

    /** In the published order: the client first, then the grant type, then the scope. */
    private void token(Context ctx) {
        var form = Form.of(ctx);
        var login = authenticated(ctx, form);
        if (login.isEmpty()) {
            return;
        }
        var grantTypes = form.all("grant_type");
        if (grantTypes.size() != 1 || grantTypes.get(0).isEmpty()) {
            answer(ctx, 400, INVALID_GRANT_TYPE.formatted("invalid_request"));
            return;
        }
        switch (grantTypes.get(0)) {
            case "client_credentials" -> issue(ctx, login.get(), form.value("scope"));
            case "authorization_code", "refresh_token" -> answer(ctx, 400, "{\"error\":\"invalid_grant\"}");
            default -> answer(ctx, 400, INVALID_GRANT_TYPE.formatted("unsupported_grant_type"));
        }
    }

    private void issue(Context ctx, Login login, Optional<String> scope) {
        if (scope.filter(name -> !name.equals("oauth2")).isPresent()) {
            answer(ctx, 400, "{\"error\":\"invalid_scope\"}");
            return;
        }
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("access_token", tokens.issue(login, baseUrl.of(ctx) + PATH, scope.isPresent()));
        scope.ifPresent(name -> body.put("scope", name));
        body.put("token_type", "Bearer");
        body.put("expires_in", AccessTokens.LIFE - 1);
        answer(ctx, 200, Json.write(body));
    }

    /** The client by id and secret in the form; the only way that the published service takes. */
    private Optional<Login> authenticated(Context ctx, Form form) {
        var id = form.value("client_id");
        var known = id.flatMap(name -> logins.find(name, ctx));
        var authorization = ctx.header("Authorization");
        if (authorization != null && authorization.regionMatches(true, 0, "Basic ", 0, 6)) {
            Reasons.of(ctx).add("HTTP Basic is not taken; send client_id and client_secret in the form");
            return refused(ctx, 401, "{\"error\":\"invalid_client\"}");
        }
        var secret = form.value("client_secret");
        if (form.all("client_id").size() > 1 || form.all("client_secret").size() > 1) {
            return refused(ctx, 400, "{\"error\":\"invalid_request\"}");
        }
        if (id.isEmpty() || secret.isEmpty()) {
            Reasons.of(ctx).add("client_id or client_secret is missing in the form body");
            securityHeaders(ctx);
            ctx.status(401);
            return Optional.empty();
        }
        var login = known.filter(found -> found.hasSecret(id.get(), secret.get()));
        if (login.isPresent()) {
            return login;
        }
        Reasons.of(ctx).add("no client has this id and secret; are + % = # in the secret form-encoded?");
        return refused(ctx, 401, "{\"error\":\"invalid_client\"}");
    }

    private static Optional<Login> refused(Context ctx, int status, String body) {
        answer(ctx, status, body);
        return Optional.empty();
    }

    private void introspect(Context ctx) {
        var form = Form.of(ctx);
        if (authenticated(ctx, form).isEmpty()) {
            return;
        }
        Map<String, Object> body = new LinkedHashMap<>();
        if (tokens.check(form.value("token").orElse("")) instanceof AccessTokens.Verdict.Good good) {
            body.put("active", true);
            body.put("sub", good.oid());
            body.put("aud", List.of(good.username()));
            body.put("jti", good.id());
            body.put("token_type", "Bearer");
            body.put("client_id", good.username());
        } else {
            body.put("active", false);
        }
        answer(ctx, 200, Json.write(body));
    }

    private void revoke(Context ctx) {
        var form = Form.of(ctx);
        if (authenticated(ctx, form).isEmpty()) {
            return;
        }
        if (tokens.check(form.value("token").orElse("")) instanceof AccessTokens.Verdict.Good good) {
            tokens.expire(good);
        }
        securityHeaders(ctx);
        ctx.status(200);
    }

    private void keys(Context ctx) {
        var key = tokens.publicKey();
        Map<String, Object> jwk = new LinkedHashMap<>();
        jwk.put("kty", "RSA");
        jwk.put("e", key.getPublicExponent().toString());
        jwk.put("kid", key.getKeyID());
        jwk.put("n", key.getModulus().toString());
        ctx.contentType("application/json").result(Json.write(Map.of("keys", List.of(jwk))));
    }

    private void metadata(Context ctx) {
        var issuer = baseUrl.of(ctx) + PATH;
        // More than works, as in the published service; only client_secret_post does.
        var methods = List.of("client_secret_basic", "client_secret_post", "client_secret_jwt", "private_key_jwt");
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("issuer", issuer);
        body.put("authorization_endpoint", issuer + "/oauth2/authorize");
        body.put("token_endpoint", issuer + "/oauth2/token");
        body.put("token_endpoint_auth_methods_supported", methods);
        body.put("jwks_uri", issuer + "/oauth2/jwks");
        body.put("response_types_supported", List.of("code"));
        body.put("grant_types_supported", List.of("authorization_code", "client_credentials", "refresh_token"));
        body.put("revocation_endpoint", issuer + "/oauth2/revoke");
        body.put("revocation_endpoint_auth_methods_supported", methods);
        body.put("introspection_endpoint", issuer + "/oauth2/introspect");
        body.put("introspection_endpoint_auth_methods_supported", methods);
        body.put("code_challenge_methods_supported", List.of("S256"));
        ctx.contentType("application/json").result(Json.write(body));
    }

    private static void answer(Context ctx, int status, String json) {
        securityHeaders(ctx);
        ctx.status(status).contentType("application/json;charset=UTF-8").result(json);
    }

    private static void securityHeaders(Context ctx) {
        ctx.header("Cache-Control", "no-cache, no-store, max-age=0, must-revalidate")
                .header("Pragma", "no-cache")
                .header("Expires", "0")
                .header("X-Content-Type-Options", "nosniff")
                .header("X-Frame-Options", "DENY")
                .header("X-XSS-Protection", "0");
    }
}
