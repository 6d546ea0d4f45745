package io.opintosandbox.registry.linkitys;

import io.opintosandbox.store.Parts;
import io.opintosandbox.store.Row;
import io.opintosandbox.store.WorldDb;
import java.util.Collection;
import java.util.List;

/** The rows of persons as members of link groups. */
final class LinkitysRepository {
    private static final String MEMBER = """
            select h.id, h.oid, h.yksiloity or h.yksiloity_vtj or h.yksiloity_eidas as tunnistettu, h.master_id
              from
            """;

    private final WorldDb db;

    LinkitysRepository(WorldDb db) {
        this.db = db;
    }

    /** A person as far as a link group looks at one; {@code masterId} is null for a master. */
    record Member(long id, String oid, boolean identified, Long masterId) {}

    List<Member> members(Collection<Long> ids) {
        // Joined, not compared with any(…): H2 would compare each row that it finds with all ids once more.
        return Parts.of(ids, part -> db.sql(MEMBER + """
                         unnest(cast(:ids as bigint array)) haettu(id)
                         join henkilo h on h.id = haettu.id and h.world = :world
                        """).set("ids", part).list(LinkitysRepository::member));
    }

    List<Member> slaves(Collection<Long> masterIds) {
        return Parts.of(
                masterIds,
                part -> db.sql(MEMBER + " henkilo h where h.world = :world and h.master_id = any(:ids) order by h.id")
                        .set("ids", part)
                        .list(LinkitysRepository::member));
    }

    private static Member member(Row row) {
        return new Member(row.number("id"), row.text("oid"), row.flag("tunnistettu"), row.numberOrNull("master_id"));
    }
}
