package io.opintosandbox.registry.linkitys;

import io.opintosandbox.registry.henkilo.Henkilo;
import io.opintosandbox.store.Row;
import io.opintosandbox.store.WorldDb;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** The links between persons of one world. Contract: registry-behaviour.md 16. */
public final class Linkitys {
    private final WorldDb db;

    public Linkitys(WorldDb db) {
        this.db = db;
    }

    private record Member(long id, String oid, boolean identified, Long masterId) {}

    /** The group of one person. */
    public LinkGroup groupOf(Henkilo henkilo) {
        return groupsOf(List.of(henkilo)).get(henkilo.id());
    }

    /** The group of each person, by the person's id. Two statements, however many persons. */
    public Map<Long, LinkGroup> groupsOf(Collection<Henkilo> henkilot) {
        Map<Long, Member> masters = new HashMap<>();
        henkilot.stream()
                .filter(henkilo -> henkilo.masterId() == null)
                .forEach(henkilo -> masters.put(henkilo.id(), member(henkilo)));
        var others = henkilot.stream()
                .map(Henkilo::masterId)
                .filter(id -> id != null && !masters.containsKey(id))
                .collect(Collectors.toCollection(TreeSet::new));
        if (!others.isEmpty()) {
            members(others).forEach(member -> masters.put(member.id(), member));
        }
        Map<Long, List<String>> slaves = new HashMap<>();
        slaves(masters.keySet())
                .forEach(slave -> slaves.computeIfAbsent(slave.masterId(), id -> new ArrayList<>())
                        .add(slave.oid()));
        return henkilot.stream()
                .collect(Collectors.toMap(
                        Henkilo::id,
                        henkilo -> {
                            var master = masters.get(henkilo.masterId() == null ? henkilo.id() : henkilo.masterId());
                            return new LinkGroup(
                                    henkilo.oid(),
                                    henkilo.identified(),
                                    master.oid(),
                                    master.identified(),
                                    slaves.getOrDefault(master.id(), List.of()));
                        },
                        (a, b) -> a));
    }

    private List<Member> members(Collection<Long> ids) {
        return db.sql("""
                select id, oid, yksiloity or yksiloity_vtj or yksiloity_eidas as tunnistettu, master_id
                  from henkilo
                 where world = :world and id = any(:ids)
                """).set("ids", ids).list(Linkitys::member);
    }

    private List<Member> slaves(Collection<Long> masterIds) {
        return db.sql("""
                select id, oid, yksiloity or yksiloity_vtj or yksiloity_eidas as tunnistettu, master_id
                  from henkilo
                 where world = :world and master_id = any(:ids)
                 order by id
                """).set("ids", masterIds).list(Linkitys::member);
    }

    private static Member member(Row row) {
        return new Member(row.number("id"), row.text("oid"), row.flag("tunnistettu"), row.numberOrNull("master_id"));
    }

    private static Member member(Henkilo henkilo) {
        return new Member(henkilo.id(), henkilo.oid(), henkilo.identified(), null);
    }
}
