package io.opintosandbox.registry.henkilo.dto;

import io.opintosandbox.registry.henkilo.Henkilotiedot;
import java.time.LocalDate;
import java.util.List;

/**
 * A person's basic data, keys in declared order. Contract: registry-api.md 5.2.
 *
 * @param eidasTunnisteet null, not empty, in the answer to the creation of somebody without any
 */
public record HenkiloPerustietoDto(
        String oidHenkilo,
        List<IdentificationDto> identifications,
        String hetu,
        List<EidasTunnisteDto> eidasTunnisteet,
        String etunimet,
        String kutsumanimi,
        String sukunimi,
        LocalDate syntymaaika,
        boolean turvakielto,
        KielisyysDto aidinkieli,
        KielisyysDto asiointiKieli,
        List<KansalaisuusDto> kansalaisuus,
        String sukupuoli,
        long modified,
        String modifiedAt) {

    public static HenkiloPerustietoDto of(Henkilotiedot tiedot) {
        return of(tiedot, EidasTunnisteDto.of(tiedot.eidasTunnisteet()));
    }

    /** As the answer to the creation shows the newcomer. */
    public static HenkiloPerustietoDto ofNew(Henkilotiedot tiedot) {
        return of(tiedot, tiedot.eidasTunnisteet().isEmpty() ? null : EidasTunnisteDto.of(tiedot.eidasTunnisteet()));
    }

    private static HenkiloPerustietoDto of(Henkilotiedot tiedot, List<EidasTunnisteDto> eidasTunnisteet) {
        var henkilo = tiedot.henkilo();
        return new HenkiloPerustietoDto(
                henkilo.oid(),
                IdentificationDto.of(tiedot.tunnisteet()),
                henkilo.hetu(),
                eidasTunnisteet,
                henkilo.etunimet(),
                henkilo.kutsumanimi(),
                henkilo.sukunimi(),
                henkilo.syntymaaika(),
                henkilo.turvakielto(),
                KielisyysDto.of(henkilo.aidinkieli()),
                KielisyysDto.of(henkilo.asiointikieli()),
                KansalaisuusDto.of(tiedot.kansalaisuudet()),
                henkilo.sukupuoli(),
                Aika.millis(henkilo.muokattu()),
                Aika.iso(henkilo.muokattu()));
    }
}
