package io.opintosandbox.registry.oppija;

import io.opintosandbox.access.Kutsuja;
import io.opintosandbox.access.Right;
import io.opintosandbox.http.Problem;
import io.opintosandbox.neighbours.koodisto.Koodisto;
import io.opintosandbox.registry.henkilo.Henkilo;
import io.opintosandbox.registry.henkilo.Henkilot;
import io.opintosandbox.registry.henkilo.dto.OppijaReadDto;
import io.opintosandbox.registry.oikeudet.Henkilooikeudet;
import io.opintosandbox.registry.oppija.RaporttiDto.MasterHenkilo;
import io.opintosandbox.registry.oppija.RaporttiDto.OppijaListDto;
import io.opintosandbox.registry.oppija.RaporttiDto.TuontiKooste;
import io.opintosandbox.registry.oppija.RaporttiDto.Yhteenveto;
import io.opintosandbox.registry.oppija.RaporttiDto.YksilointiTila;
import io.opintosandbox.registry.oppija.RaporttiRepository.Rajaus;
import io.opintosandbox.registry.oppija.RaporttiRepository.Tuoja;
import io.opintosandbox.registry.page.Page;
import io.opintosandbox.registry.page.SpringPage;
import io.opintosandbox.store.WorldDb;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Reports about imports and the people on their rows, as far as the caller's organisations reach. Contract:
 * registry-api.md 3.2, 4.2 and 4.6, registry-behaviour.md 18 and 19.
 */
public final class Tuontiraportit {
    private final RaporttiRepository people;
    private final KoosteRepository imports;
    private final Henkilot henkilot;
    private final Henkilooikeudet oikeudet;
    private final Koodisto koodisto;

    public Tuontiraportit(WorldDb db, Henkilot henkilot, Henkilooikeudet oikeudet, Koodisto koodisto) {
        this.people = new RaporttiRepository(db);
        this.imports = new KoosteRepository(db);
        this.henkilot = henkilot;
        this.oikeudet = oikeudet;
        this.koodisto = koodisto;
    }

    /**
     * The people on import rows in the order in which they changed, each with the data of its master. Errors: 400 A for
     * callers without an organisation.
     */
    public Page<MasterHenkilo> muuttuneet(Kutsuja kutsuja, OppijaTuontiCriteria criteria, int page, int count) {
        var rajaus = rajaus(kutsuja, criteria);
        var found = people.muuttuneet(rajaus, (page - 1L) * count, count);
        var masters = masters(found);
        return Page.of(found, page, count, people.count(rajaus))
                .map(henkilo -> new MasterHenkilo(masters.get(masterId(henkilo)), henkilo.oid()));
    }

    private Map<Long, OppijaReadDto> masters(List<Henkilo> found) {
        Map<Long, Henkilo> masters = new HashMap<>();
        found.stream()
                .filter(henkilo -> henkilo.masterId() == null)
                .forEach(henkilo -> masters.put(henkilo.id(), henkilo));
        var others = found.stream()
                .map(Tuontiraportit::masterId)
                .filter(id -> !masters.containsKey(id))
                .collect(Collectors.toCollection(TreeSet::new));
        henkilot.byIds(others).forEach(henkilo -> masters.put(henkilo.id(), henkilo));
        return henkilot.tiedot(masters.values()).stream()
                .collect(Collectors.toMap(
                        tiedot -> tiedot.henkilo().id(),
                        tiedot -> OppijaReadDto.of(
                                tiedot, koodisto, tiedot.henkilo().oppijanumero(), null)));
    }

    private static long masterId(Henkilo henkilo) {
        return henkilo.masterId() == null ? henkilo.id() : henkilo.masterId();
    }

    /** How far the identification of the people is. Errors: 400 A for callers without an organisation. */
    public Yhteenveto yhteenveto(Kutsuja kutsuja, OppijaTuontiCriteria criteria) {
        var luvut = people.luvut(rajaus(kutsuja, criteria));
        return new Yhteenveto(
                luvut.kaikki() - luvut.valmiit() - luvut.virheet(), luvut.valmiit(), luvut.virheet(), luvut.kaikki());
    }

    /**
     * The people whose identification has failed, newcomers first. Odd on purpose: somebody who belongs to several of
     * the caller's organisations is listed once for each and counted once. Errors: 400 A for callers without an
     * organisation.
     */
    public Page<OppijaListDto> virheet(Kutsuja kutsuja, OppijaTuontiCriteria criteria, int page, int count) {
        var rajaus = rajaus(kutsuja, criteria.kaikkienTuontienVirheet());
        var found = people.uusimmat(rajaus, (page - 1L) * count, count);
        var ids = found.stream().map(Henkilo::id).distinct().toList();
        var tuojat = people.tuojat(ids).stream().collect(Collectors.toMap(Tuoja::henkiloId, Function.identity()));
        return Page.of(found, page, count, people.count(rajaus))
                .map(henkilo -> listed(henkilo, tuojat.get(henkilo.id())));
    }

    private static OppijaListDto listed(Henkilo henkilo, Tuoja tuoja) {
        return new OppijaListDto(
                henkilo.etunimet(),
                henkilo.kutsumanimi(),
                henkilo.luotu().toEpochMilli(),
                henkilo.muokattu().toEpochMilli(),
                henkilo.oid(),
                henkilo.oppijanumero(),
                tuoja == null ? null : tuoja.nimi(),
                tuoja == null ? null : tuoja.oid(),
                henkilo.sukunimi(),
                henkilo.syntymaaika(),
                henkilo.hetu() == null ? YksilointiTila.HETU_PUUTTUU : YksilointiTila.VIRHE);
    }

    /** The imports of the caller's organisations; none when it has no organisation. */
    public SpringPage<TuontiKooste> tuontikooste(Kutsuja kutsuja, TuontiKoosteRequest request) {
        var rajaus = new KoosteRepository.Rajaus(
                request.id(),
                request.author() == null || request.author().isEmpty() ? null : request.author(),
                kutsuja.readsAll() ? null : omat(kutsuja));
        return SpringPage.of(
                imports.koosteet(imports.ids(rajaus, request)),
                request.page() - 1,
                request.pageSize(),
                imports.count(rajaus));
    }

    private Rajaus rajaus(Kutsuja kutsuja, OppijaTuontiCriteria criteria) {
        return new Rajaus(
                criteria.tuontiId(),
                criteria.muokattuJalkeen(),
                organisaatiot(kutsuja, criteria.organisaatioOids()),
                criteria.vainVirheet(),
                criteria.nimiHaku());
    }

    /** Those that were asked for as far as they are the caller's; null for everything. */
    private List<String> organisaatiot(Kutsuja kutsuja, List<String> pyydetyt) {
        if (kutsuja.readsAll()) {
            return pyydetyt.isEmpty() ? null : pyydetyt.stream().distinct().toList();
        }
        var omat = omat(kutsuja);
        if (omat.isEmpty()) {
            throw Problem.validation(
                    "Käyttäjällä " + kutsuja.oid() + " ei ole yhtään organisaatiota joista oppijoita haetaan");
        }
        List<String> sallitut = new ArrayList<>(omat);
        if (!pyydetyt.isEmpty()) {
            sallitut.retainAll(Set.copyOf(pyydetyt));
        }
        return sallitut;
    }

    private Set<String> omat(Kutsuja kutsuja) {
        return oikeudet.organisaatiotAlaisineen(kutsuja, Right.OPPIJOIDENTUONTI, Right.TUONTIDATA_READ);
    }
}
