package io.opintosandbox.vtj;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The search of the population against looking at everybody. */
class VaestoHakuTest {
    private static final PersonFactory FACTORY = PersonFactory.ofClasspath();

    /** Two repetitions and a part of a third. */
    private static final Population POPULATION = new Population(8, 23_456, FACTORY);

    private static List<VtjHenkilo> everybody;

    @BeforeAll
    static void make_everybody() {
        everybody =
                IntStream.range(0, POPULATION.size()).mapToObj(POPULATION::at).toList();
    }

    static List<String> queries() {
        List<String> queries = new ArrayList<>(List.of(
                "",
                "virt",
                "VIRTANEN",
                "a",
                "ä",
                "aino",
                "maria 1987",
                "1950",
                "1850",
                "2025 helsinki",
                "Helsingfors",
                "091",
                "Salo",
                "salo salo",
                "kokkola 19",
                "espoo m k",
                "x",
                "koski",
                "999",
                "anna-",
                "pedersöre",
                "nguyen",
                "010190-901R",
                "virtanen-k",
                "tuuli 1990 vantaa a"));
        // Whoever is there is found by what is known of them.
        for (int i = 0; i < 23_000; i += 2_300) {
            var henkilo = POPULATION.at(i);
            queries.add(henkilo.hetu());
            queries.add(henkilo.sukunimi() + " " + henkilo.etunimet() + " " + henkilo.kotikunta());
            queries.add(henkilo.hetu() + " " + henkilo.kutsumanimi());
            queries.add(henkilo.hetu() + " xyz");
        }
        for (int i = 0, doubles = 0; doubles < 8; i++) {
            var sukunimi = POPULATION.at(i).sukunimi();
            if (sukunimi.contains("-") && POPULATION.at(i).aidinkieli().equals("fi")) {
                queries.add(sukunimi);
                queries.add(sukunimi.substring(0, sukunimi.indexOf('-') + 2));
                doubles++;
            }
        }
        return queries;
    }

    @ParameterizedTest
    @MethodSource("queries")
    void it_finds_exactly_those_whom_looking_at_everybody_finds(String query) {
        var ehto = POPULATION.ehto(query);
        var expected = IntStream.range(0, POPULATION.size())
                .filter(i -> ehto.matches(everybody.get(i)))
                .boxed()
                .toList();

        var haku = POPULATION.haku(ehto, Set.of());

        assertEquals(expected.size(), haku.maara());
        assertEquals(expected, haku.numerot(0, Integer.MAX_VALUE));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a", "virtanen", "helsinki 1980", "1999"})
    void pages_put_together_are_the_whole_without_those_who_are_hidden(String query) {
        var ehto = POPULATION.ehto(query);
        var all = POPULATION.haku(ehto, Set.of()).numerot(0, Integer.MAX_VALUE);
        Set<Integer> hidden = new HashSet<>();
        for (int i = 0; i < POPULATION.size(); i += 3) {
            hidden.add(i);
        }
        var expected = all.stream().filter(i -> !hidden.contains(i)).toList();

        var haku = POPULATION.haku(ehto, hidden);
        List<Integer> pages = new ArrayList<>();
        for (int from = 0; from < haku.maara(); from += 997) {
            pages.addAll(haku.numerot(from, 997));
        }

        assertEquals(expected.size(), haku.maara());
        assertEquals(expected, pages);
        assertEquals(List.of(), haku.numerot(haku.maara(), 20));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "virtanen", "a", "maria 1987", "espoo", "1950 helsinki"})
    void in_the_largest_population_only_those_of_the_page_are_looked_at(String query) {
        var factory = PersonFactory.ofClasspath();
        var population = new Population(8, Population.MAX_SIZE, factory);
        var ehto = population.ehto(query);

        var haku = population.haku(ehto, Set.of());
        assertTrue(haku.maara() > 1000, "found " + haku.maara());
        assertEquals(0, factory.made());

        for (int from : new int[] {0, haku.maara() / 2, haku.maara() - 20}) {
            var page = haku.numerot(from, 20).stream().map(population::at).toList();
            assertEquals(20, page.size());
            page.forEach(henkilo -> assertTrue(ehto.matches(henkilo), henkilo::toString));
        }
        assertEquals(60, factory.made());
    }

    @Test
    void nobody_is_found_in_no_population() {
        var empty = new Population(8, 0, FACTORY);

        var haku = empty.haku(empty.ehto(""), Set.of());

        assertEquals(0, haku.maara());
        assertEquals(List.of(), haku.numerot(0, 20));
    }
}
