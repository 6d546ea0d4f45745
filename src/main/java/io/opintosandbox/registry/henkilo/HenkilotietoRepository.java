package io.opintosandbox.registry.henkilo;

import io.opintosandbox.registry.henkilo.Henkilotiedot.Tunniste;
import io.opintosandbox.registry.henkilo.Henkilotiedot.Yhteystieto;
import io.opintosandbox.registry.henkilo.Henkilotiedot.Yhteystietoryhma;
import io.opintosandbox.store.Parts;
import io.opintosandbox.store.Row;
import io.opintosandbox.store.WorldDb;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** The rows of what a person can have many of; one statement for each kind, however many persons. */
final class HenkilotietoRepository {
    private final WorldDb db;

    HenkilotietoRepository(WorldDb db) {
        this.db = db;
    }

    Map<Long, List<String>> kaikkiHetut(Collection<Long> ids) {
        return texts("henkilo_hetu", "hetu", "t.hetu", ids);
    }

    Map<Long, List<String>> kansalaisuudet(Collection<Long> ids) {
        return texts("henkilo_kansalaisuus", "koodi", "t.koodi", ids);
    }

    Map<Long, List<String>> passinumerot(Collection<Long> ids) {
        return texts("henkilo_passinumero", "passinumero", "t.passinumero", ids);
    }

    Map<Long, List<String>> eidasTunnisteet(Collection<Long> ids) {
        return texts("henkilo_eidas", "tunniste", "t.tunniste", ids);
    }

    Map<Long, List<Tunniste>> tunnisteet(Collection<Long> ids) {
        return rows(
                "henkilo_tunniste",
                "t.idp, t.tunniste",
                "t.id",
                ids,
                row -> new Tunniste(row.text("idp"), row.text("tunniste")));
    }

    Map<Long, List<Yhteystietoryhma>> yhteystietoryhmat(Collection<Long> ids) {
        Map<Long, List<Yhteystieto>> values = new HashMap<>();
        Parts.of(
                        ids,
                        part -> db.sql("""
                        select y.ryhma_id, y.tyyppi, y.arvo
                          from unnest(cast(:ids as bigint array)) haettu(id)
                          join yhteystiedot_ryhma r on r.henkilo_id = haettu.id and r.world = :world
                          join yhteystieto y on y.ryhma_id = r.id
                         order by y.ryhma_id, y.tyyppi, y.arvo
                        """)
                                .set("ids", part)
                                .list(row -> Map.entry(
                                        row.number("ryhma_id"), new Yhteystieto(row.text("tyyppi"), row.text("arvo")))))
                .forEach(entry -> values.computeIfAbsent(entry.getKey(), id -> new ArrayList<>())
                        .add(entry.getValue()));
        return rows(
                "yhteystiedot_ryhma",
                "t.id, t.kuvaus, t.alkupera, t.read_only",
                "t.id",
                ids,
                row -> new Yhteystietoryhma(
                        row.number("id"),
                        row.text("kuvaus"),
                        row.text("alkupera"),
                        row.flag("read_only"),
                        values.getOrDefault(row.number("id"), List.of())));
    }

    private Map<Long, List<String>> texts(String table, String column, String order, Collection<Long> ids) {
        return rows(table, "t." + column, order, ids, row -> row.text(column));
    }

    private <T> Map<Long, List<T>> rows(
            String table, String columns, String order, Collection<Long> ids, Function<Row, T> mapper) {
        Map<Long, List<T>> found = new HashMap<>();
        Parts.of(
                        ids,
                        part -> db.sql("select t.henkilo_id, " + columns
                                        + " from unnest(cast(:ids as bigint array)) haettu(id) join " + table
                                        + " t on t.henkilo_id = haettu.id and t.world = :world order by " + order)
                                .set("ids", part)
                                .list(row -> Map.entry(row.number("henkilo_id"), mapper.apply(row))))
                .forEach(entry -> found.computeIfAbsent(entry.getKey(), id -> new ArrayList<>())
                        .add(entry.getValue()));
        return found;
    }

    /** Something that belongs to a person. */
    record Oma<T>(long henkiloId, T value) {}

    void insertKansalaisuudet(List<Oma<String>> codes) {
        db.sql("""
                insert into henkilo_kansalaisuus (world, henkilo_id, koodi) values (:world, :id, :koodi)
                on conflict do nothing
                """).batch(codes, (sql, code) -> sql.set("id", code.henkiloId()).set("koodi", code.value()));
    }

    void deleteKansalaisuudet(long id) {
        db.sql("delete from henkilo_kansalaisuus where world = :world and henkilo_id = :id")
                .set("id", id)
                .update();
    }

    void insertPassinumerot(List<Oma<String>> numerot) {
        db.sql("insert into henkilo_passinumero (world, henkilo_id, passinumero) values (:world, :id, :numero)")
                .batch(
                        numerot,
                        (sql, numero) -> sql.set("id", numero.henkiloId()).set("numero", numero.value()));
    }

    void insertEidas(List<Oma<String>> tunnisteet) {
        db.sql("insert into henkilo_eidas (world, henkilo_id, tunniste) values (:world, :id, :tunniste)")
                .batch(
                        tunnisteet,
                        (sql, tunniste) -> sql.set("id", tunniste.henkiloId()).set("tunniste", tunniste.value()));
    }

    void insertTunnisteet(List<Oma<Tunniste>> tunnisteet) {
        db.sql("""
                insert into henkilo_tunniste (id, world, henkilo_id, idp, tunniste)
                values (:rivi, :world, :id, :idp, :tunniste)
                """)
                .batch(
                        tunnisteet,
                        (sql, tunniste) -> sql.set("rivi", db.nextNumber())
                                .set("id", tunniste.henkiloId())
                                .set("idp", tunniste.value().idp())
                                .set("tunniste", tunniste.value().tunniste()));
    }

    void insertRyhmat(List<Oma<Yhteystietoryhma>> ryhmat) {
        List<Oma<Yhteystieto>> values = new ArrayList<>();
        db.sql("""
                insert into yhteystiedot_ryhma (id, world, henkilo_id, kuvaus, alkupera, read_only)
                values (:ryhma, :world, :id, :kuvaus, :alkupera, :readOnly)
                """).batch(ryhmat, (sql, ryhma) -> {
            var number = db.nextNumber();
            ryhma.value().yhteystiedot().forEach(tieto -> values.add(new Oma<>(number, tieto)));
            sql.set("ryhma", number)
                    .set("id", ryhma.henkiloId())
                    .set("kuvaus", ryhma.value().kuvaus())
                    .set("alkupera", ryhma.value().alkupera())
                    .set("readOnly", ryhma.value().readOnly());
        });
        db.sql("insert into yhteystieto (world, ryhma_id, tyyppi, arvo) values (:world, :ryhma, :tyyppi, :arvo)")
                .batch(
                        values,
                        (sql, tieto) -> sql.set("ryhma", tieto.henkiloId())
                                .set("tyyppi", tieto.value().tyyppi())
                                .set("arvo", tieto.value().arvo()));
    }

    /** The groups of a person that have this origin. */
    List<Long> ryhmat(long id, String alkupera) {
        return db.sql(
                        "select id from yhteystiedot_ryhma where world = :world and henkilo_id = :id and alkupera = :alkupera")
                .set("id", id)
                .set("alkupera", alkupera)
                .list(row -> row.number("id"));
    }

    /** Those of them that are of one of these kinds. */
    List<Long> ryhmat(long id, String alkupera, Collection<String> kuvaukset) {
        return db.sql("""
                select id from yhteystiedot_ryhma
                 where world = :world and henkilo_id = :id and alkupera = :alkupera and kuvaus = any(:kuvaukset)
                """)
                .set("id", id)
                .set("alkupera", alkupera)
                .set("kuvaukset", kuvaukset)
                .list(row -> row.number("id"));
    }

    void deleteRyhmat(Collection<Long> ryhmaIds) {
        if (!ryhmaIds.isEmpty()) {
            db.sql("delete from yhteystieto where world = :world and ryhma_id = any(:ids)")
                    .set("ids", ryhmaIds)
                    .update();
            db.sql("delete from yhteystiedot_ryhma where world = :world and id = any(:ids)")
                    .set("ids", ryhmaIds)
                    .update();
        }
    }
}
