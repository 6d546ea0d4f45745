package io.opintosandbox.registry.kuolleet;

import io.opintosandbox.registry.henkilo.Henkilo;
import io.opintosandbox.store.WorldDb;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** The rows of the dead, and how far their clean-up has come. */
final class KuolleetRepository {
    // How far the clean-up has come; 0 is not begun.
    private static final int ALOITETTU = 1;
    private static final int PASSIIVINEN = 2;
    private static final int VALMIS = 3;

    private final WorldDb db;

    KuolleetRepository(WorldDb db) {
        this.db = db;
    }

    /**
     * Somebody whose clean-up is not done.
     *
     * @param passivoitu only the account is still to be closed
     */
    record Kuollut(long id, String oid, boolean passivoitu) {}

    /** Those who died before the day and are not done, by id. */
    List<Kuollut> siivottavat(LocalDate today, long after, int count) {
        return db.sql("""
                select h.id, h.oid, h.siivous from (values (0), (1), (2)) kesken(vaihe)
                  join henkilo h on h.world = :world and h.siivous = kesken.vaihe and h.kuolinpaiva < :today
                 where h.id > :after
                 order by h.id limit :count
                """)
                .set("today", today)
                .set("after", after)
                .set("count", count)
                .list(row -> new Kuollut(row.number("id"), row.text("oid"), row.number("siivous") == PASSIIVINEN));
    }

    /** The earliest date of death, also one to come, of those whose clean-up is not done. */
    Optional<LocalDate> seuraavaKuolinpaiva() {
        return db.sql("""
                select min(h.kuolinpaiva) as paiva from (values (0), (1), (2)) kesken(vaihe)
                  join henkilo h on h.world = :world and h.siivous = kesken.vaihe and h.kuolinpaiva > date '0001-01-01'
                """).list(row -> Optional.ofNullable(row.date("paiva"))).stream()
                .flatMap(Optional::stream)
                .findFirst();
    }

    void aloita(long id, Instant now) {
        merkitse(id, ALOITETTU, now);
    }

    void passivoi(long id, Instant now) {
        merkitse(id, PASSIIVINEN, now);
        db.sql("update henkilo set passivoitu = true, kotikunta = null where world = :world and id = :id")
                .set("id", id)
                .update();
        db.sql("""
                delete from yhteystieto where world = :world
                   and ryhma_id in (select id from yhteystiedot_ryhma where henkilo_id = :id)
                """).set("id", id).update();
        db.sql("delete from yhteystiedot_ryhma where world = :world and henkilo_id = :id")
                .set("id", id)
                .update();
    }

    void paata(long id, Instant now) {
        merkitse(id, VALMIS, now);
    }

    /** Slaves are left alone, unlike at every other change. */
    private void merkitse(long id, int vaihe, Instant now) {
        db.sql("""
                update henkilo set siivous = :vaihe, muokattu = :now, kasittelija_oid = :kasittelija
                 where world = :world and id = :id
                """)
                .set("id", id)
                .set("vaihe", vaihe)
                .set("now", now.toEpochMilli())
                .set("kasittelija", Henkilo.TAUSTA_AJO)
                .update();
    }
}
