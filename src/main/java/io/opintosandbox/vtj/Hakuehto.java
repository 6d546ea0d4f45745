package io.opintosandbox.vtj;

import io.opintosandbox.id.Hetu;
import io.opintosandbox.vtj.NamePools.Kunta;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What {@code GET /sandbox/vtj/persons?query=} asks for: words, all of which must match. A word matches a person when it
 * is the hetu, the birth year, the code or the whole name of the home municipality (in Finnish or Swedish, its first
 * word), or the beginning of a first name, the kutsumanimi or the surname. Case does not matter. Immutable.
 */
public final class Hakuehto {

    private final List<Sana> sanat;

    private Hakuehto(List<Sana> sanat) {
        this.sanat = sanat;
    }

    /**
     * One word.
     *
     * @param teksti in lower case
     * @param hetu the word as a hetu, if it is one
     * @param vuosi the word as a birth year, 0 when it is none
     * @param kunnat codes of the municipalities that it names
     */
    record Sana(String teksti, Optional<Hetu> hetu, int vuosi, Set<String> kunnat) {

        static Sana of(String sana, List<Kunta> kunnat) {
            String teksti = Nimisto.pieneksi(sana);
            return new Sana(
                    teksti,
                    Hetu.parse(sana.toUpperCase(Locale.ROOT)),
                    sana.matches("(18|19|20)[0-9]{2}") ? Integer.parseInt(sana) : 0,
                    sana.matches("[0-9]{3}")
                            ? Set.of(sana)
                            : kunnat.stream()
                                    .filter(kunta -> nimetty(kunta.nimi(), teksti) || nimetty(kunta.namn(), teksti))
                                    .map(Kunta::koodi)
                                    .collect(Collectors.toUnmodifiableSet()));
        }

        private static boolean nimetty(String kunta, String teksti) {
            return kunta != null && Nimisto.pieneksi(kunta.split(" ", 2)[0]).equals(teksti);
        }

        boolean matches(VtjHenkilo henkilo, int syntymavuosi) {
            return hetu.map(Hetu::value).filter(henkilo.hetu()::equals).isPresent()
                    || (vuosi != 0 && vuosi == syntymavuosi)
                    || (henkilo.kotikunta() != null && kunnat.contains(henkilo.kotikunta()))
                    || Stream.of(henkilo.etunimet(), henkilo.kutsumanimi(), henkilo.sukunimi())
                            .filter(nimi -> nimi != null)
                            .flatMap(nimi -> Stream.of(nimi.split("\\s+")))
                            .anyMatch(nimi -> Nimisto.pieneksi(nimi).startsWith(teksti));
        }

        /** Words that are cheap to look at and leave few people. */
        private boolean karsii() {
            return vuosi != 0 || hetu.isPresent() || !kunnat.isEmpty();
        }
    }

    /** The condition that the words of a text make; everybody matches one without words. */
    static Hakuehto of(String teksti, List<Kunta> kunnat) {
        return new Hakuehto(Stream.of(teksti.strip().split("\\s+"))
                .filter(sana -> !sana.isEmpty())
                .map(sana -> Sana.of(sana, kunnat))
                .sorted(Comparator.comparing((Sana sana) -> !sana.karsii()))
                .toList());
    }

    /** Those that leave few people come first. */
    List<Sana> sanat() {
        return sanat;
    }

    boolean matches(VtjHenkilo henkilo) {
        int vuosi = Hetu.parse(henkilo.hetu())
                .map(hetu -> hetu.syntymaaika().getYear())
                .orElse(0);
        return sanat.stream().allMatch(sana -> sana.matches(henkilo, vuosi));
    }
}
