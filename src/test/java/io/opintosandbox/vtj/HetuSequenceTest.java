package io.opintosandbox.vtj;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.opintosandbox.id.Hetu;
import java.time.LocalDate;
import java.time.Year;
import java.util.HashSet;
import java.util.OptionalInt;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HetuSequenceTest {

    @ParameterizedTest
    @CsvSource({"1926,true", "1999,false", "2000,true", "2025,false"})
    void all_ranks_of_a_year_have_hetus_of_their_own_that_lead_back(int vuosi, boolean nainen) {
        var sequence = new HetuSequence(3, vuosi, nainen);
        var seen = new HashSet<String>();
        for (int rank = 0; rank < sequence.capacity(); rank++) {
            var hetu = sequence.at(rank);
            assertTrue(seen.add(hetu.value()), hetu::value);
            assertEquals(OptionalInt.of(rank), sequence.rankOf(hetu));
            assertEquals(vuosi, hetu.syntymaaika().getYear());
            assertEquals(nainen ? "2" : "1", hetu.sukupuoli());
            assertTrue(hetu.yksilonumero() >= HetuSequence.FIRST_INDIVIDUAL, hetu::value);
        }
        // All but the few that do not fill a twenty, which has nineteen usual signs.
        assertTrue(seen.size() > Year.of(vuosi).length() * 300 - 20);
        assertThrows(IndexOutOfBoundsException.class, () -> sequence.at(sequence.capacity()));
    }

    @Test
    void every_possible_hetu_belongs_to_at_most_one_rank_that_leads_back_to_it() {
        var random = new SplittableRandom(11);
        int known = 0;
        for (int i = 0; i < 20_000; i++) {
            LocalDate birth = LocalDate.of(1926, 1, 1).plusDays(random.nextInt(36_525));
            String signs = Hetu.separatorsOf(birth.getYear() / 100);
            var hetu = Hetu.of(birth, signs.charAt(random.nextInt(signs.length())), 900 + random.nextInt(100));
            var own = new HetuSequence(11, birth.getYear(), hetu.sukupuoli().equals("2"));
            var other = new HetuSequence(11, birth.getYear(), hetu.sukupuoli().equals("1"));
            assertTrue(other.rankOf(hetu).isEmpty());
            var rank = own.rankOf(hetu);
            if (rank.isPresent()) {
                known++;
                assertEquals(hetu, own.at(rank.getAsInt()));
            }
        }
        assertTrue(known > 19_980, "nearly all slots are in the sequence, known " + known);
    }

    @Test
    void one_in_twenty_has_one_of_the_newer_century_signs() {
        var sequence = new HetuSequence(1, 1980, true);
        long newer = IntStream.range(0, 2_000)
                .filter(rank -> "-A".indexOf(sequence.at(rank).separator()) < 0)
                .count();
        assertEquals(100, newer);
    }

    @Test
    void the_other_way_to_write_the_last_day_of_a_month_is_another_hetu() {
        var sequence = new HetuSequence(1, 1980, false);
        var inApril = Hetu.of(LocalDate.of(1980, 4, 30), '-', 901);
        assertTrue(sequence.rankOf(inApril).isPresent());
        var moved = Hetu.of("310480-901" + Hetu.checkCharacter("310480", 901));
        assertEquals(inApril.syntymaaika(), moved.syntymaaika());
        assertEquals(OptionalInt.empty(), sequence.rankOf(moved));
    }
}
