package io.opintosandbox.control;

import static io.opintosandbox.testing.TestSandbox.someone;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.opintosandbox.config.Setting;
import io.opintosandbox.config.Settings;
import io.opintosandbox.json.Json;
import io.opintosandbox.testing.TestSandbox;
import io.opintosandbox.vtj.VtjHenkilo;
import io.opintosandbox.vtj.VtjHenkilo.Huoltaja;
import io.restassured.response.ValidatableResponse;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** {@code GET /sandbox/vtj/persons?query=} and {@code huollettavat}, in a population of the size of the country. */
class VtjSearchTest {
    @RegisterExtension
    static final TestSandbox sandbox = new TestSandbox(Settings.defaults().with(Setting.POPULATION, "5600000"));

    private static ValidatableResponse search(String query) {
        return sandbox.control()
                .get("/vtj/persons?query=" + URLEncoder.encode(query, StandardCharsets.UTF_8))
                .then()
                .statusCode(200);
    }

    private static String path(String hetu) {
        return "/vtj/persons/" + hetu.replace("+", "%2B");
    }

    @Test
    void all_words_must_match() {
        search("vIRt helsinki 1987")
                .body("total", greaterThan(20))
                .body("results", hasSize(20))
                .body("results.kotikunta", everyItem(equalTo("091")))
                .body("results.hetu.collect { it.substring(4, 6) }", everyItem(equalTo("87")));
        search("nobodyiscalledthis").body("total", equalTo(0)).body("results", empty());
    }

    @Test
    void the_last_page_has_what_the_total_says() {
        int total = search("korhonen 1950").extract().path("total");
        List<String> hetut = new ArrayList<>();
        for (int page = 1; page <= total / 100 + 1; page++) {
            hetut.addAll(sandbox.control()
                    .get("/vtj/persons?query=korhonen+1950&count=100&page=" + page)
                    .then()
                    .statusCode(200)
                    .body("total", equalTo(total))
                    .extract()
                    .<List<String>>path("results.hetu"));
        }

        assertTrue(total > 20, "found " + total);
        assertEquals(total, hetut.size());
        assertEquals(total, new HashSet<>(hetut).size());
    }

    @Test
    void somebody_is_found_by_hetu_and_by_the_beginning_of_each_name() {
        VtjHenkilo henkilo = Json.read(
                Json.write(sandbox.control()
                        .get("/vtj/persons?page=200000&count=20")
                        .path("results[7]")),
                VtjHenkilo.class);

        search(henkilo.hetu().toLowerCase(Locale.ROOT))
                .body("total", equalTo(1))
                .body("results[0].hetu", equalTo(henkilo.hetu()));
        search(henkilo.hetu() + " " + henkilo.etunimet() + " " + henkilo.sukunimi() + " " + henkilo.kotikunta())
                .body("results.hetu", contains(henkilo.hetu()));
        search(henkilo.hetu() + " x").body("total", equalTo(0));
    }

    @Test
    void who_was_added_changed_or_taken_away_is_found_as_it_is_now() {
        var lisatty = sandbox.vtjHas(someone("Haettava", "Qwertylä"));
        VtjHenkilo muuttunut =
                Json.read(Json.write(search("salminen 1961").extract().path("results[0]")), VtjHenkilo.class);
        int total = search("salminen 1961").extract().path("total");

        search("qwerty haett").body("total", equalTo(1)).body("results[0].hetu", equalTo(lisatty.hetu()));
        sandbox.vtjHas(muuttunut.toBuilder().sukunimi("Qwertynen").build());
        search("qwertynen").body("results.hetu", contains(muuttunut.hetu()));
        search("salminen 1961").body("total", equalTo(total - 1)).body("results.hetu", not(hasItem(muuttunut.hetu())));
        sandbox.control().delete(path(muuttunut.hetu())).then().statusCode(204);
        search("qwertynen").body("total", equalTo(0));
        search("salminen 1961").body("total", equalTo(total - 1));
    }

    @Test
    void a_query_that_is_too_long_is_refused() {
        sandbox.control()
                .get("/vtj/persons?query=" + "x".repeat(201))
                .then()
                .statusCode(400)
                .body("error", equalTo("request.invalid"))
                .body("message", startsWith("The query must be 200 characters"));
    }

    @Test
    void guardians_and_children_of_the_population_name_each_other() {
        var lapsi = search("2015 turku").extract();
        String hetu = lapsi.path("results[0].hetu");
        String huoltaja = lapsi.path("results[0].huoltajat[0]");

        sandbox.control().get(path(huoltaja)).then().body("huollettavat", hasItem(hetu));
        search(huoltaja).body("results[0].huollettavat", hasItem(hetu));
        sandbox.control().delete(path(hetu)).then().statusCode(204);
        List<String> jaljella = sandbox.control().get(path(huoltaja)).path("huollettavat");
        assertTrue(jaljella == null || !jaljella.contains(hetu));
    }

    @Test
    void a_guardian_has_the_children_that_were_put_there_and_can_be_written_back_as_read() {
        var huoltaja = sandbox.vtjHas(someone("Huolta", "Pitävä"));
        var lapsi = sandbox.vtjHas(someone("Lapsi", "Pitävä").toBuilder()
                .huoltajat(Huoltaja.of(huoltaja.hetu()))
                .build());

        String luettu = sandbox.control()
                .get(path(huoltaja.hetu()))
                .then()
                .body("huollettavat", contains(lapsi.hetu()))
                .extract()
                .asString();
        sandbox.control().body(luettu).put(path(huoltaja.hetu())).then().statusCode(200);
        sandbox.control().get(path(huoltaja.hetu())).then().body("huollettavat", contains(lapsi.hetu()));

        sandbox.vtjHas(lapsi.toBuilder().huoltajat().build());
        sandbox.control().get(path(huoltaja.hetu())).then().body("huollettavat", nullValue());
    }
}
