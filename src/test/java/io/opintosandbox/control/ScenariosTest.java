package io.opintosandbox.control;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.nullValue;

import io.opintosandbox.fixtures.Fixtures;
import io.opintosandbox.testing.TestSandbox;
import io.restassured.response.ValidatableResponse;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** GET scenarios: control-api.md. */
class ScenariosTest {
    @RegisterExtension
    static final TestSandbox sandbox = new TestSandbox();

    @Test
    void the_personas_are_there_with_what_to_try_and_how_far_they_are() {
        var names = new Fixtures(Optional.empty())
                .personas().personas().stream().map(persona -> persona.name()).toList();

        sandbox.control()
                .get("/scenarios")
                .then()
                .statusCode(200)
                .body("name[0]", equalTo("personas"))
                .body("[0]", hasKey("title"))
                .body("[0].persons.name", equalTo(names))
                .body("[0].tryThis.size()", equalTo(names.size()))
                .body("[0].persons.find { it.name == 'only-in-vtj' }.hetu", equalTo("140390-902S"))
                .body("[0].persons.find { it.name == 'only-in-vtj' }.oid", nullValue())
                .body("[0].persons.find { it.name == 'only-in-vtj' }.state", equalTo("only in VTJ"))
                .body("[0].persons.find { it.name == 'only-in-vtj' }.tryThis", containsString("hae"))
                .body(
                        "[0].persons.find { it.name == 'identified-already' }.oppijanumero",
                        matchesPattern("1\\.2\\.246\\.562\\.98\\.\\d{11}"))
                .body("[0].persons.find { it.name == 'identified-already' }.state", equalTo("identified"));
    }

    @Test
    void the_state_follows_the_registry() {
        sandbox.reset();
        sandbox.settle();

        sandbox.control()
                .get("/scenarios")
                .then()
                .body(
                        "[0].persons.find { it.name == 'unidentified-not-in-vtj' }.state",
                        equalTo("identification failed"));
    }

    @Test
    void a_reset_brings_a_scenario_by_name_and_leaves_it_again() {
        sandbox.control()
                .body("{\"scenario\":\"two-clerks\"}")
                .post("/reset")
                .then()
                .statusCode(204);
        scenario("two-clerks")
                .body("loaded", equalTo(true))
                .body("persons.state", everyItem(equalTo("identified")))
                .body("persons.oid", everyItem(matchesPattern("1\\.2\\.246\\.562\\.98\\.\\d{11}")));
        sandbox.control()
                .get("/clock")
                .then()
                .body("now", equalTo("2026-09-01T06:00:00Z"))
                .body("mode", equalTo("fixed"));

        sandbox.control()
                .body("{\"scenario\":\"personas\"}")
                .post("/reset")
                .then()
                .statusCode(204);
        scenario("two-clerks")
                .body("loaded", equalTo(false))
                .body("persons.state", everyItem(equalTo("not loaded")))
                .body("persons.oid", everyItem(nullValue()));
        sandbox.control().get("/clock").then().body("mode", equalTo("running"));
    }

    @Test
    void an_unknown_scenario_changes_nothing() {
        sandbox.control()
                .body("{\"scenario\":\"two-clerks\"}")
                .post("/reset")
                .then()
                .statusCode(204);

        sandbox.control()
                .body("{\"scenario\":\"nothing\"}")
                .post("/reset")
                .then()
                .statusCode(404)
                .body("error", equalTo("not.found"))
                .body("message", containsString("personas, "));

        scenario("two-clerks").body("loaded", equalTo(true));
    }

    @Test
    void the_schedule_tells_what_is_in_store_and_what_came_of_it() {
        sandbox.control()
                .body("{\"scenario\":\"broken-night\"}")
                .post("/reset")
                .then()
                .statusCode(204);
        scenario("broken-night")
                .body("schedule.time", contains("2026-11-01T23:00:00Z", "2026-11-01T23:10:00Z", "2026-11-02T00:00:00Z"))
                .body("schedule.state", everyItem(equalTo("waiting")));

        // An hour of the clock does not come earlier because somebody settles.
        sandbox.settle();
        scenario("broken-night").body("schedule.state", everyItem(equalTo("waiting")));

        sandbox.control().body("{\"advance\":\"PT45M\"}").put("/clock");
        scenario("broken-night")
                .body("schedule.state", contains("done", "done", "waiting"))
                .body("schedule[1].note", matchesPattern("import \\d+"));
    }

    private static ValidatableResponse scenario(String name) {
        return sandbox.control()
                .get("/scenarios")
                .then()
                .statusCode(200)
                .rootPath("find { it.name == '" + name + "' }");
    }
}
