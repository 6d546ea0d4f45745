package io.opintosandbox.registry.linkitys;

import io.opintosandbox.registry.henkilo.Henkilotiedot.Tunniste;
import io.opintosandbox.store.Parts;
import io.opintosandbox.store.Row;
import io.opintosandbox.store.WorldDb;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** The rows of persons as members of link groups. */
final class LinkitysRepository {
    private static final String MEMBER = """
            select h.id, h.oid, h.yksiloity or h.yksiloity_vtj or h.yksiloity_eidas as tunnistettu, h.master_id
              from
            """;

    /** Masters of persons; whoever is no slave is their own. */
    private static final String MASTERS = """
            (select coalesce(h.master_id, h.id) as id
               from unnest(cast(:oids as varchar array)) haettu(oid)
               join henkilo h on h.oid = haettu.oid and h.world = :world) m
            """;

    private final WorldDb db;

    LinkitysRepository(WorldDb db) {
        this.db = db;
    }

    /** A person as far as a link group looks at one; {@code masterId} is null for a master. */
    record Member(long id, String oid, boolean identified, Long masterId) {}

    List<Member> members(Collection<Long> ids) {
        // Joined, not compared with any(…): H2 would compare each row that it finds with all ids once more.
        return Parts.of(ids, part -> db.sql(MEMBER + """
                         unnest(cast(:ids as bigint array)) haettu(id)
                         join henkilo h on h.id = haettu.id and h.world = :world
                        """).set("ids", part).list(LinkitysRepository::member));
    }

    List<Member> slaves(Collection<Long> masterIds) {
        return Parts.of(
                masterIds,
                part -> db.sql(MEMBER + " henkilo h where h.world = :world and h.master_id = any(:ids) order by h.id")
                        .set("ids", part)
                        .list(LinkitysRepository::member));
    }

    /** Everybody in the groups of these persons. */
    Set<Long> groupIds(Collection<String> oids) {
        return new TreeSet<>(db.sql("select m.id from " + MASTERS + " union select s.id from " + MASTERS
                        + " join henkilo s on s.master_id = m.id and s.world = :world")
                .set("oids", oids)
                .list(row -> row.number("id")));
    }

    /** Keeps others from changing the persons until the transaction ends. */
    void lock(Set<Long> ids) {
        if (ids.isEmpty()) {
            return;
        }
        var unused = db.sql("""
                select h.id from henkilo h where h.world = :world and h.id = any(:ids) order by h.id for update
                """).set("ids", ids).list(row -> row.number("id"));
    }

    void setMaster(long id, String kasittelijaOid) {
        db.sql("""
                update henkilo set master_id = null, passivoitu = false, duplikaatti = false,
                       kasittelija_oid = coalesce(cast(:kasittelija as varchar), kasittelija_oid)
                 where world = :world and id = :id
                """).set("id", id).set("kasittelija", kasittelijaOid).update();
    }

    /** Links persons to a master, and those who were linked to them. */
    void setSlaves(Collection<Long> ids, long masterId, String kasittelijaOid) {
        db.sql("""
                update henkilo set master_id = :master, passivoitu = true, duplikaatti = true,
                       kasittelija_oid = coalesce(cast(:kasittelija as varchar), kasittelija_oid)
                 where world = :world and id = any(:ids)
                """)
                .set("ids", ids)
                .set("master", masterId)
                .set("kasittelija", kasittelijaOid)
                .update();
        db.sql("update henkilo set master_id = :master where world = :world and master_id = any(:ids)")
                .set("ids", ids)
                .set("master", masterId)
                .update();
    }

    /** Frees a person from this master, if it is linked to it, and of the marks of a duplicate in any case. */
    void free(long id, long masterId, String kasittelijaOid) {
        db.sql("""
                update henkilo set master_id = nullif(master_id, :master), passivoitu = false, duplikaatti = false,
                       kasittelija_oid = :kasittelija
                 where world = :world and id = :id
                """)
                .set("id", id)
                .set("master", masterId)
                .set("kasittelija", kasittelijaOid)
                .update();
    }

    /** Takes back that somebody identified the persons by hand. */
    void undoIdentification(Collection<Long> ids) {
        db.sql("update henkilo set yksiloity = false where world = :world and id = any(:ids)")
                .set("ids", ids)
                .update();
    }

    /** Moves what persons log in with to another, who may have some of it already. */
    void moveTunnisteet(Collection<Long> from, long to, Collection<Tunniste> missing) {
        db.sql("delete from henkilo_tunniste where world = :world and henkilo_id = any(:ids)")
                .set("ids", from)
                .update();
        db.sql("""
                insert into henkilo_tunniste (id, world, henkilo_id, idp, tunniste)
                values (:rivi, :world, :id, :idp, :tunniste)
                """)
                .set("id", to)
                .batch(
                        missing,
                        (sql, tunniste) -> sql.set("rivi", db.nextNumber())
                                .set("idp", tunniste.idp())
                                .set("tunniste", tunniste.tunniste()));
    }

    void addKansalaisuudet(long id, Collection<String> koodit) {
        db.sql("""
                insert into henkilo_kansalaisuus (world, henkilo_id, koodi) values (:world, :id, :koodi)
                on conflict do nothing
                """).set("id", id).batch(koodit, (sql, koodi) -> sql.set("koodi", koodi));
    }

    void setAidinkieli(long id, String aidinkieli) {
        db.sql("update henkilo set aidinkieli = :aidinkieli where world = :world and id = :id")
                .set("id", id)
                .set("aidinkieli", aidinkieli)
                .update();
    }

    private static Member member(Row row) {
        return new Member(row.number("id"), row.text("oid"), row.flag("tunnistettu"), row.numberOrNull("master_id"));
    }
}
