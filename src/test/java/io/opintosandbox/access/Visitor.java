package io.opintosandbox.access;

import static org.hamcrest.Matchers.lessThan;

import io.opintosandbox.testing.TestSandbox;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.Map;

/** Logs in to a sandbox as clients do, and moves its clock. */
public final class Visitor {
    private final TestSandbox sandbox;

    public Visitor(TestSandbox sandbox) {
        this.sandbox = sandbox;
    }

    /** A request that sends a form. */
    public RequestSpecification form(Map<String, String> fields) {
        return sandbox.anonymous().urlEncodingEnabled(true).formParams(fields);
    }

    /** Asks CAS for a ticket-granting ticket. */
    public Response grant(String username, String password) {
        return form(Map.of("username", username, "password", password)).post("/cas/v1/tickets");
    }

    /** The id of a new ticket-granting ticket of a user. */
    public String tgt(String username) {
        var location = grant(username, sandbox.user(username).get("password"))
                .then()
                .statusCode(201)
                .extract()
                .header("Location");
        return location.substring(location.lastIndexOf('/') + 1);
    }

    /** Asks CAS for a service ticket. */
    public Response draw(String tgt, String service) {
        return form(Map.of("service", service)).post("/cas/v1/tickets/" + tgt);
    }

    /** A service ticket for the registry. */
    public String ticket(String tgt) {
        return draw(tgt, sandbox.checkUrl()).then().statusCode(200).extract().asString();
    }

    /** Brings a ticket to the registry's check address. */
    public Response exchange(String ticket) {
        return registry().queryParam("ticket", ticket).get("/j_spring_cas_security_check");
    }

    /** The session of a user who has just logged in. */
    public String session(String username) {
        return exchange(sandbox.serviceTicket(username))
                .then()
                .statusCode(302)
                .extract()
                .cookie("JSESSIONID");
    }

    /** A request to the registry that nobody has logged in for. */
    public RequestSpecification registry() {
        return sandbox.anonymous().basePath(TestSandbox.REGISTRY);
    }

    /** A request to the registry with a session. */
    public RequestSpecification with(String session) {
        return registry().header("Cookie", "JSESSIONID=" + session);
    }

    /** Whether a session is logged in. */
    public boolean isLoggedIn(String session) {
        return with(session).get("/henkilo/current/hasHetu").statusCode() == 200;
    }

    public void clockAt(String instant) {
        control("{\"now\":\"" + instant + "\"}", "/clock");
    }

    public void advance(String duration) {
        control("{\"advance\":\"" + duration + "\"}", "/clock");
    }

    private void control(String body, String path) {
        sandbox.control().body(body).put(path).then().statusCode(200);
    }

    /** Makes the next calls go wrong, for example {@code {"session":"expire"}}. */
    public void fault(String effect) {
        sandbox.control()
                .body("{\"effect\":" + effect + "}")
                .post("/faults")
                .then()
                .statusCode(lessThan(300));
    }
}
