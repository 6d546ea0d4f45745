package io.opintosandbox.stories;

import static org.hamcrest.Matchers.is;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.opintosandbox.json.Json;
import io.opintosandbox.testing.RegistryCalls;
import io.opintosandbox.testing.TestSandbox;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import java.util.LinkedHashMap;
import java.util.List;
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

    /** As GET scenarios tells it. */
    JsonPath told() {
        var all = sandbox.control().get("/scenarios").then().statusCode(200).extract();
        return new JsonPath(Json.write(all.jsonPath().getMap("find { it.name == '" + name + "' }")));
    }

    /** One of the story's people as GET scenarios tells it: hetu, names, oid, oppijanumero, state. */
    Map<String, String> person(String person) {
        return told().getMap("persons.find { it.name == '" + person + "' }");
    }

    String oid(String person) {
        return person(person).get("oid");
    }

    String hetu(String person) {
        return person(person).get("hetu");
    }

    void hasState(String person, String state) {
        assertEquals(state, person(person).get("state"), person);
    }

    /** The id of the n-th import that has come in, from 0. */
    long tuonti(int n) {
        List<String> notes = told().getList("schedule.findAll { it.note?.startsWith('import ') }.note");
        return Long.parseLong(notes.get(n).substring("import ".length()));
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
        return hae(person, person(person).get("hetu"), person(person).get("sukunimi"));
    }

    /** The same with another hetu and surname. */
    Response hae(String person, String hetu, String sukunimi) {
        var someone = person(person);
        Map<String, Object> haku = new LinkedHashMap<>();
        haku.put("hetu", hetu);
        haku.put("etunimet", someone.get("etunimet"));
        haku.put("kutsumanimi", someone.get("kutsumanimi"));
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

    void advance(String amount) {
        sandbox.control()
                .body(Json.write(Map.of("advance", amount)))
                .put("/clock")
                .then()
                .statusCode(200);
    }
}
