package io.opintosandbox.registry.viestit;

import io.opintosandbox.registry.tuonti.Tuonnit;
import io.opintosandbox.world.World;
import java.util.List;

/**
 * The outbox of one world: what the registry writes to those who send imports. Nothing ever leaves the server.
 * Contract: registry-behaviour.md 17.5, control-api.md, "mails".
 */
public final class Viestit {
    public static final String OTSIKKO = "Virkailijan opintopolku: oppijoiden tuonti suoritettu";
    public static final String LAHETTAJAN_NIMI = "Opetushallitus";
    public static final String LAHETTAJAN_OSOITE = "noreply@opintopolku.fi";

    private final World world;
    private final Tuonnit tuonnit;
    private final ViestiRepository rows;
    private final Postitus postitus;

    public Viestit(World world, Tuonnit tuonnit) {
        this.world = world;
        this.tuonnit = tuonnit;
        this.rows = new ViestiRepository(world.db());
        this.postitus = new Postitus(world, rows);
        world.background().add(postitus);
    }

    /**
     * An identification run has ended: one message to the senders of all imports with people that it, or an earlier
     * one, could not identify. Each import is looked at once, and then never again.
     */
    public void yksilointiajoPaattyi() {
        var now = world.clock().now();
        var vuoro = now.plus(Postitus.ODOTUS);
        var jonoon = world.db().transaction(() -> {
            var osoitteet = tuonnit.kasitteleIlmoitukset();
            if (!osoitteet.isEmpty()) {
                var viesti = new Viesti(world.db().nextNumber(), now, osoitteet, Viesti.Tila.JONOSSA, 0);
                rows.insert(viesti, vuoro);
            }
            return !osoitteet.isEmpty();
        });
        if (jonoon) {
            world.background().wake(postitus, vuoro);
        }
    }

    /** A page of the outbox from page 1, newest last. */
    public List<Viesti> sivu(int page, int count) {
        return rows.sivu((page - 1L) * count, count);
    }

    /** How many messages there have been. */
    public long count() {
        return rows.count();
    }

    /** How many of them wait to be sent. */
    public long jonossa() {
        return rows.jonossa();
    }

    /**
     * What every message says, as a page of HTML. It names no person and no import.
     *
     * @param base of the link in it, without a slash at the end
     */
    public static String sisalto(String base) {
        var linkki = base + "/henkilo-ui/oppijoidentuonti";
        return """
                <!doctype html>
                <html lang="fi">
                <head><meta charset="utf-8"><title>%1$s</title></head>
                <body>
                <h1>%1$s</h1>
                <p>Hei,</p>
                <p>lähettämäsi oppijat on käsitelty, mutta osaa heistä ei saatu yksilöityä.</p>
                <p>Voit tarkistaa tilanteen ja korjata tiedot täällä: <a href="%2$s">%2$s</a></p>
                </body>
                </html>
                """.formatted(OTSIKKO, linkki);
    }
}
