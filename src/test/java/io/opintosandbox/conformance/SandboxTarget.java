package io.opintosandbox.conformance;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.opintosandbox.json.Json;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;

/** A sandbox, prepared and steered through its own API. */
final class SandboxTarget implements Target, Target.Control {
    /** What the names of the users begin with, before the alias. */
    static final String PREFIX = "conformance-";

    private final Http http;
    private final Logins logins;
    private int burnt;

    SandboxTarget(String base) {
        this.http = new Http(base);
        this.logins = new Logins(http);
        User.ALL.forEach(user -> putUser(user, user.oid()));
    }

    @Override
    public Http http() {
        return http;
    }

    @Override
    public Logins logins() {
        return logins;
    }

    /** The cases themselves spell out some of these. */
    @Override
    public Logins.Credentials credentials(String alias) {
        return new Logins.Credentials(
                PREFIX + alias,
                "Salasana-1!" + alias,
                "secret#%+?&=" + alias,
                Logins.Credentials.TOKEN_URL,
                Logins.Credentials.CAS_URL);
    }

    @Override
    public Optional<String> userOid(String alias) {
        return Optional.of(User.of(alias).oid());
    }

    @Override
    public Map<String, String> organisations() {
        return User.ORGANISATIONS;
    }

    @Override
    public Optional<String> cannotRun(Case wanted) {
        return Optional.empty();
    }

    /** A settle has finished it already. */
    @Override
    public int importPolls() {
        return 1;
    }

    @Override
    public Optional<Control> control() {
        return Optional.of(this);
    }

    @Override
    public void putPerson(ObjectNode vtj) {
        control("PUT", "/vtj/persons/" + encoded(vtj.get("hetu").textValue()), vtj);
    }

    @Override
    public void forgetPerson(String hetu) {
        control("DELETE", "/vtj/persons/" + encoded(hetu), null);
    }

    @Override
    public void putUser(User user, String oid) {
        var credentials = credentials(user.alias());
        var body = Json.object()
                .put("username", credentials.username())
                .put("password", credentials.password())
                .put("clientSecret", credentials.secret())
                .put("oid", oid)
                .put("kayttajaTyyppi", user.kind());
        var roles = body.putObject("roles");
        user.roles()
                .forEach((organisation, rights) -> roles.set(User.ORGANISATIONS.get(organisation), Json.node(rights)));
        control("PUT", "/service-users/" + encoded(credentials.username()), body);
    }

    @Override
    public void settle() {
        control("POST", "/settle", null);
    }

    @Override
    public String expiredToken(String alias) {
        burnt++;
        var user = User.of(alias).as(alias + "-burnt" + burnt);
        putUser(user, user.oid());
        var credentials = credentials(user.alias());
        var token = logins.token(credentials);
        var fault = Json.object();
        fault.putObject("match").put("username", credentials.username());
        fault.putObject("effect").put("token", "expire");
        control("POST", "/faults", fault.put("times", 1));
        return token;
    }

    private void control(String method, String path, ObjectNode body) {
        var answer = http.send(
                method,
                "/sandbox" + path,
                Map.of("Content-Type", "application/json", "Accept", "application/json"),
                body == null ? null : Json.write(body));
        if (answer.status() >= 300) {
            throw new IllegalStateException(method + " " + path + ": " + answer.status() + " " + answer.text());
        }
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
