package io.opintosandbox.registry.henkilo.dto;

import io.opintosandbox.http.BodyRules;
import io.opintosandbox.registry.henkilo.UusiHenkilo;
import java.time.LocalDate;
import java.util.List;

/** A learner without a hetu to create; a hetu that is sent does not count. Contract: registry-api.md 5.1. */
public record OppijaCreateDto(
        String etunimet,
        String kutsumanimi,
        String sukunimi,
        boolean yksiloity,
        LocalDate syntymaaika,
        String sukupuoli,
        KielisyysDto aidinkieli,
        List<KansalaisuusDto> kansalaisuus,
        List<String> passinumerot,
        List<YhteystiedotRyhmaDto> yhteystiedotRyhma)
        implements BodyRules.Checked {

    @Override
    public void check(BodyRules rules) {
        Fields.notEmpty(rules, "etunimet", etunimet);
        Fields.notEmpty(rules, "kutsumanimi", kutsumanimi);
        Fields.notEmpty(rules, "sukunimi", sukunimi);
        rules.require(syntymaaika != null, "NotNull", "syntymaaika", null, "must not be null");
        Fields.notEmpty(rules, "sukupuoli", sukupuoli);
        KielisyysDto.check(rules, "aidinkieli", aidinkieli);
        rules.require(
                kansalaisuus != null && !kansalaisuus.isEmpty(),
                "NotEmpty",
                "kansalaisuus",
                kansalaisuus,
                "must not be empty");
        KansalaisuusDto.check(rules, kansalaisuus);
        YhteystiedotRyhmaDto.check(rules, yhteystiedotRyhma);
    }

    public UusiHenkilo uusi() {
        return UusiHenkilo.nimeltaan(etunimet, kutsumanimi, sukunimi)
                .syntymaaika(syntymaaika)
                .sukupuoli(sukupuoli)
                .aidinkieli(KielisyysDto.koodi(aidinkieli))
                .kansalaisuudet(KansalaisuusDto.koodit(kansalaisuus))
                .passinumerot(passinumerot == null ? List.of() : passinumerot)
                .yhteystietoryhmat(YhteystiedotRyhmaDto.ryhmat(yhteystiedotRyhma))
                .tila(UusiHenkilo.Tila.TAVALLINEN.yksiloity(yksiloity))
                .valmis();
    }
}
