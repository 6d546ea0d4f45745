package io.opintosandbox.vtj;

import java.util.List;

/**
 * The name pools of {@code fixtures/names}, read once. Immutable; lists are in the order of the files, which decides
 * who is drawn.
 *
 * @param kadut streets by their Finnish names
 * @param kaksikielisetKadut streets known in both languages
 */
record NamePools(
        Nimet suomi,
        Nimet ruotsi,
        List<Muunkieliset> muut,
        Weighted<Muunkieliset> muutPainolla,
        List<String> kadut,
        List<Katu> kaksikielisetKadut,
        List<Kunta> kunnat,
        Weighted<Kunta> kunnatPainolla,
        Weighted<Kunta> kunnatRuotsinkielisille) {

    /** First names of women and of men, and surnames. */
    record Nimet(List<String> naiset, List<String> miehet, List<String> sukunimet) {

        List<String> etunimet(String sukupuoli) {
            return sukupuoli.equals("2") ? naiset : miehet;
        }
    }

    /** A language other than Finnish and Swedish; {@code kansalaisuus} is what some of its speakers have. */
    record Muunkieliset(String kieli, String kansalaisuus, int paino, Nimet nimet) {}

    record Katu(String fi, String sv) {}

    /** {@code nimi} and {@code namn} in capitals, as in addresses; {@code namn} null without a Swedish name. */
    record Kunta(String koodi, String nimi, String namn, int paino, int painoSv, List<String> postinumerot) {}

    /** Finnish names serve the languages that have none of their own here. */
    Nimet nimet(String kieli) {
        if ("sv".equals(kieli)) {
            return ruotsi;
        }
        return muut.stream()
                .filter(muu -> muu.kieli().equals(kieli))
                .findFirst()
                .map(Muunkieliset::nimet)
                .orElse(suomi);
    }
}
