package io.opintosandbox.registry.henkilo;

import java.time.LocalDate;
import java.util.Arrays;

/**
 * How alike two people are by names and birth date: the share of the three-letter pieces of words that both have.
 * Contract: registry-behaviour.md 15.
 */
final class Samankaltaisuus {
    /** From here on somebody is a candidate. */
    static final double RAJA = 0.5;

    private final long[] pieces;

    private Samankaltaisuus(long[] pieces) {
        this.pieces = pieces;
    }

    static Samankaltaisuus of(String etunimet, String kutsumanimi, String sukunimi, LocalDate syntymaaika) {
        var text = NameMatching.withoutAccents(etunimet) + " " + NameMatching.withoutAccents(kutsumanimi) + " "
                + NameMatching.withoutAccents(sukunimi) + " " + (syntymaaika == null ? "" : syntymaaika);
        return new Samankaltaisuus(pieces(text));
    }

    /** 0 nothing in common … 1 the same. */
    double to(Samankaltaisuus other) {
        var common = 0;
        for (int i = 0, k = 0; i < pieces.length && k < other.pieces.length; ) {
            if (pieces[i] == other.pieces[k]) {
                common++;
                i++;
                k++;
            } else if (pieces[i] < other.pieces[k]) {
                i++;
            } else {
                k++;
            }
        }
        var all = pieces.length + other.pieces.length - common;
        return all == 0 ? 0 : (double) common / all;
    }

    /** Each piece of three characters as a number, sorted, each once. Words get two spaces in front and one behind. */
    private static long[] pieces(String text) {
        var found = new long[text.length() * 2 + 2];
        var count = 0;
        var window = 0L;
        var inWord = false;
        for (int i = 0; i <= text.length(); i++) {
            var c = i == text.length() ? ' ' : text.charAt(i);
            if (Character.isLetterOrDigit(c)) {
                window = inWord ? window : (long) ' ' << 16 | ' ';
                inWord = true;
                window = (window << 16 | Character.toLowerCase(c)) & 0xFFFF_FFFF_FFFFL;
                found[count++] = window;
            } else if (inWord) {
                found[count++] = (window << 16 | ' ') & 0xFFFF_FFFF_FFFFL;
                inWord = false;
            }
        }
        return distinct(found, count);
    }

    /** Sorted, each once. In place: a search makes one of these for everybody in the registry. */
    private static long[] distinct(long[] found, int count) {
        Arrays.sort(found, 0, count);
        var kept = 0;
        for (int i = 0; i < count; i++) {
            if (kept == 0 || found[i] != found[kept - 1]) {
                found[kept++] = found[i];
            }
        }
        return Arrays.copyOf(found, kept);
    }
}
