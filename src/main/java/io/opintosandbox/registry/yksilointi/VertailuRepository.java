package io.opintosandbox.registry.yksilointi;

import io.opintosandbox.json.Json;
import io.opintosandbox.registry.henkilo.Henkilo;
import io.opintosandbox.store.WorldDb;
import io.opintosandbox.vtj.VtjHenkilo;
import java.util.List;
import java.util.Optional;

/** What VTJ said about people whose names differ, as {@link YksilointiRepository} has stored it. */
final class VertailuRepository {
    /** The comparisons that wait for a clerk. */
    private static final String COMPARED = """
             from yksilointitieto y join henkilo h on h.id = y.henkilo_id
            where y.world = :world and h.hetu is not null and not h.yksiloity_vtj
              and not h.passivoitu and not h.duplikaatti
            """;

    private final WorldDb db;

    VertailuRepository(WorldDb db) {
        this.db = db;
    }

    /** A person and what VTJ said of it. */
    record Vertailu(Henkilo henkilo, VtjHenkilo vtj) {}

    Optional<VtjHenkilo> comparison(long id) {
        return db.sql("select vtj_henkilo from yksilointitieto where world = :world and henkilo_id = :id")
                .set("id", id)
                .first(row -> Json.read(row.text("vtj_henkilo"), VtjHenkilo.class));
    }

    List<Vertailu> comparisons(long offset, int count) {
        return db.sql("select y.vtj_henkilo, " + Henkilo.COLUMNS + COMPARED + """
                         order by y.tallennettu, y.henkilo_id limit :count offset :offset
                        """)
                .set("count", count)
                .set("offset", offset)
                .list(row -> new Vertailu(Henkilo.of(row), Json.read(row.text("vtj_henkilo"), VtjHenkilo.class)));
    }

    long countComparisons() {
        return db.sql("select count(*)" + COMPARED).number();
    }
}
