package io.opintosandbox.conformance;

import java.time.LocalDate;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * Hetus and person OIDs with their check characters. Said again here and not borrowed from the sandbox,
 * because a judge must not take the accused's word. Contract: registry-behaviour.md 1 and 2.
 */
final class Identifiers {
    private static final String CHECK_CHARACTERS = "0123456789ABCDEFHJKLMNPRSTUVWXY";
    private static final Pattern PERSON_OID = Pattern.compile("1\\.2\\.246\\.562\\.(\\d{2,3})\\.(\\d{10})(\\d)");

    private Identifiers() {}

    static String hetu(LocalDate born, char sign, int individual) {
        var date = String.format(
                Locale.ROOT, "%02d%02d%02d", born.getDayOfMonth(), born.getMonthValue(), born.getYear() % 100);
        var number = String.format(Locale.ROOT, "%03d", individual);
        return date + sign + number + CHECK_CHARACTERS.charAt((int) (Long.parseLong(date + number) % 31));
    }

    /** The hetu with the next check character, which is wrong. */
    static String withWrongCheck(String hetu) {
        var last = hetu.length() - 1;
        return hetu.substring(0, last)
                + CHECK_CHARACTERS.charAt((CHECK_CHARACTERS.indexOf(hetu.charAt(last)) + 1) % 31);
    }

    /** An OID under a node for a number of ten digits. */
    static String personOid(String node, long number) {
        var digits = Long.toString(number);
        return "1.2.246.562." + node + "." + digits + checkDigit(node, digits);
    }

    static boolean isPersonOid(String text) {
        var parts = PERSON_OID.matcher(text);
        return parts.matches() && checkDigit(parts.group(1), parts.group(2)) == Integer.parseInt(parts.group(3));
    }

    /** Weights 7-3-1 under node 24, Luhn elsewhere. */
    private static int checkDigit(String node, String digits) {
        var weights = new int[] {7, 3, 1};
        var sum = IntStream.range(0, digits.length())
                .map(fromRight -> {
                    var digit = digits.charAt(digits.length() - 1 - fromRight) - '0';
                    if (node.equals("24")) {
                        return digit * weights[fromRight % 3];
                    }
                    var doubled = fromRight % 2 == 0 ? digit * 2 : digit;
                    return doubled > 9 ? doubled - 9 : doubled;
                })
                .sum();
        return (10 - sum % 10) % 10;
    }
}
