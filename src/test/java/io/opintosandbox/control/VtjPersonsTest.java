package io.opintosandbox.control;

import static io.opintosandbox.testing.TestSandbox.haku;
import static io.opintosandbox.testing.TestSandbox.someone;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.opintosandbox.config.Setting;
import io.opintosandbox.config.Settings;
import io.opintosandbox.id.Hetu;
import io.opintosandbox.json.Json;
import io.opintosandbox.testing.TestSandbox;
import io.opintosandbox.vtj.VtjHenkilo;
import io.restassured.response.ValidatableResponse;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The fake population register: control-api.md, "vtj/persons" and "A VTJ person". */
class VtjPersonsTest {
    @RegisterExtension
    static final TestSandbox sandbox = new TestSandbox(Settings.defaults().with(Setting.POPULATION, "500"));

    @Test
    void pages_hold_everybody_once() {
        var changed = someone("Muutettu", "Mukana");
        sandbox.vtjHas(changed);
        var population = sandbox.control().get("/vtj/persons?count=1000").<List<String>>path("results.hetu");
        sandbox.control().delete("/vtj/persons/" + population.get(400)).then().statusCode(204);
        sandbox.control()
                .body("{}")
                .put("/vtj/persons/" + population.get(401))
                .then()
                .statusCode(200);
        int total = sandbox.control().get("/vtj/persons").path("total");

        List<String> hetut = new ArrayList<>();
        for (int page = 1; hetut.size() < total; page++) {
            List<String> results = sandbox.control()
                    .get("/vtj/persons?count=37&page=" + page)
                    .then()
                    .statusCode(200)
                    .body("page", equalTo(page))
                    .body("count", equalTo(37))
                    .body("total", equalTo(total))
                    .extract()
                    .path("results.hetu");
            assertTrue(!results.isEmpty(), "an empty page before the end");
            hetut.addAll(results);
        }

        assertEquals(total, hetut.size());
        assertEquals(total, new HashSet<>(hetut).size());
        assertTrue(hetut.contains(changed.hetu()));
        assertTrue(!hetut.contains(population.get(400)));
        sandbox.control().get("/vtj/persons?page=100000").then().statusCode(200).body("results", hasSize(0));
    }

    @ParameterizedTest
    @ValueSource(strings = {"page=0", "page=-1", "page=x", "count=0", "count=1001", "page=99999999999"})
    void a_page_that_cannot_be_is_refused(String query) {
        sandbox.control()
                .get("/vtj/persons?" + query)
                .then()
                .statusCode(400)
                .body("error", equalTo("request.invalid"))
                .body("field", nullValue());
    }

    @Test
    void a_person_of_the_list_is_the_one_of_its_hetu_and_hae_finds_it() {
        VtjHenkilo henkilo = Json.read(
                Json.write(sandbox.control().get("/vtj/persons?page=20").path("results[3]")), VtjHenkilo.class);

        assertEquals(
                Json.write(sandbox.control().get("/vtj/persons?page=20").path("results[3]")),
                Json.write(sandbox.control().get(path(henkilo.hetu())).path("")));
        if (!henkilo.passivoitu()) {
            sandbox.hae(haku(henkilo)).then().statusCode(200);
        }
    }

    @Test
    void an_empty_post_makes_somebody_consistent_whom_hae_finds() {
        var added = post("{}").statusCode(201);
        VtjHenkilo henkilo = Json.read(added.extract().asString(), VtjHenkilo.class);
        var hetu = Hetu.of(henkilo.hetu());

        assertTrue(hetu.yksilonumero() >= 900);
        assertEquals(hetu.sukupuoli(), henkilo.sukupuoli());
        assertTrue((" " + henkilo.etunimet() + " ").contains(" " + henkilo.kutsumanimi() + " "));
        assertEquals(
                "/sandbox/vtj/persons/" + henkilo.hetu().replace("+", "%2B"),
                added.extract().header("Location"));
        assertEquals(
                added.extract().asString(),
                sandbox.control().get(path(henkilo.hetu())).asString());
        sandbox.hae(haku(henkilo)).then().statusCode(200);
    }

    @Test
    void what_is_given_is_kept_and_the_rest_agrees_with_it() {
        VtjHenkilo henkilo = Json.read(
                post("{\"syntymaaika\":\"2004-05-06\",\"sukupuoli\":\"2\",\"sukunimi\":\"Annettu\",\"turvakielto\":true,\"aidinkieli\":\"sv\"}")
                        .statusCode(201)
                        .extract()
                        .asString(),
                VtjHenkilo.class);

        assertEquals(LocalDate.of(2004, 5, 6), Hetu.of(henkilo.hetu()).syntymaaika());
        assertEquals("2", Hetu.of(henkilo.hetu()).sukupuoli());
        assertEquals("2", henkilo.sukupuoli());
        assertEquals("Annettu", henkilo.sukunimi());
        assertEquals("sv", henkilo.aidinkieli());
        assertTrue(henkilo.turvakielto());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"hetu\":\"010190-901R\",\"syntymaaika\":\"1990-01-02\"}",
                "{\"hetu\":\"010190-901R\",\"sukupuoli\":\"2\"}",
                "{\"hetu\":\"010190-9012\"}",
                "{\"syntymaaika\":\"1.1.1990\"}",
                "{\"syntymaaika\":\"1700-01-01\"}",
                "{\"nimi\":\"x\"}",
                "{\"etunimet\":5}",
                "{\"kotikunta\":91}",
                "{\"kansalaisuudet\":\"246\"}",
                "{\"kansalaisuudet\":[246]}",
                "{\"turvakielto\":\"true\"}",
                "{\"osoite\":{\"katuosoite\":1}}",
                "{\"osoite\":{\"katu\":\"x\"}}",
                "{\"kuolinpaiva\":\"2020-02-30\"}",
                "{\"huoltajat\":[\"x\"]}",
                "{\"huoltajat\":[{\"hetu\":\"010190\"}]}",
                "{\"sukunimi\":\"a\\u0000b\"}",
            })
    void what_contradicts_itself_or_has_a_wrong_form_is_refused_and_adds_nobody(String body) {
        int total = sandbox.control().get("/vtj/persons").path("total");

        post(body).statusCode(400).body("error", notNullValue()).body("message", notNullValue());

        sandbox.control().get("/vtj/persons").then().body("total", equalTo(total));
    }

    @Test
    void a_wrong_type_deep_inside_is_named_by_its_place() {
        post("{\"edellisetKotikunnat\":[{\"kotikunta\":\"091\"},{\"kotikunta\":49}]}")
                .statusCode(400)
                .body("field", equalTo("/edellisetKotikunnat/1/kotikunta"));
        post("{\"huoltajat\":[{\"hetu\":\"010190-901R\"},{\"hetu\":\"010180-1210\"}]}")
                .statusCode(400)
                .body("error", equalTo("hetu.not.synthetic"))
                .body("field", equalTo("/huoltajat/1/hetu"));
    }

    @Test
    void a_hetu_that_somebody_has_is_refused_in_post_and_replaced_in_put() {
        var henkilo = sandbox.vtjHas(someone("Ensin", "Ollut"));

        post("{\"hetu\":\"" + henkilo.hetu() + "\"}").statusCode(400);
        sandbox.control()
                .body("{\"etunimet\":\"Sitten\",\"sukunimi\":\"Tullut\"}")
                .put(path(henkilo.hetu()))
                .then()
                .statusCode(200)
                .body("etunimet", equalTo("Sitten"))
                .body("kutsumanimi", nullValue());

        sandbox.control().get(path(henkilo.hetu())).then().body("sukunimi", equalTo("Tullut"));
    }

    @Test
    void more_people_of_one_day_and_gender_than_there_are_hetus_end_in_a_refusal_and_not_in_waiting() {
        var status = 201;
        var added = 0;
        for (; added < 400 && status == 201; added++) {
            status = post("{\"syntymaaika\":\"1977-07-07\",\"sukupuoli\":\"1\"}")
                    .extract()
                    .statusCode();
        }

        assertEquals(400, status);
        assertTrue(added > 200, "added: " + added);
    }

    @Test
    void put_says_whether_the_person_is_new() {
        var henkilo = someone("Uusi", "Tulija");

        sandbox.control()
                .body(Json.write(henkilo))
                .put(path(henkilo.hetu()))
                .then()
                .statusCode(201);
        sandbox.control()
                .body(Json.write(henkilo))
                .put(path(henkilo.hetu()))
                .then()
                .statusCode(200);
        sandbox.control().delete(path(henkilo.hetu())).then().statusCode(204);
        sandbox.control().delete(path(henkilo.hetu())).then().statusCode(204);
        sandbox.control().get(path(henkilo.hetu())).then().statusCode(404).body("error", equalTo("not.found"));
        sandbox.control()
                .body(Json.write(henkilo))
                .put(path(henkilo.hetu()))
                .then()
                .statusCode(201);
    }

    @Test
    void the_same_people_are_added_after_a_reset() {
        sandbox.reset();
        var first = post("{}").extract().asString();
        var second = post("{}").extract().asString();

        sandbox.reset();

        assertNotEquals(first, second);
        assertEquals(first, post("{}").extract().asString());
        assertEquals(second, post("{}").extract().asString());
    }

    private static ValidatableResponse post(String body) {
        return sandbox.control().body(body).post("/vtj/persons").then();
    }

    private static String path(String hetu) {
        return "/vtj/persons/" + hetu.replace("+", "%2B");
    }
}
