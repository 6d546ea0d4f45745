package io.opintosandbox.arrivals;

import io.opintosandbox.access.Kutsuja;
import io.opintosandbox.arrivals.Saapuminen.Vastaus;
import io.opintosandbox.registry.henkilo.HenkiloMuutokset;
import io.opintosandbox.registry.henkilo.dto.KielisyysDto;
import io.opintosandbox.registry.henkilo.dto.YhteystiedotRyhmaDto;
import io.opintosandbox.registry.henkilo.dto.YhteystiedotRyhmaDto.Tyyppi;
import io.opintosandbox.registry.henkilo.dto.YhteystiedotRyhmaDto.YhteystietoDto;
import java.util.List;

/** Varda and the systems of court interpreters: looked for by hetu, created with hetu and names when missing. */
final class LuontiTapa implements Tapa {
    private static final String OIKEUSTULKIN_YHTEYSTIEDOT = "yhteystietotyyppi13";
    private static final String TUNTEMATON_ALKUPERA = "alkupera6";

    private final Lahde lahde;
    private final HenkiloMuutokset muutokset;

    LuontiTapa(Lahde lahde, HenkiloMuutokset muutokset) {
        this.lahde = lahde;
        this.muutokset = muutokset;
    }

    @Override
    public List<Vastaus> tuo(Kutsuja kutsuja, List<Tulija> tulijat) {
        return tulijat.stream()
                .map(tulija -> tulija.rekisterissa()
                        .map(found -> Vastaus.loytyi(found.oid(), HENKILO_HETULLA))
                        .orElseGet(() -> Tapa.yrita(HENKILON_LUONTI, () -> luo(kutsuja, tulija))))
                .toList();
    }

    @Override
    public String kutsu(Tulija tulija) {
        return HENKILON_LUONTI;
    }

    private Vastaus luo(Kutsuja kutsuja, Tulija tulija) {
        var henkilo = tulija.henkilo();
        var uusi = new Luontipyynto(henkilo.hetu(), henkilo.etunimet(), tulija.kutsumanimi(), henkilo.sukunimi())
                .asiointikieli(lahde == Lahde.VARDA ? null : asiointikieli(henkilo.aidinkieli()))
                .ryhmat(lahde == Lahde.OIKEUSTULKKI ? List.of(yhteystiedot(tulija)) : null)
                .dto();
        return Vastaus.luotu(muutokset.luo(kutsuja, uusi.uusi()), HENKILON_LUONTI);
    }

    private static KielisyysDto asiointikieli(String aidinkieli) {
        return KielisyysDto.of("sv".equals(aidinkieli) ? "sv" : "fi");
    }

    private static YhteystiedotRyhmaDto yhteystiedot(Tulija tulija) {
        var osoite = tulija.henkilo().osoite();
        var sahkoposti = tulija.henkilo().sahkoposti();
        return new YhteystiedotRyhmaDto(
                null,
                OIKEUSTULKIN_YHTEYSTIEDOT,
                TUNTEMATON_ALKUPERA,
                false,
                List.of(
                        new YhteystietoDto(Tyyppi.YHTEYSTIETO_SAHKOPOSTI, sahkoposti),
                        new YhteystietoDto(
                                Tyyppi.YHTEYSTIETO_KAUPUNKI, osoite == null ? null : osoite.postitoimipaikka())));
    }
}
