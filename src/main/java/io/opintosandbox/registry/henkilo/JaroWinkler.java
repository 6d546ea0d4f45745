package io.opintosandbox.registry.henkilo;

/**
 * Similarity of two names, 0 ... 1. Contract: registry-behaviour.md 4.2. Not the usual Jaro-Winkler: the common prefix is
 * not capped at four characters and the weight of it shrinks with the length. In 32-bit floats, as the registry counts.
 */
final class JaroWinkler {

    private static final float SIMILAR = 0.85F;
    private static final float WORTH_A_PREFIX = 0.7F;
    private static final float PREFIX_WEIGHT = 0.1F;

    private JaroWinkler() {}

    static boolean similar(String a, String b) {
        return similarity(a, b) >= SIMILAR;
    }

    static float similarity(String a, String b) {
        var shorter = a.length() <= b.length() ? a : b;
        var longer = a.length() <= b.length() ? b : a;
        var taken = new boolean[longer.length()];
        var matched = new char[shorter.length()];
        var matches = match(shorter, longer, matched, taken);
        if (matches == 0) {
            return 0F;
        }
        var transpositions = differences(longer, matched, taken) / 2;
        float m = matches;
        var jaro = (m / a.length() + m / b.length() + (m - transpositions) / m) / 3;
        if (jaro < WORTH_A_PREFIX) {
            return jaro;
        }
        return jaro + Math.min(PREFIX_WEIGHT, 1F / longer.length()) * prefix(shorter, longer) * (1F - jaro);
    }

    /** Fills the matched characters of the shorter in its order, and marks those of the longer; how many there are. */
    private static int match(String shorter, String longer, char[] matched, boolean[] taken) {
        var range = Math.max(longer.length() / 2 - 1, 0);
        var matches = 0;
        for (var i = 0; i < shorter.length(); i++) {
            var c = shorter.charAt(i);
            var end = Math.min(i + range + 1, longer.length());
            for (var k = Math.max(i - range, 0); k < end; k++) {
                if (!taken[k] && longer.charAt(k) == c) {
                    taken[k] = true;
                    matched[matches++] = c;
                    break;
                }
            }
        }
        return matches;
    }

    private static int differences(String longer, char[] matched, boolean[] taken) {
        var differences = 0;
        var position = 0;
        for (var k = 0; k < taken.length; k++) {
            if (taken[k] && longer.charAt(k) != matched[position++]) {
                differences++;
            }
        }
        return differences;
    }

    private static int prefix(String shorter, String longer) {
        var length = 0;
        while (length < shorter.length() && shorter.charAt(length) == longer.charAt(length)) {
            length++;
        }
        return length;
    }
}
