package io.opintosandbox.arrivals;

import io.opintosandbox.store.Parts;
import io.opintosandbox.store.WorldDb;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Who has been brought in by which service. */
final class SaapuminenRepository {
    private final WorldDb db;

    SaapuminenRepository(WorldDb db) {
        this.db = db;
    }

    /** A person, by the hetu in VTJ. */
    record Tullut(String hetu, boolean hetuton, LocalDate syntymaaika) {}

    /** Whom the service has brought before stays so. */
    void insert(Lahde lahde, List<Tullut> tulleet) {
        db.sql("""
                insert into saapuminen (id, world, lahde, hetu, hetuton, syntymaaika)
                values (:id, :world, :lahde, :hetu, :hetuton, :syntymaaika)
                on conflict do nothing
                """)
                .batch(
                        tulleet,
                        (sql, tullut) -> sql.set("id", db.nextNumber())
                                .set("lahde", lahde.name())
                                .set("hetu", tullut.hetu())
                                .set("hetuton", tullut.hetuton())
                                .set("syntymaaika", tullut.syntymaaika()));
    }

    /** The services that have brought each of these, the first one first. */
    Map<String, List<Lahde>> lahteet(Collection<String> hetut) {
        Map<String, List<Lahde>> found = new HashMap<>();
        Parts.of(
                hetut,
                part -> db.sql("""
                        select s.hetu, s.lahde from unnest(cast(:hetut as varchar array)) haettu(hetu)
                          join saapuminen s on s.hetu = haettu.hetu and s.world = :world
                         order by s.id
                        """)
                        .set("hetut", part)
                        .list(row -> found.computeIfAbsent(row.text("hetu"), hetu -> new ArrayList<>())
                                .add(Lahde.valueOf(row.text("lahde")))));
        return found;
    }

    /**
     * People born between two days (inclusive) with a hetu whom others have brought and this service has not, in the
     * order in which they came.
     */
    List<String> muidenTuomat(Lahde lahde, LocalDate alku, LocalDate loppu, int count) {
        return db.sql("""
                select s.hetu from saapuminen s
                 where s.world = :world and s.syntymaaika between :alku and :loppu and not s.hetuton
                   and not exists (select 1 from saapuminen oma
                                    where oma.world = s.world and oma.lahde = :lahde and oma.hetu = s.hetu)
                 group by s.hetu order by min(s.id) limit :count
                """)
                .set("lahde", lahde.name())
                .set("alku", alku)
                .set("loppu", loppu)
                .set("count", count)
                .list(row -> row.text("hetu"));
    }
}
