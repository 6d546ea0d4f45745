package io.opintosandbox.registry.linkitys;

import io.opintosandbox.registry.henkilo.Henkilo;
import io.opintosandbox.registry.linkitys.LinkitysRepository.Member;
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
    private final LinkitysRepository rows;

    public Linkitys(WorldDb db) {
        this.rows = new LinkitysRepository(db);
    }

    /** The group of one person. */
    public LinkGroup groupOf(Henkilo henkilo) {
        return groupsOf(List.of(henkilo)).get(henkilo.id());
    }

    /** The group of each person, by the person's id. At most two statements for tens of thousands of persons. */
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
            rows.members(others).forEach(member -> masters.put(member.id(), member));
        }
        Map<Long, List<String>> slaves = new HashMap<>();
        rows.slaves(masters.keySet())
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

    private static Member member(Henkilo henkilo) {
        return new Member(henkilo.id(), henkilo.oid(), henkilo.identified(), null);
    }
}
