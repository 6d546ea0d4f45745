package io.opintosandbox.registry.hakemukset;

import com.fasterxml.jackson.databind.JsonNode;
import io.opintosandbox.json.Json;
import io.opintosandbox.store.WorldDb;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The rows of applications. */
final class HakemusRepository {
    private final WorldDb db;

    HakemusRepository(WorldDb db) {
        this.db = db;
    }

    void insert(String henkiloOid, JsonNode hakemus) {
        db.sql("insert into hakemus (id, world, henkilo_oid, hakemus) values (:id, :world, :oid, :hakemus)")
                .set("id", db.nextNumber())
                .set("oid", henkiloOid)
                .set("hakemus", Json.write(hakemus))
                .update();
    }

    Map<String, List<JsonNode>> byOids(Collection<String> oids) {
        return db
                .sql("""
                        select h.henkilo_oid, h.hakemus from unnest(cast(:oids as varchar array)) haettu(oid)
                          join hakemus h on h.henkilo_oid = haettu.oid and h.world = :world
                         order by h.id
                        """)
                .set("oids", oids)
                .list(row -> Map.entry(row.text("henkilo_oid"), Json.read(row.text("hakemus"), JsonNode.class)))
                .stream()
                .collect(Collectors.groupingBy(
                        Map.Entry::getKey, Collectors.mapping(Map.Entry::getValue, Collectors.toList())));
    }
}
