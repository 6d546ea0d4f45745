package io.opintosandbox.registry.henkilo;

import java.util.Map;

/** Codes that VTJ still sends, and what they have become. Contract: registry-behaviour.md 9 and 20. */
public final class VtjKoodit {
    private static final Map<String, String> MAAT = Map.of("736", "729", "230", "231");

    private VtjKoodit() {}

    /** A code of maatjavaltiot2 as it is today: Sudan and Ethiopia have new ones. */
    public static String maa(String koodi) {
        return MAAT.getOrDefault(koodi, koodi);
    }
}
