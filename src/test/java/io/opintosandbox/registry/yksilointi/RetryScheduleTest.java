package io.opintosandbox.registry.yksilointi;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** registry-behaviour.md 8, the table of retries. */
class RetryScheduleTest {

    private static final Instant NOW = Instant.parse("2026-11-22T10:15:30.123Z");

    @ParameterizedTest
    @CsvSource({"0, 10", "1, 11", "2, 42", "3, 253", "4, 1034", "5, 3135", "6, 7786", "7, 16817", "8, 32778", "9, 59059"
    })
    void the_first_ten_retries_wait_ever_longer(int n, long minutes) {
        assertEquals(NOW.plus(Duration.ofMinutes(minutes)), RetrySchedule.next(NOW, n));
    }

    @ParameterizedTest
    @CsvSource({
        "2026-11-22T10:15:30.123Z, 2026-12-22T10:15:30.123Z",
        "2026-12-31T23:59:59Z, 2027-01-31T23:59:59Z",
        "2027-01-31T00:00:00Z, 2027-02-28T00:00:00Z",
        "2028-01-31T00:00:00Z, 2028-02-29T00:00:00Z",
    })
    void every_later_one_waits_a_calendar_month(Instant now, Instant next) {
        assertEquals(next, RetrySchedule.next(now, 10));
        assertEquals(next, RetrySchedule.next(now, 11));
        assertEquals(next, RetrySchedule.next(now, Integer.MAX_VALUE));
    }

    @Test
    void there_is_no_retry_before_the_first() {
        assertThrows(IllegalArgumentException.class, () -> RetrySchedule.next(NOW, -1));
    }
}
