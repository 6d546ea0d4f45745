package io.opintosandbox.registry.henkilo.dto;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.opintosandbox.neighbours.koodisto.Koodisto;
import io.opintosandbox.registry.henkilo.Henkilotiedot;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;

/**
 * A learner with codes in words, keys in declared order. Contract: registry-api.md 5.2.
 *
 * @param linked absent where the list does not tell links
 */
public record OppijaReadDto(
        String oid,
        String oppijanumero,
        long luotu,
        long muokattu,
        String hetu,
        String etunimet,
        String kutsumanimi,
        String sukunimi,
        LocalDate syntymaaika,
        KoodiNimi sukupuoli,
        KoodiNimi aidinkieli,
        List<KoodiNimi> kansalaisuus,
        KoodiNimi kotikunta,
        List<YhteystiedotRyhmaDto> yhteystiedotRyhma,
        boolean passivoitu,
        @JsonInclude(JsonInclude.Include.NON_NULL) List<String> linked) {

    /** A code and its names; those of an unknown code are null. */
    public record KoodiNimi(String koodi, Nimi nimi) {

        /** The names in three languages. */
        public record Nimi(
                @JsonProperty("FI") String fi,
                @JsonProperty("SV") String sv,
                @JsonProperty("EN") String en) {}

        static KoodiNimi of(Koodisto koodisto, String set, String koodi) {
            if (koodi == null) {
                return null;
            }
            return new KoodiNimi(
                    koodi,
                    koodisto.koodi(set, koodi)
                            .map(found -> new Nimi(found.fi(), found.sv(), found.en()))
                            .orElse(new Nimi(null, null, null)));
        }
    }

    /**
     * As results show a learner.
     *
     * @param oppijanumero which one is shown depends on the call
     * @param linked OIDs of the linked persons, or null to leave them out
     */
    public static OppijaReadDto of(Henkilotiedot tiedot, Koodisto koodisto, String oppijanumero, List<String> linked) {
        var henkilo = tiedot.henkilo();
        var kieli = henkilo.aidinkieli();
        return new OppijaReadDto(
                henkilo.oid(),
                oppijanumero,
                Aika.millis(henkilo.luotu()),
                Aika.millis(henkilo.muokattu()),
                henkilo.hetu(),
                henkilo.etunimet(),
                henkilo.kutsumanimi(),
                henkilo.sukunimi(),
                henkilo.syntymaaika(),
                KoodiNimi.of(koodisto, "sukupuoli", henkilo.sukupuoli()),
                KoodiNimi.of(koodisto, "kieli", kieli == null ? null : kieli.toUpperCase(Locale.ROOT)),
                tiedot.kansalaisuudet().stream()
                        .map(koodi -> KoodiNimi.of(koodisto, "maatjavaltiot2", koodi))
                        .toList(),
                KoodiNimi.of(koodisto, "kunta", henkilo.naytettavaKotikunta()),
                YhteystiedotRyhmaDto.of(tiedot.yhteystietoryhmat()),
                henkilo.passivoitu(),
                linked);
    }
}
