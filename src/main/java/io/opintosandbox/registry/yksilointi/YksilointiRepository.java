package io.opintosandbox.registry.yksilointi;

import io.opintosandbox.id.Hetu;
import io.opintosandbox.json.Json;
import io.opintosandbox.store.Row;
import io.opintosandbox.store.WorldDb;
import io.opintosandbox.vtj.VtjHenkilo;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The rows that identification reads and writes. */
final class YksilointiRepository {
    private static final String EHDOKAS = """
            select id, oid, hetu, etunimet, kutsumanimi, sukunimi, aidinkieli, asiointikieli, yksiloity_eidas,
                   yksilointi_yritykset
              from henkilo
             where world = :world and
            """;
    private static final String CANDIDATES = EHDOKAS + "hetu is not null and not yksiloity_vtj and ";

    private static final String CANDIDATES_TURN = """
            select yksilointi_vuoro from henkilo
             where world = :world and hetu is not null and not yksiloity_vtj and yksilointi_vuoro >= :ever
             order by world, yksilointi_vuoro fetch first row only
            """;

    /** Before any turn: with it the index skips everybody whose turn never comes, which "is not null" does not. */
    private static final long EVER = Long.MIN_VALUE;

    /** VTJ's contact groups, which nobody may edit. */
    private static final String VTJ_ORIGIN = "alkupera1";

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

    Ehdokas ehdokas(String oid) {
        return db.sql(EHDOKAS + "oid = :oid")
                .set("oid", oid)
                .first(YksilointiRepository::ehdokas)
                .orElseThrow();
    }

    Optional<Instant> nextTurn() {
        return db.sql(CANDIDATES_TURN).set("ever", EVER).first(row -> row.time("yksilointi_vuoro"));
    }

    long waiting() {
        return db.sql("select count(*) from henkilo where world = :world and yksilointi_vuoro >= :ever")
                .set("ever", EVER)
                .number();
    }

    /** Whether somebody else has the hetu, now or officially at any time. */
    boolean isHeldByAnother(String hetu, long id) {
        return db.sql("""
                select 1 from henkilo where world = :world and hetu = :hetu and id <> :id
                union all
                select 1 from henkilo_hetu where world = :world and hetu = :hetu and henkilo_id <> :id
                """).set("hetu", hetu).set("id", id).first(row -> true).orElse(false);
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
    void saveMismatch(long id, VtjHenkilo henkilo, Instant now) {
        db.sql("""
                update henkilo set yksilointi_yritetty = true, yksilointivirhe = null, yksilointi_vuoro = null,
                       yksilointi_yritykset = 0, muokattu = :now
                 where world = :world and id = :id
                """).set("id", id).set("now", now.toEpochMilli()).update();
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

    /** What goes into the person's own row. */
    record Tiedot(
            String hetu,
            String etunimet,
            String kutsumanimi,
            String sukunimi,
            String aidinkieli,
            String kotikunta,
            boolean turvakielto) {}

    void saveIdentified(long id, Tiedot tiedot, Instant now) {
        var hetu = Hetu.of(tiedot.hetu());
        db.sql("""
                update henkilo set hetu = :hetu, etunimet = :etunimet, kutsumanimi = :kutsumanimi,
                       sukunimi = :sukunimi, aidinkieli = :aidinkieli, kotikunta = :kotikunta,
                       turvakielto = :turvakielto, syntymaaika = :syntymaaika, sukupuoli = :sukupuoli,
                       yksiloity_vtj = true, yksiloity = false, yksilointi_yritetty = true, yksilointivirhe = null,
                       yksilointi_vuoro = null, yksilointi_yritykset = 0, vtjsynced = :now, muokattu = :now
                 where world = :world and id = :id
                """)
                .set("id", id)
                .set("hetu", tiedot.hetu())
                .set("etunimet", tiedot.etunimet())
                .set("kutsumanimi", tiedot.kutsumanimi())
                .set("sukunimi", tiedot.sukunimi())
                .set("aidinkieli", tiedot.aidinkieli())
                .set("kotikunta", tiedot.kotikunta())
                .set("turvakielto", tiedot.turvakielto())
                .set("syntymaaika", hetu.syntymaaika())
                .set("sukupuoli", hetu.sukupuoli())
                .set("now", now.toEpochMilli())
                .update();
        touchSlaves(id, now);
        removeComparison(id);
    }

    void saveHetut(long id, Set<String> hetut) {
        db.sql("""
                insert into henkilo_hetu (world, henkilo_id, hetu) values (:world, :id, :hetu)
                on conflict do nothing
                """).set("id", id).batch(hetut, (sql, hetu) -> sql.set("hetu", hetu));
    }

    void saveKansalaisuudet(long id, Collection<String> codes) {
        db.sql("delete from henkilo_kansalaisuus where world = :world and henkilo_id = :id")
                .set("id", id)
                .update();
        db.sql("insert into henkilo_kansalaisuus (world, henkilo_id, koodi) values (:world, :id, :koodi)")
                .set("id", id)
                .batch(codes, (sql, code) -> sql.set("koodi", code));
    }

    /** A contact group and its values by type. */
    record Ryhma(String kuvaus, Map<String, String> yhteystiedot) {}

    /** Puts these in the place of the groups that came from VTJ before; others stay. */
    void replaceVtjGroups(long id, List<Ryhma> groups) {
        db.sql("""
                delete from yhteystieto where world = :world and ryhma_id in
                    (select id from yhteystiedot_ryhma
                      where world = :world and henkilo_id = :henkilo and alkupera = :alkupera)
                """).set("henkilo", id).set("alkupera", VTJ_ORIGIN).update();
        db.sql("delete from yhteystiedot_ryhma where world = :world and henkilo_id = :henkilo and alkupera = :alkupera")
                .set("henkilo", id)
                .set("alkupera", VTJ_ORIGIN)
                .update();
        groups.forEach(group -> insert(id, group));
    }

    private void insert(long henkiloId, Ryhma group) {
        var id = db.nextNumber();
        db.sql("""
                insert into yhteystiedot_ryhma (id, world, henkilo_id, kuvaus, alkupera, read_only)
                values (:id, :world, :henkilo, :kuvaus, :alkupera, true)
                """)
                .set("id", id)
                .set("henkilo", henkiloId)
                .set("kuvaus", group.kuvaus())
                .set("alkupera", VTJ_ORIGIN)
                .update();
        db.sql("insert into yhteystieto (world, ryhma_id, tyyppi, arvo) values (:world, :id, :tyyppi, :arvo)")
                .set("id", id)
                .batch(
                        group.yhteystiedot().entrySet(),
                        (sql, entry) -> sql.set("tyyppi", entry.getKey()).set("arvo", entry.getValue()));
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
        return new Ehdokas(
                row.number("id"),
                row.text("oid"),
                row.text("hetu"),
                row.text("etunimet"),
                row.text("kutsumanimi"),
                row.text("sukunimi"),
                row.text("aidinkieli"),
                row.text("asiointikieli"),
                row.flag("yksiloity_eidas"),
                (int) row.number("yksilointi_yritykset"));
    }
}
