package io.opintosandbox.id;

/**
 * The OID of a person, {@code 1.2.246.562.<node>.<ten digits><check digit>}. Contract: registry-behaviour.md 1.
 *
 * <p>For OIDs the sandbox gives out. The API never checks the check digit of an OID it is given, so an OID from a request
 * stays a string: a malformed one is just unknown.
 *
 * @param value the whole OID
 */
public record HenkiloOid(String value) {

    /** The smallest of the ten-digit numbers; none starts with zero. */
    static final long FIRST = 1_000_000_000L;

    /** How many ten-digit numbers a node has. */
    static final long COUNT = 9_000_000_000L;

    private static final String ROOT = "1.2.246.562.";
    private static final int PRODUCTION = 24;
    private static final int LEAF_LENGTH = 11;

    /**
     * Checks the form and the check digit.
     *
     * @throws IllegalArgumentException when either is wrong
     */
    public HenkiloOid {
        if (!isValid(value)) {
            throw new IllegalArgumentException("Not the OID of a person: " + value);
        }
    }

    /**
     * The OID of a number under a node.
     *
     * @param node 24 in production, 98 in the test environment
     * @param number10 1 000 000 000 ... 9 999 999 999
     * @throws IllegalArgumentException when either is out of range
     */
    public static HenkiloOid of(int node, long number10) {
        return new HenkiloOid(ROOT + node + "." + number10 + checkDigit(node, number10));
    }

    /**
     * The check digit: weights 7, 3, 1 from the right under node 24, Luhn under any other.
     *
     * @throws IllegalArgumentException when node is not positive or number10 has not ten digits
     */
    public static int checkDigit(int node, long number10) {
        if (node < 1 || number10 < FIRST || number10 >= FIRST + COUNT) {
            throw new IllegalArgumentException("Not a node and a number of ten digits: " + node + ", " + number10);
        }
        var sum = node == PRODUCTION ? weighted(number10) : luhn(number10);
        return (10 - sum % 10) % 10;
    }

    /** Whether the text (or null) has the form of a person's OID and the check digit of its node. */
    public static boolean isValid(String value) {
        if (value == null || !value.startsWith(ROOT)) {
            return false;
        }
        var dot = value.length() - LEAF_LENGTH - 1;
        var node = number(value, ROOT.length(), dot);
        var leaf = dot < 0 || value.charAt(dot) != '.' ? -1 : number(value, dot + 1, value.length());
        return node > 0 && node <= Integer.MAX_VALUE && leaf > 0 && checkDigit((int) node, leaf / 10) == leaf % 10;
    }

    @Override
    public String toString() {
        return value;
    }

    private static int weighted(long number) {
        var sum = 0;
        var weight = 7;
        for (var rest = number; rest > 0; rest /= 10) {
            sum += (int) (rest % 10) * weight;
            weight = weight == 7 ? 3 : weight == 3 ? 1 : 7;
        }
        return sum;
    }

    private static int luhn(long number) {
        var sum = 0;
        var doubled = true;
        for (var rest = number; rest > 0; rest /= 10) {
            var digit = (int) (rest % 10) * (doubled ? 2 : 1);
            sum += digit > 9 ? digit - 9 : digit;
            doubled = !doubled;
        }
        return sum;
    }

    /** The ASCII digits in [from, to) as a number, or -1 when they are none, too many, or start with zero. */
    private static long number(String text, int from, int to) {
        if (to <= from || to - from > LEAF_LENGTH || text.charAt(from) == '0') {
            return -1;
        }
        var number = 0L;
        for (var i = from; i < to; i++) {
            var digit = text.charAt(i) - '0';
            if (digit < 0 || digit > 9) {
                return -1;
            }
            number = number * 10 + digit;
        }
        return number;
    }
}
