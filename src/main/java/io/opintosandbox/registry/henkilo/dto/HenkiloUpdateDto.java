package io.opintosandbox.registry.henkilo.dto;

import io.opintosandbox.http.BodyRules;
import io.opintosandbox.registry.henkilo.HenkiloMuutos;
import java.time.LocalDate;
import java.util.List;

/** A change of a person; what is absent or null stays. Contract: registry-api.md 5.1, registry-behaviour.md 14. */
public record HenkiloUpdateDto(
        String oidHenkilo,
        Boolean passivoitu,
        String etunimet,
        String kutsumanimi,
        String sukunimi,
        String hetu,
        LocalDate syntymaaika,
        LocalDate kuolinpaiva,
        String sukupuoli,
        String kotikunta,
        KielisyysDto asiointiKieli,
        KielisyysDto aidinkieli,
        List<KansalaisuusDto> kansalaisuus,
        List<YhteystiedotRyhmaDto> yhteystiedotRyhma)
        implements BodyRules.Checked {

    @Override
    public void check(BodyRules rules) {
        // The published body bounds no length here; empty first names and call names fail the rule of call names
        // instead.
        Fields.notTooShort(rules, "sukunimi", sukunimi);
        Fields.hetuOrNone(rules, "hetu", hetu);
        KielisyysDto.check(rules, "aidinkieli", aidinkieli);
        KielisyysDto.checkAsiointikieli(rules, asiointiKieli);
        KansalaisuusDto.check(rules, kansalaisuus);
        YhteystiedotRyhmaDto.check(rules, yhteystiedotRyhma);
    }

    public HenkiloMuutos muutos() {
        return new HenkiloMuutos(
                oidHenkilo,
                passivoitu,
                etunimet,
                kutsumanimi,
                sukunimi,
                hetu,
                syntymaaika,
                kuolinpaiva,
                sukupuoli,
                kotikunta,
                KielisyysDto.koodi(asiointiKieli),
                KielisyysDto.koodi(aidinkieli),
                kansalaisuus == null ? null : KansalaisuusDto.koodit(kansalaisuus),
                yhteystiedotRyhma == null ? null : YhteystiedotRyhmaDto.ryhmat(yhteystiedotRyhma));
    }
}
