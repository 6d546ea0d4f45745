package io.opintosandbox.registry.oppija;

import io.opintosandbox.access.Kutsuja;
import io.opintosandbox.access.Right;
import io.opintosandbox.http.Problem;
import io.opintosandbox.neighbours.koodisto.Koodisto;
import io.opintosandbox.registry.henkilo.Henkilo;
import io.opintosandbox.registry.henkilo.Henkilot;
import io.opintosandbox.registry.henkilo.Henkilotiedot;
import io.opintosandbox.registry.henkilo.dto.OppijaReadDto;
import io.opintosandbox.registry.linkitys.Linkitys;
import io.opintosandbox.registry.oikeudet.Henkilooikeudet;
import io.opintosandbox.registry.oppija.OppijaTuontiReadDto.OppijaTuontiRiviCreate;
import io.opintosandbox.registry.tuonti.Tuonnit;
import io.opintosandbox.registry.tuonti.Tuonnit.KasiteltyRivi;
import io.opintosandbox.registry.tuonti.Tuonti;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Imports of the wide API. Contract: registry-api.md 4.2, registry-behaviour.md 17. */
public final class OppijaTuonti {
    private final Henkilot henkilot;
    private final Linkitys linkitys;
    private final Tuonnit tuonnit;
    private final Henkilooikeudet oikeudet;
    private final Koodisto koodisto;
    private final OppijaTuontiTarkistus tarkistus;

    public OppijaTuonti(
            Henkilot henkilot, Linkitys linkitys, Tuonnit tuonnit, Henkilooikeudet oikeudet, Koodisto koodisto) {
        this.henkilot = henkilot;
        this.linkitys = linkitys;
        this.tuonnit = tuonnit;
        this.oikeudet = oikeudet;
        this.koodisto = koodisto;
        this.tarkistus = new OppijaTuontiTarkistus(koodisto);
    }

    /** Accepts an import. Errors: 400 A+E; 400 A without an organisation. */
    public Tuonti.Perustiedot tuo(Kutsuja kutsuja, OppijaTuontiCreateDto tuonti) {
        tarkistus.tarkista(tuonti);
        return tuonnit.aloita(kutsuja, Tuonti.Api.OPPIJA, tuonti.sahkoposti(), tuonti.rivit())
                .perustiedot();
    }

    /** Starts a stopped import again. Errors: 404 B. */
    public Tuonti.Perustiedot jatka(long id) {
        return tuonnit.jatka(id, Tuonti.Api.OPPIJA).perustiedot();
    }

    /** Errors: 404 B. */
    public Tuonti.Perustiedot perustiedot(long id) {
        return tuonnit.tuonti(id).perustiedot();
    }

    /** The processed rows with everything about their learners. Errors: 404 B; 403 A when none is visible. */
    public OppijaTuontiReadDto rivit(Kutsuja kutsuja, long id) {
        var tuonti = tuonnit.tuonti(id);
        var visible = tuonnit.nakyvatRivit(kutsuja, tuonti);
        var shown =
                oppijat(visible.stream().map(KasiteltyRivi::henkilo).distinct().toList());
        var rows = visible.stream()
                .map(row -> new OppijaTuontiReadDto.Rivi(
                        row.tunniste(), shown.get(row.henkilo().id()), row.ristiriita()))
                .toList();
        return new OppijaTuontiReadDto(id, tuonti.kasiteltavia(), tuonti.kasiteltyja(), tuonti.kasitelty(), rows);
    }

    private Map<Long, OppijaReadDto> oppijat(List<Henkilo> people) {
        var groups = linkitys.groupsOf(people);
        Map<Long, OppijaReadDto> shown = new HashMap<>();
        for (Henkilotiedot tiedot : henkilot.tiedot(people)) {
            var group = groups.get(tiedot.henkilo().id());
            shown.put(
                    tiedot.henkilo().id(),
                    OppijaReadDto.of(tiedot, koodisto, group.oppijanumeroOnRow(), group.linked()));
        }
        return shown;
    }

    /**
     * The rows as they were sent, with the persons that they led to. Errors: 404 B; 403 A for callers without
     * TUONTIDATA_READ in the import's organisations, and when no row is visible.
     */
    public List<OppijaTuontiRiviCreate> tuontidata(Kutsuja kutsuja, long id) {
        var tuonti = tuonnit.tuonti(id);
        if (!kutsuja.readsAll() && eiLukuoikeutta(kutsuja, tuonti)) {
            throw Problem.forbidden("ei lukuoikeutta");
        }
        Map<String, KasiteltyRivi> byTunniste = new HashMap<>();
        // Of rows that share a tunniste, or have none, the first tells for all.
        tuonnit.nakyvatRivit(kutsuja, tuonti).forEach(rivi -> byTunniste.putIfAbsent(rivi.tunniste(), rivi));
        return tuonnit.rivit(tuonti).stream()
                .map(rivi -> OppijaTuontiRiviCreate.of(rivi, byTunniste.get(rivi.tunniste())))
                .toList();
    }

    private boolean eiLukuoikeutta(Kutsuja kutsuja, Tuonti tuonti) {
        Set<String> omat = new HashSet<>(oikeudet.organisaatiotAlaisineen(kutsuja, Right.TUONTIDATA_READ));
        return Collections.disjoint(omat, tuonnit.organisaatiot(tuonti));
    }
}
