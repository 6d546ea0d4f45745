package io.opintosandbox.registry.palvelurajapinta;

import io.opintosandbox.http.Problem;

/**
 * Which part of a long list is wanted. Contract: registry-api.md 4.4.
 *
 * @param offset how many to leave out at the beginning, or null
 * @param amount how many to answer at most, or null for all
 */
public record Rajaus(Long offset, Long amount) {
    /** More than any registry holds, and small enough to be added to. */
    private static final long ALL = 1_000_000_000_000L;

    static final Rajaus KAIKKI = new Rajaus(null, null);

    /** Itself. Errors: 400 A, of a service rather than of a parameter, so only after the right. */
    Rajaus tarkistettu() {
        if (amount != null && amount <= 0) {
            throw Problem.illegalArgument("Limit must be greater than 0.");
        }
        if (offset != null && offset < 0) {
            throw Problem.illegalArgument("Offset must not be negative.");
        }
        return this;
    }

    long ohitettavat() {
        return offset == null ? 0 : Math.min(offset, ALL);
    }

    long enintaan() {
        return amount == null ? ALL : Math.min(amount, ALL);
    }
}
