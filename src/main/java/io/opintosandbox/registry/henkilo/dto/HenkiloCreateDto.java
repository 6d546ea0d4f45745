package io.opintosandbox.registry.henkilo.dto;

import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.opintosandbox.http.BodyRules;
import io.opintosandbox.registry.henkilo.UusiHenkilo;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/**
 * A person to create; {@code vtjsynced} is epoch milliseconds or an ISO 8601 date-time. OID, oppijanumero and times that are sent do not count; the flags do.
 * Contract: registry-api.md 5.1.
 */
public record HenkiloCreateDto(
        String hetu,
        boolean passivoitu,
        String etunimet,
        String kutsumanimi,
        String sukunimi,
        KielisyysDto aidinkieli,
        KielisyysDto asiointiKieli,
        List<KansalaisuusDto> kansalaisuus,
        LocalDate syntymaaika,
        String sukupuoli,
        String kotikunta,
        boolean turvakielto,
        boolean eiSuomalaistaHetua,
        boolean yksiloity,
        @JsonProperty("yksiloityVTJ") boolean yksiloityVtj,
        boolean yksilointiYritetty,
        boolean duplicate,

        @JsonFormat(without = JsonFormat.Feature.READ_DATE_TIMESTAMPS_AS_NANOSECONDS)
        Instant vtjsynced,

        List<YhteystiedotRyhmaDto> yhteystiedotRyhma,
        List<String> passinumerot)
        implements BodyRules.Checked {

    @Override
    public void check(BodyRules rules) {
        Fields.hetuOrNone(rules, "hetu", hetu);
        Fields.required(rules, "etunimet", etunimet);
        Fields.required(rules, "kutsumanimi", kutsumanimi);
        Fields.required(rules, "sukunimi", sukunimi);
        KielisyysDto.check(rules, "aidinkieli", aidinkieli);
        KielisyysDto.checkAsiointikieli(rules, asiointiKieli);
        KansalaisuusDto.check(rules, kansalaisuus);
        YhteystiedotRyhmaDto.check(rules, yhteystiedotRyhma);
    }

    public UusiHenkilo uusi() {
        return UusiHenkilo.nimeltaan(etunimet, kutsumanimi, sukunimi)
                .hetu(hetu)
                .syntymaaika(syntymaaika)
                .sukupuoli(sukupuoli)
                .aidinkieli(KielisyysDto.koodi(aidinkieli))
                .asiointikieli(KielisyysDto.koodi(asiointiKieli))
                .kotikunta(kotikunta)
                .turvakielto(turvakielto)
                .kansalaisuudet(KansalaisuusDto.koodit(kansalaisuus))
                .passinumerot(passinumerot == null ? List.of() : passinumerot)
                .yhteystietoryhmat(YhteystiedotRyhmaDto.ryhmat(yhteystiedotRyhma))
                .tila(new UusiHenkilo.Tila(
                        passivoitu,
                        duplicate,
                        yksiloity,
                        yksiloityVtj,
                        false,
                        yksilointiYritetty,
                        eiSuomalaistaHetua,
                        vtjsynced))
                .valmis();
    }
}
