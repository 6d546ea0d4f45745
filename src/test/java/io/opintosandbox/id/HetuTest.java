package io.opintosandbox.id;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

/** registry-behaviour.md 2, with its worked examples. */
class HetuTest {

    @ParameterizedTest
    @CsvSource({
        "010180, 121, 0",
        "030382, 343, K",
        "040493, 934, X",
        "010180, 899, 3",
        "010180, 000, 3",
        "010180, 001, 4"
    })
    void the_check_character_comes_from_the_digits(String ddmmyy, int individual, char check) {
        assertEquals(check, Hetu.checkCharacter(ddmmyy, individual));
    }

    @ParameterizedTest
    @CsvSource({"01018, 121", "0101800, 121", "01018x, 121", "010180, -1", "010180, 1000"})
    void a_check_character_needs_six_digits_and_three(String ddmmyy, int individual) {
        assertThrows(IllegalArgumentException.class, () -> Hetu.checkCharacter(ddmmyy, individual));
    }

    @ParameterizedTest
    @CsvSource({"310480-123U, 1980-04-30", "300280-123K, 1980-02-29", "290281-1236, 1981-02-28"})
    void a_day_past_the_end_of_its_month_moves_to_the_last_day(String hetu, LocalDate birth) {
        assertEquals(birth, Hetu.of(hetu).syntymaaika());
    }

    @ParameterizedTest
    @CsvSource({"00, 01", "32, 01", "99, 12", "01, 00", "01, 13", "31, 99"})
    void a_day_or_month_that_no_calendar_has_is_a_wrong_date(String day, String month) {
        var ddmmyy = day + month + "80";
        var hetu = ddmmyy + "-900" + Hetu.checkCharacter(ddmmyy, 900);

        assertEquals(Optional.of(HetuVirhe.DATE), Hetu.virhe(hetu));
    }

    @ParameterizedTest
    @CsvSource({"+, 18", "-YXWVU, 19", "ABCDEF, 20"})
    void every_separator_of_the_three_centuries_is_a_hetu_of_its_own(String separators, int century) {
        assertEquals(separators, Hetu.separatorsOf(century));
        var seen = new HashSet<Hetu>();
        for (var i = 0; i < separators.length(); i++) {
            var separator = separators.charAt(i);
            var hetu = Hetu.of("010180" + separator + "1210");
            assertEquals(LocalDate.of(century * 100 + 80, 1, 1), hetu.syntymaaika());
            assertEquals(separator, hetu.separator());
            assertTrue(seen.add(hetu));
        }
    }

    @Test
    void no_other_character_separates() {
        for (char c = 0; c < 0x3000; c++) {
            if ("+-YXWVUABCDEF".indexOf(c) < 0) {
                assertEquals(Optional.of(HetuVirhe.SHAPE), Hetu.virhe("010180" + c + "1210"));
            }
        }
        assertThrows(IllegalArgumentException.class, () -> Hetu.separatorsOf(17));
        assertThrows(IllegalArgumentException.class, () -> Hetu.separatorsOf(21));
    }

    @ParameterizedTest
    @ValueSource(strings = {"010180-0003", "010180-0014", "010866-9260", "010180-8993", "040493+934X"})
    void the_individual_number_has_no_range(String hetu) {
        assertEquals(hetu, Hetu.of(hetu).value());
        assertEquals(Integer.parseInt(hetu.substring(7, 10)), Hetu.of(hetu).yksilonumero());
    }

    @Test
    void a_birth_date_may_lie_in_the_future() {
        assertEquals(LocalDate.of(2090, 3, 15), Hetu.of("150390A789S").syntymaaika());
    }

    @ParameterizedTest
    @CsvSource({"030382-343K, 1", "010180-1210, 1", "010866-9260, 2", "010180-0003, 2", "010180-0014, 1"})
    void an_odd_individual_number_is_a_man(String hetu, String sukupuoli) {
        assertEquals(sukupuoli, Hetu.of(hetu).sukupuoli());
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", "010866-926", "010866-92600", " 010866-9260", "010866-9260 ", "010866\t-9260"})
    void any_other_length_than_eleven_is_refused_without_trimming(String text) {
        assertEquals(Optional.of(HetuVirhe.LENGTH), Hetu.virhe(text));
        assertEquals(Optional.empty(), Hetu.parse(text));
    }

    @ParameterizedTest
    @CsvSource({
        "030382u343k, SHAPE",
        "030382U343k, CHECK_CHARACTER",
        "010866-9261, CHECK_CHARACTER",
        "010866-926O, CHECK_CHARACTER",
        "01086a-9260, SHAPE",
        "010866-92x0, SHAPE",
        "010866--260, SHAPE",
        "٠١٠٨٦٦-٩٢٦0, SHAPE",
        "010866-٩٢٦0, SHAPE",
        "010866-926٠, CHECK_CHARACTER",
        "010866‐9260, SHAPE",
    })
    void the_reason_is_the_first_rule_that_is_broken(String text, HetuVirhe reason) {
        assertEquals(Optional.of(reason), Hetu.virhe(text));
        assertEquals(Optional.empty(), Hetu.parse(text));
    }

    @Test
    void the_exception_names_the_reason_and_not_the_text() {
        var refused = assertThrows(IllegalArgumentException.class, () -> Hetu.of("010866-9261"));

        assertTrue(refused.getMessage().contains("CHECK_CHARACTER"));
        assertFalse(refused.getMessage().contains("9261"));
    }

    @Test
    void a_log_line_cannot_leak_it() {
        var hetu = Hetu.of("010866-9260");

        assertEquals("010866-****", hetu.masked());
        assertEquals("person 010866-****", "person " + hetu);
    }

    @Test
    void a_separator_of_another_century_does_not_fit_the_birth_date() {
        var birth = LocalDate.of(1966, 8, 1);

        assertThrows(IllegalArgumentException.class, () -> Hetu.of(birth, 'A', 926));
        assertThrows(IllegalArgumentException.class, () -> Hetu.of(birth, '+', 926));
        assertThrows(IllegalArgumentException.class, () -> Hetu.of(birth, '-', 1000));
        assertThrows(IllegalArgumentException.class, () -> Hetu.of(LocalDate.of(2100, 1, 1), 'A', 926));
        assertEquals("010866-9260", Hetu.of(birth, '-', 926).value());
    }

    @ParameterizedTest
    @MethodSource("anybody")
    void what_is_made_of_a_birth_date_reads_back_the_same(Hetu made, LocalDate birth, char separator, int individual) {
        var read = Hetu.parse(made.value()).orElseThrow();

        assertEquals(made, read);
        assertEquals(birth, read.syntymaaika());
        assertEquals(separator, read.separator());
        assertEquals(individual, read.yksilonumero());
        assertEquals(individual % 2 == 1 ? "1" : "2", read.sukupuoli());
    }

    /** 31 is prime and no multiple of it is a digit's difference times a power of ten: there are no exceptions. */
    @ParameterizedTest
    @MethodSource("anybody")
    void any_single_changed_digit_breaks_it(Hetu made, LocalDate birth, char separator, int individual) {
        for (var position : new int[] {0, 1, 2, 3, 4, 5, 7, 8, 9}) {
            for (char digit = '0'; digit <= '9'; digit++) {
                if (digit != made.value().charAt(position)) {
                    var changed = new StringBuilder(made.value());
                    changed.setCharAt(position, digit);
                    assertNotEquals(Optional.empty(), Hetu.virhe(changed.toString()));
                }
            }
        }
    }

    static Stream<Object[]> anybody() {
        var random = new SplittableRandom(20261122);
        return Stream.generate(() -> {
                    var birth = LocalDate.of(1800, 1, 1).plusDays(random.nextInt(109_572));
                    var separators = Hetu.separatorsOf(birth.getYear() / 100);
                    var separator = separators.charAt(random.nextInt(separators.length()));
                    var individual = random.nextInt(900, 1000);
                    return new Object[] {Hetu.of(birth, separator, individual), birth, separator, individual};
                })
                .limit(300);
    }

    @Test
    void random_text_is_refused_with_a_reason_and_never_an_exception() {
        var random = new SplittableRandom(7);
        var letters = "0123456789-+AU x\u0660\ud83d";
        for (var i = 0; i < 200_000; i++) {
            var text = new StringBuilder();
            for (var length = random.nextInt(9, 13); length > 0; length--) {
                text.append(letters.charAt(random.nextInt(letters.length())));
            }
            var parsed = Hetu.parse(text.toString());
            assertEquals(parsed.isEmpty(), Hetu.virhe(text.toString()).isPresent());
        }
    }
}
