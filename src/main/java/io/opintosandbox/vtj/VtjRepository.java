package io.opintosandbox.vtj;

import io.opintosandbox.json.Json;
import io.opintosandbox.store.Parts;
import io.opintosandbox.store.WorldDb;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** What has been changed in the population register: people put there, and hetus that it must not know. */
final class VtjRepository {
    private final WorldDb db;

    VtjRepository(WorldDb db) {
        this.db = db;
    }

    /** That a person names another as guardian, each by hetu. */
    record Huoltajuus(String huoltaja, String huollettava) {}

    /** Empty when nothing was changed; an empty person inside when the hetu must not be known. */
    Optional<Optional<VtjHenkilo>> find(String hetu) {
        return db.sql("select henkilo from vtj_henkilo where world = :world and hetu = :hetu")
                .set("hetu", hetu)
                .first(row -> person(row.text("henkilo")));
    }

    /** The same for many, by hetu, without those that nothing was changed of. */
    Map<String, Optional<VtjHenkilo>> find(Collection<String> hetut) {
        Map<String, Optional<VtjHenkilo>> found = new HashMap<>();
        Parts.of(
                hetut,
                part -> db.sql("""
                        select v.hetu, v.henkilo from unnest(cast(:hetut as varchar array)) haettu(hetu)
                          join vtj_henkilo v on v.hetu = haettu.hetu and v.world = :world
                        """)
                        .set("hetut", part)
                        .list(row -> found.put(row.text("hetu"), person(row.text("henkilo")))));
        return found;
    }

    /** All changes, by hetu. */
    Map<String, Optional<VtjHenkilo>> all() {
        Map<String, Optional<VtjHenkilo>> all = new TreeMap<>();
        db.sql("select hetu, henkilo from vtj_henkilo where world = :world")
                .list(row -> all.put(row.text("hetu"), person(row.text("henkilo"))));
        return all;
    }

    /** Those of the hetus of which something was changed. */
    Set<String> changed(Collection<String> hetut) {
        return new HashSet<>(db.sql("select hetu from vtj_henkilo where world = :world and hetu = any(:hetut)")
                .set("hetut", hetut)
                .list(row -> row.text("hetu")));
    }

    /** Who of those put here names one of these as a guardian. */
    List<Huoltajuus> huollettavat(Collection<String> huoltajat) {
        return db.sql("""
                select huoltaja, huollettava from vtj_huollettava
                where world = :world and huoltaja = any(:huoltajat)
                order by huoltaja, huollettava
                """)
                .set("huoltajat", huoltajat)
                .list(row -> new Huoltajuus(row.text("huoltaja"), row.text("huollettava")));
    }

    void put(String hetu, Optional<VtjHenkilo> henkilo) {
        db.transaction(() -> {
            db.sql("delete from vtj_henkilo where world = :world and hetu = :hetu")
                    .set("hetu", hetu)
                    .update();
            db.sql("delete from vtj_huollettava where world = :world and huollettava = :hetu")
                    .set("hetu", hetu)
                    .update();
            putIfAbsent(hetu, henkilo);
            db.sql("insert into vtj_huollettava (world, huoltaja, huollettava) values (:world, :huoltaja, :hetu)")
                    .batch(
                            huoltajat(henkilo),
                            (sql, huoltaja) -> sql.set("huoltaja", huoltaja).set("hetu", hetu));
        });
    }

    /** Leaves what is there already; guardians are not looked at. */
    void putIfAbsent(String hetu, Optional<VtjHenkilo> henkilo) {
        db.sql("""
                insert into vtj_henkilo (world, hetu, henkilo) values (:world, :hetu, :henkilo)
                on conflict do nothing
                """)
                .set("hetu", hetu)
                .set("henkilo", henkilo.map(Json::write).orElse(null))
                .update();
    }

    private static List<String> huoltajat(Optional<VtjHenkilo> henkilo) {
        return henkilo.map(Rekisteritiedot::huoltajat).orElse(List.of());
    }

    private static Optional<VtjHenkilo> person(String json) {
        return Optional.ofNullable(json).map(text -> Json.read(text, VtjHenkilo.class));
    }
}
