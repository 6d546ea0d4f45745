package io.opintosandbox.registry.tuonti;

import io.opintosandbox.registry.henkilo.HenkiloLuonti;
import io.opintosandbox.registry.henkilo.Henkilot;
import io.opintosandbox.registry.tuonti.TuontiRepository.Tulos;
import io.opintosandbox.store.StoreException;
import io.opintosandbox.store.WorldDb;
import io.opintosandbox.world.Faults;
import io.opintosandbox.world.Shift;
import io.opintosandbox.world.Work;
import io.opintosandbox.world.World;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Processes imports one after another, a hundred rows in a transaction. Contract: registry-behaviour.md
 * 17.2 and 17.3.
 */
final class TuontiWork implements Work {
    private static final Logger LOG = LoggerFactory.getLogger(TuontiWork.class);
    private static final int PART = 100;
    private static final int TRIES = 5;

    private final WorldDb db;
    private final Faults faults;
    private final TuontiRepository rows;
    private final Henkilot henkilot;
    private final HenkiloLuonti luonti;

    TuontiWork(World world, TuontiRepository rows, Henkilot henkilot, HenkiloLuonti luonti) {
        this.db = world.db();
        this.faults = world.faults();
        this.rows = rows;
        this.henkilot = henkilot;
        this.luonti = luonti;
    }

    @Override
    public void run(Shift shift) {
        var running = rows.nextRunning();
        if (running.isEmpty()) {
            return;
        }
        var tuonti = running.get();
        var maara = faults.importable(Math.min(PART, tuonti.kasiteltavia() - tuonti.kasiteltyja()));
        if (maara == 0) {
            // A fault holds it up; whoever deletes the fault wakes this work.
            return;
        }
        try {
            processPart(tuonti, maara);
            faults.imported(maara);
            if (tuonti.kasiteltyja() + maara >= tuonti.kasiteltavia()) {
                shift.did("imports");
            }
        } catch (RuntimeException e) {
            LOG.error("import {} has stopped; POST …/tuonti={} continues it", tuonti.id(), tuonti.id(), e);
            rows.stop(tuonti.id());
        }
        // A stopped import is a step too: the ones behind it are to have their turn.
        shift.worked();
        luonti.kerroYksiloinnille(shift.now());
        shift.next(shift.now());
    }

    private void processPart(Tuonti tuonti, int maara) {
        for (int attempt = 1; ; attempt++) {
            try {
                db.transaction(() -> process(tuonti, maara));
                return;
            } catch (StoreException.LockConflict | StoreException.UniqueViolation e) {
                // Somebody else was at the same persons; the next try finds what they did.
                if (attempt == TRIES) {
                    throw e;
                }
            }
        }
    }

    private void process(Tuonti tuonti, int maara) {
        var rivit = rows.rivit(tuonti.id(), tuonti.kasiteltyja(), maara);
        var kohdistus = Kohdistus.of(henkilot, rivit);
        var people = kohdistus.henkilot(luonti.luoKaikki(kohdistus.uudet(), tuonti.kasittelijaOid()));

        List<Tulos> tulokset = new ArrayList<>();
        Set<Long> ids = new TreeSet<>();
        for (int i = 0; i < rivit.size(); i++) {
            var rivi = rivit.get(i);
            var henkilo = people.get(i);
            ids.add(henkilo.id());
            tulokset.add(new Tulos(
                    tuonti.kasiteltyja() + i, henkilo.id(), !henkilo.isNamed(rivi.etunimet(), rivi.sukunimi())));
        }
        henkilot.liita(ids, rows.organisaatiot(tuonti.id()));
        henkilot.merkitseMuokatuiksi(kohdistus.loydetyt());
        rows.saveTulokset(tuonti.id(), tulokset);
        rows.saveProgress(tuonti.id(), tuonti.kasiteltyja() + maara);
    }
}
