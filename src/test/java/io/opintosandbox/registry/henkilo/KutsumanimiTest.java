package io.opintosandbox.registry.henkilo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** registry-behaviour.md 3, with its table. */
class KutsumanimiTest {

    private static final String ETUNIMET = "Anna-Kaisa Sofia";

    @ParameterizedTest
    @ValueSource(strings = {"anna-kaisa", "sofia", "anna", "kaisa", "ANNA-KAISA", "Sofia", "kAiSa"})
    void one_name_or_a_part_of_a_hyphenated_one_is_one_of_them(String kutsumanimi) {
        assertTrue(Kutsumanimi.isOneOf(kutsumanimi, ETUNIMET));
        assertTrue(Kutsumanimi.isPartOf(kutsumanimi, ETUNIMET));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "-",
                "ann",
                "nna",
                "kaisa sofia",
                "anna-kaisa sofia",
                "kaisa-sofia",
                "anna-",
                "sofia ",
                "maija"
            })
    void nothing_else_is_one_of_them(String kutsumanimi) {
        assertFalse(Kutsumanimi.isOneOf(kutsumanimi, ETUNIMET));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "anna",
                "kaisa",
                "sofia",
                "anna-kaisa",
                "anna kaisa",
                "kaisa sofia",
                "anna-kaisa sofia",
                "anna kaisa sofia",
                "ANNA-KAISA SOFIA",
                "Kaisa Sofia",
            })
    void a_run_of_consecutive_names_or_parts_is_part_of_them(String kutsumanimi) {
        assertTrue(Kutsumanimi.isPartOf(kutsumanimi, ETUNIMET));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "-",
                "sofia anna",
                "anna sofia",
                "kaisa-sofia",
                "anna-kaisa-sofia",
                "anna  kaisa",
                " anna",
                "anna ",
                "ann",
                "isa sofia",
                "anna-kaisa sofia maija",
                "anna-kaisa  sofia",
                "anna\tkaisa"
            })
    void anything_else_is_no_part_of_them(String kutsumanimi) {
        assertFalse(Kutsumanimi.isPartOf(kutsumanimi, ETUNIMET));
    }

    @Test
    void a_run_stays_within_one_way_of_splitting() {
        assertTrue(Kutsumanimi.isPartOf("b-c d-e", "a b-c d-e"));
        assertTrue(Kutsumanimi.isPartOf("b c d", "a b-c d-e"));
        assertFalse(Kutsumanimi.isPartOf("b-c d", "a b-c d-e"));
        assertFalse(Kutsumanimi.isPartOf("b-c d e", "a b-c d-e"));
        assertFalse(Kutsumanimi.isPartOf("b-c", "a-b-c"));
        assertFalse(Kutsumanimi.isOneOf("b-c", "a-b-c"));
    }

    @ParameterizedTest
    @CsvSource({"ÅKE, Åke Örjan", "örjan, Åke Örjan", "ЮЛИЯ, Юлия", "οδυσσευς, ΟΔΥΣΣΕΥΣ Α"})
    void case_does_not_count_in_any_alphabet(String kutsumanimi, String etunimet) {
        assertTrue(Kutsumanimi.isOneOf(kutsumanimi, etunimet));
        assertTrue(Kutsumanimi.isPartOf(kutsumanimi, etunimet));
    }

    @Test
    void accents_count() {
        assertFalse(Kutsumanimi.isOneOf("ake", "Åke"));
        assertFalse(Kutsumanimi.isPartOf("ake", "Åke"));
    }

    @Test
    void etunimet_as_written_are_always_part_of_themselves() {
        assertTrue(Kutsumanimi.isPartOf("anna  liisa ", "Anna  Liisa "));
        assertTrue(Kutsumanimi.isPartOf("anna liisa", "Anna  Liisa "));
    }

    @Test
    void nothing_is_part_of_nothing() {
        assertFalse(Kutsumanimi.isOneOf(null, ETUNIMET));
        assertFalse(Kutsumanimi.isOneOf("anna", null));
        assertFalse(Kutsumanimi.isPartOf(null, ETUNIMET));
        assertFalse(Kutsumanimi.isPartOf("anna", null));
        assertFalse(Kutsumanimi.isPartOf(null, null));
    }

    @Test
    void random_names_agree_with_trying_every_run() {
        var random = new SplittableRandom(3);
        for (var i = 0; i < 50_000; i++) {
            var etunimet = names(random, 5);
            var kutsumanimi = names(random, 3);
            assertEquals(
                    kutsumanimi.equals(etunimet)
                            || anyRun(kutsumanimi, etunimet.split(" +"))
                            || anyRun(kutsumanimi, etunimet.split("[ -]+")),
                    Kutsumanimi.isPartOf(kutsumanimi, etunimet),
                    kutsumanimi + " in " + etunimet);
        }
    }

    private static boolean anyRun(String kutsumanimi, String[] names) {
        for (var start = 0; start < names.length; start++) {
            var run = names[start];
            for (var end = start + 1; end < names.length && !run.equals(kutsumanimi); end++) {
                run += " " + names[end];
            }
            if (run.equals(kutsumanimi)) {
                return true;
            }
        }
        return false;
    }

    private static String names(SplittableRandom random, int most) {
        var names = new StringBuilder("a");
        for (var more = random.nextInt(most); more > 0; more--) {
            names.append(random.nextBoolean() ? ' ' : '-').append(random.nextBoolean() ? "a" : "b");
        }
        return names.toString();
    }

    @Test
    void five_megabytes_of_names_take_no_longer_than_reading_them() {
        var etunimet = "a ".repeat(2_500_000);
        var kutsumanimi = "a ".repeat(1_250_000) + "b";

        assertTimeoutPreemptively(Duration.ofSeconds(5), () -> {
            assertFalse(Kutsumanimi.isPartOf(kutsumanimi, etunimet));
            assertFalse(Kutsumanimi.isOneOf(kutsumanimi, etunimet));
            assertFalse(Kutsumanimi.isOneOf("b", etunimet.replace(' ', '-')));
        });
    }
}
