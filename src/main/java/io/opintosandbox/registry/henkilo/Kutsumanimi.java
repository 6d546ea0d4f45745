package io.opintosandbox.registry.henkilo;

/**
 * Whether a kutsumanimi belongs to the etunimet. Two rules, both case-insensitive; contract: registry-behaviour.md 3,
 * which says which request follows which. Null is never accepted. Both are linear in the lengths.
 */
public final class Kutsumanimi {

    private Kutsumanimi() {}

    /** Rule E: one of the names between white space, or one of the parts of a name with hyphens. */
    public static boolean isOneOf(String kutsumanimi, String etunimet) {
        if (kutsumanimi == null || etunimet == null || kutsumanimi.isEmpty()) {
            return false;
        }
        var nameStart = 0;
        var partStart = 0;
        for (var i = 0; i <= etunimet.length(); i++) {
            var nameEnds = i == etunimet.length() || Character.isWhitespace(etunimet.charAt(i));
            if (nameEnds || etunimet.charAt(i) == '-') {
                if (isAt(kutsumanimi, etunimet, partStart, i)
                        || (nameEnds && isAt(kutsumanimi, etunimet, nameStart, i))) {
                    return true;
                }
                partStart = i + 1;
                nameStart = nameEnds ? i + 1 : nameStart;
            }
        }
        return false;
    }

    /**
     * Rule C: the etunimet as written, or a run of consecutive names between spaces, or a run of consecutive parts between
     * spaces and hyphens, joined with one space each.
     */
    public static boolean isPartOf(String kutsumanimi, String etunimet) {
        if (kutsumanimi == null || etunimet == null || kutsumanimi.length() > etunimet.length()) {
            return false;
        }
        if (kutsumanimi.equalsIgnoreCase(etunimet)) {
            return true;
        }
        // With a space on both sides of every name, a run of whole names is a plain part of the text.
        var run = (" " + folded(kutsumanimi) + " ").toCharArray();
        var names = folded(etunimet);
        return contains(spaced(names), run) || contains(spaced(names.replace('-', ' ')), run);
    }

    private static boolean isAt(String kutsumanimi, String etunimet, int start, int end) {
        return end - start == kutsumanimi.length()
                && etunimet.regionMatches(true, start, kutsumanimi, 0, kutsumanimi.length());
    }

    /** One char for one char, as String.equalsIgnoreCase compares; String.toLowerCase may change the length. */
    private static String folded(String text) {
        var chars = text.toCharArray();
        for (var i = 0; i < chars.length; i++) {
            chars[i] = Character.toLowerCase(Character.toUpperCase(chars[i]));
        }
        return new String(chars);
    }

    /** The names with exactly one space before, between and after them. */
    private static String spaced(String names) {
        var spaced = new StringBuilder(names.length() + 2).append(' ');
        for (var i = 0; i < names.length(); i++) {
            var c = names.charAt(i);
            if (c != ' ' || spaced.charAt(spaced.length() - 1) != ' ') {
                spaced.append(c);
            }
        }
        if (spaced.charAt(spaced.length() - 1) != ' ') {
            spaced.append(' ');
        }
        return spaced.toString();
    }

    /** Knuth-Morris-Pratt: String.contains takes the product of the lengths on names like "a a a ... a b". */
    private static boolean contains(String text, char[] part) {
        var borders = borders(part);
        var matched = 0;
        for (var i = 0; i < text.length(); i++) {
            matched = extend(part, borders, matched, text.charAt(i));
            if (matched == part.length) {
                return true;
            }
        }
        return false;
    }

    /** For every prefix of the part, the length of its longest proper prefix that is also its suffix. */
    private static int[] borders(char[] part) {
        var borders = new int[part.length];
        for (var i = 1; i < part.length; i++) {
            borders[i] = extend(part, borders, borders[i - 1], part[i]);
        }
        return borders;
    }

    private static int extend(char[] part, int[] borders, int matched, char next) {
        var length = matched;
        while (length > 0 && part[length] != next) {
            length = borders[length - 1];
        }
        return part[length] == next ? length + 1 : length;
    }
}
