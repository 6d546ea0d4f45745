package io.opintosandbox.registry.linkitys;

import io.opintosandbox.store.Row;
import io.opintosandbox.store.WorldDb;
import java.util.Collection;
import java.util.List;

/** The rows of persons as members of link groups. */
final class LinkitysRepository {
    private static final String MEMBER = """
            select id, oid, yksiloity or yksiloity_vtj or yksiloity_eidas as tunnistettu, master_id
              from henkilo
             where world = :world and
            """;

    private final WorldDb db;

    LinkitysRepository(WorldDb db) {
        this.db = db;
    }

    /** A person as far as a link group looks at one; {@code masterId} is null for a master. */
    record Member(long id, String oid, boolean identified, Long masterId) {}

    List<Member> members(Collection<Long> ids) {
        return db.sql(MEMBER + "id = any(:ids)").set("ids", ids).list(LinkitysRepository::member);
    }

    List<Member> slaves(Collection<Long> masterIds) {
        return db.sql(MEMBER + "master_id = any(:ids) order by id")
                .set("ids", masterIds)
                .list(LinkitysRepository::member);
    }

    private static Member member(Row row) {
        return new Member(row.number("id"), row.text("oid"), row.flag("tunnistettu"), row.numberOrNull("master_id"));
    }
}
