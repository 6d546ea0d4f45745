package io.opintosandbox.registry.kuolleet;

import io.opintosandbox.registry.kuolleet.KuolleetRepository.Kuollut;
import io.opintosandbox.store.Retry;
import io.opintosandbox.world.Shift;
import io.opintosandbox.world.Work;
import io.opintosandbox.world.World;
import io.opintosandbox.world.WorldClock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The nightly clean-up of those who have died before today, whatever set the date. Contract: registry-behaviour.md 21. */
public final class Kuolleet implements Work {
    private static final Logger LOG = LoggerFactory.getLogger(Kuolleet.class);
    private static final LocalTime KELLO = LocalTime.of(4, 30);
    private static final int PIECE = 100;

    private final World world;
    private final KuolleetRepository rows;
    private final Consumer<String> closeAccount;

    // When the night's run is due; the run goes through the people by id. One thread at a time is in run.
    private volatile Instant vuoro = Instant.MAX;
    private long viimeinen;

    /** @param closeAccount closes the user account of the person of an OID, if it has one */
    public Kuolleet(World world, Consumer<String> closeAccount) {
        this.world = world;
        this.rows = new KuolleetRepository(world.db());
        this.closeAccount = closeAccount;
        world.background().add(this);
    }

    /** Somebody has a date of death now. */
    public void kuoli() {
        var seuraava = seuraavaYo(world.clock().now());
        aikaista(seuraava);
        world.background().wake(this, seuraava);
    }

    /** Takes over the night that another world's run waits for. */
    public void odottaa(Instant yo) {
        aikaista(yo);
    }

    @Override
    public void run(Shift shift) {
        // A settle comes at any hour, but the night is not over before it is.
        if (shift.now().isBefore(vuoro)) {
            shift.next(vuoro);
            return;
        }
        var kuolleet = rows.siivottavat(today(shift.now()), viimeinen, PIECE);
        kuolleet.forEach(this::siivoa);
        if (!kuolleet.isEmpty()) {
            shift.worked();
        }
        if (kuolleet.size() == PIECE) {
            viimeinen = kuolleet.get(PIECE - 1).id();
            shift.next(shift.now());
            return;
        }
        viimeinen = 0;
        // Before it is asked who waits: somebody may die meanwhile.
        vuoro = Instant.MAX;
        rows.seuraavaKuolinpaiva().ifPresent(paiva -> aikaista(yo(shift.now(), paiva)));
        shift.next(vuoro);
    }

    private synchronized void aikaista(Instant yo) {
        vuoro = yo.isBefore(vuoro) ? yo : vuoro;
    }

    /** Three steps, each of its own: what has been done stays done when a later one fails. */
    private void siivoa(Kuollut kuollut) {
        if (!kuollut.passivoitu()) {
            tallenna(() -> rows.aloita(kuollut.id(), world.clock().now()));
            tallenna(() -> rows.passivoi(kuollut.id(), world.clock().now()));
        }
        if (suljetaan(kuollut)) {
            tallenna(() -> rows.paata(kuollut.id(), world.clock().now()));
        }
    }

    /** The published service asks its neighbour to close the account, also of people who have none; a fault may refuse it. */
    private boolean suljetaan(Kuollut kuollut) {
        var vika = world.faults()
                .strikeOutgoing("DELETE", "/kayttooikeus-service/henkilo/" + kuollut.oid() + "/passivoi")
                .filter(status -> status >= 400);
        if (vika.isPresent()) {
            LOG.warn(
                    "the account of {} was not closed (status {}); the next night tries again",
                    kuollut.oid(),
                    vika.get());
            return false;
        }
        closeAccount.accept(kuollut.oid());
        return true;
    }

    private void tallenna(Runnable vaihe) {
        Retry.transaction(world.db(), vaihe);
    }

    private static LocalDate today(Instant now) {
        return LocalDate.ofInstant(now, WorldClock.ZONE);
    }

    /** The first night after both. */
    private static Instant yo(Instant now, LocalDate kuolinpaiva) {
        var jalkeen =
                kuolinpaiva.plusDays(1).atTime(KELLO).atZone(WorldClock.ZONE).toInstant();
        return jalkeen.isAfter(now) ? jalkeen : seuraavaYo(now);
    }

    private static Instant seuraavaYo(Instant now) {
        var yo = today(now).atTime(KELLO).atZone(WorldClock.ZONE).toInstant();
        return yo.isAfter(now)
                ? yo
                : today(now).plusDays(1).atTime(KELLO).atZone(WorldClock.ZONE).toInstant();
    }
}
