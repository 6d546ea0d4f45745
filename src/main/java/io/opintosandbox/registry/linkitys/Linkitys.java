package io.opintosandbox.registry.linkitys;

import io.opintosandbox.http.Problem;
import io.opintosandbox.registry.henkilo.Henkilo;
import io.opintosandbox.registry.henkilo.Henkilot;
import io.opintosandbox.registry.henkilo.Henkilotiedot;
import io.opintosandbox.registry.henkilo.Henkilotiedot.Tunniste;
import io.opintosandbox.registry.huoltajat.Huoltajat;
import io.opintosandbox.registry.linkitys.LinkitysRepository.Member;
import io.opintosandbox.store.Retry;
import io.opintosandbox.store.WorldDb;
import io.opintosandbox.world.World;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The links between persons of one world: a master and its slaves, two levels only. Contract: registry-behaviour.md 16. */
public final class Linkitys {
    private final WorldDb db;
    private final LinkitysRepository rows;
    private final Henkilot henkilot;
    private final Huoltajat huoltajat;
    private final Consumer<String> closeAccount;

    /** @param closeAccount closes the user account of the person of an OID, if it has one */
    public Linkitys(World world, Henkilot henkilot, Huoltajat huoltajat, Consumer<String> closeAccount) {
        this.db = world.db();
        this.rows = new LinkitysRepository(db);
        this.henkilot = henkilot;
        this.huoltajat = huoltajat;
        this.closeAccount = closeAccount;
    }

    /**
     * Links persons to a person, or the other way round when one of them is the only one who is identified or has a
     * hetu. Answers the OIDs that are slaves now. Errors: 400 A, 403 A, 404 B; then nothing is changed.
     */
    public List<String> linkita(String oid, List<String> muut, String kasittelijaOid) {
        return lukittuna(with(oid, muut), () -> linkitaLukittuna(oid, muut, kasittelijaOid));
    }

    /**
     * The same, after the others' identification by hand has been taken back. Errors: besides, 400 A without a message
     * when one of them has a hetu or is identified in another way.
     */
    public List<String> linkitaPakolla(String oid, List<String> muut, String kasittelijaOid) {
        return lukittuna(with(oid, muut), () -> {
            var others = henkilot.byOids(muut);
            if (others.stream().anyMatch(Linkitys::staysIdentified)) {
                throw Problem.validation(
                        null, "one of the persons to link has a hetu or is identified by VTJ or eIDAS");
            }
            if (!others.isEmpty()) {
                rows.undoIdentification(others.stream().map(Henkilo::id).toList());
            }
            return linkitaLukittuna(oid, muut, kasittelijaOid);
        });
    }

    /** Frees a slave from its master; two that are not linked are fine too. Errors: 404 B. */
    public void pura(String oid, String slaveOid, String kasittelijaOid) {
        lukittuna(List.of(oid, slaveOid), () -> {
            var master = henkilot.henkilo(oid);
            var slave = henkilot.henkilo(slaveOid);
            rows.free(slave.id(), master.id(), kasittelijaOid);
            henkilot.merkitseMuokatuiksi(List.of(master.id(), slave.id()));
            return slave;
        });
    }

    /**
     * Links one person to another without asking who is identified, in the caller's transaction: VTJ has said that they
     * are the same (registry-behaviour.md 10).
     *
     * @param kasittelijaOid null leaves the last handler as it is
     */
    public void yhdista(String masterOid, String slaveOid, String kasittelijaOid) {
        rows.lock(rows.groupIds(List.of(masterOid, slaveOid)));
        yhdista(henkilot.henkilo(masterOid), List.of(henkilot.henkilo(slaveOid)), kasittelijaOid);
    }

    private List<String> linkitaLukittuna(String oid, List<String> muut, String kasittelijaOid) {
        var others = muut.stream().filter(muu -> !oid.equals(muu)).distinct().toList();
        var all = with(oid, others);
        Map<String, Henkilo> people =
                henkilot.byOids(all).stream().collect(Collectors.toMap(Henkilo::oid, Function.identity()));
        var henkilo = people.get(oid);
        if (henkilo == null) {
            throw Problem.notFound("no person has the OID " + oid);
        }
        if (henkilo.masterId() != null || henkilo.duplikaatti()) {
            throw Problem.validation("Henkilo " + oid + "is already a duplicate");
        }
        var strong = all.stream()
                .map(people::get)
                .filter(found -> found != null && isStrong(found))
                .toList();
        if (strong.size() > 1) {
            throw Problem.forbidden("More than one identified Henkilo");
        }
        if (!people.keySet().containsAll(others)) {
            throw Problem.notFound("one of the persons to link is unknown");
        }
        var master = strong.isEmpty() ? henkilo : strong.get(0);
        var slaves = all.stream()
                .filter(slave -> !slave.equals(master.oid()))
                .map(people::get)
                .toList();
        yhdista(master, slaves, kasittelijaOid);
        return slaves.stream().map(Henkilo::oid).toList();
    }

    /** Whoever must stay the master: identified by any method, or with a hetu. */
    private static boolean isStrong(Henkilo henkilo) {
        return henkilo.identified() || henkilo.hetu() != null;
    }

    private static boolean staysIdentified(Henkilo henkilo) {
        return henkilo.yksiloityVtj() || henkilo.yksiloityEidas() || henkilo.hetu() != null;
    }

    /** Works on the groups of these persons while nobody else can, in a transaction of its own. */
    private <T> T lukittuna(Collection<String> oids, Supplier<T> work) {
        var known = oids.stream().filter(Objects::nonNull).collect(Collectors.toCollection(TreeSet::new));
        while (true) {
            var done = Retry.transaction(db, () -> {
                var ids = rows.groupIds(known);
                rows.lock(ids);
                // Who joined a group before its lock was ours must not be locked now, out of order: begin anew.
                return ids.containsAll(rows.groupIds(known)) ? Optional.of(work.get()) : Optional.<T>empty();
            });
            if (done.isPresent()) {
                return done.get();
            }
        }
    }

    private static List<String> with(String oid, List<String> muut) {
        return Stream.concat(Stream.of(oid), muut.stream()).toList();
    }

    private void yhdista(Henkilo master, List<Henkilo> slaves, String kasittelijaOid) {
        Map<Long, Henkilo> uudet = new HashMap<>();
        slaves.forEach(slave -> uudet.put(slave.id(), slave));
        if (master.masterId() != null) {
            // Two levels only: who was above the master comes below it.
            henkilot.byIds(List.of(master.masterId())).forEach(former -> uudet.put(former.id(), former));
        }
        uudet.values().removeIf(slave -> Objects.equals(slave.masterId(), master.id()));
        Set<Long> muutetut = new TreeSet<>(uudet.keySet());
        uudet.values().stream().map(Henkilo::masterId).filter(Objects::nonNull).forEach(muutetut::add);
        muutetut.add(master.id());

        rows.setMaster(master.id(), kasittelijaOid);
        if (!uudet.isEmpty()) {
            rows.setSlaves(uudet.keySet(), master.id(), kasittelijaOid);
            huoltajat.poistaLapsina(uudet.keySet());
            uudet.values().stream().map(Henkilo::oid).forEach(closeAccount);
            if (master.hetu() == null) {
                perii(master, uudet.values().stream().filter(slave -> slave.hetu() == null));
            }
        }
        henkilot.merkitseMuokatuiksi(muutetut);
    }

    /** What a master without a hetu takes over from slaves without one. */
    private void perii(Henkilo master, Stream<Henkilo> slaves) {
        var lahteet = henkilot.tiedot(
                slaves.sorted((a, b) -> Long.compare(a.id(), b.id())).toList());
        if (lahteet.isEmpty()) {
            return;
        }
        Set<Tunniste> tunnisteet = new LinkedHashSet<>();
        lahteet.forEach(slave -> tunnisteet.addAll(slave.tunnisteet()));
        henkilot.tiedot(master).tunnisteet().forEach(tunnisteet::remove);
        rows.moveTunnisteet(lahteet.stream().map(slave -> slave.henkilo().id()).toList(), master.id(), tunnisteet);
        rows.addKansalaisuudet(
                master.id(),
                lahteet.stream()
                        .flatMap(slave -> slave.kansalaisuudet().stream())
                        .collect(Collectors.toSet()));
        if (master.aidinkieli() == null) {
            lahteet.stream()
                    .map(Henkilotiedot::henkilo)
                    .map(Henkilo::aidinkieli)
                    .filter(Objects::nonNull)
                    .findFirst()
                    .ifPresent(aidinkieli -> rows.setAidinkieli(master.id(), aidinkieli));
        }
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
