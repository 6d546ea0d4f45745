package io.opintosandbox.stories;

import static org.hamcrest.Matchers.is;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import io.opintosandbox.json.Json;
import io.opintosandbox.testing.RegistryCalls;
import io.opintosandbox.testing.TestSandbox;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import java.util.LinkedHashMap;
import java.util.Map;

/** A loaded scenario: its people by name, its imports by number, and the world's clock. */
final class Story {
    private final TestSandbox sandbox;
    private final String name;
    private final RegistryCalls calls;

    private Story(TestSandbox sandbox, String name) {
        this.sandbox = sandbox;
        this.name = name;
        this.calls = new RegistryCalls(sandbox);
    }

    /** Puts the default world into the scenario's beginning. */
    static Story load(TestSandbox sandbox, String name) {
        sandbox.control()
                .body(Json.write(Map.of("scenario", name)))
                .post("/reset")
                .then()
                .statusCode(204);
        return new Story(sandbox, name);
    }

    /** The registry's calls, by user. */
    RegistryCalls calls() {
        return calls;
    }

    /** The scenario as GET scenarios tells it. */
    private JsonNode told() {
        var all = sandbox.control().get("/scenarios").then().statusCode(200).extract();
        return named(Json.read(all.asString(), ArrayNode.class), name);
    }

    private JsonNode person(String person) {
        return named(told().get("persons"), person);
    }

    private static JsonNode named(JsonNode list, String name) {
        for (var node : list) {
            if (node.get("name").textValue().equals(name)) {
                return node;
            }
        }
        throw new AssertionError("nothing is called " + name);
    }

    /** The OID of one of the story's people; null when it is not in the registry. */
    String oid(String person) {
        return person(person).get("oid").textValue();
    }

    String hetu(String person) {
        return person(person).get("hetu").textValue();
    }

    void hasState(String person, String state) {
        assertEquals(state, person(person).get("state").textValue(), person);
    }

    /** The id of the n-th import that has come in, from 0. */
    long tuonti(int n) {
        return told().get("schedule").findValuesAsText("note").stream()
                .filter(note -> note.startsWith("import "))
                .map(note -> Long.parseLong(note.substring("import ".length())))
                .toList()
                .get(n);
    }

    /** Nothing of what was in store until now has failed. */
    void hasGoneAsPlanned() {
        told().get("schedule")
                .forEach(item -> assertNotEquals("failed", item.get("state").textValue(), item.toString()));
    }

    /** A row of an import by its key, as the wide API shows it. */
    Map<String, Object> rivi(String username, int tuonti, String tunniste) {
        return calls.get(username, "/oppija/tuonti=" + tuonti(tuonti))
                .then()
                .statusCode(200)
                .extract()
                .path("henkilot.find { it.tunniste == '" + tunniste + "' }.henkilo");
    }

    /** The person as the register keeper sees it. */
    ValidatableResponse henkilo(String person) {
        return calls.henkilo(oid(person));
    }

    /** What the narrow API tells of an OID. */
    ValidatableResponse tarkista(String oid) {
        return calls.get("yleistunniste", "/yleistunniste/hae/" + oid).then().statusCode(200);
    }

    /** Asks hae about one of the story's people, under the names that the scenario has for it. */
    Response hae(String person) {
        var someone = person(person);
        return hae(
                someone,
                someone.get("hetu").textValue(),
                someone.get("sukunimi").textValue());
    }

    /** The same with another hetu and surname. */
    Response hae(String person, String hetu, String sukunimi) {
        return hae(person(person), hetu, sukunimi);
    }

    private Response hae(JsonNode someone, String hetu, String sukunimi) {
        Map<String, Object> haku = new LinkedHashMap<>();
        haku.put("hetu", hetu);
        haku.put("etunimet", someone.get("etunimet").textValue());
        haku.put("kutsumanimi", someone.get("kutsumanimi").textValue());
        haku.put("sukunimi", sukunimi);
        return sandbox.hae(haku);
    }

    /** Asks the summary of imports and holds it to these counts. */
    void yhteenveto(String username, int onnistuneet, int virheet, int keskeneraiset) {
        calls.get(username, "/oppija/yhteenveto")
                .then()
                .statusCode(200)
                .body("onnistuneet", is(onnistuneet))
                .body("virheet", is(virheet))
                .body("keskeneraiset", is(keskeneraiset));
    }

    Response settle() {
        return sandbox.settle();
    }

    /** Lets the clock go on, and sees that what was in store has been done. */
    void advance(String amount) {
        clock("advance", amount);
        hasGoneAsPlanned();
    }

    /** As {@link #advance}, to a time. */
    void goTo(String instant) {
        clock("now", instant);
        hasGoneAsPlanned();
    }

    /** As {@link #advance}, without a look at the schedule. */
    void move(String amount) {
        clock("advance", amount);
    }

    private void clock(String field, String value) {
        sandbox.control()
                .body(Json.write(Map.of(field, value)))
                .put("/clock")
                .then()
                .statusCode(200);
    }
}
