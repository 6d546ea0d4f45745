package io.opintosandbox.registry.henkilo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** registry-behaviour.md 4.1 and 4.3, every row of their tables; 8 rule 6. */
class NameMatchingTest {

    private static final List<String> LIISAS = List.of("Meikäläinen", "Virtanen");

    @ParameterizedTest
    @CsvSource({
        "Åke Örjan, ake orjan",
        "Strauß, strauss",
        "Meikäläinen, meikalainen",
        "Þórsson, thorsson",
        "Petrovitš, petrovits",
        "Ørsted, orsted",
        "Nguyễn, nguyen",
        "Łukasz, lukasz",
        "Œuvre, oeuvre",
        "Ægir, aegir",
        "Иванов, ivanov",
        "Юлия, iuliia",
        "O’Neill, o'neill",
        "Anna‐Kaisa, anna-kaisa",
        "Anna-Kaisa O'NEILL, anna-kaisa o'neill",
    })
    void names_are_compared_without_accents_in_ascii_in_lower_case(String name, String normalized) {
        assertEquals(normalized, NameMatching.normalize(name));
        assertEquals(normalized, NameMatching.normalize(normalized));
    }

    @Test
    void no_name_is_the_empty_name() {
        assertEquals("", NameMatching.normalize(null));
    }

    @Test
    void composed_and_decomposed_letters_are_the_same() {
        assertEquals("aho", NameMatching.normalize("A\u030aho"));
        assertEquals("i", NameMatching.normalize("\u0130"));
    }

    @Test
    void the_quick_way_for_ascii_changes_nothing() {
        for (char c = 0; c < 0x80; c++) {
            assertEquals(NameMatching.normalize("ä" + c), "a" + NameMatching.normalize(String.valueOf(c)));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "Teppo Taneli, Testaaja, Teppo, Testaja, true",
        "Teppo Taneli, Testaaja, Taneli, TESTAAJA, true",
        "Teppo Taneli, Testaaja, Tepo, Testaaja, true",
        "Teppo Taneli, Testaaja, Matti Taneli, Testaaja, true",
        "Teppo Taneli, Testaaja, Jorma, Testaaja, false",
        "Teppo Taneli, Testaaja, po, Testaaja, true",
        "Teppo Taneli, Testaaja, Teppo Taneli, Testaajainen, true",
        "Teppo Taneli, Testaaja, Teppo Taneli, Teestaaja, true",
        "Teppo Taneli, Testaaja, Teppo Taneli, Tess, false",
        "Teppo Taneli, Testaaja, Teppo Taneli, Taneli, false",
        "Teppo Taneli, Testaaja, Testaaja, Teppo, false",
        "Teppo Taneli, Testaaja, Tëppö Täneli, Téstaaja, true",
        "Anna-Kaisa Sofia, von Essen-Testi, Annakaisa, Essen-Testi, true",
        "Anna-Kaisa Sofia, von Essen-Testi, Anna Kaisa, von Essen Testi, true",
        "Anna-Kaisa Sofia, von Essen-Testi, Hanna, von Essen-Testi, true",
        "Anna-Kaisa Sofia, von Essen-Testi, Anna-Kaisa Sofia, Von Essen, true",
        "Anna-Kaisa Sofia, von Essen-Testi, Anna-Kaisa Sofia, Essen, false",
        "Anna-Kaisa Sofia, von Essen-Testi, Soile, von Essen-Testi, false",
        "Åke Örjan, Öhman, Aake, Ohmann, true",
        "Åke Örjan, Öhman, Okke, Öhman, false",
        "Matti, Nykänen-Koe, Matti, Koe, false",
        "Matti, Nykänen-Koe, Martti, Nykänen-Koe, true",
        "Maija Liisa Kaarina, Meikäläinen, Maija, Virtanen, false",
    })
    void hae_matches_as_the_contracts_table_says(
            String etunimet, String sukunimi, String givenEtunimet, String givenSukunimi, boolean match) {
        assertEquals(match, NameMatching.namesMatch(givenEtunimet, givenSukunimi, etunimet, sukunimi));
    }

    @Test
    void identification_accepts_a_former_surname() {
        assertTrue(NameMatching.identifies("Maija", "Virtanen", "Maija Liisa Kaarina", LIISAS));
        assertTrue(NameMatching.identifies("Maija", "Meikäläinen", "Maija Liisa Kaarina", LIISAS));
        assertFalse(NameMatching.identifies("Maija", "Korhonen", "Maija Liisa Kaarina", LIISAS));
        assertFalse(NameMatching.identifies("Jorma", "Virtanen", "Maija Liisa Kaarina", LIISAS));
    }

    @Test
    void identification_accepts_swapped_fields_and_former_surnames_in_them() {
        assertTrue(NameMatching.identifies("Testaaja", "Teppo", "Teppo Taneli", List.of("Testaaja")));
        assertTrue(NameMatching.identifies("Virtanen", "Liisa", "Maija Liisa Kaarina", LIISAS));
        assertFalse(NameMatching.identifies("Virtanen", "Jorma", "Maija Liisa Kaarina", LIISAS));
    }

    @Test
    void identification_accepts_a_person_without_any_name() {
        assertTrue(NameMatching.identifies("", "", "Maija Liisa", LIISAS));
        assertTrue(NameMatching.identifies(null, " ", "Maija Liisa", List.of()));
        assertFalse(NameMatching.identifies("Jorma", "", "Maija Liisa", LIISAS));
        assertFalse(NameMatching.identifies("", "Jorma", "Maija Liisa", LIISAS));
    }

    @Test
    void a_missing_first_name_is_part_of_any_but_a_missing_surname_is_like_none() {
        assertTrue(NameMatching.firstNamesMatch(null, "Teppo"));
        assertTrue(NameMatching.namesMatch("", "Testaaja", "Teppo", "Testaaja"));
        assertFalse(NameMatching.surnamesMatch("", ""));
        assertFalse(NameMatching.firstNamesMatch("Teppo", null));
    }

    @Test
    void white_space_of_any_kind_separates_first_names() {
        assertTrue(NameMatching.firstNamesMatch("Matti\tTaneli", "Teppo\u00a0Taneli"));
        assertFalse(NameMatching.firstNamesMatch("- -", "Teppo"));
    }

    @Test
    void a_name_of_more_than_a_thousand_characters_matches_nothing() {
        var longest = "a".repeat(1_000);

        assertTrue(NameMatching.namesMatch(longest, longest, longest, longest));
        assertFalse(NameMatching.surnamesMatch(longest + "a", longest + "a"));
        assertFalse(NameMatching.firstNamesMatch("a", longest + "a"));
        assertFalse(NameMatching.firstNamesMatch("京".repeat(1_000), "京".repeat(1_000)));
    }

    @Test
    void the_worst_names_are_compared_in_no_time() {
        var many = "ab ".repeat(333);
        var others = "cd-ef ".repeat(166);
        var huge = "ä".repeat(5_000_000);

        assertTimeoutPreemptively(Duration.ofSeconds(5), () -> {
            assertFalse(NameMatching.identifies(many, many, others, List.of(others, "a".repeat(1_000))));
            assertFalse(NameMatching.namesMatch(huge, huge, huge, huge));
        });
    }
}
