package io.opintosandbox.id;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.opintosandbox.id.SyntheticOnly.Reason;
import io.opintosandbox.id.SyntheticOnly.Refusal;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullAndEmptySource;
import org.junit.jupiter.params.provider.ValueSource;

/** Individual numbers outside 900-999 are the contract's own examples or have a birth date that no calendar has. */
class SyntheticOnlyTest {

    private final SyntheticOnly guard = new SyntheticOnly(Set.of(), false);
    private final SyntheticOnly production = new SyntheticOnly(Set.of("010180-1210", "010866-9260"), true);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "010180-1210",
                "010180+1210",
                "010180A1210",
                "010180U1210",
                "010180-1211",
                "990180-121Y",
                "hetu=010180-1210&nimi=Teppo",
                "{\"hetu\":\"010180-1210\"}",
                "(010180-1210)",
                "_010180-1210_",
                "010866-9260 010180-1210",
                "010180-1210-010866-9260",
                "/hetu=010180%2B1210",
                "q=%20010180-1210",
                "rivi\\n010180-1210",
                "\\u00e4010180-1210",
                "henkilö010180-1210ö",
            })
    void a_hetu_outside_the_synthetic_range_is_refused_wherever_it_stands(String text) {
        assertTrue(guard.refuses(text));
        assertEquals(List.of(Reason.NOT_SYNTHETIC), reasons(guard, text));
        assertFalse(guard.refuses(guard.mask(text)));
        assertEquals(text.length(), guard.mask(text).length());
    }

    @ParameterizedTest
    @NullAndEmptySource
    @ValueSource(
            strings = {
                "010866-9260",
                "010866+926X",
                "Teppo Taneli Testaaja",
                "010180-121",
                "10180-1210",
                "1010180-1210",
                "010180-12100",
                "x010180-1210",
                "010180-1210x",
                "010180Z1210",
                "010180G1210",
                "010180 1210",
                "010180-121Z",
                "010180-****",
                "010180%2C1210",
                "010180%",
                "010180%2",
                "010180%2B121",
                "٠١٠١٨٠-١٢١٠",
                "1.2.246.562.98.12345678903",
                "2026-11-22T12:34:56.123456Z",
                "3f123456-1234-4123-8123-123456789012",
            })
    void anything_else_is_let_in_and_left_alone(String text) {
        assertFalse(guard.refuses(text));
        assertEquals(List.of(), reasons(guard, text));
        assertSame(text, guard.mask(text));
    }

    @ParameterizedTest
    @CsvSource({
        "010180-1210, 010180-****",
        "010180%2B1210, 010180%2B****",
        "a 010180A121X b 010866-9260 c 990180Y0000, a 010180A**** b 010866-9260 c 990180Y****",
    })
    void only_the_refused_parts_are_masked(String text, String masked) {
        assertEquals(masked, guard.mask(text));
    }

    @ParameterizedTest
    @CsvSource({
        "010180-1210, 010180-****",
        "010866-9260, 010866-****",
        "/oppija/hetu=010180%2B900X, /oppija/hetu=010180%2B****",
        "010180%2b900X, 010180%2b****",
        "010180%2D900X, 010180%2D****",
        "010866-9260;010866a926x, 010866-****;010866a****",
        "3f123456-1234-4123, 3f123456-1234-4123",
    })
    void a_log_shows_nobody_synthetic_or_not(String text, String masked) {
        assertEquals(masked, SyntheticOnly.maskAll(text));
        assertSame(masked, SyntheticOnly.maskAll(masked));
    }

    @Test
    void the_log_has_nothing_to_mask_in_null() {
        assertSame(null, SyntheticOnly.maskAll(null));
    }

    @Test
    void the_allow_list_admits_exactly_what_it_names() {
        var open = new SyntheticOnly(Set.of("010180-1210", "010180+1210"), false);

        assertFalse(open.refuses("010180-1210"));
        assertFalse(open.refuses("010180%2B1210"));
        assertTrue(open.refuses("010180A1210"));
        assertEquals("010180-1210 010180A****", open.mask("010180-1210 010180A1210"));
    }

    @Test
    void production_refuses_the_synthetic_range_too() {
        assertEquals(List.of(Reason.TEST_HETU_IN_PRODUCTION), reasons(production, "040493+934X"));
        assertEquals(List.of(Reason.NOT_SYNTHETIC), reasons(production, "030382-343K"));
        assertEquals(
                List.of(
                        new Refusal("040493+****", Reason.TEST_HETU_IN_PRODUCTION),
                        new Refusal("030382-****", Reason.NOT_SYNTHETIC)),
                production.refusals("040493%2B934X, 030382-343K"));
        assertEquals("040493+****", production.mask("040493+934X"));
    }

    @Test
    void the_allow_list_admits_in_production_as_well() {
        assertFalse(production.refuses("010180-1210 and 010866-9260"));
    }

    @Test
    void no_text_keeps_an_unmasked_hetu_of_the_real_range() {
        var shape = Pattern.compile("(?<![0-9A-Za-z])\\d{6}[-+A-FU-Y][0-8]\\d{2}[0-9A-Y](?![0-9A-Za-z])");
        var anyShape = Pattern.compile("(?<![0-9A-Za-z])\\d{6}[-+A-FU-Y]\\d{3}[0-9A-Y](?![0-9A-Za-z])");
        var random = new SplittableRandom(42);
        for (var i = 0; i < 20_000; i++) {
            var text = randomText(random);
            var masked = guard.mask(text);
            assertEquals(shape.matcher(text).find(), guard.refuses(text), text);
            assertFalse(shape.matcher(masked).find(), text);
            assertEquals(masked, guard.mask(masked));
            assertFalse(anyShape.matcher(SyntheticOnly.maskAll(text)).find(), text);
        }
    }

    /** Hetu shapes of a day 99 and pieces of them, glued with and without separators; no escapes. */
    private static String randomText(SplittableRandom random) {
        var glue = new String[] {"", "", " ", "-", "+", "x", "9", "ä", "\"", "99", "%", "\n"};
        var text = new StringBuilder();
        for (var pieces = random.nextInt(1, 6); pieces > 0; pieces--) {
            var hetu = "99" + random.nextInt(1000, 10_000) + "-+ABFUYZ".charAt(random.nextInt(8))
                    + random.nextInt(100, 1000) + "0AYZ".charAt(random.nextInt(4));
            var whole = random.nextInt(4) > 0;
            text.append(whole ? hetu : hetu.substring(random.nextInt(6), random.nextInt(6, 12)));
            text.append(glue[random.nextInt(glue.length)]);
        }
        return text.toString();
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "000000-", "000000-000", "990180-1210 ", "010866-9260,", "x", "%2B", "\\n000000%2B"})
    void five_megabytes_take_no_longer_than_reading_them(String unit) {
        var text = unit.repeat(5_000_000 / unit.length());

        assertTimeoutPreemptively(Duration.ofSeconds(5), () -> {
            guard.refuses(text);
            assertFalse(guard.refuses(guard.mask(text)));
            SyntheticOnly.maskAll(text);
        });
    }

    private static List<Reason> reasons(SyntheticOnly guard, String text) {
        return guard.refusals(text).stream().map(Refusal::reason).toList();
    }
}
