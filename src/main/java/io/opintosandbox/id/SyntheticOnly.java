package io.opintosandbox.id;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * The guard of "nobody real": refuses whatever has the shape of a hetu and is not from the synthetic range 900-999,
 * right check character or not, unless an allow list of public test persons names it. Production refuses the synthetic
 * range besides (registry-behaviour.md 2, rule 5).
 *
 * <p>The shape is {@code \d{6}[-+A-FU-Y]\d{3}[0-9A-Y]} in ASCII, with no ASCII letter or digit next to it. Raw text of a
 * URL or of JSON must not hide a hetu behind an escape: {@code %2B} and {@code %2D} are separators too, and any escape
 * (a percent sign and two digits, a backslash and a letter or code point) ends what stands in front of a hetu. Digits
 * written as escapes are not seen: ask about decoded text.
 *
 * <p>Immutable. Linear in the text; allocates nothing when nothing is found. A null text has nothing in it.
 */
public final class SyntheticOnly {
    /** One sentence to whoever brings a hetu that may be somebody's. */
    public static final String WHAT_TO_USE =
            "Only hetus with an individual number from 900 to 999 may be used, because they are nobody's; for example"
                    + " 010190-901R.";

    /** Why a text was refused. */
    public enum Reason {
        /** An individual number outside 900-999: it could be a living person's. */
        NOT_SYNTHETIC,
        /** An individual number of 900-999, which production does not know. */
        TEST_HETU_IN_PRODUCTION
    }

    /**
     * A hetu that was refused.
     *
     * @param masked its form without percent signs, with the last four characters hidden: {@code 010180-****}
     */
    public record Refusal(String masked, Reason reason) {}

    private static final int BIRTH_DIGITS = 6;
    private static final int SHORTEST = 11;
    private static final int HIDDEN = 4;

    private final Set<String> allowed;
    private final boolean refuseTestHetus;

    /**
     * A guard with its exceptions.
     *
     * @param allowed hetus that are let in whatever their number
     * @param refuseTestHetus true in production, where 900-999 is refused too
     */
    public SyntheticOnly(Set<String> allowed, boolean refuseTestHetus) {
        this.allowed = Set.copyOf(allowed);
        this.refuseTestHetus = refuseTestHetus;
    }

    /** Whether some part of the text is refused. */
    public boolean refuses(String text) {
        return firstRefused(text) != null;
    }

    /** The text with the last four characters of each refused part hidden ({@code 010180-****}); itself when none is. */
    public String mask(String text) {
        StringBuilder masked = null;
        for (var at = next(text, 0, false); at >= 0; ) {
            var end = endOfShape(text, at, false);
            if (refused(text, at, end) != null) {
                masked = hide(masked == null ? new StringBuilder(text) : masked, end);
            }
            at = next(text, end, false);
        }
        return masked == null ? text : masked.toString();
    }

    /** The hetus in the text that are refused, in their order. */
    public List<Refusal> refusals(String text) {
        List<Refusal> refusals = new ArrayList<>();
        for (var at = next(text, 0, false); at >= 0; ) {
            var end = endOfShape(text, at, false);
            var reason = refused(text, at, end);
            if (reason != null) {
                var shown = plain(text, at, end).substring(0, SHORTEST - HIDDEN);
                refusals.add(new Refusal(shown + "*".repeat(HIDDEN), reason));
            }
            at = next(text, end, false);
        }
        return refusals;
    }

    /**
     * For logs: the text with the last four characters of every hetu hidden, synthetic or not. Lower-case letters count
     * here too, because people type them and a log has no use for either.
     */
    public static String maskAll(String text) {
        StringBuilder masked = null;
        for (var at = next(text, 0, true); at >= 0; ) {
            var end = endOfShape(text, at, true);
            masked = hide(masked == null ? new StringBuilder(text) : masked, end);
            at = next(text, end, true);
        }
        return masked == null ? text : masked.toString();
    }

    private static StringBuilder hide(StringBuilder text, int end) {
        // Not StringBuilder.replace: it moves the rest of the text, even by nothing.
        for (var i = end - HIDDEN; i < end; i++) {
            text.setCharAt(i, '*');
        }
        return text;
    }

    private Reason firstRefused(String text) {
        for (var at = next(text, 0, false); at >= 0; ) {
            var end = endOfShape(text, at, false);
            var reason = refused(text, at, end);
            if (reason != null) {
                return reason;
            }
            at = next(text, end, false);
        }
        return null;
    }

    /** Why the hetu shape at [at, end) is refused, or null. */
    private Reason refused(String text, int at, int end) {
        var synthetic = text.charAt(end - HIDDEN) == '9';
        if (synthetic && !refuseTestHetus) {
            return null;
        }
        if (!allowed.isEmpty() && allowed.contains(plain(text, at, end))) {
            return null;
        }
        return synthetic ? Reason.TEST_HETU_IN_PRODUCTION : Reason.NOT_SYNTHETIC;
    }

    private static String plain(String text, int at, int end) {
        if (end - at == SHORTEST) {
            return text.substring(at, end);
        }
        var separator = isEscapedPlus(text.charAt(at + BIRTH_DIGITS + 2)) ? "+" : "-";
        return text.substring(at, at + BIRTH_DIGITS) + separator + text.substring(end - HIDDEN, end);
    }

    /** Where the next hetu shape starts, or -1. */
    private static int next(String text, int from, boolean anyCase) {
        if (text == null) {
            return -1;
        }
        var last = text.length() - SHORTEST;
        for (var at = from; at <= last; ) {
            if (!isDigit(text.charAt(at + BIRTH_DIGITS - 1))) {
                // No six digits in a row can start before it: most text is passed six characters at a time.
                at += BIRTH_DIGITS;
            } else if (isDigit(text.charAt(at)) && startsFresh(text, at) && endOfShape(text, at, anyCase) >= 0) {
                return at;
            } else {
                at++;
            }
        }
        return -1;
    }

    /** The end (exclusive) of the hetu shape that starts here, or -1 when none does. */
    private static int endOfShape(String text, int at, boolean anyCase) {
        var separator = at + BIRTH_DIGITS;
        if (!digits(text, at, BIRTH_DIGITS) || separator >= text.length()) {
            return -1;
        }
        var individual = separator + 1;
        if (text.charAt(separator) == '%') {
            if (!isEscapedSeparator(text, separator)) {
                return -1;
            }
            individual = separator + 3;
        } else if (!isSeparator(letter(text.charAt(separator), anyCase))) {
            return -1;
        }
        var end = individual + HIDDEN;
        if (end > text.length() || !digits(text, individual, 3)) {
            return -1;
        }
        var check = letter(text.charAt(end - 1), anyCase);
        var fits = isDigit(check) || (check >= 'A' && check <= 'Y');
        return fits && (end == text.length() || !isAlphanumeric(text.charAt(end))) ? end : -1;
    }

    private static boolean startsFresh(String text, int at) {
        return at == 0 || !isAlphanumeric(text.charAt(at - 1)) || isAfterEscape(text, at);
    }

    private static boolean isAfterEscape(String text, int at) {
        if (at >= 2 && text.charAt(at - 2) == '\\') {
            return "nrtbf".indexOf(text.charAt(at - 1)) >= 0;
        }
        if (at >= 3 && text.charAt(at - 3) == '%') {
            return hex(text, at - 2, at);
        }
        return at >= 6 && text.charAt(at - 6) == '\\' && text.charAt(at - 5) == 'u' && hex(text, at - 4, at);
    }

    private static boolean isEscapedSeparator(String text, int at) {
        if (at + 2 >= text.length() || text.charAt(at + 1) != '2') {
            return false;
        }
        var code = text.charAt(at + 2);
        return isEscapedPlus(code) || code == 'D' || code == 'd';
    }

    private static boolean isEscapedPlus(char code) {
        return code == 'B' || code == 'b';
    }

    private static boolean isSeparator(char c) {
        return c == '-' || c == '+' || (c >= 'A' && c <= 'F') || (c >= 'U' && c <= 'Y');
    }

    private static char letter(char c, boolean anyCase) {
        return anyCase && c >= 'a' && c <= 'z' ? (char) (c - 'a' + 'A') : c;
    }

    private static boolean digits(String text, int from, int count) {
        for (var i = from; i < from + count; i++) {
            if (!isDigit(text.charAt(i))) {
                return false;
            }
        }
        return true;
    }

    private static boolean hex(String text, int from, int to) {
        for (var i = from; i < to; i++) {
            var c = letter(text.charAt(i), true);
            if (!isDigit(c) && !(c >= 'A' && c <= 'F')) {
                return false;
            }
        }
        return true;
    }

    private static boolean isAlphanumeric(char c) {
        return isDigit(c) || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }
}
