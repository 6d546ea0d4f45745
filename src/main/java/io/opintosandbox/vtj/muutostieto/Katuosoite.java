package io.opintosandbox.vtj.muutostieto;

import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A street address in the parts in which VTJ tells it, the street in two languages. Put together again (street, number,
 * stair letter, apartment without leading zeros, a space between them, and the division letter at the end) it is the
 * text that was taken apart. Where that does not succeed, or the two languages end differently, the whole text is the
 * street. What is missing is null.
 *
 * @param huoneistonumero three digits
 */
record Katuosoite(
        String katunimi,
        String katunimiSv,
        String katunumero,
        String huoneistokirjain,
        String huoneistonumero,
        String jakokirjain) {

    private static final Pattern OSAT = Pattern.compile("(?<katu>.*?\\S)(?<loput> (?<numero>\\d\\S*)"
            + "(?: (?<kirjain>\\p{Lu}))?(?: (?<huoneisto>[1-9]\\d{0,2})(?<jako>\\p{Ll})?)?)");

    /** @param sv the same address in Swedish, or null */
    static Katuosoite of(String fi, String sv) {
        var osat = osat(fi);
        var toiset = osat(sv == null ? fi : sv);
        if (osat == null || toiset == null || !Objects.equals(osat.group("loput"), toiset.group("loput"))) {
            return new Katuosoite(fi, sv, null, null, null, null);
        }
        var huoneisto = osat.group("huoneisto");
        return new Katuosoite(
                osat.group("katu"),
                sv == null ? null : toiset.group("katu"),
                osat.group("numero"),
                osat.group("kirjain"),
                huoneisto == null ? null : "0".repeat(3 - huoneisto.length()) + huoneisto,
                osat.group("jako"));
    }

    private static Matcher osat(String osoite) {
        var osat = OSAT.matcher(osoite == null ? "" : osoite);
        return osat.matches() ? osat : null;
    }
}
