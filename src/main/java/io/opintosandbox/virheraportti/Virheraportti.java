package io.opintosandbox.virheraportti;

import io.opintosandbox.virheraportti.Yritys.Torjuttu;
import io.opintosandbox.world.World;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * The error report of one world: who tried to bring in people that are not let in, when, and by which call. It holds
 * no hetu that is not masked, and the newest {@value #MUISTETAAN} calls or a few more. Contract: control-api.md,
 * "virheraportti"; decisions 5 and 7 of the design.
 */
public final class Virheraportti {
    /** How many calls are remembered; older ones go a hundred at a time. */
    public static final int MUISTETAAN = 10_000;

    /** How many hetus of one call are remembered. */
    public static final int NAYTETAAN = 20;

    private static final int SIIVOUSVALI = 100;

    private final World world;
    private final YritysRepository rows;
    private final AtomicInteger lisatty = new AtomicInteger();

    public Virheraportti(World world) {
        this.world = world;
        this.rows = new YritysRepository(world.db());
    }

    /**
     * Remembers a call that had these hetus in it.
     *
     * @param kayttaja the user's name, or null for a call that has no user
     * @param kutsu method and path as the table of routes has them
     */
    public void lisaa(String kayttaja, String kutsu, List<Torjuttu> torjutut) {
        var ensimmaiset = torjutut.stream().limit(NAYTETAAN).toList();
        rows.insert(new Yritys(
                world.db().nextNumber(), world.clock().now(), kayttaja, kutsu, torjutut.size(), ensimmaiset));
        if (lisatty.incrementAndGet() % SIIVOUSVALI == 0) {
            rows.deleteAllBut(MUISTETAAN);
        }
    }

    /** A page of the report from page 1, newest last. */
    public List<Yritys> sivu(int page, int count) {
        return rows.sivu((page - 1L) * count, count);
    }

    /** How many calls are remembered. */
    public long count() {
        return rows.count();
    }
}
