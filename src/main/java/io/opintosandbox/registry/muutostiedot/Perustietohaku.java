package io.opintosandbox.registry.muutostiedot;

import io.opintosandbox.registry.henkilo.Henkilo;
import io.opintosandbox.registry.henkilo.Henkilot;
import io.opintosandbox.registry.henkilo.Henkilotiedot;
import io.opintosandbox.registry.huoltajat.Huoltajat;
import io.opintosandbox.store.Retry;
import io.opintosandbox.store.StoreException;
import io.opintosandbox.vtj.muutostieto.Muutostiedot;
import io.opintosandbox.world.Shift;
import io.opintosandbox.world.Work;
import io.opintosandbox.world.World;
import java.time.Duration;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Fetches VTJ's full data of people whom VTJ has identified, a hundred at a time; only then does the change feed reach
 * them. Contract: registry-behaviour.md 20, "Full data".
 */
final class Perustietohaku implements Work {
    private static final Logger LOG = LoggerFactory.getLogger(Perustietohaku.class);
    private static final int PIECE = 100;

    /** Whom VTJ does not answer for is asked about at every run of the published service. */
    private static final Duration UUDELLEEN = Duration.ofMinutes(15);

    private final World world;
    private final Muutostiedot muutostiedot;
    private final PaivitysRepository rows;
    private final Henkilot henkilot;
    private final Huoltajat huoltajat;
    private final Soveltaja soveltaja;

    // The run goes through the people by id, a piece at a time; one thread at a time is in here.
    private long viimeinen;
    private boolean tehtiin;
    private boolean jai;

    Perustietohaku(
            World world,
            Muutostiedot muutostiedot,
            PaivitysRepository rows,
            Henkilot henkilot,
            Huoltajat huoltajat,
            Soveltaja soveltaja) {
        this.world = world;
        this.muutostiedot = muutostiedot;
        this.rows = rows;
        this.henkilot = henkilot;
        this.huoltajat = huoltajat;
        this.soveltaja = soveltaja;
        world.background().add(this);
    }

    /** Somebody has been identified, or has another hetu. Called after the commit. */
    void heraa() {
        if (world.settings().fullData()) {
            world.background()
                    .wake(
                            this,
                            Vuoro.seuraava(world.clock().now(), world.settings().fullDataEvery()));
        }
    }

    @Override
    public void run(Shift shift) {
        if (!world.settings().fullData()) {
            return;
        }
        var vastaa = muutostiedot.vastaa();
        var piece = vastaa ? rows.perustiedottomat(viimeinen, PIECE) : List.<Henkilo>of();
        jai |= !vastaa;
        if (!piece.isEmpty()) {
            hae(piece);
            viimeinen = piece.get(piece.size() - 1).id();
        }
        if (piece.size() == PIECE) {
            shift.worked();
            shift.next(shift.now());
            return;
        }
        if (tehtiin) {
            shift.worked();
        }
        if (jai) {
            shift.retry(Vuoro.seuraava(shift.now(), UUDELLEEN));
        }
        viimeinen = 0;
        tehtiin = false;
        jai = false;
    }

    /** Writes full data over ready-made people, in the caller's transaction; whoever's cannot be written has none. */
    void kirjoita(List<Henkilo> people) {
        for (var tiedot : henkilot.tiedot(people)) {
            try {
                kirjoita(tiedot);
            } catch (MuutostietoVirhe e) {
                LOG.warn(
                        "the full data of {} cannot be written: {}",
                        tiedot.henkilo().oid(),
                        e.getMessage());
            }
        }
    }

    /** Odd on purpose: whoever fails leaves all later ones of the same answer undone, at every run. */
    private void hae(List<Henkilo> piece) {
        var began = world.clock().now();
        var kirjoitettuja = 0;
        for (var tiedot : henkilot.tiedot(piece)) {
            try {
                var kirjoitettiin = Retry.transaction(world.db(), () -> kirjoitaNykyiseen(tiedot));
                kirjoitettuja += kirjoitettiin ? 1 : 0;
                jai |= !kirjoitettiin;
            } catch (MuutostietoVirhe | StoreException e) {
                LOG.warn(
                        "the full data of {} and of those after it cannot be written: {}",
                        tiedot.henkilo().oid(),
                        e.getMessage());
                jai = true;
                break;
            }
        }
        if (kirjoitettuja > 0) {
            tehtiin = true;
            huoltajat.kerroYksiloinnille(began);
        }
    }

    /** Somebody may have changed the person since the answer's people were read. */
    private boolean kirjoitaNykyiseen(Henkilotiedot luettu) {
        var nyt = henkilot.byIds(List.of(luettu.henkilo().id())).get(0);
        if (nyt.equals(luettu.henkilo())) {
            return kirjoita(luettu);
        }
        return nyt.hetu() != null && nyt.yksiloityVtj() && !nyt.passivoitu() && kirjoita(henkilot.tiedot(nyt));
    }

    /** False when VTJ has no data under this hetu, or says that it has become another one. */
    private boolean kirjoita(Henkilotiedot tiedot) {
        // Taken before VTJ is asked: what happens meanwhile may come twice, but not never.
        var avain = muutostiedot.avain();
        var hetu = tiedot.henkilo().hetu();
        var ryhmat = muutostiedot
                .perustiedot(hetu)
                .map(tietoryhmat -> Tietoryhma.kaikki(tietoryhmat, true))
                .filter(kaikki -> kaikki.stream()
                        .filter(ryhma -> ryhma.laji().equals("HENKILOTUNNUS_KORJAUS"))
                        .allMatch(ryhma -> hetu.equals(ryhma.teksti("aktiivinenHenkilotunnus"))));
        ryhmat.ifPresent(kaikki -> soveltaja.perustiedot(tiedot, kaikki, avain));
        return ryhmat.isPresent();
    }
}
