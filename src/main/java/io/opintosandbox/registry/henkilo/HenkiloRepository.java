package io.opintosandbox.registry.henkilo;

import io.opintosandbox.store.Parts;
import io.opintosandbox.store.Row;
import io.opintosandbox.store.WorldDb;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The rows of persons and of what belongs to them. */
final class HenkiloRepository {
    // Lists of values are joined, not compared with any(…): H2 would read the whole world, because it looks only
    // the first column of an index up in a list, and compare each row that it finds with all values once more.
    private static final String COLUMNS = """
            h.id, h.oid, h.hetu, h.etunimet, h.kutsumanimi, h.sukunimi, h.syntymaaika, h.asiointikieli, h.passivoitu,
            h.duplikaatti, h.yksiloity, h.yksiloity_vtj, h.yksiloity_eidas, h.yksilointi_yritetty, h.master_id,
            h.muokattu""";

    private final WorldDb db;

    HenkiloRepository(WorldDb db) {
        this.db = db;
    }

    Optional<Henkilo> byHetu(String hetu) {
        return db.sql("select " + COLUMNS + " from henkilo h where h.world = :world and h.hetu = :hetu")
                .set("hetu", hetu)
                .first(HenkiloRepository::henkilo);
    }

    Optional<Henkilo> byOid(String oid) {
        return db.sql("select " + COLUMNS + " from henkilo h where h.world = :world and h.oid = :oid")
                .set("oid", oid)
                .first(HenkiloRepository::henkilo);
    }

    List<Henkilo> byHetut(Collection<String> hetut) {
        return db.sql("select " + COLUMNS + """
                         from unnest(cast(:hetut as varchar array)) haettu(hetu)
                         join henkilo h on h.hetu = haettu.hetu and h.world = :world
                        """).set("hetut", hetut).list(HenkiloRepository::henkilo);
    }

    List<Henkilo> byIds(Collection<Long> ids) {
        return Parts.of(
                ids, part -> db.sql("select " + COLUMNS + """
                         from unnest(cast(:ids as bigint array)) haettu(id)
                         join henkilo h on h.id = haettu.id and h.world = :world
                        """).set("ids", part).list(HenkiloRepository::henkilo));
    }

    /** People found by an official hetu that they have or had. */
    Map<String, Henkilo> byOfficialHetut(Collection<String> hetut) {
        return db
                .sql("select o.hetu as virallinen, " + COLUMNS + """
                         from unnest(cast(:hetut as varchar array)) haettu(hetu)
                         join henkilo_hetu o on o.hetu = haettu.hetu and o.world = :world
                         join henkilo h on h.id = o.henkilo_id
                        """)
                .set("hetut", hetut)
                .list(row -> Map.entry(row.text("virallinen"), henkilo(row)))
                .stream()
                .collect(java.util.stream.Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    boolean isOfficialHetu(String hetu) {
        return db.sql("select 1 from henkilo_hetu where world = :world and hetu = :hetu")
                .set("hetu", hetu)
                .first(row -> true)
                .orElse(false);
    }

    Set<String> takenOids(Collection<String> oids) {
        return new HashSet<>(db.sql("""
                        select h.oid from unnest(cast(:oids as varchar array)) haettu(oid)
                          join henkilo h on h.oid = haettu.oid and h.world = :world
                        """).set("oids", oids).list(row -> row.text("oid")));
    }

    long count() {
        return db.sql("select count(*) from henkilo where world = :world").number();
    }

    /** A new person with the number and the OID that it is to have. */
    record Numbered(long id, String oid, UusiHenkilo henkilo) {}

    void insert(List<Numbered> people, String kasittelijaOid, Instant now, Instant vuoro) {
        db.sql("""
                insert into henkilo
                    (id, world, oid, hetu, etunimet, kutsumanimi, sukunimi, syntymaaika, sukupuoli, aidinkieli,
                     kasittelija_oid, luotu, muokattu, yksilointi_vuoro)
                values (:id, :world, :oid, :hetu, :etunimet, :kutsumanimi, :sukunimi, :syntymaaika, :sukupuoli,
                        :aidinkieli, :kasittelija, :now, :now, :vuoro)
                """)
                .set("kasittelija", kasittelijaOid)
                .set("now", now.toEpochMilli())
                .batch(
                        people,
                        (sql, person) -> sql.set("id", person.id())
                                .set("oid", person.oid())
                                .set("hetu", person.henkilo().hetu())
                                .set("etunimet", person.henkilo().etunimet())
                                .set("kutsumanimi", person.henkilo().kutsumanimi())
                                .set("sukunimi", person.henkilo().sukunimi())
                                .set("syntymaaika", person.henkilo().syntymaaika())
                                .set("sukupuoli", person.henkilo().sukupuoli())
                                .set("aidinkieli", person.henkilo().aidinkieli())
                                .set(
                                        "vuoro",
                                        person.henkilo().hetu() == null || vuoro == null
                                                ? null
                                                : vuoro.toEpochMilli()));
        List<Map.Entry<Long, String>> codes = new ArrayList<>();
        people.forEach(person ->
                person.henkilo().kansalaisuudet().forEach(code -> codes.add(Map.entry(person.id(), code))));
        insertKansalaisuudet(codes);
    }

    void insertKansalaisuudet(List<Map.Entry<Long, String>> codes) {
        db.sql("insert into henkilo_kansalaisuus (world, henkilo_id, koodi) values (:world, :id, :koodi)")
                .batch(codes, (sql, code) -> sql.set("id", code.getKey()).set("koodi", code.getValue()));
    }

    Set<String> organisaatiot(long id) {
        return new HashSet<>(
                db.sql("select organisaatio_oid from henkilo_organisaatio where world = :world and henkilo_id = :id")
                        .set("id", id)
                        .list(row -> row.text("organisaatio_oid")));
    }

    void insertOrganisaatiot(Collection<Long> ids, Collection<String> organisaatiot) {
        List<Map.Entry<Long, String>> pairs = new ArrayList<>();
        ids.forEach(id -> organisaatiot.forEach(oid -> pairs.add(Map.entry(id, oid))));
        db.sql("""
                insert into henkilo_organisaatio (world, henkilo_id, organisaatio_oid)
                values (:world, :id, :organisaatio)
                on conflict do nothing
                """).batch(pairs, (sql, pair) -> sql.set("id", pair.getKey()).set("organisaatio", pair.getValue()));
    }

    void touch(Collection<Long> ids, Instant now) {
        db.sql("update henkilo set muokattu = :now where world = :world and id = any(:ids)")
                .set("now", now.toEpochMilli())
                .set("ids", ids)
                .update();
    }

    /** Sets how somebody was identified by hand or from the start, and to whom they are linked. */
    void mark(long id, boolean yksiloity, Long masterId, boolean passivoitu, boolean duplikaatti) {
        db.sql("""
                update henkilo set yksiloity = :yksiloity, master_id = :master, passivoitu = :passivoitu,
                       duplikaatti = :duplikaatti
                 where world = :world and id = :id
                """)
                .set("id", id)
                .set("yksiloity", yksiloity)
                .set("master", masterId)
                .set("passivoitu", passivoitu)
                .set("duplikaatti", duplikaatti)
                .update();
    }

    private static Henkilo henkilo(Row row) {
        return new Henkilo(
                row.number("id"),
                row.text("oid"),
                row.text("hetu"),
                row.text("etunimet"),
                row.text("kutsumanimi"),
                row.text("sukunimi"),
                row.date("syntymaaika"),
                row.text("asiointikieli"),
                row.flag("passivoitu"),
                row.flag("duplikaatti"),
                row.flag("yksiloity"),
                row.flag("yksiloity_vtj"),
                row.flag("yksiloity_eidas"),
                row.flag("yksilointi_yritetty"),
                row.numberOrNull("master_id"),
                row.time("muokattu"));
    }
}
