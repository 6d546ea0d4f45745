package io.opintosandbox.id;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullAndEmptySource;
import org.junit.jupiter.params.provider.ValueSource;

/** registry-behaviour.md 1, with its table. */
class HenkiloOidTest {

    @ParameterizedTest
    @CsvSource({
        "1000000000, 3, 9",
        "1234567890, 7, 3",
        "2906732939, 4, 0",
        "3333333333, 0, 5",
        "5000000005, 0, 4",
        "9999999999, 0, 0",
    })
    void node_24_weighs_7_3_1_and_the_others_follow_luhn(long number, int weighted, int luhn) {
        assertEquals(weighted, HenkiloOid.checkDigit(24, number));
        for (var node : new int[] {98, 198, 298, 10}) {
            assertEquals(luhn, HenkiloOid.checkDigit(node, number));
        }
        assertEquals(
                "1.2.246.562.24." + number + weighted, HenkiloOid.of(24, number).value());
        assertEquals(
                "1.2.246.562.98." + number + luhn, HenkiloOid.of(98, number).value());
    }

    @ParameterizedTest
    @CsvSource({"98, 999999999", "98, 10000000000", "24, 0", "98, -1", "0, 1000000000", "-24, 1000000000"})
    void a_number_has_ten_digits_and_never_a_leading_zero(int node, long number) {
        assertThrows(IllegalArgumentException.class, () -> HenkiloOid.checkDigit(node, number));
        assertThrows(IllegalArgumentException.class, () -> HenkiloOid.of(node, number));
    }

    @ParameterizedTest
    @NullAndEmptySource
    @ValueSource(
            strings = {
                "1.2.246.562.98.12345678904",
                "1.2.246.562.24.12345678903",
                "1.2.246.562.98.01234567895",
                "1.2.246.562.98.1234567897",
                "1.2.246.562.98.123456789031",
                "1.2.246.562.98.1234567890x",
                "1.2.246.562.98.1234567890٣",
                "1.2.246.562.98.12345678903 ",
                " 1.2.246.562.98.12345678903",
                "1.2.246.562..12345678903",
                "1.2.246.562.12345678903",
                "1.2.246.562.098.12345678903",
                "1.2.246.562.99999999999.12345678903",
                "1.2.246.562.98.1.2345678903",
                "1.2.246.561.98.12345678903",
                "1.2.246.562.",
            })
    void anything_else_is_not_valid(String text) {
        assertFalse(HenkiloOid.isValid(text));
        assertThrows(IllegalArgumentException.class, () -> new HenkiloOid(text));
    }

    @Test
    void what_is_made_is_valid_and_no_single_changed_digit_of_a_luhn_number_is() {
        var random = new SplittableRandom(98);
        for (var i = 0; i < 2_000; i++) {
            var number = random.nextLong(1_000_000_000L, 10_000_000_000L);
            assertTrue(HenkiloOid.isValid(HenkiloOid.of(24, number).value()));
            var oid = HenkiloOid.of(98, number).toString();
            assertTrue(HenkiloOid.isValid(oid));
            var changed = new StringBuilder(oid);
            var position = oid.length() - 1 - random.nextInt(11);
            changed.setCharAt(position, (char) ('0' + (oid.charAt(position) - '0' + random.nextInt(1, 10)) % 10));
            assertFalse(HenkiloOid.isValid(changed.toString()));
        }
    }
}
