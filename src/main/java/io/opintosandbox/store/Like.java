package io.opintosandbox.store;

import java.util.Locale;

/** Patterns for {@code lower(column) like :pattern escape '!'}, in which the text stands for itself, whatever signs it holds. */
public final class Like {

    private Like() {}

    /** Everything that begins with the text. */
    public static String beginningWith(String text) {
        return escaped(text) + "%";
    }

    /** Everything that the text occurs in. */
    public static String containing(String text) {
        return "%" + escaped(text) + "%";
    }

    private static String escaped(String text) {
        return text.toLowerCase(Locale.ROOT)
                .replace("!", "!!")
                .replace("%", "!%")
                .replace("_", "!_");
    }
}
