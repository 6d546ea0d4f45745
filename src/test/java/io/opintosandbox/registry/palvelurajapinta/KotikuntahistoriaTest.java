package io.opintosandbox.registry.palvelurajapinta;

import static io.opintosandbox.registry.palvelurajapinta.S2s.sukunimi;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.opintosandbox.registry.henkilo.Henkilo;
import io.opintosandbox.registry.henkilo.UusiHenkilo;
import io.opintosandbox.registry.palvelurajapinta.Kotikuntahistoria.Asuminen;
import io.opintosandbox.testing.TestSandbox;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Where people have lived: registry-api.md 4.4 and 5.2, registry-behaviour.md 20. */
class KotikuntahistoriaTest {
    private static final Asuminen ESPOO = new Asuminen("049", LocalDate.of(2010, 5, 1), LocalDate.of(2019, 12, 31));
    private static final Asuminen HELSINKI = new Asuminen("091", LocalDate.of(2020, 1, 1), null);
    private static final Asuminen ILMAN_PAIVAA = new Asuminen("777", null, null);

    @RegisterExtension
    static final TestSandbox sandbox = new TestSandbox();

    private final S2s s2s = new S2s(sandbox);

    @Test
    void the_earliest_move_comes_first_over_all_people_and_one_without_a_day_last() {
        var p = henkilo(false);
        var q = henkilo(false);
        historia().korvaa(p.id(), List.of(ILMAN_PAIVAA, HELSINKI, ESPOO));
        historia().lisaa(q.id(), new Asuminen("853", LocalDate.of(2015, 2, 3), null));

        assertEquals(
                "[" + json(p, "049", "\"2010-05-01\"", "\"2019-12-31\"") + ","
                        + json(q, "853", "\"2015-02-03\"", "null") + "," + json(p, "091", "\"2020-01-01\"", "null")
                        + "," + json(p, "777", "null", "null") + "]",
                ask("", Arrays.asList(q.oid(), p.oid(), p.oid(), null, "foo")));
    }

    @Test
    void a_turvakielto_moves_the_history_to_the_call_with_its_own_right() {
        var open = henkilo(false);
        var hidden = henkilo(true);
        historia().lisaa(open.id(), HELSINKI);
        historia().lisaa(hidden.id(), HELSINKI);
        var both = List.of(open.oid(), hidden.oid());

        assertEquals("[" + json(open, "091", "\"2020-01-01\"", "null") + "]", ask("", both));
        assertEquals("[" + json(hidden, "091", "\"2020-01-01\"", "null") + "]", ask("/turvakielto", both));
    }

    @Test
    void what_is_stored_twice_is_there_twice_and_what_replaces_is_there_alone() {
        var p = henkilo(false);

        historia().lisaa(p.id(), HELSINKI);
        historia().lisaa(p.id(), HELSINKI);
        assertEquals(List.of(HELSINKI, HELSINKI), historiaOf(p));

        historia().korvaa(p.id(), List.of(ESPOO));
        assertEquals(List.of(ESPOO), historiaOf(p));

        historia().korvaa(p.id(), List.of());
        assertEquals(List.of(), historiaOf(p));
    }

    @Test
    void a_time_is_removed_corrected_and_ended_by_its_exact_code_and_dates_in_one_persons_history_only() {
        var p = henkilo(false);
        var other = henkilo(false);
        historia().korvaa(other.id(), List.of(ESPOO, HELSINKI, ILMAN_PAIVAA));
        historia().korvaa(p.id(), List.of(ESPOO, HELSINKI, ILMAN_PAIVAA));
        var left = new Asuminen("091", HELSINKI.kuntaanMuuttopv(), LocalDate.of(2026, 10, 31));

        assertFalse(historia().poista(p.id(), new Asuminen("049", ESPOO.kuntaanMuuttopv(), null)));
        assertTrue(historia().poista(p.id(), ESPOO));
        assertFalse(historia().paata(p.id(), new Asuminen("049", ESPOO.kuntaanMuuttopv(), null)));
        assertTrue(historia().paata(p.id(), left));
        assertFalse(historia().korjaa(p.id(), HELSINKI, ESPOO));
        assertTrue(historia().korjaa(p.id(), ILMAN_PAIVAA, new Asuminen("092", LocalDate.of(2026, 11, 1), null)));
        assertEquals(List.of(left, new Asuminen("092", LocalDate.of(2026, 11, 1), null)), historiaOf(p));
        assertTrue(historia().korjaa(p.id(), left, HELSINKI));
        assertEquals(HELSINKI, historiaOf(p).get(0));

        assertEquals(List.of(ESPOO, HELSINKI, ILMAN_PAIVAA), historiaOf(other));
    }

    private Henkilo henkilo(boolean turvakielto) {
        return s2s.henkilo(UusiHenkilo.nimeltaan("Muutto", "Muutto", sukunimi()).turvakielto(turvakielto));
    }

    private Kotikuntahistoria historia() {
        return s2s.world().part(Kotikuntahistoria.class);
    }

    private List<Asuminen> historiaOf(Henkilo henkilo) {
        return historia().ilmanTurvakieltoa(List.of(henkilo.oid())).stream()
                .map(dto -> new Asuminen(dto.kotikunta(), dto.kuntaanMuuttopv(), dto.kunnastaPoisMuuttopv()))
                .toList();
    }

    private String ask(String path, List<String> oids) {
        var right = path.isEmpty() ? "KOTIKUNTAHISTORIA" : "TURVAKIELTOKOTIKUNTAHISTORIA";
        return s2s.postAs(s2s.user("OPPIJANUMEROREKISTERI_" + right), "/henkilo/kotikuntahistoria" + path, oids)
                .then()
                .statusCode(200)
                .extract()
                .asString();
    }

    private static String json(Henkilo henkilo, String kotikunta, String alku, String loppu) {
        return "{\"oid\":\"" + henkilo.oid() + "\",\"kotikunta\":\"" + kotikunta + "\",\"kuntaanMuuttopv\":" + alku
                + ",\"kunnastaPoisMuuttopv\":" + loppu + "}";
    }
}
