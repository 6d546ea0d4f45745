package io.opintosandbox.control;

import static io.opintosandbox.testing.TestSandbox.someone;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;

import io.opintosandbox.json.Json;
import io.opintosandbox.testing.Seat;
import io.opintosandbox.testing.TestSandbox;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What one world has, no other has, and what is done in one, no other sees: control-api.md, "worlds". */
class WorldIsolationTest {
    @RegisterExtension
    static final TestSandbox sandbox = new TestSandbox();

    @Test
    void sessions_of_cas_lead_into_the_world_too() {
        var seat = Seat.in(sandbox, "cas", 1);
        var user = seat.user("yleistunniste");
        var liisa = seat.vtjHas(someone("Cas", "Kävijä"));
        var tgt = sandbox.anonymous()
                .urlEncodingEnabled(true)
                .formParam("username", user.get("username"))
                .formParam("password", user.get("password"))
                .post("/cas/v1/tickets")
                .header("Location");
        var ticket = sandbox.anonymous()
                .urlEncodingEnabled(true)
                .formParam("service", sandbox.checkUrl())
                .post(tgt.substring(sandbox.baseUrl().length()))
                .asString();

        sandbox.anonymous()
                .basePath(TestSandbox.REGISTRY)
                .contentType("application/json")
                .header("CasSecurityTicket", ticket)
                .body(Json.write(TestSandbox.haku(liisa)))
                .post("/yleistunniste/hae")
                .then()
                .statusCode(200);
    }

    @Test
    void its_clock_faults_and_users_are_its_own() {
        var seat = Seat.in(sandbox, "oma", 1);

        seat.control().body("{\"now\":\"2030-01-01T00:00:00Z\"}").put("/clock");
        seat.control().body("{\"effect\":{\"status\":503}}").post("/faults");
        seat.control().body("{\"password\":\"x\"}").put("/service-users/vain-omassa");

        sandbox.control().get("/clock").then().body("mode", equalTo("running"));
        sandbox.control().get("/faults").then().body("size()", equalTo(0));
        sandbox.control().get("/service-users").then().body("username", not(hasItem("vain-omassa")));
        sandbox.control()
                .body("{\"password\":\"x\"}")
                .put("/service-users/vain-omassa")
                .then()
                .statusCode(409)
                .body("message", containsString("another world"));
    }

    @Test
    void a_token_stays_in_its_world_whoever_gets_the_name_of_its_user() {
        var seat = Seat.in(sandbox, "nimet", 1);
        var liisa = seat.vtjHas(someone("Nimi", "Vaihtuu"));
        var token = seat.token("yleistunniste");
        var name = seat.user("yleistunniste").get("username");
        seat.control().delete("/service-users/" + name).then().statusCode(204);
        sandbox.control().body("{\"password\":\"x\"}").put("/service-users/" + name);

        seat.withToken(token)
                .body(Json.write(TestSandbox.haku(liisa)))
                .post("/yleistunniste/hae")
                .then()
                .statusCode(200);
        sandbox.control().delete("/service-users/" + name).then().statusCode(204);
    }

    @Test
    void faults_of_the_default_world_pass_over_the_refused_calls_of_another() {
        var seat = Seat.in(sandbox, "viat", 1);
        var token = seat.token("yleistunniste");
        sandbox.control().body("{\"effect\":{\"status\":503}}").post("/faults");
        seat.control().body("{\"effect\":{\"token\":\"expire\"}}").post("/faults");

        seat.withToken(token).body("{}").post("/yleistunniste/hae").then().statusCode(401);

        sandbox.control().get("/faults").then().body("struck", hasItem(0));
        sandbox.control().delete("/faults").then().statusCode(204);
    }

    @Test
    void a_deleted_world_is_gone_with_all_that_was_issued_in_it() {
        var seat = Seat.in(sandbox, "lyhyt", 1);
        var token = seat.token("yleistunniste");

        sandbox.control().delete("/worlds/lyhyt").then().statusCode(204);

        seat.withToken(token)
                .body("{}")
                .post("/yleistunniste/hae")
                .then()
                .statusCode(401)
                .header("WWW-Authenticate", containsString("invalid_token"));
        seat.control().get("/status").then().statusCode(404).body("error", equalTo("not.found"));
        sandbox.control().get("/worlds").then().body("name", not(hasItem("lyhyt")));
        sandbox.control().delete("/worlds/lyhyt").then().statusCode(404);
    }
}
