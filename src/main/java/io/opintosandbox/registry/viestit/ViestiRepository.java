package io.opintosandbox.registry.viestit;

import io.opintosandbox.json.Json;
import io.opintosandbox.registry.viestit.Viesti.Tila;
import io.opintosandbox.store.WorldDb;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The rows of the outbox. A message that waits for nothing any more has no {@code vuoro}. */
final class ViestiRepository {
    private static final String VIESTI =
            "select id, luotu, vastaanottajat, tila, yrityksia from viesti where world = :world ";

    private final WorldDb db;

    ViestiRepository(WorldDb db) {
        this.db = db;
    }

    void insert(Viesti viesti, Instant vuoro) {
        db.sql("""
                insert into viesti (id, world, luotu, vastaanottajat, tila, yrityksia, vuoro)
                values (:id, :world, :luotu, :vastaanottajat, :tila, :yrityksia, :vuoro)
                """)
                .set("id", viesti.id())
                .set("luotu", viesti.luotu().toEpochMilli())
                .set("vastaanottajat", Json.write(viesti.vastaanottajat()))
                .set("tila", viesti.tila().name())
                .set("yrityksia", viesti.yrityksia())
                .set("vuoro", vuoro.toEpochMilli())
                .update();
    }

    /** @param vuoro when it is tried again; null: never */
    void update(long id, Tila tila, Instant vuoro) {
        db.sql("""
                update viesti set tila = :tila, vuoro = :vuoro, yrityksia = yrityksia + 1
                 where world = :world and id = :id
                """)
                .set("id", id)
                .set("tila", tila.name())
                .set("vuoro", vuoro == null ? null : vuoro.toEpochMilli())
                .update();
    }

    /** Those whose turn has come. */
    List<Viesti> vuorossa(Instant now, int count) {
        return db.sql(VIESTI + "and vuoro <= :now order by vuoro, id limit :count")
                .set("now", now.toEpochMilli())
                .set("count", count)
                .list(Viesti::of);
    }

    /** Those, and whatever has not been tried yet. */
    List<Viesti> yrittamatta(Instant now, int count) {
        return db.sql(VIESTI + """
                        and vuoro is not null and (yrityksia = 0 or vuoro <= :now)
                        order by vuoro, id limit :count
                        """)
                .set("now", now.toEpochMilli())
                .set("count", count)
                .list(Viesti::of);
    }

    Optional<Instant> seuraavaVuoro() {
        return db.sql("""
                select vuoro from viesti where world = :world and vuoro is not null
                 order by vuoro fetch first row only
                """).first(row -> row.time("vuoro"));
    }

    long jonossa() {
        return db.sql("select count(*) from viesti where world = :world and vuoro is not null")
                .number();
    }

    long count() {
        return db.sql("select count(*) from viesti where world = :world").number();
    }

    List<Viesti> sivu(long offset, int count) {
        return db.sql(VIESTI + "order by id limit :count offset :offset")
                .set("count", count)
                .set("offset", offset)
                .list(Viesti::of);
    }
}
