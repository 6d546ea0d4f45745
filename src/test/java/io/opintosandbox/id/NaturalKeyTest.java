package io.opintosandbox.id;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import org.junit.jupiter.api.Test;

class NaturalKeyTest {

    private static final List<String> AWKWARD =
            List.of("", ":", "#", "0", "0:", "1:", "1:a", "a", "null", "nimet:", "hetu:a", "user:", "a1:b", "#0", "-");

    @Test
    void the_same_value_of_different_kinds_makes_different_keys() {
        var seen = new HashSet<String>();
        for (var value : AWKWARD) {
            assertTrue(seen.add(NaturalKey.ofHetu(value)));
            assertTrue(seen.add(NaturalKey.ofPassinumero(value)));
            assertTrue(seen.add(NaturalKey.ofSahkoposti(value)));
            assertTrue(seen.add(NaturalKey.ofUser(value)));
            assertTrue(seen.add(NaturalKey.ofNames(value, "Testaaja", null, 0)));
        }
    }

    @Test
    void no_choice_of_names_imitates_another() {
        var seen = new HashSet<String>();
        for (var etunimet : AWKWARD) {
            for (var sukunimi : AWKWARD) {
                for (var alike = 0; alike < 3; alike++) {
                    assertTrue(seen.add(NaturalKey.ofNames(etunimet, sukunimi, null, alike)));
                    assertTrue(seen.add(NaturalKey.ofNames(etunimet, sukunimi, LocalDate.of(2001, 1, 1), alike)));
                }
            }
        }
    }

    @Test
    void a_missing_name_is_an_empty_one() {
        assertEquals(NaturalKey.ofNames("", "", null, 0), NaturalKey.ofNames(null, null, null, 0));
    }
}
