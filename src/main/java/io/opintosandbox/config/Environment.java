package io.opintosandbox.config;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Settings given as {@code SANDBOX_…} variables.
 *
 * @param values what was set
 * @param warnings one sentence for every {@code SANDBOX_} variable that means nothing
 */
public record Environment(Map<Setting, String> values, List<String> warnings) {

    /** Reads a process environment. */
    public static Environment of(Map<String, String> variables) {
        Map<Setting, String> values = new EnumMap<>(Setting.class);
        List<String> warnings = new ArrayList<>();
        new TreeMap<>(variables).forEach((name, value) -> {
            if (name.startsWith("SANDBOX_")) {
                Setting.ofVariable(name)
                        .ifPresentOrElse(
                                setting -> values.put(setting, value),
                                () -> warnings.add(name + " is not a setting and has no effect; did you mean "
                                        + nearest(name).variable() + "?"));
            }
        });
        return new Environment(values, warnings);
    }

    private static Setting nearest(String name) {
        return Arrays.stream(Setting.values())
                .min(Comparator.comparingInt(setting -> distance(name, setting.variable())))
                .orElseThrow();
    }

    /** Levenshtein distance; names are short. */
    private static int distance(String a, String b) {
        var previous = new int[b.length() + 1];
        Arrays.setAll(previous, j -> j);
        for (int i = 1; i <= a.length(); i++) {
            var current = new int[b.length() + 1];
            current[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                var replaced = previous[j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                current[j] = Math.min(replaced, 1 + Math.min(previous[j], current[j - 1]));
            }
            previous = current;
        }
        return previous[b.length()];
    }
}
