package io.opintosandbox.control;

import static io.opintosandbox.testing.TestSandbox.someone;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import io.opintosandbox.config.Setting;
import io.opintosandbox.config.Settings;
import io.opintosandbox.testing.Seat;
import io.opintosandbox.testing.TestSandbox;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Worlds from their making to their end: control-api.md, "worlds". */
class WorldsTest {
    @RegisterExtension
    static final TestSandbox sandbox = new TestSandbox();

    @RegisterExtension
    static final TestSandbox withSeats = new TestSandbox(Settings.defaults().with(Setting.WORLDS, "3"));

    @Test
    void a_new_world_answers_credentials_that_lead_into_it() {
        var seat = Seat.in(sandbox, "ci-42", 7);

        var liisa = seat.vtjHas(someone("Maija Liisa", "Meikäläinen"));

        assertEquals(200, seat.hae(liisa).statusCode());
        assertEquals(404, sandbox.hae(TestSandbox.haku(liisa)).statusCode());
        seat.control()
                .get("/status")
                .then()
                .statusCode(200)
                .body("world", equalTo("ci-42"))
                .body("seed", equalTo(7));
        sandbox.control()
                .get("/worlds")
                .then()
                .body("[0].name", equalTo("default"))
                .body("name", hasItem("ci-42"));
    }

    @Test
    void its_ready_made_users_have_its_suffix_and_the_passwords_and_oids_of_the_default_world() {
        var answer = sandbox.control().body("{\"name\":\"paate\"}").post("/worlds");

        answer.then()
                .statusCode(201)
                .header("Location", "/sandbox/worlds/paate")
                .body("name", equalTo("paate"))
                .body("profile", equalTo("sandbox"))
                .body("scenario", equalTo("personas"))
                .body("serviceUsers.username", everyItem(endsWith("-paate")));
        var here = sandbox.user("yleistunniste");
        var there = answer.jsonPath().<String, Object>getMap("serviceUsers[0]");
        assertEquals(here.get("clientSecret"), there.get("clientSecret"));
        assertEquals(here.get("oid"), there.get("oid"));
        assertEquals(answer.asString(), sandbox.control().get("/worlds/paate").asString());
    }

    @Test
    void a_world_without_a_name_gets_the_first_free_one() {
        sandbox.control().post("/worlds").then().statusCode(201).body("name", startsWith("world-"));
    }

    @Test
    void worlds_can_be_there_from_the_start() {
        withSeats
                .control()
                .get("/worlds")
                .then()
                .body("name", equalTo(java.util.List.of("default", "world-1", "world-2", "world-3")));
        var user = withSeats.control().get("/worlds/world-2").jsonPath().<String, String>getMap("serviceUsers[0]");
        withSeats.token(user.get("username"), user.get("clientSecret"));
    }

    @Test
    void a_reset_goes_back_to_how_the_world_was_made_and_touches_no_other() {
        var seat = Seat.in(sandbox, Map.of("name", "alku", "seed", 7, "profile", "test"));
        var other = Seat.in(sandbox, "toinen", 1);
        var token = other.token("yleistunniste");

        seat.control()
                .body("{\"seed\":8,\"profile\":\"sandbox\"}")
                .post("/reset")
                .then()
                .statusCode(204);
        seat.control().get("/status").then().body("seed", equalTo(8)).body("profile", equalTo("sandbox"));
        seat.control().post("/reset").then().statusCode(204);

        seat.control().get("/status").then().body("seed", equalTo(7)).body("profile", equalTo("test"));
        other.withToken(token).get("/henkilo/current/omattiedot").then().statusCode(not(401));
    }

    @Test
    void a_reset_that_cannot_be_leaves_the_world_as_it_was() {
        var seat = Seat.in(sandbox, "esto", 1);
        var liisa = seat.vtjHas(someone("Pysyy", "Paikallaan"));
        var name = seat.user("oppijoidentuonti").get("username");
        seat.control().delete("/service-users/" + name).then().statusCode(204);
        sandbox.control().body("{\"password\":\"x\"}").put("/service-users/" + name);

        seat.control().post("/reset").then().statusCode(409).body("error", equalTo("conflict"));

        seat.hae(liisa).then().statusCode(200);
        sandbox.control().delete("/service-users/" + name).then().statusCode(204);
        seat.control().post("/reset").then().statusCode(204);
        seat.hae(liisa).then().statusCode(404);
    }

    @Test
    void a_world_made_again_under_the_same_name_is_empty_and_issues_other_ids() {
        var first = Seat.in(sandbox, "uudelleen", 1);
        var token = first.token("yleistunniste");
        var liisa = first.vtjHas(someone("Uusi", "Alku"));
        first.hae(liisa).then().statusCode(200);
        sandbox.control().delete("/worlds/uudelleen");

        var second = Seat.in(sandbox, "uudelleen", 1);

        assertEquals(404, second.hae(liisa).statusCode());
        assertNotEquals(token, second.token("yleistunniste"));
        second.withToken(token).body("{}").post("/yleistunniste/hae").then().statusCode(401);
    }

    @Test
    void names_that_differ_in_case_alone_are_one() {
        Seat.in(sandbox, "Luokka", 1);

        sandbox.control()
                .body("{\"name\":\"luokka\"}")
                .post("/worlds")
                .then()
                .statusCode(409)
                .body("error", equalTo("conflict"))
                .body("field", equalTo("/name"));
        sandbox.control().get("/status?world=luokka").then().body("world", equalTo("Luokka"));
        sandbox.control()
                .header("Sandbox-World", "LUOKKA")
                .get("/status")
                .then()
                .body("world", equalTo("Luokka"));
    }

    @Test
    void a_name_whose_users_another_world_has_already_is_refused_and_leaves_nothing_behind() {
        sandbox.control().body("{\"password\":\"x\"}").put("/service-users/oppijoidentuonti-varattu");

        sandbox.control().body("{\"name\":\"varattu\"}").post("/worlds").then().statusCode(409);

        sandbox.control()
                .header("Sandbox-World", "varattu")
                .get("/status")
                .then()
                .statusCode(404);
        sandbox.control()
                .delete("/service-users/oppijoidentuonti-varattu")
                .then()
                .statusCode(204);
        sandbox.control().body("{\"name\":\"varattu\"}").post("/worlds").then().statusCode(201);
    }

    @Test
    void the_default_world_cannot_be_deleted() {
        sandbox.control()
                .delete("/worlds/default")
                .then()
                .statusCode(409)
                .body("message", containsString("/sandbox/reset"));
        sandbox.control().body("{\"name\":\"Default\"}").post("/worlds").then().statusCode(409);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"name\":\"\"}",
                "{\"name\":\"a b\"}",
                "{\"name\":\"-a\"}",
                "{\"name\":\"ä\"}",
                "{\"name\":\"../a\"}",
                "{\"name\":1}",
                "{\"name\":\"a23456789012345678901234567890123456789012345678901\"}",
                "{\"name\":\"a\",\"seed\":\"7\"}",
                "{\"name\":\"a\",\"profile\":\"x\"}",
                "{\"name\":\"a\",\"population\":1}"
            })
    void what_cannot_be_a_world_is_refused(String body) {
        sandbox.control()
                .body(body)
                .post("/worlds")
                .then()
                .statusCode(400)
                .body("error", startsWith("field."))
                .body("field", startsWith("/"));
    }

    @Test
    void a_scenario_that_nobody_knows_is_not_found() {
        sandbox.control()
                .body("{\"name\":\"a\",\"scenario\":\"x\"}")
                .post("/worlds")
                .then()
                .statusCode(404)
                .body("message", containsString("personas"));
    }

    @Test
    void a_story_happens_in_a_world_with_the_users_of_that_world() {
        var seat = Seat.in(sandbox, Map.of("name", "tarina", "scenario", "import-conflicts"));

        seat.control().post("/settle").then().statusCode(200);
        seat.control().body("{\"advance\":\"P2D\"}").put("/clock");

        seat.control()
                .get("/scenarios")
                .then()
                .body("find { it.name == 'import-conflicts' }.schedule.state", everyItem(equalTo("done")));
        assertEquals(
                true,
                seat.usernames().containsAll(java.util.List.of("yleistunniste-tarina", "oppijoidentuonti-tarina")));
        sandbox.control().get("/worlds").then().body("name", hasItems("default", "tarina"));
    }
}
