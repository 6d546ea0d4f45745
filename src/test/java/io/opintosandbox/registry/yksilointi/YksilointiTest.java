package io.opintosandbox.registry.yksilointi;

import static io.opintosandbox.testing.TestSandbox.haku;
import static io.opintosandbox.testing.TestSandbox.row;
import static io.opintosandbox.testing.TestSandbox.someone;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.opintosandbox.testing.TestSandbox;
import io.opintosandbox.vtj.VtjHenkilo;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** When people are identified, and how it fails: registry-behaviour.md 8 and 10. */
class YksilointiTest {
    @RegisterExtension
    static final TestSandbox sandbox = new TestSandbox();

    private final RegistryRows rows = new RegistryRows(sandbox);

    @BeforeEach
    void the_clock_stands_and_nobody_waits() {
        sandbox.reset();
        sandbox.control().body("{\"mode\":\"fixed\"}").put("/clock").then().statusCode(200);
        sandbox.settle();
    }

    @Test
    void it_comes_two_seconds_after_the_person_by_the_clock_of_the_world() {
        var aino = sandbox.vtjHas(someone("Aino", "Odottaja"));
        var oid = sandbox.hae(haku(aino)).then().extract().<String>path("oid");

        advance("PT1.999S");
        sandbox.hae(haku(aino)).then().body("oppijanumero", nullValue());

        advance("PT0.001S");
        sandbox.hae(haku(aino)).then().body("oppijanumero", equalTo(oid));
    }

    @Test
    void a_settle_does_not_wait_and_counts_what_it_has_done() {
        sandbox.hae(haku(sandbox.vtjHas(someone("Onnistuva", "Henkilö"))));
        sandbox.startImport(List.of(row("a", haku(someone("Tuntematon", "Tuotu")))));

        sandbox.settle()
                .then()
                .statusCode(200)
                .body("identified", equalTo(1))
                .body("failed", equalTo(1))
                .body("changes", equalTo(0))
                .body("mails", equalTo(0));
        sandbox.settle().then().body("identified", equalTo(0)).body("failed", equalTo(0));
    }

    @Test
    void whom_vtj_does_not_know_fails_for_good() {
        var nobody = someone("Eiole", "Olemassa");
        sandbox.startImport(List.of(row("a", haku(nobody))));

        assertFailsForGood(nobody, "HETU_EI_VTJ");
    }

    @Test
    void a_void_hetu_fails_for_good() {
        var mitaton = sandbox.vtjHas(
                someone("Mitätön", "Tunnus").toBuilder().passivoitu(true).build());
        sandbox.startImport(List.of(row("a", haku(mitaton))));

        assertFailsForGood(mitaton, "HETU_PASSIVOITU");
    }

    @Test
    void other_names_in_vtj_are_kept_for_comparison_and_not_tried_again() {
        var vtj = sandbox.vtjHas(someone("Oikea", "Nimi"));
        sandbox.startImport(List.of(row("a", haku(vtj, "Vaihtunut", "Kokonaan"))));
        awaitImport();
        var created = rows.of(vtj, "muokattu");
        advance("PT1S");

        sandbox.settle().then().body("failed", equalTo(1));

        assertEquals("TRUE", rows.of(vtj, "yksilointi_yritetty"));
        assertEquals("null", rows.of(vtj, "yksilointivirhe"));
        assertEquals(Long.parseLong(created) + 1_000, Long.parseLong(rows.of(vtj, "muokattu")));
        assertEquals("Vaihtunut", rows.of(vtj, "etunimet"));
        assertEquals(1, comparisons());
        advance("P400D");
        sandbox.settle().then().body("failed", equalTo(0));
    }

    @Test
    void a_failure_leaves_the_time_of_the_last_change() {
        var nobody = someone("Eiole", "Muuttunut");
        sandbox.startImport(List.of(row("a", haku(nobody))));
        awaitImport();
        var before = rows.of(nobody, "muokattu");
        advance("PT1S");

        sandbox.settle().then().body("failed", equalTo(1));

        assertEquals(before, rows.of(nobody, "muokattu"));
    }

    @Test
    void a_former_surname_and_swapped_names_are_enough() {
        var former = sandbox.vtjHas(someone("Maija Liisa", "Meikäläinen").toBuilder()
                .entisetSukunimet("Virtanen")
                .build());
        var swapped = sandbox.vtjHas(someone("Teppo", "Testaaja"));
        sandbox.startImport(
                List.of(row("a", haku(former, "Maija", "Virtanen")), row("b", haku(swapped, "Testaaja", "Teppo"))));

        sandbox.settle().then().body("identified", equalTo(2));

        assertEquals("Meikäläinen", rows.of(former, "sukunimi"));
        assertEquals("Teppo", rows.of(swapped, "etunimet"));
    }

    @Test
    void a_changed_hetu_moves_to_the_new_one_and_both_are_official() {
        var uusi = sandbox.vtjHas(someone("Muutos", "Muuttunut"));
        var vanha = sandbox.vtjHas(someone("Muutos", "Muuttunut").toBuilder()
                .passivoitu(true)
                .uusiHetu(uusi.hetu())
                .build());
        sandbox.startImport(List.of(row("a", haku(vanha))));

        sandbox.settle().then().body("identified", equalTo(1));

        assertEquals(List.of(uusi.hetu(), vanha.hetu()).stream().sorted().toList(), rows.kaikkiHetut(uusi));
        sandbox.hae(haku(uusi)).then().statusCode(200).body("oppijanumero", notNullValue());
    }

    @Test
    void identified_once_is_identified_for_good() {
        var eeva = sandbox.vtjHas(someone("Eeva", "Kerran"));
        var oid = sandbox.hae(haku(eeva)).then().extract().<String>path("oid");
        sandbox.settle();
        sandbox.control().delete("/vtj/persons/" + eeva.hetu());

        advance("P400D");
        sandbox.settle().then().body("identified", equalTo(0));

        sandbox.hae(haku(eeva)).then().body("oppijanumero", equalTo(oid));
    }

    @Test
    void a_person_that_vtj_has_too_long_values_for_is_tried_again_and_holds_up_nobody() {
        var odd = sandbox.vtjHas(
                someone("Outo", "Tapaus").toBuilder().kotikunta("0".repeat(300)).build());
        var ordinary = sandbox.vtjHas(someone("Tavallinen", "Tapaus"));
        sandbox.hae(haku(odd));
        sandbox.hae(haku(ordinary));

        sandbox.settle().then().body("identified", equalTo(1)).body("failed", equalTo(1));

        assertEquals("MUU_UUDELLEENYRITETTAVA", rows.of(odd, "yksilointivirhe"));
        sandbox.vtjHas(odd.toBuilder().kotikunta("091").build());
        advance("PT10M");
        sandbox.hae(haku(odd)).then().body("oppijanumero", notNullValue());
    }

    private void assertFailsForGood(VtjHenkilo henkilo, String virhe) {
        sandbox.settle().then().body("failed", equalTo(1));

        assertEquals(virhe, rows.of(henkilo, "yksilointivirhe"));
        sandbox.hae(haku(henkilo)).then().statusCode(200).body("oppijanumero", nullValue());
        sandbox.vtjHas(henkilo.toBuilder().passivoitu(false).build());
        advance("P400D");
        sandbox.settle().then().body("identified", equalTo(0)).body("failed", equalTo(0));
    }

    private static void awaitImport() {
        var deadline = System.nanoTime() + 30_000_000_000L;
        var unfinished = 1L;
        while (unfinished > 0 && System.nanoTime() < deadline) {
            unfinished = sandbox.server()
                    .world("default")
                    .orElseThrow()
                    .db()
                    .sql("select count(*) from tuonti where world = :world and kasiteltyja < kasiteltavia")
                    .number();
        }
        assertEquals(0, unfinished);
    }

    private static long comparisons() {
        return sandbox.server()
                .world("default")
                .orElseThrow()
                .db()
                .sql("select count(*) from yksilointitieto where world = :world and vtj_henkilo like '%\"Oikea\"%'")
                .number();
    }

    private static void advance(String duration) {
        sandbox.control()
                .body("{\"advance\":\"" + duration + "\"}")
                .put("/clock")
                .then()
                .statusCode(200);
    }
}
