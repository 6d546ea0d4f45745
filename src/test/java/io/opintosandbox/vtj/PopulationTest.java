package io.opintosandbox.vtj;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeout;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.opintosandbox.id.Hetu;
import java.time.Duration;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.SplittableRandom;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.zip.CRC32;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PopulationTest {

    private static final PersonFactory FACTORY = PersonFactory.ofClasspath();

    @ParameterizedTest
    @ValueSource(ints = {1, 10_000, Population.MAX_SIZE})
    void a_hetu_leads_back_to_the_number_of_its_person(int size) {
        var population = new Population(7, size, FACTORY);
        for (int index : sample(size)) {
            var henkilo = population.at(index);
            assertEquals(OptionalInt.of(index), population.indexOf(Hetu.of(henkilo.hetu())));
            assertEquals(Optional.of(henkilo), population.byHetu(henkilo.hetu()));
        }
    }

    @Test
    void the_whole_sequence_goes_there_and_back_at_its_ends_and_where_the_usual_signs_run_out() {
        var sequence = new HetuSequence(3);
        int usualSignsEnd = 3_844_720;
        IntStream.of(0, usualSignsEnd, HetuSequence.CAPACITY)
                .flatMap(edge -> IntStream.range(edge - 500, edge + 500))
                .filter(index -> index >= 0 && index < HetuSequence.CAPACITY)
                .forEach(index -> assertEquals(OptionalInt.of(index), sequence.indexOf(sequence.at(index))));
        assertThrows(IndexOutOfBoundsException.class, () -> sequence.at(HetuSequence.CAPACITY));
    }

    @Test
    void every_possible_hetu_belongs_to_at_most_one_number_that_leads_back_to_it() {
        var sequence = new HetuSequence(11);
        var random = new SplittableRandom(11);
        int known = 0;
        for (int i = 0; i < 50_000; i++) {
            LocalDate birth = HetuSequence.FIRST_DAY.plusDays(random.nextInt(HetuSequence.DAYS));
            String signs = Hetu.separatorsOf(birth.getYear() / 100);
            var hetu = Hetu.of(birth, signs.charAt(random.nextInt(signs.length())), 900 + random.nextInt(100));
            var index = sequence.indexOf(hetu);
            if (index.isPresent()) {
                known++;
                assertEquals(hetu, sequence.at(index.getAsInt()));
            }
        }
        assertTrue(known > 49_900, "all but 16 usual slots are in the sequence, known " + known);
    }

    @Test
    void two_hundred_thousand_people_have_two_hundred_thousand_hetus_none_of_which_can_be_real() {
        var sequence = new HetuSequence(1);
        var seen = new HashSet<String>();
        for (int index = 0; index < 200_000; index++) {
            var hetu = sequence.at(index);
            assertTrue(seen.add(hetu.value()), () -> hetu + " twice");
            assertTrue(hetu.yksilonumero() >= 900, hetu::value);
            assertNotEquals('+', hetu.separator());
            int year = hetu.syntymaaika().getYear();
            assertTrue(year >= 1926 && year <= 2025, hetu::value);
        }
    }

    @Test
    void one_in_twenty_has_one_of_the_newer_century_signs() {
        var sequence = new HetuSequence(1);
        long newer = IntStream.range(0, 10_000)
                .filter(index -> "-A".indexOf(sequence.at(index).separator()) < 0)
                .count();
        assertEquals(500, newer);
    }

    @Test
    void a_hetu_outside_the_population_is_nobody() {
        var population = new Population(1, 10_000, FACTORY);
        String outside = new Population(1, 10_001, FACTORY).at(10_000).hetu();
        for (String hetu :
                new String[] {outside, "010180-1210", "010180+1210", "010125-900X", "010126A900Y", "nonsense", ""}) {
            assertEquals(Optional.empty(), population.byHetu(hetu), hetu);
        }
        assertEquals(Optional.empty(), population.byHetu(null));
    }

    @Test
    void the_other_way_to_write_the_last_day_of_a_month_is_another_hetu() {
        var sequence = new HetuSequence(1);
        var inApril = Hetu.of(LocalDate.of(1980, 4, 30), '-', 901);
        var index = sequence.indexOf(inApril);
        assertTrue(index.isPresent());
        String digits = "310480901";
        char check = "0123456789ABCDEFHJKLMNPRSTUVWXY".charAt(Integer.parseInt(digits) % 31);
        var moved = Hetu.of("310480-901" + check);
        assertEquals(inApril.syntymaaika(), moved.syntymaaika());
        assertEquals(OptionalInt.empty(), sequence.indexOf(moved));
    }

    @Test
    void a_larger_population_begins_with_the_people_of_the_smaller_one() {
        var small = new Population(5, 100, FACTORY);
        var large = new Population(5, Population.MAX_SIZE, FACTORY);
        for (int index = 0; index < 100; index++) {
            assertEquals(small.at(index), large.at(index));
        }
    }

    @Test
    void another_seed_is_another_population() {
        var one = new Population(1, 100, FACTORY);
        var two = new Population(2, 100, FACTORY);
        for (int index = 0; index < 100; index++) {
            assertNotEquals(one.at(index).hetu(), two.at(index).hetu());
        }
    }

    @Test
    void the_first_thousand_people_of_seed_1_are_always_the_same() throws Exception {
        // Changes only when a pool or the order of draws does; then say so in the release notes.
        assertEquals("78bd55ad", checksum(new Population(1, 1000, FACTORY)));
    }

    @Test
    void eight_threads_see_the_same_people() throws Exception {
        String alone = checksum(new Population(9, 2000, FACTORY));
        var shared = new Population(9, 2000, PersonFactory.ofClasspath());
        var threads = Executors.newFixedThreadPool(8);
        try {
            Callable<String> task = () -> checksum(shared);
            for (Future<String> seen : threads.invokeAll(List.of(task, task, task, task, task, task, task, task))) {
                assertEquals(alone, seen.get());
            }
        } finally {
            threads.shutdown();
        }
    }

    @Test
    void a_thousand_populations_of_the_largest_size_are_made_within_a_second() {
        assertTimeout(Duration.ofSeconds(1), () -> {
            for (int seed = 0; seed < 1000; seed++) {
                assertEquals(Population.MAX_SIZE, new Population(seed, Population.MAX_SIZE, FACTORY).size());
            }
        });
    }

    @Test
    void sizes_that_cannot_be_are_refused_with_the_range() {
        for (int size : new int[] {-1, Population.MAX_SIZE + 1, Integer.MAX_VALUE}) {
            var refused = assertThrows(IllegalArgumentException.class, () -> new Population(1, size, FACTORY));
            assertTrue(refused.getMessage().contains("5600000"), refused.getMessage());
        }
        assertEquals(0, new Population(1, 0, FACTORY).size());
        assertTrue(HetuSequence.CAPACITY >= Population.MAX_SIZE);
    }

    @Test
    void numbers_outside_the_population_are_refused() {
        var population = new Population(1, 10, FACTORY);
        assertThrows(IndexOutOfBoundsException.class, () -> population.at(10));
        assertThrows(IndexOutOfBoundsException.class, () -> population.at(-1));
    }

    @Test
    void name_pools_that_are_missing_are_named_when_the_first_person_is_asked_for() {
        var population = new Population(1, 10, new PersonFactory(path -> null));
        var missing = assertThrows(IllegalStateException.class, () -> population.at(0));
        assertTrue(missing.getMessage().contains("names/fi.yml"), missing.getMessage());
        assertFalse(population.indexOf(Hetu.of("010866-9260")).isPresent());
    }

    private static int[] sample(int size) {
        if (size <= 10_000) {
            return IntStream.range(0, size).toArray();
        }
        var random = new SplittableRandom(size);
        return IntStream.concat(
                        IntStream.of(0, size - 1),
                        IntStream.generate(() -> random.nextInt(size)).limit(20_000))
                .toArray();
    }

    private static String checksum(Population population) throws Exception {
        var mapper = new ObjectMapper();
        var crc = new CRC32();
        for (int index = 0; index < population.size(); index++) {
            crc.update(mapper.writeValueAsBytes(population.at(index)));
        }
        return HexFormat.of().toHexDigits((int) crc.getValue());
    }
}
