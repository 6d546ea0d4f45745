package io.opintosandbox.vtj.muutostieto;

import com.fasterxml.jackson.databind.node.ArrayNode;
import io.opintosandbox.vtj.Vtj;
import io.opintosandbox.vtj.muutostieto.Muutostieto.Tila;
import io.opintosandbox.world.World;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * VTJ's change feed and full data, as the registry asks for them. Contract: registry-behaviour.md 20.
 */
public final class Muutostiedot {
    /** So many messages are looked at at once. */
    private static final int PIECE = 1000;

    private final World world;
    private final Vtj vtj;
    private final Tietoryhmat tietoryhmat;
    private final MuutostietoRepository rows;

    public Muutostiedot(World world, Vtj vtj) {
        this.world = world;
        this.vtj = vtj;
        this.tietoryhmat = new Tietoryhmat(vtj);
        this.rows = new MuutostietoRepository(world.db());
    }

    /** Puts a message into the feed, in the caller's transaction. */
    public Muutostieto lisaa(String hetu, Instant muutospv, ArrayNode tietoryhmat) {
        var muutostieto =
                new Muutostieto(world.db().nextNumber(), hetu, muutospv, tietoryhmat, Tila.UUSI, 0, null, null);
        rows.insert(muutostieto);
        return muutostieto;
    }

    /** The number of the last message that everybody can see; 0 before there is any. */
    public long avain() {
        return rows.viimeinen();
    }

    /** A piece of the messages in this state, in the order of their happening. */
    public List<Muutostieto> tilassa(Tila tila) {
        return rows.tilassa(tila, PIECE);
    }

    /** A piece of those that have been fetched and wait for no earlier one of their hetu that has failed. */
    public List<Muutostieto> sovellettavat() {
        return rows.sovellettavat(PIECE);
    }

    /** Whether any message waits or has failed. */
    public boolean onAvoimia() {
        return rows.maara(null, List.of(Tila.UUSI, Tila.HAETTU, Tila.EPAONNISTUNUT)) > 0;
    }

    /** How many messages the registry has not looked at yet. */
    public long waiting() {
        return rows.maara(null, List.of(Tila.UUSI, Tila.HAETTU));
    }

    /** A page of messages, oldest in the feed first; how many there are in all. */
    public record Sivu(List<Muutostieto> muutostiedot, long yhteensa) {}

    /**
     * Messages to look at.
     *
     * @param hetu of this one only, or of all when it is null
     * @param tilat in these states only, or in any when there is none
     * @param sivu from 1
     */
    public Sivu selaa(String hetu, Collection<Tila> tilat, int sivu, int koko) {
        return new Sivu(rows.selaa(hetu, tilat, (long) (sivu - 1) * koko, koko), rows.maara(hetu, tilat));
    }

    /** Whether VTJ's services answer at all. */
    public boolean vastaa() {
        return !world.faults().vtjStandsDown();
    }

    /** The full data of a hetu, as groups without {@code muutosattribuutti}; empty when VTJ does not know the hetu. */
    public Optional<ArrayNode> perustiedot(String hetu) {
        return vtj.henkilo(hetu).map(henkilo -> tietoryhmat.perustiedot(henkilo));
    }

    /** Notes what the registry has made of a message. */
    public void merkitse(Muutostieto muutostieto, Tila tila, String syy) {
        var tried = tila == Tila.TEHTY || tila == Tila.EPAONNISTUNUT;
        rows.update(
                muutostieto.id(),
                tila,
                muutostieto.yrityksia() + (tried ? 1 : 0),
                syy,
                world.clock().now());
    }
}
