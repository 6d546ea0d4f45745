package io.opintosandbox.vtj;

import io.opintosandbox.json.Json;
import io.opintosandbox.store.WorldDb;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** What has been changed in the population register: people put there, and hetus that it must not know. */
final class VtjRepository {
    private final WorldDb db;

    VtjRepository(WorldDb db) {
        this.db = db;
    }

    /** Empty when nothing was changed; an empty person inside when the hetu must not be known. */
    Optional<Optional<VtjHenkilo>> find(String hetu) {
        return db.sql("select henkilo from vtj_henkilo where world = :world and hetu = :hetu")
                .set("hetu", hetu)
                .first(row -> person(row.text("henkilo")));
    }

    /** All changes, by hetu. */
    Map<String, Optional<VtjHenkilo>> all() {
        Map<String, Optional<VtjHenkilo>> all = new TreeMap<>();
        db.sql("select hetu, henkilo from vtj_henkilo where world = :world")
                .list(row -> all.put(row.text("hetu"), person(row.text("henkilo"))));
        return all;
    }

    void put(String hetu, Optional<VtjHenkilo> henkilo) {
        db.transaction(() -> {
            db.sql("delete from vtj_henkilo where world = :world and hetu = :hetu")
                    .set("hetu", hetu)
                    .update();
            putIfAbsent(hetu, henkilo);
        });
    }

    /** Leaves what is there already. */
    void putIfAbsent(String hetu, Optional<VtjHenkilo> henkilo) {
        db.sql("""
                insert into vtj_henkilo (world, hetu, henkilo) values (:world, :hetu, :henkilo)
                on conflict do nothing
                """)
                .set("hetu", hetu)
                .set("henkilo", henkilo.map(Json::write).orElse(null))
                .update();
    }

    private static Optional<VtjHenkilo> person(String json) {
        return Optional.ofNullable(json).map(text -> Json.read(text, VtjHenkilo.class));
    }
}
