package io.opintosandbox.id;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** registry-behaviour.md 1: which OIDs, and that another candidate comes when one is taken. */
class OidGeneratorTest {

    @Test
    void the_derived_oid_is_the_same_on_every_machine() {
        var oids = OidGenerator.derived(98, 1);
        var key = NaturalKey.ofHetu("010866-9260");

        assertEquals("1.2.246.562.98.99214015531", oids.candidate(key, 0).value());
        assertEquals("1.2.246.562.98.23881612412", oids.candidate(key, 1).value());
    }

    @Test
    void the_sequence_is_the_same_on_every_machine() {
        var oids = OidGenerator.sequence(98, 1);

        assertEquals("1.2.246.562.98.44413057991", oids.candidate("", 0).value());
        assertEquals("1.2.246.562.98.95650945983", oids.candidate("", 0).value());
    }

    @Test
    void the_derived_oid_depends_on_neither_order_nor_thread() {
        var shared = OidGenerator.derived(98, 5);

        var asked = new ConcurrentHashMap<Integer, HenkiloOid>();
        IntStream.range(0, 20_000).parallel().forEach(i -> asked.put(i, shared.candidate("person " + i, i % 3)));

        var alone = OidGenerator.derived(98, 5);
        for (var i = 19_999; i >= 0; i--) {
            assertEquals(alone.candidate("person " + i, i % 3), asked.get(i));
        }
    }

    @Test
    void the_seed_the_person_and_the_attempt_each_make_another_oid() {
        var oid = OidGenerator.derived(98, 5).candidate("person", 0);

        assertNotEquals(oid, OidGenerator.derived(98, 6).candidate("person", 0));
        assertNotEquals(oid, OidGenerator.derived(98, 5).candidate("persom", 0));
        assertNotEquals(oid, OidGenerator.derived(98, 5).candidate("person", 1));
    }

    @Test
    void the_ten_digits_of_a_person_are_the_same_under_both_nodes() {
        var test = OidGenerator.derived(98, 5).candidate("person", 0).value();
        var production = OidGenerator.derived(24, 5).candidate("person", 0).value();

        assertEquals(test.substring(15, 25), production.substring(15, 25));
    }

    @ParameterizedTest
    @ValueSource(longs = {0, 1, 2, 42, -1})
    void a_hundred_thousand_people_get_as_many_derived_oids_as_taken_ones_move_on(long seed) {
        var oids = OidGenerator.derived(98, seed);

        var seen = new HashSet<HenkiloOid>();
        for (var i = 0; i < 100_000; i++) {
            var key = "person " + i;
            var free = seen.add(oids.candidate(key, 0)) || seen.add(oids.candidate(key, 1));
            assertTrue(free);
        }
    }

    /** Of a million numbers drawn from 9e9, 55.6 pairs are expected to meet; a biased mapping would have many more. */
    @Test
    void derived_numbers_meet_no_more_often_than_chance() {
        var oids = OidGenerator.derived(98, 2026);

        var numbers = IntStream.range(0, 1_000_000)
                .parallel()
                .mapToLong(i ->
                        Long.parseLong(oids.candidate("person " + i, 0).value().substring(15)))
                .distinct()
                .count();

        assertTrue(Math.abs(1_000_000 - numbers - 55.6) < 30, numbers + " of a million");
    }

    @Test
    void derived_numbers_spread_evenly_over_the_first_digits() {
        var oids = OidGenerator.derived(98, 3);
        var counts = new int[10];
        for (var i = 0; i < 90_000; i++) {
            counts[oids.candidate("person " + i, 0).value().charAt(15) - '0']++;
        }

        assertEquals(0, counts[0]);
        assertTrue(Arrays.stream(counts).skip(1).allMatch(count -> Math.abs(count - 10_000) < 500));
    }

    @ParameterizedTest
    @ValueSource(longs = {0, 1, 42, -1, Long.MIN_VALUE})
    void the_sequence_never_repeats(long seed) {
        var oids = OidGenerator.sequence(98, seed);

        var seen = new HashSet<HenkiloOid>();
        for (var i = 0; i < 200_000; i++) {
            assertTrue(seen.add(oids.candidate("the same", 0)));
        }
    }

    @Test
    void the_sequence_never_repeats_from_many_threads() {
        var oids = OidGenerator.sequence(24, 9);

        Set<HenkiloOid> seen = ConcurrentHashMap.newKeySet();
        IntStream.range(0, 200_000).parallel().forEach(i -> seen.add(oids.candidate("", 0)));

        assertEquals(200_000, seen.size());
    }

    @Test
    void the_sequence_starts_elsewhere_for_another_seed() {
        assertNotEquals(
                OidGenerator.sequence(98, 1).candidate("", 0),
                OidGenerator.sequence(98, 2).candidate("", 0));
    }

    @Test
    void random_draws_valid_oids() {
        var oids = OidGenerator.random(98);

        for (var i = 0; i < 1_000; i++) {
            assertTrue(HenkiloOid.isValid(oids.candidate("", 0).value()));
        }
    }
}
