package io.opintosandbox.registry.henkilo;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import net.gcardone.junidecode.Junidecode;

/**
 * Whether a caller and the registry (or VTJ) mean the same person by name. Contract: registry-behaviour.md 4.1 and 4.3,
 * 8 rule 6 for {@link #identifies}. Kutsumanimi is never compared. Null counts as the empty name.
 *
 * <p>A name of more than 1 000 characters, as written or normalised, matches nothing, not even itself: the comparison
 * costs the product of the lengths.
 */
public final class NameMatching {

    private static final int LONGEST = 1_000;

    private NameMatching() {}

    /** N(s): without accents, in ASCII, in lower case; hyphens, apostrophes and spaces stay. Null gives the empty string. */
    public static String normalize(String name) {
        if (name == null) {
            return "";
        }
        return isPlain(name) ? name.toLowerCase(Locale.ROOT) : transliterate(name);
    }

    /** The surname rule: similar as wholes. */
    public static boolean surnamesMatch(String given, String expected) {
        if (tooLong(given) || tooLong(expected)) {
            return false;
        }
        return normalizedSurnamesMatch(normalize(given), normalize(expected));
    }

    /** The first-name rule. One similar first name is enough, and so is a part of the expected ones, the empty string included. */
    public static boolean firstNamesMatch(String given, String expected) {
        if (tooLong(given) || tooLong(expected)) {
            return false;
        }
        return normalizedFirstNamesMatch(normalize(given), normalize(expected));
    }

    /** The rule of hae, exists and the conflict flag of imports: current surname only, fields not swapped. */
    public static boolean namesMatch(String givenEtunimet, String givenSukunimi, String etunimet, String sukunimi) {
        return surnamesMatch(givenSukunimi, sukunimi) && firstNamesMatch(givenEtunimet, etunimet);
    }

    /**
     * The more lenient rule of identification: any surname of VTJ will do and the two fields may be swapped. A person whose
     * names are both blank always matches.
     *
     * @param givenEtunimet the registry's names of the person
     * @param etunimet the first names in VTJ
     * @param sukunimet the current and former surnames in VTJ
     */
    public static boolean identifies(
            String givenEtunimet, String givenSukunimi, String etunimet, Collection<String> sukunimet) {
        if (isBlank(givenEtunimet) && isBlank(givenSukunimi)) {
            return true;
        }
        for (var sukunimi : sukunimet) {
            if (namesMatch(givenEtunimet, givenSukunimi, etunimet, sukunimi)
                    || namesMatch(givenSukunimi, givenEtunimet, etunimet, sukunimi)) {
                return true;
            }
        }
        return false;
    }

    private static boolean normalizedSurnamesMatch(String given, String expected) {
        if (tooLong(given) || tooLong(expected)) {
            return false;
        }
        return JaroWinkler.similar(given, expected);
    }

    private static boolean normalizedFirstNamesMatch(String given, String expected) {
        if (tooLong(given) || tooLong(expected)) {
            return false;
        }
        if (expected.contains(given)) {
            return true;
        }
        var expectedNames = names(expected);
        for (var name : names(given)) {
            for (var expectedName : expectedNames) {
                if (JaroWinkler.similar(name, expectedName)) {
                    return true;
                }
            }
        }
        return false;
    }

    /** The names between white space, and the parts of those with hyphens. */
    private static List<String> names(String normalized) {
        var names = new ArrayList<String>();
        for (var name : split(normalized, ' ')) {
            names.add(name);
            if (name.indexOf('-') >= 0) {
                names.addAll(split(name, '-'));
            }
        }
        return names;
    }

    private static List<String> split(String text, char separator) {
        var parts = new ArrayList<String>();
        var start = 0;
        for (var i = 0; i <= text.length(); i++) {
            if (i == text.length() || isSeparator(text.charAt(i), separator)) {
                if (i > start) {
                    parts.add(text.substring(start, i));
                }
                start = i + 1;
            }
        }
        return parts;
    }

    private static boolean isSeparator(char c, char separator) {
        return separator == ' ' ? Character.isWhitespace(c) : c == separator;
    }

    /** Letters without their accents; unlike {@link #normalize} other scripts stay as they are. Null is empty. */
    static String withoutAccents(String name) {
        if (name == null) {
            return "";
        }
        return isPlain(name) ? name : stripped(name);
    }

    private static String transliterate(String name) {
        return Junidecode.unidecode(stripped(name)).toLowerCase(Locale.ROOT);
    }

    private static String stripped(String name) {
        var decomposed = Normalizer.normalize(name, Normalizer.Form.NFD);
        var letters = new StringBuilder(decomposed.length());
        for (var i = 0; i < decomposed.length(); i++) {
            var c = decomposed.charAt(i);
            if (c < '\u0300' || c > '\u036F') {
                letters.append(c);
            }
        }
        return letters.toString();
    }

    /** Whether transliteration would leave it as it is; it drops DEL, the last of ASCII. */
    private static boolean isPlain(String name) {
        for (var i = 0; i < name.length(); i++) {
            if (name.charAt(i) >= '\u007F') {
                return false;
            }
        }
        return true;
    }

    private static boolean tooLong(String name) {
        return name != null && name.length() > LONGEST;
    }

    private static boolean isBlank(String name) {
        return name == null || name.isBlank();
    }
}
