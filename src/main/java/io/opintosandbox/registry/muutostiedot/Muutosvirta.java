package io.opintosandbox.registry.muutostiedot;

import io.opintosandbox.id.SyntheticOnly;
import io.opintosandbox.registry.henkilo.Henkilo;
import io.opintosandbox.registry.henkilo.Henkilot;
import io.opintosandbox.registry.huoltajat.Huoltajat;
import io.opintosandbox.store.Retry;
import io.opintosandbox.store.StoreException;
import io.opintosandbox.vtj.muutostieto.Muutostiedot;
import io.opintosandbox.vtj.muutostieto.Muutostieto;
import io.opintosandbox.vtj.muutostieto.Muutostieto.Tila;
import io.opintosandbox.world.Shift;
import io.opintosandbox.world.Work;
import io.opintosandbox.world.World;
import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Fetches VTJ's change feed and applies it, one transaction a message. Contract: registry-behaviour.md 20. */
final class Muutosvirta implements Work {
    private static final Logger LOG = LoggerFactory.getLogger(Muutosvirta.class);

    /** What failed is tried again when the published service runs next. */
    private static final Duration UUDELLEEN = Duration.ofHours(1);

    /** While VTJ is out of reach, asking every few seconds would help nobody. */
    private static final Duration VTJ_POISSA = Duration.ofMinutes(1);

    private final World world;
    private final Muutostiedot muutostiedot;
    private final PaivitysRepository rows;
    private final Henkilot henkilot;
    private final Huoltajat huoltajat;
    private final Soveltaja soveltaja;
    private final Perustietohaku perustietohaku;

    Muutosvirta(
            World world,
            Muutostiedot muutostiedot,
            PaivitysRepository rows,
            Henkilot henkilot,
            Huoltajat huoltajat,
            Soveltaja soveltaja,
            Perustietohaku perustietohaku) {
        this.world = world;
        this.muutostiedot = muutostiedot;
        this.rows = rows;
        this.henkilot = henkilot;
        this.huoltajat = huoltajat;
        this.soveltaja = soveltaja;
        this.perustietohaku = perustietohaku;
        world.background().add(this);
    }

    /** A message has come into the feed. Called after the commit. */
    void heraa() {
        if (world.settings().changeFeed()) {
            world.background()
                    .wake(
                            this,
                            Vuoro.seuraava(world.clock().now(), world.settings().changeFeedEvery()));
        }
    }

    @Override
    public void run(Shift shift) {
        if (!world.settings().changeFeed() || !muutostiedot.onAvoimia()) {
            return;
        }
        var vastaa = muutostiedot.vastaa();
        if (vastaa) {
            hae(shift);
        } else if (!muutostiedot.tilassa(Tila.UUSI).isEmpty()) {
            shift.retry(shift.now().plus(VTJ_POISSA));
        }
        uudelleen(shift);
        Set<String> odottavat = new HashSet<>();
        for (var muutostieto : muutostiedot.sovellettavat()) {
            if (!odottavat.contains(muutostieto.henkilotunnus()) && !sovella(muutostieto, shift)) {
                odottavat.add(muutostieto.henkilotunnus());
            }
        }
        if (!muutostiedot.sovellettavat().isEmpty()
                || (vastaa && !muutostiedot.tilassa(Tila.UUSI).isEmpty())) {
            shift.next(shift.now());
        } else if (!muutostiedot.tilassa(Tila.EPAONNISTUNUT).isEmpty()) {
            shift.retry(Vuoro.seuraava(shift.now(), UUDELLEEN));
        }
    }

    /** VTJ is asked under the present hetus of those who have had their full data, for what has happened since. */
    private void hae(Shift shift) {
        var uudet = muutostiedot.tilassa(Tila.UUSI);
        if (uudet.isEmpty()) {
            return;
        }
        var seurattavat =
                rows.seurattavat(uudet.stream().map(Muutostieto::henkilotunnus).collect(Collectors.toSet()));
        world.db().transaction(() -> {
            for (var uusi : uudet) {
                var avain = seurattavat.get(uusi.henkilotunnus());
                if (avain == null) {
                    muutostiedot.merkitse(
                            uusi,
                            Tila.KADONNUT,
                            "no active person that VTJ has identified and whose full data has been fetched has this hetu");
                } else if (avain >= uusi.id()) {
                    muutostiedot.merkitse(
                            uusi, Tila.KADONNUT, "it had happened before the person's full data was fetched");
                } else {
                    muutostiedot.merkitse(uusi, Tila.HAETTU, null);
                }
            }
        });
        shift.worked();
    }

    /** What has failed is tried at every full hour, and once in a settle, however often the other tasks call this one. */
    private void uudelleen(Shift shift) {
        var ajo = shift.settling() && shift.isFirstOf(this);
        for (var muutostieto : muutostiedot.tilassa(Tila.EPAONNISTUNUT)) {
            if (ajo || !Vuoro.seuraava(muutostieto.kasitelty(), UUDELLEEN).isAfter(shift.now())) {
                sovella(muutostieto, shift);
            }
        }
    }

    /** False when the message has failed, and the later ones of its hetu have to wait. */
    private boolean sovella(Muutostieto muutostieto, Shift shift) {
        try {
            var tila = Retry.transaction(world.db(), () -> {
                var henkilo = henkilot.byHetu(muutostieto.henkilotunnus()).filter(found -> !found.passivoitu());
                henkilo.ifPresent(found -> sovella(found, muutostieto));
                var sovellettu = henkilo.isPresent() ? Tila.TEHTY : Tila.KADONNUT;
                muutostiedot.merkitse(
                        muutostieto,
                        sovellettu,
                        henkilo.isPresent() ? null : "no active person has this hetu any more");
                return sovellettu;
            });
            if (tila == Tila.TEHTY) {
                shift.did("changes");
                // There may be new guardians, and whoever has another hetu needs full data.
                huoltajat.kerroYksiloinnille(shift.now());
                perustietohaku.heraa();
            } else {
                shift.worked();
            }
            return true;
        } catch (MuutostietoVirhe | StoreException e) {
            LOG.warn(
                    "message {} of the change feed cannot be applied: {}",
                    muutostieto.id(),
                    SyntheticOnly.maskAll(e.getMessage()));
            muutostiedot.merkitse(muutostieto, Tila.EPAONNISTUNUT, e.getMessage());
            return false;
        }
    }

    private void sovella(Henkilo henkilo, Muutostieto muutostieto) {
        soveltaja.muutos(henkilot.tiedot(henkilo), Tietoryhma.kaikki(muutostieto.tietoryhmat(), false));
    }
}
