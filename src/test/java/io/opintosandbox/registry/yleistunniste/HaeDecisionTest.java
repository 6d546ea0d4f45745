package io.opintosandbox.registry.yleistunniste;

import static io.opintosandbox.testing.TestSandbox.A;
import static io.opintosandbox.testing.TestSandbox.B;
import static io.opintosandbox.testing.TestSandbox.haku;
import static io.opintosandbox.testing.TestSandbox.someone;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import io.opintosandbox.json.Json;
import io.opintosandbox.testing.TestSandbox;
import io.opintosandbox.vtj.VtjHenkilo;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What hae does to whom it finds or creates: registry-behaviour.md 3, 4.3, 5 and 7. */
class HaeDecisionTest {
    @RegisterExtension
    static final TestSandbox sandbox = new TestSandbox();

    /** Nobody is identified before a test says so. */
    @BeforeEach
    void the_clock_stands() {
        sandbox.control().body("{\"mode\":\"fixed\"}").put("/clock").then().statusCode(200);
    }

    @Test
    void a_created_person_has_what_the_hetu_tells_and_the_callers_spelling() {
        var leo = sandbox.vtjHas(someone("Leo Antero", "Virtanen"));

        sandbox.hae(haku(leo, "leo", "Vitanen")).then().statusCode(200);

        var row = row(leo);
        assertEquals("leo", row.get("etunimet"));
        assertEquals("Vitanen", row.get("sukunimi"));
        assertEquals(io.opintosandbox.id.Hetu.of(leo.hetu()).syntymaaika().toString(), row.get("syntymaaika"));
        assertEquals(io.opintosandbox.id.Hetu.of(leo.hetu()).sukupuoli(), row.get("sukupuoli"));
        assertNull(row.get("aidinkieli"));
        assertNull(row.get("kotikunta"));
        assertEquals(sandbox.user("yleistunniste").get("oid"), row.get("kasittelija_oid"));
        assertEquals(0, count("henkilo_kansalaisuus", leo));
    }

    @Test
    void the_organisations_of_whoever_asks_are_attached_once() {
        var liisa = sandbox.vtjHas(someone("Liisa", "Liitetty"));

        sandbox.hae(haku(liisa));
        sandbox.hae(haku(liisa));
        assertEquals(List.of(A), organisaatiot(liisa));

        haeAs("yleistunniste2", haku(liisa)).then().statusCode(200);
        assertEquals(List.of(A, B), organisaatiot(liisa));
    }

    @Test
    void whoever_is_refused_attaches_nothing() {
        var outi = sandbox.vtjHas(someone("Outi", "Omainen"));
        sandbox.hae(haku(outi)).then().statusCode(200);

        haeAs("yleistunniste2", haku(outi, "Outi", "Aivanmuu")).then().statusCode(409);

        assertEquals(List.of(A), organisaatiot(outi));
    }

    @Test
    void a_person_found_is_left_as_it_is_even_when_it_was_modified() {
        var eero = sandbox.vtjHas(someone("Eero", "Entinen"));
        sandbox.hae(haku(eero));
        var before = row(eero);

        sandbox.control().body("{\"advance\":\"PT1S\"}").put("/clock");
        sandbox.hae(haku(eero, "eero", "Entineen")).then().statusCode(200);

        assertEquals(before, row(eero));
    }

    @Test
    void a_conflict_creates_nobody() {
        var aku = sandbox.vtjHas(someone("Aku", "Kunnollinen"));

        sandbox.hae(haku(aku, "Aku", "Aivanmuu")).then().statusCode(409);

        assertEquals(0, count("henkilo", aku));
    }

    @Test
    void the_dead_are_known_like_the_living() {
        var eino = sandbox.vtjHas(someone("Eino", "Edesmennyt").toBuilder()
                .kuolinpaiva("2020-01-01")
                .build());

        sandbox.hae(haku(eino)).then().statusCode(200).body("oppijanumero", notNullValue());
    }

    @Test
    void a_hetu_replaced_twice_is_an_answer_that_nobody_expects() {
        var third = sandbox.vtjHas(someone("Kolmas", "Kerta"));
        var second = sandbox.vtjHas(replacedBy(third));
        var first = sandbox.vtjHas(replacedBy(second));

        sandbox.hae(haku(first)).then().statusCode(500).body("message", nullValue());
    }

    @Test
    void a_hetu_replaced_by_itself_is_void() {
        var oma = someone("Oma", "Seuraaja");
        sandbox.vtjHas(oma.toBuilder().passivoitu(true).uusiHetu(oma.hetu()).build());

        sandbox.hae(haku(oma)).then().statusCode(409);
    }

    @Test
    void a_hetu_replaced_by_one_that_nobody_has_is_unknown() {
        var gone = someone("Poissa", "Oleva");
        sandbox.control().delete("/vtj/persons/" + gone.hetu());
        var old = sandbox.vtjHas(replacedBy(gone));

        sandbox.hae(haku(old)).then().statusCode(404);
    }

    @Test
    void nobody_in_vtj_means_that_the_names_do_not_matter() {
        sandbox.hae(haku(someone("Ihan", "Kukavaan"))).then().statusCode(404);
    }

    @Test
    void vtj_is_not_asked_about_whom_the_registry_knows() {
        var kalle = sandbox.vtjHas(someone("Kalle", "Kotona"));
        sandbox.hae(haku(kalle));
        sandbox.control().delete("/vtj/persons/" + kalle.hetu()).then().statusCode(204);

        sandbox.hae(haku(kalle)).then().statusCode(200).body("oppijanumero", nullValue());
    }

    @ParameterizedTest
    @CsvSource({
        "Anna-Kaisa Sofia, anna-kaisa, 200",
        "Anna-Kaisa Sofia, SOFIA, 200",
        "Anna-Kaisa Sofia, Anna, 200",
        "Anna-Kaisa Sofia, kaisa, 200",
        "Anna-Kaisa Sofia, Kai, 400",
        "Anna-Kaisa Sofia, Anna-, 400",
        "Anna-Kaisa Sofia, Kaisa-Sofia, 400",
        "Anna-Kaisa Sofia, 'Anna Kaisa', 400",
    })
    void the_kutsumanimi_is_one_of_the_etunimet(String etunimet, String kutsumanimi, int status) {
        var anna = sandbox.vtjHas(someone(etunimet, "Kutsuttu"));
        Map<String, Object> haku = new LinkedHashMap<>(haku(anna));
        haku.put("kutsumanimi", kutsumanimi);

        sandbox.hae(haku).then().statusCode(status);
    }

    @Test
    void a_kutsumanimi_that_is_none_of_the_etunimet_says_so() {
        Map<String, Object> haku = new LinkedHashMap<>(haku(someone("Teppo Taneli", "Testaaja")));
        haku.put("kutsumanimi", "Jorma");

        sandbox.hae(haku)
                .then()
                .statusCode(400)
                .body("exception", equalTo("org.springframework.web.bind.MethodArgumentNotValidException"))
                .body("message", containsString("on field 'nicknameOk'"))
                .body("message", containsString("default message [Nick name must be one of the first names]"));
    }

    private static VtjHenkilo replacedBy(VtjHenkilo uusi) {
        return someone(uusi.etunimet(), uusi.sukunimi()).toBuilder()
                .passivoitu(true)
                .uusiHetu(uusi.hetu())
                .build();
    }

    private static Response haeAs(String username, Map<String, Object> haku) {
        return sandbox.as(username)
                .contentType(ContentType.JSON)
                .body(Json.write(haku))
                .post("/yleistunniste/hae");
    }

    private static Map<String, String> row(VtjHenkilo henkilo) {
        return sandbox.server()
                .world("default")
                .orElseThrow()
                .db()
                .sql("select * from henkilo where world = :world and hetu = :hetu")
                .set("hetu", henkilo.hetu())
                .first(row -> {
                    Map<String, String> columns = new TreeMap<>();
                    for (var column : List.of(
                            "oid",
                            "etunimet",
                            "kutsumanimi",
                            "sukunimi",
                            "syntymaaika",
                            "sukupuoli",
                            "aidinkieli",
                            "kotikunta",
                            "kasittelija_oid",
                            "muokattu")) {
                        columns.put(column, row.text(column));
                    }
                    return columns;
                })
                .orElseThrow();
    }

    private static long count(String table, VtjHenkilo henkilo) {
        var ofHenkilo =
                table.equals("henkilo") ? "hetu = :hetu" : "henkilo_id in (select id from henkilo where hetu = :hetu)";
        return sandbox.server()
                .world("default")
                .orElseThrow()
                .db()
                .sql("select count(*) from " + table + " where world = :world and " + ofHenkilo)
                .set("hetu", henkilo.hetu())
                .number();
    }

    private static List<String> organisaatiot(VtjHenkilo henkilo) {
        return sandbox.server()
                .world("default")
                .orElseThrow()
                .db()
                .sql("""
                        select organisaatio_oid from henkilo_organisaatio
                         where world = :world and henkilo_id = (select id from henkilo where world = :world and hetu = :hetu)
                         order by organisaatio_oid
                        """)
                .set("hetu", henkilo.hetu())
                .list(row -> row.text("organisaatio_oid"));
    }
}
