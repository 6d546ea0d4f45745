package io.opintosandbox.arrivals;

import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.opintosandbox.config.Setting;
import io.opintosandbox.config.Settings;
import io.opintosandbox.json.Json;
import io.opintosandbox.testing.TestSandbox;
import io.restassured.path.json.JsonPath;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Who is chosen to arrive: people of the population, the same ones every time, and people who are there already. */
class WhoArrivesTest {
    @RegisterExtension
    static final TestSandbox sandbox = new TestSandbox(Settings.defaults().with(Setting.POPULATION, "2000"));

    @BeforeEach
    void the_registry_is_as_at_the_start() {
        sandbox.reset();
        sandbox.control()
                .body("{\"now\":\"2027-03-01T08:00:00Z\"}")
                .put("/clock")
                .then()
                .statusCode(200);
    }

    @Test
    void the_same_seed_and_the_same_calls_bring_the_same_people() {
        var first = arriveAll();
        the_registry_is_as_at_the_start();

        assertEquals(first, arriveAll());
    }

    private List<Object> arriveAll() {
        return List.of(
                arrive("KOSKI", 30, 0.2).get(),
                arrive("HAKU", 30, 0.5).get(),
                arrive("MPASSID", 30, 0.2).get(),
                arrive("VIRKAILIJA", 10, 1).get());
    }

    @Test
    void another_source_meets_people_who_are_there_from_elsewhere() {
        var koski = arrive("KOSKI", 40, 0);
        var haku = arrive("HAKU", 10, 0);

        var yki = arrive("YKI", 20, 0.4);

        var met = yki.<Map<String, Object>>getList("persons.findAll { !it.cameBefore.isEmpty() }");
        assertEquals(8, met.size());
        for (var person : met) {
            assertEquals("found", person.get("outcome"));
            var before = person.get("cameBefore").equals(List.of("KOSKI")) ? koski : haku;
            assertTrue(before.getList("persons.oid").contains(person.get("oid")));
        }
        assertEquals(
                12,
                yki.<String>getList("persons.findAll { it.outcome == 'created' }")
                        .size());
    }

    @Test
    void every_way_finds_whom_another_has_brought() {
        arrive("KOSKI", 200, 0);

        for (var source : List.of("OTI", "OIKEUSTULKKI", "YKI", "VALPAS", "MPASSID", "VIRKAILIJA")) {
            var answer = arrive(source, 4, 1);
            assertEquals(List.of("found"), answer.getList("persons.outcome.unique()"), source);
            assertEquals("KOSKI", answer.getString("persons[0].cameBefore[0]"));
        }
    }

    @Test
    void with_a_share_of_nothing_everybody_is_new_and_nobody_comes_twice() {
        var seen = new HashSet<String>();
        for (var source : List.of("KOSKI", "HAKU", "KOSKI", "YKI")) {
            var hetut = arrive(source, 25, 0).<String>getList("persons.findAll { it.hetu != null }.hetu");
            assertTrue(Collections.disjoint(seen, hetut), source);
            seen.addAll(hetut);
        }
    }

    @Test
    void somebody_whom_a_tester_has_brought_in_does_not_count_as_new() {
        var first = arrive("KOSKI", 1, 0);
        var hetu = first.getString("persons[0].hetu");
        the_registry_is_as_at_the_start();
        sandbox.hae(Map.of(
                        "hetu", hetu,
                        "etunimet", first.getString("persons[0].etunimet"),
                        "kutsumanimi", first.getString("persons[0].kutsumanimi"),
                        "sukunimi", first.getString("persons[0].sukunimi")))
                .then()
                .statusCode(200);

        assertFalse(arrive("KOSKI", 5, 0).getList("persons.hetu").contains(hetu));
    }

    @Test
    void fewer_come_when_the_population_has_no_more_of_that_age() {
        var everybody = arrive("VARDA", 1000, 0);
        assertTrue(everybody.getInt("arrived") < 1000 && everybody.getInt("arrived") > 20);
        assertEquals(
                everybody.getInt("arrived"),
                new TreeSet<>(everybody.<String>getList("persons.findAll { it.guardianOf.isEmpty() }.oid")).size());

        sandbox.control()
                .body("{\"source\":\"VARDA\"}")
                .post("/arrivals")
                .then()
                .statusCode(409)
                .body("error", equalTo("conflict"))
                .body("field", equalTo("/source"));
    }

    private static JsonPath arrive(String source, int count, double known) {
        return sandbox.control()
                .body(Json.write(Map.of("source", source, "count", count, "known", known)))
                .post("/arrivals")
                .then()
                .statusCode(201)
                .extract()
                .jsonPath();
    }
}
