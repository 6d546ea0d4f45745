package io.opintosandbox.testing;

import static io.opintosandbox.testing.TestSandbox.REGISTRY;

import io.opintosandbox.json.Json;
import io.opintosandbox.vtj.VtjHenkilo;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.List;
import java.util.Map;

/** A world besides the default one, made over HTTP, as those see it who were given its credentials. */
public final class Seat {
    private final TestSandbox sandbox;
    private final JsonPath made;

    private Seat(TestSandbox sandbox, JsonPath made) {
        this.sandbox = sandbox;
        this.made = made;
    }

    /** Makes a world. */
    public static Seat in(TestSandbox sandbox, String name, long seed) {
        return in(sandbox, Map.of("name", name, "seed", seed));
    }

    /** Makes a world as the body says. */
    public static Seat in(TestSandbox sandbox, Map<String, Object> body) {
        return new Seat(
                sandbox,
                sandbox.control()
                        .body(Json.write(body))
                        .post("/worlds")
                        .then()
                        .statusCode(201)
                        .extract()
                        .jsonPath());
    }

    public String name() {
        return made.getString("name");
    }

    /** A request to the sandbox's own API about this world. */
    public RequestSpecification control() {
        return sandbox.control().header("Sandbox-World", name());
    }

    /** The credentials of a ready-made user, by its name in the default world. */
    public Map<String, String> user(String readyMade) {
        return made.getMap("serviceUsers.find { it.username == '" + readyMade + "-" + name() + "' }");
    }

    /** A request to the registry with a bearer token of a ready-made user. */
    public RequestSpecification as(String readyMade) {
        return withToken(token(readyMade));
    }

    /** An access token of a ready-made user. */
    public String token(String readyMade) {
        var user = user(readyMade);
        return sandbox.token(user.get("username"), user.get("clientSecret"));
    }

    /** A request to the registry with this token. */
    public RequestSpecification withToken(String token) {
        return sandbox.anonymous()
                .basePath(REGISTRY)
                .contentType("application/json")
                .header("Authorization", "Bearer " + token);
    }

    /** Puts a person into this world's VTJ. */
    public VtjHenkilo vtjHas(VtjHenkilo henkilo) {
        control()
                .body(Json.write(henkilo))
                .put("/vtj/persons/" + henkilo.hetu())
                .then()
                .statusCode(201);
        return henkilo;
    }

    /** Asks hae about a person of VTJ. */
    public Response hae(VtjHenkilo henkilo) {
        return as("yleistunniste").body(Json.write(TestSandbox.haku(henkilo))).post("/yleistunniste/hae");
    }

    /** The names of the world's users. */
    public List<String> usernames() {
        return made.getList("serviceUsers.username");
    }
}
