package io.opintosandbox.registry.hakemukset;

import com.fasterxml.jackson.databind.JsonNode;
import io.opintosandbox.registry.henkilo.Henkilo;
import io.opintosandbox.registry.linkitys.Linkitys;
import io.opintosandbox.store.WorldDb;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * Applications to schools, which the registry shows of the application services. Nobody applies for anything in the
 * sandbox, so there are those that the personas bring along. Contract: registry-api.md 4.3 and 5.2, HakemusDto.
 */
public final class Hakemukset {
    private final HakemusRepository rows;
    private final Linkitys linkitys;

    public Hakemukset(WorldDb db, Linkitys linkitys) {
        this.rows = new HakemusRepository(db);
        this.linkitys = linkitys;
    }

    /** An application as the registry passes it on: the application service's own fields and its name. */
    public record HakemusDto(JsonNode hakemusData) {}

    /**
     * Adds an application.
     *
     * @param hakemus with the field {@code service}: {@code ataru} or {@code haku-app}
     */
    public void lisaa(String henkiloOid, JsonNode hakemus) {
        rows.insert(henkiloOid, hakemus);
    }

    /** The applications of the person and of everybody linked to it. */
    public List<HakemusDto> of(Henkilo henkilo) {
        return of(List.of(henkilo)).get(henkilo.oid());
    }

    /** The same for many, by the OID of each. */
    public Map<String, List<HakemusDto>> of(Collection<Henkilo> henkilot) {
        var groups = linkitys.groupsOf(henkilot);
        var oids = new TreeSet<String>();
        groups.values().forEach(group -> {
            oids.add(group.oid());
            oids.addAll(group.linked());
        });
        var all = oids.isEmpty() ? Map.<String, List<JsonNode>>of() : rows.byOids(oids);
        Map<String, List<HakemusDto>> found = new HashMap<>();
        groups.values()
                .forEach(group -> found.put(
                        group.oid(),
                        Stream.concat(Stream.of(group.oid()), group.linked().stream())
                                .flatMap(oid -> all.getOrDefault(oid, new ArrayList<>()).stream())
                                .map(HakemusDto::new)
                                .toList()));
        return found;
    }
}
