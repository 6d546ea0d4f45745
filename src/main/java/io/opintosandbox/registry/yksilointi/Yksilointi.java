package io.opintosandbox.registry.yksilointi;

import io.opintosandbox.access.ServiceUsers;
import io.opintosandbox.id.Hetu;
import io.opintosandbox.neighbours.koodisto.Koodisto;
import io.opintosandbox.registry.henkilo.NameMatching;
import io.opintosandbox.vtj.Vtj;
import io.opintosandbox.vtj.VtjHenkilo;
import io.opintosandbox.vtj.VtjVastaus;
import io.opintosandbox.world.Shift;
import io.opintosandbox.world.Work;
import io.opintosandbox.world.World;
import java.time.Instant;
import java.util.stream.Stream;
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
    private final Vtj vtj;
    private final YksilointiRepository rows;
    private final VtjTiedot vtjTiedot;

    public Yksilointi(World world, Vtj vtj, Koodisto koodisto, ServiceUsers users) {
        this.world = world;
        this.vtj = vtj;
        this.rows = new YksilointiRepository(world.db());
        this.vtjTiedot = new VtjTiedot(rows, koodisto, users);
        world.background().add(this);
    }

    /** People have come in whose turn is then. */
    public void dueAt(Instant vuoro) {
        world.background().wake(this, vuoro);
    }

    /** Writes what VTJ says over a person that is to be identified from the start. */
    public void identifyFromVtj(String oid, VtjHenkilo henkilo) {
        vtjTiedot.write(rows.ehdokas(oid), henkilo, world.clock().now());
    }

    /** How many people wait for their turn. */
    public long waiting() {
        return rows.waiting();
    }

    @Override
    public void run(Shift shift) {
        var ehdokkaat = shift.settling() ? rows.unfailed(shift.now(), PIECE) : rows.due(shift.now(), PIECE);
        for (var ehdokas : ehdokkaat) {
            shift.did(identify(ehdokas) ? "identified" : "failed");
        }
        rows.nextTurn().ifPresent(shift::next);
    }

    private boolean identify(Ehdokas ehdokas) {
        try {
            return world.db().transaction(() -> decide(ehdokas));
        } catch (RuntimeException e) {
            LOG.warn("identification of {} failed and will be tried again", ehdokas.oid(), e);
            return retryLater(ehdokas);
        }
    }

    private boolean decide(Ehdokas ehdokas) {
        if (ehdokas.yksiloityEidas()) {
            return failed(ehdokas, Yksilointivirhe.MUU);
        }
        if (!world.settings().identifiesTestHetus() && ehdokas.hetu().charAt(7) == '9') {
            return failed(ehdokas, Yksilointivirhe.HETU_EI_OIKEA);
        }
        var vastaus = vtj.kysy(ehdokas.hetu(), ehdokas.etunimet(), ehdokas.kutsumanimi(), ehdokas.sukunimi());
        if (vastaus instanceof VtjVastaus.EiLoydy) {
            return failed(ehdokas, Yksilointivirhe.HETU_EI_VTJ);
        }
        if (vastaus instanceof VtjVastaus.Passivoitu) {
            return failed(ehdokas, Yksilointivirhe.HETU_PASSIVOITU);
        }
        if (vastaus instanceof VtjVastaus.Virhe) {
            return retryLater(ehdokas);
        }
        var henkilo = ((VtjVastaus.Loytyi) vastaus).henkilo();
        if (!namesMatch(ehdokas, henkilo)) {
            rows.saveMismatch(ehdokas.id(), henkilo, world.clock().now());
            return false;
        }
        return success(ehdokas, henkilo);
    }

    /** More lenient than hae: former surnames count, and the names may be swapped. */
    private static boolean namesMatch(Ehdokas ehdokas, VtjHenkilo henkilo) {
        var sukunimet = Stream.concat(Stream.of(henkilo.sukunimi()), henkilo.entisetSukunimet().stream())
                .toList();
        return NameMatching.identifies(ehdokas.etunimet(), ehdokas.sukunimi(), henkilo.etunimet(), sukunimet);
    }

    private boolean success(Ehdokas ehdokas, VtjHenkilo henkilo) {
        if (rows.isHeldByAnother(henkilo.hetu(), ehdokas.id())
                || Hetu.parse(henkilo.hetu()).isEmpty()) {
            // The persons would have to be linked, or one of them refused (10); that is not simulated yet.
            LOG.warn("{} was not identified: its hetu in VTJ belongs to another person of the registry", ehdokas.oid());
            return retryLater(ehdokas);
        }
        vtjTiedot.write(ehdokas, henkilo, world.clock().now());
        return true;
    }

    private boolean failed(Ehdokas ehdokas, Yksilointivirhe virhe) {
        rows.saveFinalFailure(ehdokas.id(), virhe);
        return false;
    }

    private boolean retryLater(Ehdokas ehdokas) {
        var next = RetrySchedule.next(world.clock().now(), ehdokas.yritykset());
        rows.saveRetry(ehdokas.id(), next, ehdokas.yritykset() + 1);
        return false;
    }
}
