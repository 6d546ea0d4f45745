package io.opintosandbox.arrivals;

import io.opintosandbox.access.Kutsuja;
import io.opintosandbox.arrivals.Saapuminen.Vastaus;
import io.opintosandbox.id.Hetu;
import io.opintosandbox.registry.henkilo.IdpEntityId;
import io.opintosandbox.registry.henkilo.dto.HenkiloPerustietoCreateDto;
import io.opintosandbox.registry.henkilo.dto.IdentificationDto;
import io.opintosandbox.registry.henkilo.dto.KansalaisuusDto;
import io.opintosandbox.registry.henkilo.dto.KielisyysDto;
import io.opintosandbox.registry.palvelurajapinta.HakuTaiLuonti;
import io.opintosandbox.vtj.VtjHenkilo;
import java.util.List;

/**
 * KOSKI, YKI, Valpas and applications: hetu and names, nothing else, because VTJ tells the rest. Without a hetu what the
 * applicant has filled in, and an eIDAS identifier or the e-mail address of the registration.
 */
final class HakuTaiLuontiTapa implements Tapa {
    private static final String KUTSU = "POST /s2s/findOrCreateHenkiloPerustieto";

    private final HakuTaiLuonti hakuTaiLuonti;
    private final boolean eidas;

    /** @param eidas whether every other one without a hetu comes by eIDAS */
    HakuTaiLuontiTapa(HakuTaiLuonti hakuTaiLuonti, boolean eidas) {
        this.hakuTaiLuonti = hakuTaiLuonti;
        this.eidas = eidas;
    }

    @Override
    public List<Vastaus> tuo(Kutsuja kutsuja, List<Tulija> tulijat) {
        return tulijat.stream()
                .map(tulija -> Tapa.yrita(KUTSU, () -> tuo(kutsuja, tulija)))
                .toList();
    }

    @Override
    public String kutsu(Tulija tulija) {
        return KUTSU;
    }

    private Vastaus tuo(Kutsuja kutsuja, Tulija tulija) {
        var tulos = hakuTaiLuonti.haeTaiLuo(kutsuja, tulija.hetuton() ? ilmanHetua(tulija) : hetulla(tulija));
        var oid = tulos.perustiedot().oidHenkilo();
        return tulos.luotu() ? Vastaus.luotu(oid, KUTSU) : Vastaus.loytyi(oid, KUTSU);
    }

    private static HenkiloPerustietoCreateDto hetulla(Tulija tulija) {
        var henkilo = tulija.henkilo();
        return new HenkiloPerustietoCreateDto(
                null,
                null,
                henkilo.hetu(),
                null,
                henkilo.etunimet(),
                tulija.kutsumanimi(),
                henkilo.sukunimi(),
                null,
                false,
                null,
                null,
                null,
                null,
                null);
    }

    private HenkiloPerustietoCreateDto ilmanHetua(Tulija tulija) {
        var henkilo = tulija.henkilo();
        var byEidas = eidas && isOdd(henkilo);
        var sahkoposti = new IdentificationDto(IdpEntityId.OPPIJA_TOKEN, tulija.sahkoposti());
        return new HenkiloPerustietoCreateDto(
                null,
                byEidas ? null : List.of(sahkoposti),
                null,
                byEidas ? "XX/FI/" + tulija.tunnus() : null,
                henkilo.etunimet(),
                tulija.kutsumanimi(),
                henkilo.sukunimi(),
                Hetu.of(henkilo.hetu()).syntymaaika(),
                false,
                // An eIDAS login tells no language.
                byEidas ? null : KielisyysDto.of(henkilo.aidinkieli()),
                KielisyysDto.of("en"),
                byEidas ? null : KansalaisuusDto.of(henkilo.kansalaisuudet()),
                henkilo.sukupuoli(),
                null);
    }

    private static boolean isOdd(VtjHenkilo henkilo) {
        return Hetu.of(henkilo.hetu()).syntymaaika().getDayOfYear() % 2 == 1;
    }
}
