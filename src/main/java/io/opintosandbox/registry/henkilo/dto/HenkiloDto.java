package io.opintosandbox.registry.henkilo.dto;

import io.opintosandbox.registry.henkilo.Henkilo;
import io.opintosandbox.registry.henkilo.Henkilotiedot;
import java.time.LocalDate;
import java.util.List;

/** A person with everything, keys in declared order. Contract: registry-api.md 5.2. */
public record HenkiloDto(
        String oidHenkilo,
        String hetu,
        List<String> kaikkiHetut,
        boolean passivoitu,
        String etunimet,
        String kutsumanimi,
        String sukunimi,
        KielisyysDto aidinkieli,
        KielisyysDto asiointiKieli,
        List<KansalaisuusDto> kansalaisuus,
        String kasittelijaOid,
        LocalDate syntymaaika,
        LocalDate kuolinpaiva,
        String sukupuoli,
        String kotikunta,
        String oppijanumero,
        boolean turvakielto,
        boolean eiSuomalaistaHetua,
        boolean yksiloity,
        boolean yksiloityVTJ,
        boolean yksilointiYritetty,
        boolean yksiloityEidas,
        List<EidasTunnisteDto> eidasTunnisteet,
        boolean duplicate,
        long created,
        long modified,
        Long vtjsynced,
        List<YhteystiedotRyhmaDto> yhteystiedotRyhma,
        List<YksilointivirheDto> yksilointivirheet,
        List<String> passinumerot,
        String createdAt,
        List<String> kielisyys,
        String modifiedAt) {

    /** Why identification failed; a moment only when it will be tried again. */
    public record YksilointivirheDto(Long uudelleenyritysAikaleima, String yksilointivirheTila) {}

    public static HenkiloDto of(Henkilotiedot tiedot) {
        var henkilo = tiedot.henkilo();
        return new HenkiloDto(
                henkilo.oid(),
                henkilo.hetu(),
                tiedot.kaikkiHetut(),
                henkilo.passivoitu(),
                henkilo.etunimet(),
                henkilo.kutsumanimi(),
                henkilo.sukunimi(),
                KielisyysDto.of(henkilo.aidinkieli()),
                KielisyysDto.of(henkilo.asiointikieli()),
                KansalaisuusDto.of(tiedot.kansalaisuudet()),
                henkilo.kasittelijaOid(),
                henkilo.syntymaaika(),
                henkilo.kuolinpaiva(),
                henkilo.sukupuoli(),
                henkilo.naytettavaKotikunta(),
                henkilo.oppijanumero(),
                henkilo.turvakielto(),
                henkilo.eiSuomalaistaHetua(),
                henkilo.yksiloity(),
                henkilo.yksiloityVtj(),
                henkilo.yksilointiYritetty(),
                henkilo.yksiloityEidas(),
                EidasTunnisteDto.of(tiedot.eidasTunnisteet()),
                henkilo.duplikaatti(),
                Aika.millis(henkilo.luotu()),
                Aika.millis(henkilo.muokattu()),
                Aika.millis(henkilo.vtjsynced()),
                YhteystiedotRyhmaDto.of(tiedot.yhteystietoryhmat()),
                virheet(henkilo),
                tiedot.passinumerot(),
                Aika.iso(henkilo.luotu()),
                List.of(),
                Aika.iso(henkilo.muokattu()));
    }

    private static List<YksilointivirheDto> virheet(Henkilo henkilo) {
        return henkilo.yksilointivirhe() == null
                ? List.of()
                : List.of(new YksilointivirheDto(Aika.millis(henkilo.yksilointivuoro()), henkilo.yksilointivirhe()));
    }
}
