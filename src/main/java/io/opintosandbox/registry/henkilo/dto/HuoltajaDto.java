package io.opintosandbox.registry.henkilo.dto;

import io.opintosandbox.registry.henkilo.Henkilotiedot;
import java.util.List;

/** A guardian, keys in declared order. Contract: registry-api.md 5.2, registry-behaviour.md 11. */
public record HuoltajaDto(
        String hetu,
        String oidHenkilo,
        String etunimet,
        String kutsumanimi,
        String sukunimi,
        String kotikunta,
        KielisyysDto aidinkieli,
        List<YhteystiedotRyhmaDto> yhteystiedotRyhma) {

    /** Odd on purpose: a turvakielto hides the contact groups of all origins, but not the home municipality. */
    public static HuoltajaDto of(Henkilotiedot tiedot) {
        var henkilo = tiedot.henkilo();
        return new HuoltajaDto(
                henkilo.hetu(),
                henkilo.oid(),
                henkilo.etunimet(),
                henkilo.kutsumanimi(),
                henkilo.sukunimi(),
                henkilo.kotikunta(),
                KielisyysDto.of(henkilo.aidinkieli()),
                henkilo.turvakielto() ? List.of() : YhteystiedotRyhmaDto.of(tiedot.yhteystietoryhmat()));
    }
}
