package io.opintosandbox.registry.yksilointi;

import io.opintosandbox.registry.henkilo.Henkilo;
import io.opintosandbox.store.Retry;
import io.opintosandbox.vtj.VtjHenkilo;
import io.opintosandbox.world.Shift;
import io.opintosandbox.world.Work;
import io.opintosandbox.world.World;
import java.time.Instant;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Identifies people against VTJ in the background, one transaction each. Decision table:
 * registry-behaviour.md 8.
 */
public final class Yksilointi implements Work {
    private static final Logger LOG = LoggerFactory.getLogger(Yksilointi.class);
    private static final int PIECE = 100;

    private final World world;
    private final YksilointiRepository rows;
    private final VtjKysely kysely;
    private final VtjTiedot vtjTiedot;
    private final Hetunvaihto hetunvaihto;
    private final Runnable yksiloity;
    private volatile Runnable ajonJalkeen = () -> {};

    Yksilointi(
            World world,
            YksilointiRepository rows,
            VtjKysely kysely,
            VtjTiedot vtjTiedot,
            Hetunvaihto hetunvaihto,
            Runnable yksiloity) {
        this.world = world;
        this.rows = rows;
        this.kysely = kysely;
        this.vtjTiedot = vtjTiedot;
        this.hetunvaihto = hetunvaihto;
        this.yksiloity = yksiloity;
        world.background().add(this);
    }

    /**
     * What is to be done at the end of each run: whenever nobody is left whose turn has come, also when there was
     * nobody to begin with.
     */
    public void ajonJalkeen(Runnable tehtava) {
        this.ajonJalkeen = tehtava;
    }

    /** People have come in whose turn is then. */
    public void dueAt(Instant vuoro) {
        world.background().wake(this, vuoro);
    }

    /** Writes what VTJ says over a person that is to be identified from the start. */
    public void identifyFromVtj(Henkilo henkilo, VtjHenkilo vtj) {
        vtjTiedot.yksiloi(henkilo, vtj, null);
    }

    /** How many people wait for their turn. */
    public long waiting() {
        return rows.waiting();
    }

    @Override
    public void run(Shift shift) {
        // From a slow VTJ one person comes at a time.
        var piece = !shift.settling() && world.faults().vtjIsSlow() ? 1 : PIECE;
        var ehdokkaat = shift.settling() ? rows.unfailed(shift.now(), piece) : rows.due(shift.now(), piece);
        var yksiloityja = 0;
        for (var ehdokas : ehdokkaat) {
            var onnistui = identify(ehdokas);
            yksiloityja += onnistui ? 1 : 0;
            shift.did(onnistui ? "identified" : "failed");
        }
        if (yksiloityja > 0) {
            yksiloity.run();
        }
        rows.nextTurn().ifPresent(shift::next);
        if (ehdokkaat.size() < piece && world.settings().identification()) {
            ajonJalkeen.run();
        }
    }

    private boolean identify(Ehdokas ehdokas) {
        try {
            return Retry.transaction(world.db(), () -> decide(ehdokas));
        } catch (RuntimeException e) {
            LOG.warn(
                    "identification of {} failed and will be tried again",
                    ehdokas.henkilo().oid(),
                    e);
            return retryLater(ehdokas);
        }
    }

    private boolean decide(Ehdokas ehdokas) {
        var tulos = kysely.yksiloi(ehdokas.henkilo());
        if (tulos.virhe() == Yksilointivirhe.MUU_UUDELLEENYRITETTAVA) {
            return retryLater(ehdokas);
        }
        if (tulos.virhe() != null) {
            rows.saveFinalFailure(ehdokas.henkilo().id(), tulos.virhe());
            return false;
        }
        return paata(ehdokas.henkilo(), tulos.henkilo(), null);
    }

    /**
     * VTJ knows the hetu: the names decide, and then whose hetu it is. In the caller's transaction. True when the
     * person is identified now, or somebody else has been all along. Errors: 400 A.
     */
    boolean paata(Henkilo henkilo, VtjHenkilo vtj, String kasittelijaOid) {
        if (!VtjKysely.namesMatch(henkilo, vtj)) {
            rows.saveMismatch(henkilo.id(), vtj, world.clock().now(), kasittelijaOid);
            return false;
        }
        if (hetunvaihto.vaihda(henkilo, vtj.hetu(), kasittelijaOid)) {
            vtjTiedot.yksiloi(henkilo, vtj, kasittelijaOid);
        } else {
            rows.saveMerged(henkilo.id());
        }
        return true;
    }

    private boolean retryLater(Ehdokas ehdokas) {
        var next = RetrySchedule.next(world.clock().now(), ehdokas.yritykset());
        rows.saveRetry(ehdokas.henkilo().id(), next, ehdokas.yritykset() + 1);
        return false;
    }
}
