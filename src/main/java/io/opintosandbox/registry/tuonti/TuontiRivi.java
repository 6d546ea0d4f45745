package io.opintosandbox.registry.tuonti;

import java.time.LocalDate;
import java.util.List;

/**
 * A row of an import as it was sent. All but the names may be null. Contract: registry-api.md 5.1,
 * OppijaTuontiCreateDto.
 *
 * @param tunniste the sender's own key; need not be unique
 * @param sukupuoli a code of sukupuoli
 * @param aidinkieli a code of kieli in upper case
 * @param kansalaisuudet codes of maatjavaltiot2; null in the narrow API, which has none
 */
public record TuontiRivi(
        String tunniste,
        String oid,
        String hetu,
        String passinumero,
        String sahkoposti,
        String etunimet,
        String kutsumanimi,
        String sukunimi,
        LocalDate syntymaaika,
        String sukupuoli,
        String aidinkieli,
        List<String> kansalaisuudet) {

    /** A row of the narrow API. */
    public TuontiRivi(String tunniste, String hetu, String etunimet, String kutsumanimi, String sukunimi) {
        this(tunniste, null, hetu, null, null, etunimet, kutsumanimi, sukunimi, null, null, null, null);
    }
}
