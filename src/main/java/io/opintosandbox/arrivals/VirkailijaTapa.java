package io.opintosandbox.arrivals;

import io.opintosandbox.access.Kutsuja;
import io.opintosandbox.arrivals.Saapuminen.Vastaus;
import io.opintosandbox.id.Hetu;
import io.opintosandbox.registry.henkilo.Duplikaatit;
import io.opintosandbox.registry.henkilo.HenkiloMuutokset;
import io.opintosandbox.registry.henkilo.dto.KansalaisuusDto;
import io.opintosandbox.registry.henkilo.dto.KielisyysDto;
import io.opintosandbox.registry.henkilo.dto.OppijaCreateDto;
import io.opintosandbox.registry.henkilo.dto.YhteystiedotRyhmaDto;
import io.opintosandbox.registry.henkilo.dto.YhteystiedotRyhmaDto.Tyyppi;
import io.opintosandbox.registry.henkilo.dto.YhteystiedotRyhmaDto.YhteystietoDto;
import io.opintosandbox.registry.oppija.Oppijat;
import io.opintosandbox.registry.yleistunniste.Wire.HaeRequest;
import io.opintosandbox.registry.yleistunniste.Yleistunniste;
import java.util.List;
import java.util.Locale;

/** A clerk's two forms, for people with a hetu and without. Contract: ui.md 2.1 and 2.2. */
final class VirkailijaTapa implements Tapa {
    private static final String ONKO = "POST /henkilo/exists";
    private static final String OPPIJAN_LUONTI = "POST /oppija";

    private final Yleistunniste yleistunniste;
    private final HenkiloMuutokset muutokset;
    private final Duplikaatit duplikaatit;
    private final Oppijat oppijat;
    private final String organisaatio;

    /** @param organisaatio the caller's */
    VirkailijaTapa(
            Yleistunniste yleistunniste,
            HenkiloMuutokset muutokset,
            Duplikaatit duplikaatit,
            Oppijat oppijat,
            String organisaatio) {
        this.yleistunniste = yleistunniste;
        this.muutokset = muutokset;
        this.duplikaatit = duplikaatit;
        this.oppijat = oppijat;
        this.organisaatio = organisaatio;
    }

    @Override
    public List<Vastaus> tuo(Kutsuja kutsuja, List<Tulija> tulijat) {
        return tulijat.stream()
                .map(tulija -> tulija.hetuton()
                        ? Tapa.yrita(OPPIJAN_LUONTI, () -> ilmanHetua(kutsuja, tulija))
                        : Tapa.yrita(ONKO, () -> hetulla(kutsuja, tulija)))
                .toList();
    }

    @Override
    public String kutsu(Tulija tulija) {
        return tulija.hetuton() ? OPPIJAN_LUONTI : HENKILON_LUONTI;
    }

    private Vastaus hetulla(Kutsuja kutsuja, Tulija tulija) {
        var henkilo = tulija.henkilo();
        return yleistunniste
                .exists(new HaeRequest(henkilo.etunimet(), tulija.kutsumanimi(), henkilo.sukunimi(), henkilo.hetu()))
                .map(oid -> Vastaus.loytyi(oid, ONKO))
                .orElseGet(() -> {
                    var uusi = new Luontipyynto(
                                    henkilo.hetu(), henkilo.etunimet(), tulija.kutsumanimi(), henkilo.sukunimi())
                            .dto();
                    return Vastaus.luotu(muutokset.luo(kutsuja, uusi.uusi()), HENKILON_LUONTI);
                });
    }

    /** Identified by the clerk when nobody is like the person. */
    private Vastaus ilmanHetua(Kutsuja kutsuja, Tulija tulija) {
        var henkilo = tulija.henkilo();
        var syntymaaika = Hetu.of(henkilo.hetu()).syntymaaika();
        var ainoa = duplikaatit
                .samankaltaiset(
                        henkilo.etunimet(), tulija.kutsumanimi(), henkilo.sukunimi(), syntymaaika, kutsuja.oid())
                .isEmpty();
        var uusi = new OppijaCreateDto(
                henkilo.etunimet(),
                tulija.kutsumanimi(),
                henkilo.sukunimi(),
                ainoa,
                syntymaaika,
                henkilo.sukupuoli(),
                KielisyysDto.of(henkilo.aidinkieli()),
                KansalaisuusDto.of(henkilo.kansalaisuudet()),
                List.of(tulija.tunnus().toUpperCase(Locale.ROOT)),
                List.of(sahkoposti(tulija)));
        return Vastaus.luotu(oppijat.luo(kutsuja, uusi.uusi()), OPPIJAN_LUONTI).liittaen(organisaatio);
    }

    private static YhteystiedotRyhmaDto sahkoposti(Tulija tulija) {
        return new YhteystiedotRyhmaDto(
                null,
                "yhteystietotyyppi1",
                "alkupera2",
                false,
                List.of(new YhteystietoDto(Tyyppi.YHTEYSTIETO_SAHKOPOSTI, tulija.sahkoposti())));
    }
}
