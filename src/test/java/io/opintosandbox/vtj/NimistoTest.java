package io.opintosandbox.vtj;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NimistoTest {
    private static final Nimisto NIMISTO =
            new Nimisto(List.of("Äijö", "Mari", "Anna", "Anna-Liisa", "Anni", "Maria"), List.of("Öllö", "Anna", "Ava"));

    @ParameterizedTest
    @ValueSource(strings = {"", "a", "an", "anna", "anna-l", "mari", "ä", "ö", "x", "annaa", "ava"})
    void the_places_of_a_prefix_are_those_of_the_names_that_begin_with_it(String etuliite) {
        var vali = NIMISTO.alkavat(etuliite);
        for (int paikka = 0; paikka < NIMISTO.paikkoja(); paikka++) {
            boolean alkaa = Nimisto.pieneksi(NIMISTO.nimi(paikka)).startsWith(etuliite);
            assertEquals(alkaa, paikka >= vali.alku() && paikka < vali.loppu(), NIMISTO.nimi(paikka));
        }
    }

    @Test
    void a_whole_name_has_its_own_places_only() {
        var vali = NIMISTO.tasan("anna");
        assertEquals("Anna", NIMISTO.nimi(vali.alku()));
        assertEquals("Anna", NIMISTO.nimi(vali.loppu() - 1));
        assertEquals("Anna-Liisa", NIMISTO.nimi(vali.loppu()));
    }

    @Test
    void earlier_names_are_more_frequent_and_rare_ones_have_one_place() {
        assertTrue(paikkoja("Äijö") > paikkoja("Mari") && paikkoja("Mari") > paikkoja("Maria"));
        assertEquals(1, paikkoja("Öllö"));
        assertTrue(paikkoja("Anna") > 1);
    }

    @Test
    void a_round_passes_every_place_once_and_its_points_are_known_beforehand() {
        int paikkoja = NIMISTO.paikkoja();
        var names = IntStream.range(0, paikkoja).mapToObj(NIMISTO::kierrossa).toList();
        assertEquals(
                IntStream.range(0, paikkoja).mapToObj(NIMISTO::nimi).sorted().toList(),
                names.stream().sorted().toList());
        var kohdat = NIMISTO.kierrossa(NIMISTO.alkavat("an"), 3 * paikkoja);
        for (int kohta = 0; kohta < 3 * paikkoja; kohta++) {
            assertEquals(names.get(kohta % paikkoja), NIMISTO.kierrossa(kohta));
            assertEquals(NIMISTO.kierrossa(kohta).startsWith("An"), kohdat.get(kohta));
        }
    }

    @Test
    void nothing_and_repetitions_are_refused() {
        assertThrows(IllegalArgumentException.class, () -> new Nimisto(List.of(), List.of("A")));
        assertThrows(IllegalArgumentException.class, () -> new Nimisto(List.of("A", "A"), List.of()));
    }

    private static long paikkoja(String nimi) {
        return IntStream.range(0, NIMISTO.paikkoja())
                .filter(paikka -> NIMISTO.nimi(paikka).equals(nimi))
                .count();
    }
}
