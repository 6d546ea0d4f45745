package io.opintosandbox.vtj;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.opintosandbox.id.Hetu;
import io.opintosandbox.vtj.NamePools.Kunta;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class GeneratedPeopleTest {

    private static final Population POPULATION = new Population(1, 20_000, PersonFactory.ofClasspath());
    private static final NamePools POOLS =
            NamePoolReader.read(path -> GeneratedPeopleTest.class.getResource("/io/opintosandbox/fixtures/" + path));
    private static final Map<String, Kunta> KUNNAT =
            POOLS.kunnat().stream().collect(Collectors.toMap(Kunta::koodi, Function.identity()));

    private static Stream<VtjHenkilo> everybody() {
        return IntStream.range(0, POPULATION.size()).mapToObj(POPULATION::at);
    }

    @Test
    void names_fit_the_gender_of_the_hetu_and_the_language() {
        everybody().forEach(henkilo -> {
            assertEquals(Hetu.of(henkilo.hetu()).sukupuoli(), henkilo.sukupuoli());
            var pool = POOLS.nimet(henkilo.aidinkieli());
            var etunimet = List.of(henkilo.etunimet().split(" "));
            assertTrue(pool.etunimet(henkilo.sukupuoli()).containsAll(etunimet), henkilo::toString);
            assertEquals(etunimet.size(), etunimet.stream().distinct().count(), henkilo::toString);
            assertTrue(etunimet.contains(henkilo.kutsumanimi()), henkilo::toString);
        });
    }

    @Test
    void surnames_are_of_the_language_and_former_ones_differ_from_the_present_one() {
        everybody().forEach(henkilo -> {
            var pool = POOLS.nimet(henkilo.aidinkieli()).sukunimet();
            String sukunimi = henkilo.sukunimi();
            for (String entinen : henkilo.entisetSukunimet()) {
                assertTrue(pool.contains(entinen), henkilo::toString);
                assertFalse(entinen.equals(sukunimi), henkilo::toString);
                if (sukunimi.startsWith(entinen + "-")) {
                    sukunimi = sukunimi.substring(entinen.length() + 1);
                }
            }
            assertTrue(pool.contains(sukunimi), henkilo::toString);
        });
    }

    @Test
    void an_address_is_in_the_home_municipality_and_nobody_with_turvakielto_has_one() {
        everybody().forEach(henkilo -> {
            var kunta = KUNNAT.get(henkilo.kotikunta());
            assertNotNull(kunta, henkilo::toString);
            var osoite = henkilo.osoite();
            if (henkilo.turvakielto()) {
                assertNull(osoite);
                assertNull(henkilo.sahkoposti());
                return;
            }
            assertTrue(kunta.postinumerot().contains(osoite.postinumero()), henkilo::toString);
            assertEquals(kunta.nimi(), osoite.postitoimipaikka());
            assertEquals(kunta.namn(), osoite.postitoimipaikkaSv());
            assertEquals(henkilo.aidinkieli().equals("sv") && kunta.namn() != null, osoite.katuosoiteSv() != null);
        });
    }

    @Test
    void the_dead_were_born_before_they_died_and_died_before_2026() {
        everybody().filter(henkilo -> henkilo.kuolinpaiva() != null).forEach(henkilo -> {
            LocalDate kuolinpaiva = henkilo.kuolinpaivaDate().orElseThrow();
            assertTrue(kuolinpaiva.isAfter(Hetu.of(henkilo.hetu()).syntymaaika()), henkilo::toString);
            assertTrue(kuolinpaiva.getYear() < 2026, henkilo::toString);
        });
    }

    @Test
    void mail_goes_to_example_domains_only() {
        everybody()
                .filter(henkilo -> henkilo.sahkoposti() != null)
                .forEach(henkilo -> assertTrue(
                        henkilo.sahkoposti().matches("[a-z-]+\\.[a-z-]+\\d{4}@example\\.(com|org)"),
                        henkilo::sahkoposti));
    }

    @Test
    void rare_cases_are_as_rare_as_they_should_be() {
        assertShare(5.2, henkilo -> henkilo.aidinkieli().equals("sv"));
        assertShare(7.3, henkilo -> !List.of("fi", "sv").contains(henkilo.aidinkieli()));
        assertShare(95, henkilo -> henkilo.kansalaisuudet().equals(List.of("246")));
        assertShare(1, VtjHenkilo::turvakielto);
        assertShare(1, henkilo -> henkilo.kuolinpaiva() != null);
        assertShare(8, henkilo -> !henkilo.entisetSukunimet().isEmpty());
        assertShare(33, henkilo -> henkilo.sahkoposti() != null);
        assertShare(50, henkilo -> henkilo.sukupuoli().equals("2"));
    }

    @Test
    void the_pools_are_large_enough_for_a_population_that_does_not_repeat_itself() {
        assertTrue(
                POOLS.suomi().naiset().size() >= 150 && POOLS.suomi().miehet().size() >= 150);
        assertTrue(POOLS.suomi().sukunimet().size() >= 300);
        assertTrue(
                POOLS.ruotsi().naiset().size() >= 40 && POOLS.ruotsi().miehet().size() >= 40);
        assertTrue(POOLS.ruotsi().sukunimet().size() >= 60);
        assertTrue(POOLS.kadut().size() >= 60 && POOLS.kaksikielisetKadut().size() >= 30);
        assertFalse(KUNNAT.containsKey("200") || KUNNAT.containsKey("999"));
    }

    private static void assertShare(double percent, Predicate<VtjHenkilo> rule) {
        double share = 100.0 * everybody().filter(rule).count() / POPULATION.size();
        assertEquals(percent, share, Math.max(0.3, percent / 20));
    }
}
