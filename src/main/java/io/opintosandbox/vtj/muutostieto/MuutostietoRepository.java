package io.opintosandbox.vtj.muutostieto;

import com.fasterxml.jackson.databind.node.ArrayNode;
import io.opintosandbox.json.Json;
import io.opintosandbox.store.Row;
import io.opintosandbox.store.Sql;
import io.opintosandbox.store.WorldDb;
import io.opintosandbox.vtj.muutostieto.Muutostieto.Tila;
import java.time.Instant;
import java.util.Collection;
import java.util.List;

/** The rows of the change feed. */
final class MuutostietoRepository {
    private final WorldDb db;

    MuutostietoRepository(WorldDb db) {
        this.db = db;
    }

    void insert(Muutostieto muutostieto) {
        db.sql("""
                insert into muutostieto (id, world, hetu, muutospv, tietoryhmat, tila)
                values (:id, :world, :hetu, :muutospv, :tietoryhmat, :tila)
                """)
                .set("id", muutostieto.id())
                .set("hetu", muutostieto.henkilotunnus())
                .set("muutospv", muutostieto.muutospv().toEpochMilli())
                .set("tietoryhmat", Json.write(muutostieto.tietoryhmat()))
                .set("tila", muutostieto.tila().name())
                .update();
    }

    List<Muutostieto> tilassa(Tila tila, int count) {
        return db.sql("""
                select m.* from muutostieto m where m.world = :world and m.tila = :tila
                 order by m.muutospv, m.id limit :count
                """).set("tila", tila.name()).set("count", count).list(MuutostietoRepository::muutostieto);
    }

    /** Fetched messages before which no message of the same hetu stands that has failed. */
    List<Muutostieto> sovellettavat(int count) {
        return db.sql("""
                select m.* from muutostieto m
                 where m.world = :world and m.tila = :haettu
                   and not exists (select 1 from muutostieto e
                                    where e.world = :world and e.hetu = m.hetu and e.tila = :epaonnistunut
                                      and (e.muutospv < m.muutospv or (e.muutospv = m.muutospv and e.id < m.id)))
                 order by m.muutospv, m.id limit :count
                """)
                .set("haettu", Tila.HAETTU.name())
                .set("epaonnistunut", Tila.EPAONNISTUNUT.name())
                .set("count", count)
                .list(MuutostietoRepository::muutostieto);
    }

    long viimeinen() {
        return db.sql("select coalesce(max(id), 0) from muutostieto where world = :world")
                .number();
    }

    List<Muutostieto> selaa(String hetu, Collection<Tila> tilat, long ohita, int koko) {
        return haku("select m.* ", " order by m.id limit :koko offset :ohita", hetu, tilat)
                .set("ohita", ohita)
                .set("koko", koko)
                .list(MuutostietoRepository::muutostieto);
    }

    long maara(String hetu, Collection<Tila> tilat) {
        return haku("select count(*) ", "", hetu, tilat).number();
    }

    /** A condition stands in the statement only when it is asked for, so that each has its index. */
    private Sql haku(String alku, String loppu, String hetu, Collection<Tila> tilat) {
        var haku = db.sql(alku + "from muutostieto m where m.world = :world"
                + (hetu == null ? "" : " and m.hetu = :hetu")
                + (tilat.isEmpty() ? "" : " and m.tila = any(:tilat)")
                + loppu);
        if (hetu != null) {
            haku.set("hetu", hetu);
        }
        return tilat.isEmpty()
                ? haku
                : haku.set("tilat", tilat.stream().map(Tila::name).toList());
    }

    void update(long id, Tila tila, int yrityksia, String syy, Instant now) {
        db.sql("""
                update muutostieto set tila = :tila, yrityksia = :yrityksia, syy = :syy, kasitelty = :now
                 where world = :world and id = :id
                """)
                .set("id", id)
                .set("tila", tila.name())
                .set("yrityksia", yrityksia)
                .set("syy", syy)
                .set("now", now.toEpochMilli())
                .update();
    }

    private static Muutostieto muutostieto(Row row) {
        return new Muutostieto(
                row.number("id"),
                row.text("hetu"),
                row.time("muutospv"),
                Json.read(row.text("tietoryhmat"), ArrayNode.class),
                Tila.valueOf(row.text("tila")),
                (int) row.number("yrityksia"),
                row.text("syy"),
                row.time("kasitelty"));
    }
}
