package io.opintosandbox.http;

/**
 * Bounds of single parameters, which are looked at after the right. Contract: registry-api.md 1.1, step 6, and 2,
 * "constraint on a single parameter".
 */
public final class Constraints {

    private Constraints() {}

    /**
     * Errors: 400 A when the value is too small.
     *
     * @param parameter the published service's name of method and parameter, for example {@code getMuuttuneet.page}
     */
    public static int atLeast(String parameter, int value, int min) {
        if (value < min) {
            throw Problem.constraint(parameter + ": must be greater than or equal to " + min);
        }
        return value;
    }

    /** Errors: 400 A when the value is too large. */
    public static int atMost(String parameter, int value, int max) {
        if (value > max) {
            throw Problem.constraint(parameter + ": must be less than or equal to " + max);
        }
        return value;
    }

    /** A page or page size where the published service has no name for the mistake. Errors: 400 B. */
    public static int plainAtLeast(int value, int min) {
        if (value < min) {
            throw Problem.badRequest("the value must be at least " + min);
        }
        return value;
    }
}
