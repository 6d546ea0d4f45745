package io.opintosandbox.registry.huoltajat;

import io.opintosandbox.store.WorldDb;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The rows of who is whose guardian, and of when that changed. */
final class HuoltajatRepository {
    private final WorldDb db;

    HuoltajatRepository(WorldDb db) {
        this.db = db;
    }

    /**
     * A guardian of a child.
     *
     * @param alku null when not known
     * @param loppu null when not known
     */
    record Suhde(long huoltajaId, LocalDate alku, LocalDate loppu) {

        /** As a query of VTJ gives it. */
        static Suhde ilmanPaivia(long huoltajaId) {
            return new Suhde(huoltajaId, null, null);
        }
    }

    /** A child's relations, in force or not. */
    List<Suhde> suhteet(long lapsiId) {
        return db.sql("""
                select huoltaja_id, alku, loppu from huoltajuus
                 where world = :world and lapsi_id = :lapsi order by huoltaja_id
                """)
                .set("lapsi", lapsiId)
                .list(row -> new Suhde(row.number("huoltaja_id"), row.date("alku"), row.date("loppu")));
    }

    /** Guardians on a day: the first day counts, the last does not. */
    List<Long> voimassa(long lapsiId, LocalDate paiva) {
        return db.sql("""
                select huoltaja_id from huoltajuus
                 where world = :world and lapsi_id = :lapsi
                   and (alku is null or alku <= :paiva) and (loppu is null or loppu > :paiva)
                 order by huoltaja_id
                """).set("lapsi", lapsiId).set("paiva", paiva).list(row -> row.number("huoltaja_id"));
    }

    /** Which of the persons have guardians. */
    Set<Long> lapset(Collection<Long> ids) {
        return new HashSet<>(
                db.sql("select distinct lapsi_id from huoltajuus where world = :world and lapsi_id = any(:ids)")
                        .set("ids", ids)
                        .list(row -> row.number("lapsi_id")));
    }

    void delete(Collection<Long> lapsiIds) {
        db.sql("delete from huoltajuus where world = :world and lapsi_id = any(:ids)")
                .set("ids", lapsiIds)
                .update();
    }

    void insert(long lapsiId, Collection<Suhde> suhteet, Instant now) {
        db.sql("""
                insert into huoltajuus (world, lapsi_id, huoltaja_id, alku, loppu, muokattu)
                values (:world, :lapsi, :huoltaja, :alku, :loppu, :now)
                """)
                .set("lapsi", lapsiId)
                .set("now", now.toEpochMilli())
                .batch(
                        suhteet,
                        (sql, suhde) -> sql.set("huoltaja", suhde.huoltajaId())
                                .set("alku", suhde.alku())
                                .set("loppu", suhde.loppu()));
    }

    /** A guardian's names as a message about the child has them. */
    void updateNimet(long huoltajaId, String etunimet, String sukunimi) {
        db.sql("""
                update henkilo set etunimet = :etunimet, kutsumanimi = :etunimet, sukunimi = :sukunimi
                 where world = :world and id = :id
                """)
                .set("id", huoltajaId)
                .set("etunimet", etunimet)
                .set("sukunimi", sukunimi)
                .update();
    }

    void insertMuutokset(Collection<Long> lapsiIds, Instant now) {
        db.sql("insert into huoltajuus_muutos (world, lapsi_id, muutettu) values (:world, :lapsi, :now)")
                .set("now", now.toEpochMilli())
                .batch(lapsiIds, (sql, lapsi) -> sql.set("lapsi", lapsi));
    }

    /** OIDs of children whose relations changed from then to before then. */
    List<String> muuttuneet(Instant from, Instant before) {
        return db.sql("""
                select distinct h.id, h.oid
                  from huoltajuus_muutos m join henkilo h on h.id = m.lapsi_id
                 where m.world = :world and m.muutettu >= :from and m.muutettu < :before
                 order by h.id
                """)
                .set("from", from.toEpochMilli())
                .set("before", before.toEpochMilli())
                .list(row -> row.text("oid"));
    }

    /** OIDs of children with a relation that exists and was stored since, oldest first. */
    List<String> muuttuneetAlkaen(Instant at, int offset, int amount) {
        return db.sql("""
                select h.id, h.oid, max(r.muokattu) as viimeksi
                  from huoltajuus r join henkilo h on h.id = r.lapsi_id
                 where r.world = :world and r.muokattu >= :at
                 group by h.id, h.oid
                 order by viimeksi, h.id
                 limit :amount offset :offset
                """)
                .set("at", at.toEpochMilli())
                .set("amount", amount)
                .set("offset", offset)
                .list(row -> row.text("oid"));
    }

    /** Which of the nationality codes somebody in the registry has. */
    Set<String> kaytetytKansalaisuudet(Collection<String> koodit) {
        return new HashSet<>(db.sql("""
                        select haettu.koodi from unnest(cast(:koodit as varchar array)) haettu(koodi)
                         where exists (select 1 from henkilo_kansalaisuus k
                                        where k.world = :world and k.koodi = haettu.koodi)
                        """).set("koodit", koodit).list(row -> row.text("koodi")));
    }
}
