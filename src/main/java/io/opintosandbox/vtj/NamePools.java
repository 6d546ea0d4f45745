package io.opintosandbox.vtj;

import java.util.List;
import java.util.Locale;

/**
 * What the population is made of, as {@code fixtures/names} has it; format: fixtures/README.md. Read once, immutable.
 * The order of the files decides who is drawn.
 *
 * @param kielet Finnish first, Swedish second, then the others
 * @param kadut streets by their Finnish names
 * @param kaksikielisetKadut streets known in both languages
 * @param kunnat the home municipalities
 * @param ikaluokat how many were born in which year, oldest first, every year once
 */
record NamePools(
        List<Kieli> kielet,
        List<String> kadut,
        List<Katu> kaksikielisetKadut,
        List<Kunta> kunnat,
        List<Ika> ikaluokat) {

    /** Places of Finnish and Swedish in {@link #kielet}. */
    static final int SUOMI = 0;

    static final int RUOTSI = 1;

    /**
     * A language with its names.
     *
     * @param kansalaisuus what some of its speakers are citizens of
     * @param paino how frequent among the languages other than Finnish and Swedish
     * @param polvet first names of those born from a year on, oldest first
     */
    record Kieli(String koodi, String kansalaisuus, int paino, List<Polvi> polvet, Nimisto sukunimet) {

        /** The first names that are given to women or men born in that year. */
        Nimisto etunimet(boolean nainen, int vuosi) {
            Polvi oma = polvet.get(0);
            for (Polvi polvi : polvet) {
                if (polvi.vuodesta() <= vuosi) {
                    oma = polvi;
                }
            }
            return nainen ? oma.naiset() : oma.miehet();
        }
    }

    record Polvi(int vuodesta, Nimisto naiset, Nimisto miehet) {}

    record Katu(String fi, String sv) {}

    /**
     * A municipality.
     *
     * @param namn null without a Swedish name of its own
     * @param postitoimipaikka in capitals, as in addresses
     * @param asukkaita how many live there
     * @param ruotsi of a thousand, how many speak Swedish
     * @param muut of a thousand, how many speak neither Finnish nor Swedish
     */
    record Kunta(
            String koodi,
            String nimi,
            String namn,
            String postitoimipaikka,
            int asukkaita,
            int ruotsi,
            int muut,
            List<String> postinumerot) {

        String postort() {
            return namn == null ? null : namn.toUpperCase(Locale.ROOT);
        }
    }

    /** How many women and men were born in a year and live. */
    record Ika(int vuosi, int naiset, int miehet) {}

    /** Finnish names serve the languages that have none of their own here. */
    Kieli kieli(String koodi) {
        return kielet.stream()
                .filter(kieli -> kieli.koodi().equals(koodi))
                .findFirst()
                .orElse(kielet.get(SUOMI));
    }
}
