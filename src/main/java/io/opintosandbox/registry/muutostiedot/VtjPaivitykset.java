package io.opintosandbox.registry.muutostiedot;

import io.opintosandbox.neighbours.koodisto.Koodisto;
import io.opintosandbox.registry.henkilo.Henkilo;
import io.opintosandbox.registry.henkilo.Henkilot;
import io.opintosandbox.registry.henkilo.VtjYhteystiedot;
import io.opintosandbox.registry.huoltajat.Huoltajat;
import io.opintosandbox.registry.linkitys.Linkitys;
import io.opintosandbox.registry.palvelurajapinta.Kotikuntahistoria;
import io.opintosandbox.vtj.muutostieto.Muutostiedot;
import io.opintosandbox.world.World;
import java.util.List;

/**
 * How the registry follows what happens to the people of VTJ: their full data first, and then the change feed. Both run
 * in the background of their world. Contract: registry-behaviour.md 20 and 22.
 */
public final class VtjPaivitykset {
    private final Perustietohaku perustietohaku;
    private final Muutosvirta muutosvirta;

    /** @param kuoli is told that somebody has a date of death */
    public VtjPaivitykset(
            World world,
            Muutostiedot muutostiedot,
            Koodisto koodisto,
            Henkilot henkilot,
            Linkitys linkitys,
            Huoltajat huoltajat,
            Kotikuntahistoria kotikuntahistoria,
            Runnable kuoli) {
        var rows = new PaivitysRepository(world.db());
        var soveltaja = new Soveltaja(
                world.clock(),
                rows,
                henkilot,
                new VtjYhteystiedot(world.db()),
                huoltajat,
                new Henkiloryhmat(koodisto),
                new Osoiteryhmat(koodisto),
                new Kotikuntaryhmat(koodisto, kotikuntahistoria),
                new Hetunkorjaus(rows, henkilot, linkitys, kotikuntahistoria),
                kuoli);
        this.perustietohaku = new Perustietohaku(world, muutostiedot, rows, henkilot, huoltajat, soveltaja);
        this.muutosvirta = new Muutosvirta(world, muutostiedot, rows, henkilot, huoltajat, soveltaja, perustietohaku);
    }

    /** Somebody has been identified, or has another hetu: full data is fetched next time. Called after the commit. */
    public void yksiloity() {
        perustietohaku.heraa();
    }

    /** A message has come into the feed. Called after the commit. */
    public void muuttui() {
        muutosvirta.heraa();
    }

    /** Writes full data over people that are identified from the start, in the caller's transaction. */
    public void kirjoitaPerustiedot(List<Henkilo> henkilot) {
        perustietohaku.kirjoita(henkilot);
    }
}
