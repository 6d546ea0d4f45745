package io.opintosandbox.vtj;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeout;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.opintosandbox.id.Hetu;
import java.time.Duration;
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
    void two_hundred_thousand_people_have_two_hundred_thousand_hetus_none_of_which_can_be_real() {
        var asutus = FACTORY.asutus(1);
        var seen = new HashSet<String>();
        for (int kerta = 0; kerta < 20; kerta++) {
            for (int asukas = 0; asukas < Lohko.VAKEA; asukas++) {
                var hetu = asutus.hetu(kerta, asukas);
                assertTrue(seen.add(hetu.value()), () -> hetu + " twice");
                assertTrue(hetu.yksilonumero() >= 900, hetu::value);
                assertNotEquals('+', hetu.separator());
                int year = hetu.syntymaaika().getYear();
                assertTrue(year >= 1926 && year <= 2025, hetu::value);
            }
        }
        assertEquals(200_000, seen.size());
    }

    @Test
    void the_people_of_the_last_repetition_have_hetus_that_lead_back_too() {
        var asutus = FACTORY.asutus(4);
        int kerta = Population.MAX_SIZE / Lohko.VAKEA - 1;
        for (int asukas = 0; asukas < Lohko.VAKEA; asukas++) {
            int numero = asutus.numero(kerta, asukas);
            assertEquals(kerta, asutus.kerta(numero));
            assertEquals(asukas, asutus.asukas(numero));
            assertEquals(OptionalInt.of(numero), asutus.numero(asutus.hetu(kerta, asukas)));
        }
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
        assertEquals("58c50d7d", checksum(new Population(1, 1000, FACTORY)));
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
        assertTrue(missing.getMessage().contains("names/fi.json"), missing.getMessage());
    }

    private static int[] sample(int size) {
        if (size <= 10_000) {
            return IntStream.range(0, size).toArray();
        }
        var random = new SplittableRandom(size);
        return IntStream.concat(
                        IntStream.of(0, size - 1),
                        IntStream.generate(() -> random.nextInt(size)).limit(3_000))
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
