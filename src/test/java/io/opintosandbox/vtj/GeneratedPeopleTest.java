package io.opintosandbox.vtj;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.opintosandbox.id.Hetu;
import io.opintosandbox.json.Json;
import io.opintosandbox.vtj.NamePools.Kunta;
import java.io.IOException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
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
    private static final List<VtjHenkilo> EVERYBODY =
            IntStream.range(0, POPULATION.size()).mapToObj(POPULATION::at).toList();

    private static Stream<VtjHenkilo> everybody() {
        return EVERYBODY.stream();
    }

    private static int vuosi(VtjHenkilo henkilo) {
        return Hetu.of(henkilo.hetu()).syntymaaika().getYear();
    }

    @Test
    void first_names_fit_the_gender_of_the_hetu_the_birth_year_and_the_language() {
        everybody().forEach(henkilo -> {
            assertEquals(Hetu.of(henkilo.hetu()).sukupuoli(), henkilo.sukupuoli());
            boolean nainen = henkilo.sukupuoli().equals("2");
            var pool = POOLS.kieli(henkilo.aidinkieli())
                    .etunimet(nainen, vuosi(henkilo))
                    .nimet();
            var etunimet = List.of(henkilo.etunimet().split(" "));
            assertTrue(pool.containsAll(etunimet), henkilo::toString);
            assertEquals(etunimet.size(), etunimet.stream().distinct().count(), henkilo::toString);
            assertTrue(etunimet.contains(henkilo.kutsumanimi()), henkilo::toString);
        });
    }

    @Test
    void former_surnames_differ_from_the_present_one_and_are_the_first_half_of_a_double_one() {
        Set<String> nimet = POOLS.kielet().stream()
                .flatMap(kieli -> kieli.sukunimet().nimet().stream())
                .collect(Collectors.toSet());
        everybody().forEach(henkilo -> {
            henkilo.entisetSukunimet()
                    .forEach(entinen -> assertFalse(entinen.equals(henkilo.sukunimi()), henkilo::toString));
            assertTrue(
                    nimet.contains(henkilo.sukunimi())
                            || henkilo.sukunimi()
                                    .startsWith(henkilo.entisetSukunimet().get(0) + "-"),
                    henkilo::toString);
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
            assertEquals(kunta.postitoimipaikka(), osoite.postitoimipaikka());
            assertEquals(kunta.postort(), osoite.postitoimipaikkaSv());
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
        assertShare(4, 8, henkilo -> henkilo.aidinkieli().equals("sv"));
        assertShare(7, 13, henkilo -> !List.of("fi", "sv").contains(henkilo.aidinkieli()));
        assertShare(90, 97, henkilo -> henkilo.kansalaisuudet().contains("246"));
        assertShare(0.5, 2, VtjHenkilo::turvakielto);
        assertShare(0.5, 2, henkilo -> henkilo.kuolinpaiva() != null);
        assertShare(10, 30, henkilo -> !henkilo.entisetSukunimet().isEmpty());
        assertShare(20, 40, henkilo -> henkilo.sahkoposti() != null);
        assertShare(49, 52, henkilo -> henkilo.sukupuoli().equals("2"));
    }

    @Test
    void ages_are_those_of_a_country() {
        assertShare(12, 18, henkilo -> vuosi(henkilo) > 2010);
        assertShare(20, 27, henkilo -> vuosi(henkilo) < 1961);
        assertShare(0.1, 4, henkilo -> vuosi(henkilo) < 1936);
        assertTrue(count(h -> vuosi(h) < 1940 && h.sukupuoli().equals("2"))
                > 1.2 * count(h -> vuosi(h) < 1940 && h.sukupuoli().equals("1")));
    }

    @Test
    void municipalities_are_as_large_as_they_are_and_none_is_empty() {
        assertShare(10, 14, henkilo -> henkilo.kotikunta().equals("091"));
        assertShare(4, 7, henkilo -> henkilo.kotikunta().equals("049"));
        assertEquals(KUNNAT.keySet(), everybody().map(VtjHenkilo::kotikunta).collect(Collectors.toSet()));
    }

    @Test
    void languages_are_spoken_where_they_are() {
        double narpio =
                share(h -> h.kotikunta().equals("545"), h -> h.aidinkieli().equals("sv"));
        double oulu =
                share(h -> h.kotikunta().equals("564"), h -> h.aidinkieli().equals("sv"));
        double vantaa = share(
                h -> h.kotikunta().equals("092"), h -> !List.of("fi", "sv").contains(h.aidinkieli()));
        assertTrue(narpio > 0.4 && oulu < 0.05 && vantaa > 0.15, () -> narpio + " " + oulu + " " + vantaa);
    }

    @Test
    void the_names_of_grandparents_and_grandchildren_are_different_ones() {
        var vanhat = commonest(h -> vuosi(h) > 1945 && vuosi(h) < 1956);
        var nuoret = commonest(h -> vuosi(h) > 2015);
        assertTrue(vanhat.stream().noneMatch(nuoret::contains), () -> vanhat + " and " + nuoret);
    }

    @Test
    void the_municipalities_are_those_of_the_koodisto() throws IOException {
        Map<String, String> koodisto = new HashMap<>();
        try (var in = getClass().getResourceAsStream("/io/opintosandbox/fixtures/koodisto/kunta.json")) {
            Json.tree(in)
                    .forEach(koodi -> koodisto.put(
                            koodi.get("koodi").asText(),
                            koodi.get("fi").asText() + "/" + koodi.get("sv").asText()));
        }
        koodisto.remove("200");
        koodisto.remove("999");
        Map<String, String> omat = new HashMap<>();
        POOLS.kunnat()
                .forEach(kunta -> omat.put(
                        kunta.koodi(), kunta.nimi() + "/" + (kunta.namn() == null ? kunta.nimi() : kunta.namn())));
        assertEquals(koodisto, omat);
        assertEquals(307, omat.size());
        assertEquals(
                POOLS.kunnat().stream().mapToInt(k -> k.postinumerot().size()).sum(),
                POOLS.kunnat().stream()
                        .flatMap(k -> k.postinumerot().stream())
                        .distinct()
                        .count(),
                "a post code is of one municipality");
    }

    private static List<String> commonest(Predicate<VtjHenkilo> which) {
        Map<String, Long> kerrat = everybody()
                .filter(which)
                .filter(henkilo -> henkilo.aidinkieli().equals("fi"))
                .collect(Collectors.groupingBy(VtjHenkilo::kutsumanimi, Collectors.counting()));
        return kerrat.entrySet().stream()
                .sorted(Map.Entry.<String, Long>comparingByValue().reversed().thenComparing(Map.Entry.comparingByKey()))
                .limit(15)
                .map(Map.Entry::getKey)
                .toList();
    }

    private static double share(Predicate<VtjHenkilo> of, Predicate<VtjHenkilo> which) {
        return count(of.and(which)) / (double) count(of);
    }

    private static long count(Predicate<VtjHenkilo> which) {
        return everybody().filter(which).count();
    }

    private static void assertShare(double atLeast, double atMost, Predicate<VtjHenkilo> which) {
        double share = 100.0 * count(which) / POPULATION.size();
        assertTrue(share >= atLeast && share <= atMost, () -> share + " % is not " + atLeast + " to " + atMost);
    }
}
