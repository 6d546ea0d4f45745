package io.opintosandbox.journal;

import java.util.Arrays;
import java.util.List;

/**
 * Finds the operation that a call to an unknown path most likely meant. Parameters match anything. Bounded: long paths
 * are not looked at. Thread-safe.
 */
public final class Nearest {
    private static final int LONGEST = 200;
    private static final int MOST_SEGMENTS = 12;

    /** Distances: a segment too many or too few, another method, and how different two segments can be. */
    private static final double SEGMENT = 3;

    private static final double METHOD = 1;
    private static final double OTHER = 4;
    private static final double TOO_FAR = 4;

    private final List<Operation> operations;

    /** @param operations each a method and a path, for example {@code GET /henkilo/{oid}} */
    public Nearest(List<String> operations) {
        this.operations = operations.stream().map(Operation::of).toList();
    }

    private record Operation(String name, String method, List<String> parts) {
        static Operation of(String name) {
            var words = name.split(" ", 2);
            return new Operation(name, words[0], Nearest.segments(words[1]));
        }
    }

    /** The operation most like the call, or null when none is. */
    public String of(String method, String path) {
        if (path.length() > LONGEST) {
            return null;
        }
        var segments = segments(path);
        if (segments.isEmpty() || segments.size() > MOST_SEGMENTS) {
            return null;
        }
        String nearest = null;
        var least = TOO_FAR + 0.001;
        for (var operation : operations) {
            var distance = (operation.method().equals(method) ? 0 : METHOD) + distance(operation.parts(), segments);
            if (distance < least) {
                least = distance;
                nearest = operation.name();
            }
        }
        return nearest;
    }

    private static List<String> segments(String path) {
        return Arrays.stream(path.split("/", -1))
                .filter(part -> !part.isEmpty())
                .toList();
    }

    /** Edit distance over segments; whole paths that have no word in common are far apart. */
    private static double distance(List<String> known, List<String> asked) {
        if (Math.abs(known.size() - asked.size()) > 1) {
            return Double.MAX_VALUE;
        }
        var row = new double[asked.size() + 1];
        for (int j = 1; j <= asked.size(); j++) {
            row[j] = j * SEGMENT;
        }
        var alike = false;
        for (int i = 1; i <= known.size(); i++) {
            var diagonal = row[0];
            row[0] = i * SEGMENT;
            for (int j = 1; j <= asked.size(); j++) {
                var difference = difference(known.get(i - 1), asked.get(j - 1));
                alike |= difference < OTHER / 2 && !known.get(i - 1).startsWith("{");
                var best = Math.min(diagonal + difference, Math.min(row[j], row[j - 1]) + SEGMENT);
                diagonal = row[j];
                row[j] = best;
            }
        }
        return alike ? row[asked.size()] : Double.MAX_VALUE;
    }

    private static double difference(String known, String asked) {
        var parameter = known.indexOf('{');
        if (parameter == 0) {
            // A word that fits exactly is nearer than a parameter that fits everything.
            return 0.5;
        }
        if (parameter > 0) {
            var head = known.substring(0, parameter);
            return asked.startsWith(head)
                    ? 0
                    : difference(head, asked.substring(0, Math.min(head.length(), asked.length())));
        }
        return OTHER * edits(known, asked) / Math.max(known.length(), asked.length());
    }

    private static int edits(String a, String b) {
        if (a.equals(b)) {
            return 0;
        }
        var row = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            row[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            var diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                var change = diagonal + (same(a.charAt(i - 1), b.charAt(j - 1)) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(change, Math.min(row[j], row[j - 1]) + 1);
            }
        }
        return row[b.length()];
    }

    private static boolean same(char a, char b) {
        return Character.toLowerCase(a) == Character.toLowerCase(b);
    }
}
