package io.opintosandbox.registry.henkilo;

import io.opintosandbox.store.Parts;
import io.opintosandbox.store.WorldDb;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The rows of persons: finding and creating them. */
final class HenkiloRepository {
    // Lists of values are joined, not compared with any(…): H2 would read the whole world, because it looks only
    // the first column of an index up in a list, and compare each row that it finds with all values once more.
    private static final String SELECT = "select " + Henkilo.COLUMNS + " ";

    private final WorldDb db;

    HenkiloRepository(WorldDb db) {
        this.db = db;
    }

    Optional<Henkilo> byHetu(String hetu) {
        return db.sql(SELECT + "from henkilo h where h.world = :world and h.hetu = :hetu")
                .set("hetu", hetu)
                .first(Henkilo::of);
    }

    Optional<Henkilo> byOid(String oid) {
        return db.sql(SELECT + "from henkilo h where h.world = :world and h.oid = :oid")
                .set("oid", oid)
                .first(Henkilo::of);
    }

    /** The person itself, or the one that it is linked to. */
    Optional<Henkilo> masterByOid(String oid) {
        return db.sql(SELECT + """
                        from henkilo s join henkilo h on h.id = coalesce(s.master_id, s.id)
                        where s.world = :world and s.oid = :oid
                        """).set("oid", oid).first(Henkilo::of);
    }

    List<Henkilo> slaves(long masterId) {
        return db.sql(SELECT + "from henkilo h where h.world = :world and h.master_id = :master order by h.id")
                .set("master", masterId)
                .list(Henkilo::of);
    }

    List<Henkilo> byHetut(Collection<String> hetut) {
        return Parts.of(hetut, part -> db.sql(SELECT + """
                        from unnest(cast(:hetut as varchar array)) haettu(hetu)
                        join henkilo h on h.hetu = haettu.hetu and h.world = :world
                        """).set("hetut", part).list(Henkilo::of));
    }

    List<Henkilo> byOids(Collection<String> oids) {
        return Parts.of(oids, part -> db.sql(SELECT + """
                        from unnest(cast(:oids as varchar array)) haettu(oid)
                        join henkilo h on h.oid = haettu.oid and h.world = :world
                        """).set("oids", part).list(Henkilo::of));
    }

    List<Henkilo> byIds(Collection<Long> ids) {
        return Parts.of(ids, part -> db.sql(SELECT + """
                        from unnest(cast(:ids as bigint array)) haettu(id)
                        join henkilo h on h.id = haettu.id and h.world = :world
                        """).set("ids", part).list(Henkilo::of));
    }

    /** People found by an official hetu that they have or had. */
    Map<String, Henkilo> byOfficialHetut(Collection<String> hetut) {
        return db
                .sql("select o.hetu as virallinen, " + Henkilo.COLUMNS + """
                         from unnest(cast(:hetut as varchar array)) haettu(hetu)
                         join henkilo_hetu o on o.hetu = haettu.hetu and o.world = :world
                         join henkilo h on h.id = o.henkilo_id
                        """)
                .set("hetut", hetut)
                .list(row -> Map.entry(row.text("virallinen"), Henkilo.of(row)))
                .stream()
                .collect(java.util.stream.Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /** People by passport number. */
    Map<String, Henkilo> byPassinumerot(Collection<String> numerot) {
        return db
                .sql("select p.passinumero, " + Henkilo.COLUMNS + """
                         from unnest(cast(:numerot as varchar array)) haettu(numero)
                         join henkilo_passinumero p on p.passinumero = haettu.numero and p.world = :world
                         join henkilo h on h.id = p.henkilo_id
                        """)
                .set("numerot", numerot)
                .list(row -> Map.entry(row.text("passinumero"), Henkilo.of(row)))
                .stream()
                .collect(java.util.stream.Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /** People by what they log in with, the one who came first first. */
    List<Map.Entry<String, Henkilo>> byTunnisteet(String idp, Collection<String> tunnisteet) {
        return db.sql("select t.tunniste, " + Henkilo.COLUMNS + """
                         from unnest(cast(:tunnisteet as varchar array)) haettu(tunniste)
                         join henkilo_tunniste t on t.tunniste = haettu.tunniste and t.idp = :idp and t.world = :world
                         join henkilo h on h.id = t.henkilo_id
                        order by h.id
                        """)
                .set("idp", idp)
                .set("tunnisteet", tunnisteet)
                .list(row -> Map.entry(row.text("tunniste"), Henkilo.of(row)));
    }

    Optional<Henkilo> byEidas(String tunniste) {
        return db.sql(SELECT + """
                        from henkilo_eidas e join henkilo h on h.id = e.henkilo_id
                        where e.world = :world and e.tunniste = :tunniste
                        """).set("tunniste", tunniste).first(Henkilo::of);
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
                     asiointikieli, kotikunta, turvakielto, ei_suomalaista_hetua, passivoitu, duplikaatti, yksiloity,
                     yksiloity_vtj, yksiloity_eidas, yksilointi_yritetty, kasittelija_oid, luotu, muokattu, vtjsynced,
                     yksilointi_vuoro)
                values (:id, :world, :oid, :hetu, :etunimet, :kutsumanimi, :sukunimi, :syntymaaika, :sukupuoli,
                        :aidinkieli, :asiointikieli, :kotikunta, :turvakielto, :eiSuomalaistaHetua, :passivoitu,
                        :duplikaatti, :yksiloity, :yksiloityVtj, :yksiloityEidas, :yritetty, :kasittelija, :now, :now,
                        :vtjsynced, :vuoro)
                """)
                .set("kasittelija", kasittelijaOid)
                .set("now", now.toEpochMilli())
                .batch(people, (sql, person) -> {
                    var uusi = person.henkilo();
                    var tila = uusi.tila();
                    sql.set("id", person.id())
                            .set("oid", person.oid())
                            .set("hetu", uusi.hetu())
                            .set("etunimet", uusi.etunimet())
                            .set("kutsumanimi", uusi.kutsumanimi())
                            .set("sukunimi", uusi.sukunimi())
                            .set("syntymaaika", uusi.syntymaaika())
                            .set("sukupuoli", uusi.sukupuoli())
                            .set("aidinkieli", uusi.aidinkieli())
                            .set("asiointikieli", uusi.asiointikieli())
                            .set("kotikunta", uusi.kotikunta())
                            .set("turvakielto", uusi.turvakielto())
                            .set("eiSuomalaistaHetua", tila.eiSuomalaistaHetua())
                            .set("passivoitu", tila.passivoitu())
                            .set("duplikaatti", tila.duplikaatti())
                            .set("yksiloity", tila.yksiloity())
                            .set("yksiloityVtj", tila.yksiloityVtj())
                            .set("yksiloityEidas", tila.yksiloityEidas())
                            .set("yritetty", tila.yksilointiYritetty())
                            .set(
                                    "vtjsynced",
                                    tila.vtjsynced() == null
                                            ? null
                                            : tila.vtjsynced().toEpochMilli())
                            .set("vuoro", uusi.hetu() == null || vuoro == null ? null : vuoro.toEpochMilli());
                });
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

    boolean deleteOrganisaatio(long id, String organisaatio) {
        return db.sql("""
                delete from henkilo_organisaatio
                 where world = :world and henkilo_id = :id and organisaatio_oid = :organisaatio
                """).set("id", id).set("organisaatio", organisaatio).update() > 0;
    }

    /**
     * The organisations of people. Which of them count is looked at by the caller: H2 would rather read all people of
     * the organisations than the few of the people.
     */
    List<Map.Entry<Long, String>> organisaatiot(Collection<Long> ids) {
        return Parts.of(
                ids,
                part -> db.sql("""
                        select o.henkilo_id, o.organisaatio_oid
                          from unnest(cast(:ids as bigint array)) haettu(id)
                          join henkilo_organisaatio o on o.henkilo_id = haettu.id and o.world = :world
                        """)
                        .set("ids", part)
                        .list(row -> Map.entry(row.number("henkilo_id"), row.text("organisaatio_oid"))));
    }

    /** The persons, and everybody linked to them as a slave, count as modified. */
    void touch(Collection<Long> ids, Instant now) {
        db.sql("update henkilo set muokattu = :now where world = :world and id = any(:ids)")
                .set("now", now.toEpochMilli())
                .set("ids", ids)
                .update();
        db.sql("update henkilo set muokattu = :now where world = :world and master_id = any(:ids)")
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
}
