package io.opintosandbox.vtj;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.BitSet;
import java.util.SplittableRandom;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KeyedPermutationTest {

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 7, 10, 31, 97, 100, 101, 1023, 1024, 1025, 65_537})
    void a_small_domain_is_mapped_onto_itself_one_to_one(int size) {
        for (long seed : new long[] {0, 1, -1, Long.MIN_VALUE, 4711}) {
            var permutation = new KeyedPermutation(seed, size);
            var seen = new BitSet(size);
            for (int i = 0; i < size; i++) {
                int image = (int) permutation.apply(i);
                assertFalse(seen.get(image), "seed " + seed + " maps two values to " + image);
                seen.set(image);
                assertEquals(i, permutation.invert(image));
            }
            assertEquals(size, seen.cardinality());
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {3_652_500, 18_262_500, 1L << 40, 1L << 52})
    void invert_undoes_apply_and_apply_undoes_invert_in_large_domains(long size) {
        var random = new SplittableRandom(size);
        var permutation = new KeyedPermutation(random.nextLong(), size);
        for (int i = 0; i < 20_000; i++) {
            long value = random.nextLong(size);
            assertEquals(value, permutation.invert(permutation.apply(value)));
            assertEquals(value, permutation.apply(permutation.invert(value)));
        }
    }

    @Test
    void another_seed_gives_another_order() {
        assertNotEquals(firstTen(1), firstTen(2));
        assertEquals(firstTen(1), firstTen(1));
    }

    @Test
    void neighbours_do_not_stay_neighbours() {
        var permutation = new KeyedPermutation(1, 3_652_500);
        long near = LongStream.range(0, 10_000)
                .filter(i -> Math.abs(permutation.apply(i) - permutation.apply(i + 1)) < 1000)
                .count();
        assertTrue(near < 30, near + " pairs are less than 1000 apart; chance makes about five");
    }

    @Test
    void values_outside_the_domain_are_refused() {
        var permutation = new KeyedPermutation(1, 10);
        assertThrows(IndexOutOfBoundsException.class, () -> permutation.apply(10));
        assertThrows(IndexOutOfBoundsException.class, () -> permutation.apply(-1));
        assertThrows(IndexOutOfBoundsException.class, () -> permutation.invert(10));
        assertThrows(IllegalArgumentException.class, () -> new KeyedPermutation(1, 0));
    }

    private static String firstTen(long seed) {
        var permutation = new KeyedPermutation(seed, 1_000_000);
        return LongStream.range(0, 10).map(permutation::apply).boxed().toList().toString();
    }
}
