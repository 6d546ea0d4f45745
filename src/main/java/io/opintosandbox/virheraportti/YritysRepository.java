package io.opintosandbox.virheraportti;

import io.opintosandbox.json.Json;
import io.opintosandbox.store.WorldDb;
import java.util.List;

/** The rows of the error report. */
final class YritysRepository {
    private final WorldDb db;

    YritysRepository(WorldDb db) {
        this.db = db;
    }

    void insert(Yritys yritys) {
        db.sql("""
                insert into virheraportti (id, world, aika, kayttaja, kutsu, maara, hetut)
                values (:id, :world, :aika, :kayttaja, :kutsu, :maara, :hetut)
                """)
                .set("id", yritys.id())
                .set("aika", yritys.aika().toEpochMilli())
                .set("kayttaja", yritys.kayttaja())
                .set("kutsu", yritys.kutsu())
                .set("maara", yritys.maara())
                .set("hetut", Json.write(yritys.hetut()))
                .update();
    }

    /** Deletes all but the newest. */
    void deleteAllBut(int newest) {
        db.sql("""
                delete from virheraportti
                 where world = :world and id <= (select id from virheraportti where world = :world
                                                  order by id desc limit 1 offset :newest)
                """).set("newest", newest).update();
    }

    long count() {
        return db.sql("select count(*) from virheraportti where world = :world").number();
    }

    List<Yritys> sivu(long offset, int count) {
        return db.sql("""
                select id, aika, kayttaja, kutsu, maara, hetut from virheraportti
                 where world = :world order by id limit :count offset :offset
                """).set("count", count).set("offset", offset).list(Yritys::of);
    }
}
