package io.opintosandbox.id;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Optional;

/**
 * A Finnish personal identity code that is valid by the registry's rules, e.g. {@code 010866-9260}.
 * Contract: registry-behaviour.md 2, rules 1-4. Individual numbers 900-999 are as good as any other here: where they are
 * forbidden (rule 5), and that only they are let in, is said elsewhere ({@link SyntheticOnly}).
 *
 * <p>Two hetus are the same when their texts are; the separators of one century are different hetus.
 *
 * @param value the 11 characters
 */
public record Hetu(String value) {

    private static final int LENGTH = 11;
    private static final int SEPARATOR = 6;
    private static final String CHECK_CHARACTERS = "0123456789ABCDEFHJKLMNPRSTUVWXY";

    /**
     * Checks the text.
     *
     * @throws IllegalArgumentException when it is not a hetu; the message names the {@link HetuVirhe}, never the text
     */
    public Hetu {
        var virhe = virhe(value);
        if (virhe.isPresent()) {
            throw new IllegalArgumentException("Not a hetu: " + virhe.get());
        }
    }

    /**
     * The hetu the text is.
     *
     * @throws IllegalArgumentException when it is none
     */
    public static Hetu of(String value) {
        return new Hetu(value);
    }

    /**
     * The hetu of somebody born on a day, with its check character.
     *
     * @param separator one of the separators of the birth date's century
     * @param individual 0-999; odd for a man, even for a woman
     * @throws IllegalArgumentException when the separator is of another century or the number out of range
     */
    public static Hetu of(LocalDate birth, char separator, int individual) {
        if (separatorsOf(birth.getYear() / 100).indexOf(separator) < 0) {
            throw new IllegalArgumentException("Separator '" + separator + "' is not of the year " + birth.getYear());
        }
        var ddmmyy =
                padded(birth.getDayOfMonth(), 2) + padded(birth.getMonthValue(), 2) + padded(birth.getYear() % 100, 2);
        var check = checkCharacter(ddmmyy, individual);
        return new Hetu(ddmmyy + separator + padded(individual, 3) + check);
    }

    /** The hetu, or empty when the text (or null) is none. */
    public static Optional<Hetu> parse(String value) {
        return virhe(value).isEmpty() ? Optional.of(new Hetu(value)) : Optional.empty();
    }

    /** The hetu that the text would be with the right check character; empty when something else is wrong with it too. */
    public static Optional<Hetu> corrected(String value) {
        return virhe(value).filter(virhe -> virhe == HetuVirhe.CHECK_CHARACTER).isEmpty()
                ? parse(value)
                : parse(value.substring(0, LENGTH - 1)
                        + checkCharacter(value.substring(0, SEPARATOR), number(value, SEPARATOR + 1, LENGTH - 1)));
    }

    /** The first rule the text (or null) breaks, or empty when it is a hetu. */
    public static Optional<HetuVirhe> virhe(String value) {
        if (value == null || value.length() != LENGTH) {
            return Optional.of(HetuVirhe.LENGTH);
        }
        if (!digits(value, 0, 6) || centuryOf(value.charAt(SEPARATOR)) == 0 || !digits(value, 7, 10)) {
            return Optional.of(HetuVirhe.SHAPE);
        }
        var day = number(value, 0, 2);
        var month = number(value, 2, 4);
        if (day < 1 || day > 31 || month < 1 || month > 12) {
            return Optional.of(HetuVirhe.DATE);
        }
        if (value.charAt(10) != checkCharacterOf(number(value, 0, 6), number(value, 7, 10))) {
            return Optional.of(HetuVirhe.CHECK_CHARACTER);
        }
        return Optional.empty();
    }

    /**
     * The check character of the first six digits and the individual number; the separator has no part in it.
     *
     * @throws IllegalArgumentException unless ddmmyy is six ASCII digits and individual 0-999
     */
    public static char checkCharacter(String ddmmyy, int individual) {
        if (ddmmyy.length() != 6 || !digits(ddmmyy, 0, 6) || individual < 0 || individual > 999) {
            throw new IllegalArgumentException("Not six digits and an individual number of 0-999");
        }
        return checkCharacterOf(number(ddmmyy, 0, 6), individual);
    }

    /**
     * The separators of a century, the customary one first.
     *
     * @param century the first two digits of the year: 18, 19 or 20
     * @throws IllegalArgumentException for any other
     */
    public static String separatorsOf(int century) {
        return switch (century) {
            case 18 -> "+";
            case 19 -> "-YXWVU";
            case 20 -> "ABCDEF";
            default -> throw new IllegalArgumentException("No separator for the century " + century);
        };
    }

    /** The birth date. A day past the end of its month is the last day of it, as the registry has it (rule 4). */
    public LocalDate syntymaaika() {
        var year = centuryOf(separator()) * 100 + number(value, 4, 6);
        var month = YearMonth.of(year, number(value, 2, 4));
        return month.atDay(Math.min(number(value, 0, 2), month.lengthOfMonth()));
    }

    /** {@code "1"} for a man, {@code "2"} for a woman (codes of koodisto sukupuoli). */
    public String sukupuoli() {
        return yksilonumero() % 2 == 1 ? "1" : "2";
    }

    /** The individual number, 0-999. */
    public int yksilonumero() {
        return number(value, 7, 10);
    }

    /** The century sign, the seventh character. */
    public char separator() {
        return value.charAt(SEPARATOR);
    }

    /** The hetu with its last four characters hidden: {@code 010866-****}. */
    public String masked() {
        return value.substring(0, 7) + "****";
    }

    /** {@link #masked()}, so that a log line cannot leak it. */
    @Override
    public String toString() {
        return masked();
    }

    private static int centuryOf(char separator) {
        return switch (separator) {
            case '+' -> 18;
            case '-', 'Y', 'X', 'W', 'V', 'U' -> 19;
            case 'A', 'B', 'C', 'D', 'E', 'F' -> 20;
            default -> 0;
        };
    }

    private static char checkCharacterOf(int ddmmyy, int individual) {
        return CHECK_CHARACTERS.charAt((ddmmyy * 1000 + individual) % 31);
    }

    private static boolean digits(String text, int from, int to) {
        for (var i = from; i < to; i++) {
            // Character.isDigit would let in the digits of other scripts.
            if (text.charAt(i) < '0' || text.charAt(i) > '9') {
                return false;
            }
        }
        return true;
    }

    private static int number(String text, int from, int to) {
        var number = 0;
        for (var i = from; i < to; i++) {
            number = number * 10 + text.charAt(i) - '0';
        }
        return number;
    }

    private static String padded(int number, int width) {
        var digits = Integer.toString(number);
        return "0".repeat(Math.max(0, width - digits.length())) + digits;
    }
}
