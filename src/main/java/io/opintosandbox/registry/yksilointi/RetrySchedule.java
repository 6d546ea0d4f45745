package io.opintosandbox.registry.yksilointi;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;

/** When identification is tried again after a retryable error. Contract: registry-behaviour.md 8, the table of retries. */
public final class RetrySchedule {

    private static final int LAST_IN_MINUTES = 9;

    private RetrySchedule() {}

    /**
     * n to the fifth plus ten minutes from now; from n = 10 on one calendar month (in UTC; the 31st becomes the last day of
     * a shorter month).
     *
     * @param n how many retries went before: 0, 1, 2 ...
     * @throws IllegalArgumentException when n is negative
     */
    public static Instant next(Instant now, int n) {
        if (n < 0) {
            throw new IllegalArgumentException("The number of retries is negative: " + n);
        }
        if (n > LAST_IN_MINUTES) {
            return now.atOffset(ZoneOffset.UTC).plusMonths(1).toInstant();
        }
        return now.plus(Duration.ofMinutes((long) n * n * n * n * n + 10));
    }
}
