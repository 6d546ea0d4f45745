package io.opintosandbox.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.opintosandbox.world.WorldClock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Moments, dates and numbers in paths and queries: registry-api.md 1 and 2, clients.md 10. */
class ParametersTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            2026-11-22T01:02:03.004Z            | 2026-11-22T01:02:03.004Z
            2026-11-22T01:02:03Z                | 2026-11-22T01:02:03Z
            2026-11-22T01:02Z                   | 2026-11-22T01:02:00Z
            2026-11-22T01Z                      | 2026-11-22T01:00:00Z
            2026-11-22t01:02:03z                | 2026-11-22T01:02:03Z
            2026-11-22T01:02:03+02:00           | 2026-11-21T23:02:03Z
            2026-11-22T01:02:03+0200            | 2026-11-21T23:02:03Z
            2026-11-22T01:02:03+02              | 2026-11-21T23:02:03Z
            2026-11-22T01:02:03-05:30           | 2026-11-22T06:32:03Z
            2026-11-22T01:02:03.123456789+02:00 | 2026-11-21T23:02:03.123Z
            2026-11-22T01:02:03+00:00           | 2026-11-22T01:02:03Z
            2026-11-22T01:02:03+23:59           | 2026-11-21T01:03:03Z
            2026-11-22T01:02:03                 | 2026-11-21T23:02:03Z
            2026-11-22T01:02:03.1               | 2026-11-21T23:02:03.100Z
            2026-11-22T01:02:03,12              | 2026-11-21T23:02:03.120Z
            2026-11-22T01:02:03.123456789       | 2026-11-21T23:02:03.123Z
            2026-11-22T01:02                    | 2026-11-21T23:02:00Z
            2026-11-22T                         | 2026-11-21T22:00:00Z
            2026-11-22                          | 2026-11-21T22:00:00Z
            2026-11-22TZ                        | 2026-11-22T00:00:00Z
            2026-06-22T01:02:03                 | 2026-06-21T22:02:03Z
            2026-06-22                          | 2026-06-21T21:00:00Z
            2024-02-29                          | 2024-02-28T22:00:00Z
            2026-3-1                            | 2026-02-28T22:00:00Z
            2026-11                             | 2026-10-31T22:00:00Z
            2026                                | 2025-12-31T22:00:00Z
            1795300094139                       | 2026-11-21T22:28:14.139Z
            1577836800000                       | 2020-01-01T00:00:00Z
            1577836800                          | 1970-01-19T06:17:16.800Z
            -1000000000000                      | 1938-04-24T22:13:20Z
            """)
    void a_moment_has_many_forms(String text, Instant moment) {
        assertEquals(moment, Parameters.time(text));
    }

    @ParameterizedTest
    @ValueSource(strings = {"1", "20", "202", "2020", "20200101", "123456789"})
    void a_number_of_up_to_nine_digits_is_a_year(String text) {
        var year = Integer.parseInt(text);

        assertEquals(
                java.time.LocalDate.of(year, 1, 1).atStartOfDay(WorldClock.ZONE).toInstant(), Parameters.time(text));
    }

    @Test
    void a_year_that_no_milliseconds_reach_is_read_as_milliseconds() {
        assertEquals(Instant.ofEpochMilli(999_999_999), Parameters.time("999999999"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "foo",
                "",
                " ",
                "2026-13-01",
                "2026-02-30",
                "2026-00-01",
                "2026-11-00",
                "2026-11-22T24:00",
                "2026-11-22T23:60",
                "2026-11-22T23:59:60",
                "2026-11-22T23:59:59.1234567890",
                "2026-11-22T23:59:59.",
                "2026-11-22 23:59:59",
                "2026-11-22T01:02:03 02:00",
                "2026-11-22T01:02:03+2",
                "2026-11-22T01:02:03+24:00",
                "2026-11-22T01:02:03+02:60",
                "2026-11-22T01:02:03[Europe/Helsinki]",
                "2026-11-22Z",
                "2026-11-22+02:00",
                "T01:02:03",
                "22.11.2026",
                "2026/11/22",
                "2026-11-22T01:02:03ZZ",
                "1795300094139.5",
                "0x10",
                "1e12",
                "99999999999999999999",
                "999999999-12-31T23:59:59Z",
                "-999999999-01-01"
            })
    void what_is_no_moment_is_refused_and_quoted(String text) {
        var problem = assertThrows(Problem.class, () -> Parameters.time(text));

        assertEquals(400, problem.status());
        assertEquals("Invalid format: \"" + text + "\"", problem.getMessage());
    }

    @Test
    void any_moment_comes_back_from_its_written_forms() {
        var random = new SplittableRandom(20261122);
        for (int i = 0; i < 2_000; i++) {
            var moment = Instant.ofEpochMilli(random.nextLong(1_000_000_000L, 4_102_444_800_000L));
            var offset = ZoneOffset.ofTotalSeconds(random.nextInt(-18 * 60, 18 * 60 + 1) * 60);
            var there = OffsetDateTime.ofInstant(moment, offset);

            assertEquals(moment, Parameters.time(moment.toString()));
            assertEquals(moment, Parameters.time(there.toString()), there::toString);
            assertEquals(
                    moment,
                    Parameters.time(DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSxx")
                            .format(there)));
            assertEquals(
                    moment,
                    Parameters.time(DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSSSSSSSXXX")
                            .format(there)));
            assertEquals(moment, Parameters.time(String.valueOf(moment.toEpochMilli())));
        }
    }

    @Test
    void no_text_makes_it_fail_otherwise_and_every_moment_has_milliseconds() {
        var random = new SplittableRandom(7);
        var alphabet = "0123456789-+:.,TZtz eE/";
        for (int i = 0; i < 200_000; i++) {
            var text = new StringBuilder();
            for (int length = random.nextInt(24); length > 0; length--) {
                text.append(alphabet.charAt(random.nextInt(alphabet.length())));
            }
            Parameters.timeIfAny(text.toString())
                    .ifPresent(moment -> assertEquals(
                            moment.truncatedTo(ChronoUnit.MILLIS), Instant.ofEpochMilli(moment.toEpochMilli())));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"foo", "", "1.1.1901", "2026-02-30", "2026-1-1", "20260101", "2026-11-22T00:00"})
    void a_date_is_year_month_and_day(String text) {
        assertEquals("2026-11-22", Parameters.date("2026-11-22").toString());
        var problem = assertThrows(Problem.class, () -> Parameters.date(text));

        assertEquals("Parse attempt failed for value [" + text + "]", problem.getMessage());
    }

    @Test
    void a_number_fits_its_bits() {
        assertEquals(Integer.MAX_VALUE, Parameters.int32("2147483647"));
        assertEquals(3, Parameters.int32(" 3 "));
        assertEquals(Long.MAX_VALUE, Parameters.number("9223372036854775807"));
        assertEquals(
                "For input string: \"2147483648\"",
                assertThrows(Problem.class, () -> Parameters.int32("2147483648"))
                        .getMessage());
        assertEquals(
                "For input string: \"x\"",
                assertThrows(Problem.class, () -> Parameters.number("x")).getMessage());
    }

    @Test
    void a_hetu_in_the_wrong_place_is_not_quoted() {
        for (var reader : java.util.List.<java.util.function.Consumer<String>>of(
                Parameters::time, Parameters::date, Parameters::number, Parameters::int32)) {
            var message = assertThrows(Problem.class, () -> reader.accept("010180U1210"))
                    .getMessage();

            assertTrue(message.contains("010180U****"), message);
        }
    }
}
