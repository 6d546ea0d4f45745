package io.opintosandbox.registry.yksilointi;

import io.opintosandbox.json.Json;
import io.opintosandbox.registry.henkilo.Henkilo;
import io.opintosandbox.store.Row;
import io.opintosandbox.store.WorldDb;
import io.opintosandbox.vtj.VtjHenkilo;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The rows that identification reads and writes. */
final class YksilointiRepository {
    private static final String EHDOKAS = "select " + Henkilo.COLUMNS + """
            , h.yksilointi_yritykset from henkilo h where h.world = :world and
            """;
    private static final String CANDIDATES = EHDOKAS + "hetu is not null and not yksiloity_vtj and ";

    private static final String CANDIDATES_TURN = """
            select yksilointi_vuoro from henkilo
             where world = :world and hetu is not null and not yksiloity_vtj and yksilointi_vuoro >= :ever
             order by world, yksilointi_vuoro fetch first row only
            """;

    /** Before any turn: with it the index skips everybody whose turn never comes, which "is not null" does not. */
    private static final long EVER = Long.MIN_VALUE;

    private final WorldDb db;

    YksilointiRepository(WorldDb db) {
        this.db = db;
    }

    /** Those whose turn has come. */
    List<Ehdokas> due(Instant now, int count) {
        return candidates(CANDIDATES + """
                         yksilointi_vuoro >= :ever and yksilointi_vuoro <= :now
                        order by world, yksilointi_vuoro, id limit :count
                        """, now, count);
    }

    /** Those, and everybody whose first turn is only waited for. */
    List<Ehdokas> unfailed(Instant now, int count) {
        return candidates(CANDIDATES + """
                         yksilointi_vuoro >= :ever and (yksilointivirhe is null or yksilointi_vuoro <= :now)
                        order by world, yksilointi_vuoro, id limit :count
                        """, now, count);
    }

    private List<Ehdokas> candidates(String sql, Instant now, int count) {
        return db.sql(sql)
                .set("ever", EVER)
                .set("now", now.toEpochMilli())
                .set("count", count)
                .list(YksilointiRepository::ehdokas);
    }

    Optional<Instant> nextTurn() {
        return db.sql(CANDIDATES_TURN).set("ever", EVER).first(row -> row.time("yksilointi_vuoro"));
    }

    long waiting() {
        return db.sql("select count(*) from henkilo where world = :world and yksilointi_vuoro >= :ever")
                .set("ever", EVER)
                .number();
    }

    /** Only the marks of the failure change, not when the person was modified. */
    void saveFinalFailure(long id, Yksilointivirhe virhe) {
        db.sql("""
                update henkilo set yksilointi_yritetty = true, yksilointivirhe = :virhe, yksilointi_vuoro = null
                 where world = :world and id = :id
                """).set("id", id).set("virhe", virhe.name()).update();
    }

    void saveRetry(long id, Instant next, int yritykset) {
        db.sql("""
                update henkilo set yksilointi_yritetty = true, yksilointivirhe = :virhe, yksilointi_vuoro = :vuoro,
                       yksilointi_yritykset = :yritykset
                 where world = :world and id = :id
                """)
                .set("id", id)
                .set("virhe", Yksilointivirhe.MUU_UUDELLEENYRITETTAVA.name())
                .set("vuoro", next.toEpochMilli())
                .set("yritykset", yritykset)
                .update();
    }

    /** The names differ: VTJ's data is kept beside the person, who is not tried again. */
    void saveMismatch(long id, VtjHenkilo henkilo, Instant now, String kasittelijaOid) {
        db.sql("""
                update henkilo set yksilointi_yritetty = true, yksilointivirhe = null, yksilointi_vuoro = null,
                       yksilointi_yritykset = 0, muokattu = :now,
                       kasittelija_oid = coalesce(cast(:kasittelija as varchar), kasittelija_oid)
                 where world = :world and id = :id
                """)
                .set("id", id)
                .set("kasittelija", kasittelijaOid)
                .set("now", now.toEpochMilli())
                .update();
        touchSlaves(id, now);
        removeComparison(id);
        db.sql("""
                insert into yksilointitieto (henkilo_id, world, tallennettu, vtj_henkilo)
                values (:id, :world, :now, :henkilo)
                """)
                .set("id", id)
                .set("now", now.toEpochMilli())
                .set("henkilo", Json.write(henkilo))
                .update();
    }

    /** The person has become somebody else's slave instead of being identified; there is nothing left to try. */
    void saveMerged(long id) {
        db.sql("""
                update henkilo set yksilointi_yritetty = true, yksilointivirhe = null, yksilointi_yritykset = 0
                 where world = :world and id = :id
                """).set("id", id).update();
    }

    /** Identified by a clerk, or no longer. */
    void saveByHand(long id, boolean yksiloity, boolean duplikaatti, String kasittelijaOid) {
        db.sql("""
                update henkilo set yksiloity = :yksiloity, duplikaatti = :duplikaatti, kasittelija_oid = :kasittelija
                 where world = :world and id = :id
                """)
                .set("id", id)
                .set("yksiloity", yksiloity)
                .set("duplikaatti", duplikaatti)
                .set("kasittelija", kasittelijaOid)
                .update();
    }

    /** Takes the hetu away; the birth date and the gender that came from it stay. */
    void takeHetu(long id) {
        db.sql("update henkilo set hetu = null, yksilointi_vuoro = null where world = :world and id = :id")
                .set("id", id)
                .update();
    }

    void giveHetu(long id, String hetu) {
        db.sql("update henkilo set hetu = :hetu where world = :world and id = :id")
                .set("id", id)
                .set("hetu", hetu)
                .update();
    }

    /** What goes into the person's own row. */
    record Tiedot(
            String etunimet,
            String kutsumanimi,
            String sukunimi,
            LocalDate syntymaaika,
            String sukupuoli,
            String aidinkieli,
            String kotikunta,
            boolean turvakielto) {}

    /** @param vtjsynced null leaves it as it is */
    void saveIdentified(long id, Tiedot tiedot, Instant now, Instant vtjsynced, String kasittelijaOid) {
        db.sql("""
                update henkilo set etunimet = :etunimet, kutsumanimi = :kutsumanimi,
                       sukunimi = :sukunimi, aidinkieli = :aidinkieli, kotikunta = :kotikunta,
                       turvakielto = :turvakielto, syntymaaika = :syntymaaika, sukupuoli = :sukupuoli,
                       yksiloity_vtj = true, yksiloity = false, yksilointi_yritetty = true, yksilointivirhe = null,
                       yksilointi_vuoro = null, yksilointi_yritykset = 0, muokattu = :now,
                       vtjsynced = coalesce(cast(:vtjsynced as bigint), vtjsynced),
                       kasittelija_oid = coalesce(cast(:kasittelija as varchar), kasittelija_oid)
                 where world = :world and id = :id
                """)
                .set("id", id)
                .set("etunimet", tiedot.etunimet())
                .set("kutsumanimi", tiedot.kutsumanimi())
                .set("sukunimi", tiedot.sukunimi())
                .set("aidinkieli", tiedot.aidinkieli())
                .set("kotikunta", tiedot.kotikunta())
                .set("turvakielto", tiedot.turvakielto())
                .set("syntymaaika", tiedot.syntymaaika())
                .set("sukupuoli", tiedot.sukupuoli())
                .set("now", now.toEpochMilli())
                .set("vtjsynced", vtjsynced == null ? null : vtjsynced.toEpochMilli())
                .set("kasittelija", kasittelijaOid)
                .update();
        touchSlaves(id, now);
        removeComparison(id);
    }

    void removeHetut(long id) {
        db.sql("delete from henkilo_hetu where world = :world and henkilo_id = :id")
                .set("id", id)
                .update();
    }

    void saveHetut(long id, Set<String> hetut) {
        db.sql("""
                insert into henkilo_hetu (world, henkilo_id, hetu) values (:world, :id, :hetu)
                on conflict do nothing
                """).set("id", id).batch(hetut, (sql, hetu) -> sql.set("hetu", hetu));
    }

    /** Whoever changes the master changes when its slaves were modified. */
    private void touchSlaves(long id, Instant now) {
        db.sql("update henkilo set muokattu = :now where world = :world and master_id = :id")
                .set("id", id)
                .set("now", now.toEpochMilli())
                .update();
    }

    private void removeComparison(long id) {
        db.sql("delete from yksilointitieto where world = :world and henkilo_id = :id")
                .set("id", id)
                .update();
    }

    private static Ehdokas ehdokas(Row row) {
        return new Ehdokas(Henkilo.of(row), (int) row.number("yksilointi_yritykset"));
    }
}
