package io.opintosandbox.vtj;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.opintosandbox.id.Hetu;
import java.time.LocalDate;
import java.time.Period;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Guardians and children of the population. */
class FamiliesTest {
    private static final int PEOPLE = 4_000;
    private static final Population POPULATION = new Population(5, Population.MAX_SIZE, PersonFactory.ofClasspath());

    private static Stream<VtjHenkilo> people() {
        return new SplittableRandom(5).ints(PEOPLE, 0, POPULATION.size()).mapToObj(POPULATION::at);
    }

    private static Stream<VtjHenkilo> children() {
        return people().filter(henkilo -> !henkilo.huoltajat().isEmpty());
    }

    private static VtjHenkilo of(String hetu) {
        return POPULATION.byHetu(hetu).orElseThrow();
    }

    private static LocalDate syntymaaika(VtjHenkilo henkilo) {
        return Hetu.of(henkilo.hetu()).syntymaaika();
    }

    @Test
    void guardians_and_children_point_at_each_other() {
        people().forEach(henkilo -> {
            henkilo.huoltajat()
                    .forEach(huoltaja -> assertTrue(
                            POPULATION.huollettavat(huoltaja.hetu()).contains(henkilo.hetu()), henkilo::toString));
            POPULATION
                    .huollettavat(henkilo.hetu())
                    .forEach(lapsi -> assertTrue(
                            of(lapsi).huoltajat().stream()
                                    .anyMatch(huoltaja -> huoltaja.hetu().equals(henkilo.hetu())),
                            henkilo::toString));
        });
    }

    @Test
    void who_was_a_child_in_2026_has_one_or_two_guardians_and_nobody_else_has_any() {
        people().forEach(henkilo -> {
            int huoltajia = henkilo.huoltajat().size();
            if (syntymaaika(henkilo).getYear() >= 2008) {
                assertTrue(huoltajia == 1 || huoltajia == 2, henkilo::toString);
                assertEquals(List.of(), POPULATION.huollettavat(henkilo.hetu()));
            } else {
                assertEquals(0, huoltajia);
                assertTrue(POPULATION.huollettavat(henkilo.hetu()).size() <= 4);
            }
        });
    }

    @Test
    void parents_are_20_to_42_years_older_and_alive() {
        children()
                .forEach(lapsi -> lapsi.huoltajat().forEach(huoltaja -> {
                    var vanhempi = of(huoltaja.hetu());
                    int ero = Period.between(syntymaaika(vanhempi), syntymaaika(lapsi))
                            .getYears();
                    assertTrue(ero >= 20 && ero <= 42, () -> ero + " years between " + vanhempi + " and " + lapsi);
                    assertNull(vanhempi.kuolinpaiva());
                }));
    }

    @Test
    void siblings_are_no_less_than_a_year_apart() {
        people().forEach(henkilo -> {
            var lapset = POPULATION.huollettavat(henkilo.hetu());
            for (int i = 1; i < lapset.size(); i++) {
                var nuorempi = syntymaaika(of(lapset.get(i)));
                assertTrue(syntymaaika(of(lapset.get(i - 1))).plusYears(1).isBefore(nuorempi), henkilo::toString);
            }
        });
    }

    @Test
    void a_family_lives_at_one_address_which_turvakielto_hides_of_all() {
        children()
                .forEach(lapsi -> lapsi.huoltajat().forEach(huoltaja -> {
                    var vanhempi = of(huoltaja.hetu());
                    assertEquals(vanhempi.kotikunta(), lapsi.kotikunta());
                    assertEquals(vanhempi.osoite(), lapsi.osoite());
                    assertEquals(vanhempi.turvakielto(), lapsi.turvakielto());
                }));
    }

    @Test
    void a_child_has_the_surname_of_a_guardian() {
        children()
                .forEach(lapsi -> assertTrue(
                        lapsi.huoltajat().stream()
                                .anyMatch(huoltaja ->
                                        of(huoltaja.hetu()).sukunimi().endsWith(lapsi.sukunimi())),
                        lapsi::toString));
    }

    @Test
    void most_children_have_two_guardians_and_most_couples_one_surname() {
        var lapset = children().toList();
        double kaksi =
                lapset.stream().filter(lapsi -> lapsi.huoltajat().size() == 2).count() / (double) lapset.size();
        assertTrue(kaksi > 0.7 && kaksi < 0.9, () -> "two guardians: " + kaksi);
        long sama = lapset.stream()
                .filter(lapsi -> lapsi.huoltajat().stream()
                                .map(huoltaja -> of(huoltaja.hetu()).sukunimi())
                                .distinct()
                                .count()
                        == 1)
                .count();
        assertTrue(sama > lapset.size() / 2);
    }

    @Test
    void where_the_population_ends_no_child_is_without_its_guardians() {
        var factory = PersonFactory.ofClasspath();
        for (int size = 1; size <= 300; size++) {
            var population = new Population(2, size, factory);
            var last = population.at(size - 1);
            last.huoltajat()
                    .forEach(huoltaja ->
                            assertTrue(population.huollettavat(huoltaja.hetu()).contains(last.hetu())));
            IntStream.range(Math.max(0, size - 6), size)
                    .mapToObj(population::at)
                    .flatMap(henkilo -> population.huollettavat(henkilo.hetu()).stream())
                    .forEach(lapsi -> assertFalse(population.byHetu(lapsi).isEmpty()));
        }
    }
}
