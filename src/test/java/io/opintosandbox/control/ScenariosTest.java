package io.opintosandbox.control;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.nullValue;

import io.opintosandbox.fixtures.Fixtures;
import io.opintosandbox.testing.TestSandbox;
import java.util.List;
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
                .body("name", contains("personas"))
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
    void a_reset_to_the_personas_is_the_usual_reset() {
        sandbox.control()
                .body("{\"scenario\":\"personas\"}")
                .post("/reset")
                .then()
                .statusCode(204);
        sandbox.control()
                .body("{\"scenario\":\"nothing\"}")
                .post("/reset")
                .then()
                .statusCode(404)
                .body("error", equalTo("not.found"));
        List<String> names = sandbox.control().get("/scenarios").path("name");
        org.junit.jupiter.api.Assertions.assertEquals(List.of("personas"), names);
    }
}
