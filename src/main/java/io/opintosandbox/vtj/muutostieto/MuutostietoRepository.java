package io.opintosandbox.vtj.muutostieto;

import com.fasterxml.jackson.databind.node.ArrayNode;
import io.opintosandbox.json.Json;
import io.opintosandbox.store.Row;
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

    List<Muutostieto> tilassa(Collection<Tila> tilat) {
        return db.sql("""
                select m.* from unnest(cast(:tilat as varchar array)) haettu(tila)
                  join muutostieto m on m.world = :world and m.tila = haettu.tila
                 order by m.muutospv, m.id
                """)
                .set("tilat", tilat.stream().map(Tila::name).toList())
                .list(MuutostietoRepository::muutostieto);
    }

    long count(Collection<Tila> tilat) {
        return db.sql("select count(*) from muutostieto where world = :world and tila = any(:tilat)")
                .set("tilat", tilat.stream().map(Tila::name).toList())
                .number();
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
