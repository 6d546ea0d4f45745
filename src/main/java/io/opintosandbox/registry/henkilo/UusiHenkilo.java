package io.opintosandbox.registry.henkilo;

import io.opintosandbox.id.Hetu;
import java.time.LocalDate;
import java.util.List;

/**
 * A person about to be created. Birth date and gender follow from a valid hetu.
 *
 * @param hetu or null
 * @param kansalaisuudet codes of maatjavaltiot2
 */
public record UusiHenkilo(
        String hetu,
        String etunimet,
        String kutsumanimi,
        String sukunimi,
        LocalDate syntymaaika,
        String sukupuoli,
        String aidinkieli,
        List<String> kansalaisuudet) {

    /** Somebody with a hetu, of whom nothing else is known. */
    public static UusiHenkilo ofHetu(
            String hetu, String etunimet, String kutsumanimi, String sukunimi, List<String> kansalaisuudet) {
        var valid = Hetu.of(hetu);
        return new UusiHenkilo(
                hetu, etunimet, kutsumanimi, sukunimi, valid.syntymaaika(), valid.sukupuoli(), null, kansalaisuudet);
    }
}
