package io.opintosandbox.registry.yleistunniste;

import io.opintosandbox.access.Kutsuja;
import io.opintosandbox.access.Right;
import io.opintosandbox.http.Problem;
import io.opintosandbox.registry.henkilo.Henkilo;
import io.opintosandbox.registry.henkilo.HenkiloLuonti;
import io.opintosandbox.registry.henkilo.HenkiloTarkistus;
import io.opintosandbox.registry.henkilo.Henkilot;
import io.opintosandbox.registry.henkilo.NameMatching;
import io.opintosandbox.registry.henkilo.UusiHenkilo;
import io.opintosandbox.registry.linkitys.Linkitys;
import io.opintosandbox.registry.tuonti.Tuonnit;
import io.opintosandbox.registry.tuonti.Tuonti;
import io.opintosandbox.registry.tuonti.TuontiRivi;
import io.opintosandbox.registry.yleistunniste.Wire.FilteredResult;
import io.opintosandbox.registry.yleistunniste.Wire.FilteredRow;
import io.opintosandbox.registry.yleistunniste.Wire.FilteredStudent;
import io.opintosandbox.registry.yleistunniste.Wire.HaeRequest;
import io.opintosandbox.registry.yleistunniste.Wire.TuontiRequest;
import io.opintosandbox.registry.yleistunniste.Wire.YleistunnisteDto;
import io.opintosandbox.vtj.Vtj;
import io.opintosandbox.vtj.VtjHenkilo;
import io.opintosandbox.vtj.VtjVastaus;
import java.util.List;
import java.util.Optional;

/** The narrow API of one world. Decision table of hae: registry-behaviour.md 5. */
public final class Yleistunniste {
    private final Henkilot henkilot;
    private final HenkiloLuonti luonti;
    private final HenkiloTarkistus tarkistus;
    private final Linkitys linkitys;
    private final Tuonnit tuonnit;
    private final Vtj vtj;

    public Yleistunniste(
            Henkilot henkilot,
            HenkiloLuonti luonti,
            HenkiloTarkistus tarkistus,
            Linkitys linkitys,
            Tuonnit tuonnit,
            Vtj vtj) {
        this.henkilot = henkilot;
        this.luonti = luonti;
        this.tarkistus = tarkistus;
        this.linkitys = linkitys;
        this.tuonnit = tuonnit;
        this.vtj = vtj;
    }

    public YleistunnisteDto hae(Kutsuja kutsuja, HaeRequest haku) {
        var known = henkilot.byHetu(haku.hetu());
        return known.isPresent() ? found(kutsuja, known.get(), haku) : fromVtj(kutsuja, haku);
    }

    private YleistunnisteDto found(Kutsuja kutsuja, Henkilo henkilo, HaeRequest haku) {
        vaadiSamatNimet(henkilo, haku);
        henkilot.liita(List.of(henkilo.id()), kutsuja.organisaatiot(Right.YLEISTUNNISTE_LUONTI));
        var oppijanumero = linkitys.groupOf(henkilo).oppijanumero();
        kutsuja.trace()
                .because(oppijanumero == null ? "in the registry, not identified yet" : "in the registry, identified");
        return new YleistunnisteDto(henkilo.oid(), oppijanumero);
    }

    private YleistunnisteDto fromVtj(Kutsuja kutsuja, HaeRequest haku) {
        vaadiVtjTuntee(haku);
        var uusi = UusiHenkilo.ofHetu(haku.hetu(), haku.etunimet(), haku.kutsumanimi(), haku.sukunimi(), List.of());
        tarkistus.tarkista(uusi);
        kutsuja.trace().audited();
        var luotu = luonti.luo(uusi, kutsuja.oid(), kutsuja.organisaatiot(Right.YLEISTUNNISTE_LUONTI));
        kutsuja.trace().because("known to VTJ only: created; the number is told once before the identification");
        // The published service answers the new OID as the oppijanumero here, and null from then on until identified.
        return new YleistunnisteDto(luotu.oid(), luotu.oid());
    }

    /** The person's OID, or empty when only VTJ knows the person; creates and attaches nothing. */
    public Optional<String> exists(HaeRequest haku) {
        var known = henkilot.byHetu(haku.hetu());
        if (known.isPresent()) {
            vaadiSamatNimet(known.get(), haku);
            return known.map(Henkilo::oid);
        }
        vaadiVtjTuntee(haku);
        return Optional.empty();
    }

    private static void vaadiSamatNimet(Henkilo henkilo, HaeRequest haku) {
        if (!henkilo.isNamed(haku.etunimet(), haku.sukunimi())) {
            throw Problem.conflict("the registry knows the hetu under other names");
        }
    }

    private void vaadiVtjTuntee(HaeRequest haku) {
        var henkilo = vtjHenkilo(haku);
        if (!NameMatching.namesMatch(haku.etunimet(), haku.sukunimi(), henkilo.etunimet(), henkilo.sukunimi())) {
            throw Problem.conflict("VTJ knows the hetu under other names");
        }
    }

    private VtjHenkilo vtjHenkilo(HaeRequest haku) {
        var vastaus = vtj.kysy(haku.hetu(), haku.etunimet(), haku.kutsumanimi(), haku.sukunimi());
        if (vastaus instanceof VtjVastaus.Loytyi loytyi) {
            return loytyi.henkilo();
        }
        if (vastaus instanceof VtjVastaus.EiLoydy) {
            throw Problem.notFound("neither the registry nor VTJ knows the hetu; see /sandbox/vtj/persons");
        }
        if (vastaus instanceof VtjVastaus.Passivoitu) {
            throw Problem.conflict("VTJ has made the hetu void");
        }
        throw Problem.vtjUnavailable(((VtjVastaus.Virhe) vastaus).syy());
    }

    public FilteredStudent tarkista(String oid) {
        var henkilo = henkilot.byOid(oid).orElseThrow(() -> Problem.notFound("no person has the OID " + oid));
        return FilteredStudent.of(linkitys.groupOf(henkilo), henkilo.passivoitu());
    }

    public Tuonti.Perustiedot tuo(Kutsuja kutsuja, TuontiRequest tuonti) {
        var rivit = tuonti.henkilot().stream()
                .map(row -> new TuontiRivi(
                        row.tunniste(),
                        row.henkilo().hetu(),
                        row.henkilo().etunimet(),
                        row.henkilo().kutsumanimi(),
                        row.henkilo().sukunimi()))
                .toList();
        return tuonnit.aloita(kutsuja, Tuonti.Api.YLEISTUNNISTE, tuonti.sahkoposti(), rivit)
                .perustiedot();
    }

    public FilteredResult rivit(Kutsuja kutsuja, long id) {
        var tuonti = tuonnit.tuonti(id);
        var visible = tuonnit.nakyvatRivit(kutsuja, tuonti);
        var groups = linkitys.groupsOf(
                visible.stream().map(Tuonnit.KasiteltyRivi::henkilo).toList());
        var rows = visible.stream()
                .map(row -> new FilteredRow(
                        row.ristiriita(),
                        FilteredStudent.onRow(
                                groups.get(row.henkilo().id()), row.henkilo().passivoitu()),
                        row.tunniste()))
                .toList();
        var perustiedot = tuonti.perustiedot();
        return new FilteredResult(
                rows, id, perustiedot.kasiteltavia(), perustiedot.kasitelty(), perustiedot.kasiteltyja());
    }

    public Tuonti.Perustiedot jatka(long id) {
        return tuonnit.jatka(id, Tuonti.Api.YLEISTUNNISTE).perustiedot();
    }

    public Tuonti.Perustiedot perustiedot(long id) {
        return tuonnit.tuonti(id).perustiedot();
    }
}
