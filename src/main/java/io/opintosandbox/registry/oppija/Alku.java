package io.opintosandbox.registry.oppija;

import java.util.Locale;

/** Beginnings of names as patterns for {@code lower(name) like :pattern escape '!'}. */
final class Alku {

    private Alku() {}

    /** Everything that begins with the text, whatever signs it holds. */
    static String of(String text) {
        return escaped(text) + "%";
    }

    /** Everything that the text occurs in. */
    static String jossain(String text) {
        return "%" + escaped(text) + "%";
    }

    private static String escaped(String text) {
        return text.toLowerCase(Locale.ROOT)
                .replace("!", "!!")
                .replace("%", "!%")
                .replace("_", "!_");
    }
}
