package io.opintosandbox.registry.henkilo;

import io.opintosandbox.http.Problem;
import io.opintosandbox.registry.henkilo.Henkilotiedot.Tunniste;
import io.opintosandbox.world.World;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** The persons of one world's registry: finding them, and the organisations that they belong to. */
public final class Henkilot {
    private final World world;
    private final HenkiloRepository rows;
    private final HenkilotietoRepository tietorivit;

    public Henkilot(World world) {
        this.world = world;
        this.rows = new HenkiloRepository(world.db());
        this.tietorivit = new HenkilotietoRepository(world.db());
    }

    /** The person whose current hetu this is. */
    public Optional<Henkilo> byHetu(String hetu) {
        return rows.byHetu(hetu);
    }

    public Optional<Henkilo> byOid(String oid) {
        return rows.byOid(oid);
    }

    /** The person of an OID. Errors: 404 B. */
    public Henkilo henkilo(String oid) {
        return byOid(oid).orElseThrow(() -> Problem.notFound("no person has the OID " + oid));
    }

    /** The person itself, or its master when it is a slave. */
    public Optional<Henkilo> masterOf(String oid) {
        return rows.masterByOid(oid);
    }

    /** Those who are linked to the person as slaves. */
    public List<Henkilo> slavesOf(Henkilo master) {
        return rows.slaves(master.id());
    }

    /** The people of these OIDs; unknown, empty and repeated ones change nothing. One statement. */
    public List<Henkilo> byOids(Collection<String> oids) {
        var wanted = oids.stream().filter(oid -> oid != null && !oid.isEmpty()).collect(Collectors.toSet());
        return wanted.isEmpty() ? List.of() : rows.byOids(wanted);
    }

    /** The people whose current hetus these are. One statement. */
    public List<Henkilo> byHetut(Collection<String> hetut) {
        var wanted =
                hetut.stream().filter(hetu -> hetu != null && !hetu.isEmpty()).collect(Collectors.toSet());
        return wanted.isEmpty() ? List.of() : rows.byHetut(wanted);
    }

    /** The holder of a hetu, be it the current or a former official one. */
    public Optional<Henkilo> byAnyHetu(String hetu) {
        return byHetu(hetu).or(() -> byOfficialHetu(hetu));
    }

    /** The holder of an official hetu, present or former. */
    public Optional<Henkilo> byOfficialHetu(String hetu) {
        return Optional.ofNullable(rows.byOfficialHetut(List.of(hetu)).get(hetu));
    }

    /** The people who have these passport numbers, by number. */
    public Map<String, Henkilo> byPassinumerot(Collection<String> numerot) {
        return numerot.isEmpty() ? Map.of() : rows.byPassinumerot(numerot);
    }

    /** The people who log in with these, by identifier; of several the one who came first. */
    public Map<String, Henkilo> byTunnisteet(String idp, Collection<String> tunnisteet) {
        Map<String, Henkilo> found = new HashMap<>();
        if (!tunnisteet.isEmpty()) {
            rows.byTunnisteet(idp, tunnisteet).forEach(entry -> found.putIfAbsent(entry.getKey(), entry.getValue()));
        }
        return found;
    }

    /** Everybody who logs in with one of these, each once. */
    public List<Henkilo> byTunnisteet(Collection<Tunniste> tunnisteet) {
        return tunnisteet.stream()
                .flatMap(tunniste -> rows.byTunnisteet(tunniste.idp(), List.of(tunniste.tunniste())).stream())
                .map(Map.Entry::getValue)
                .distinct()
                .toList();
    }

    public Optional<Henkilo> byEidas(String tunniste) {
        return rows.byEidas(tunniste);
    }

    /** The person with everything that belongs to it. */
    public Henkilotiedot tiedot(Henkilo henkilo) {
        return tiedot(List.of(henkilo)).get(0);
    }

    /** The same for many, in the order given; seven statements for any number of persons. */
    public List<Henkilotiedot> tiedot(Collection<Henkilo> henkilot) {
        if (henkilot.isEmpty()) {
            return List.of();
        }
        var ids = henkilot.stream().map(Henkilo::id).toList();
        var hetut = tietorivit.kaikkiHetut(ids);
        var kansalaisuudet = tietorivit.kansalaisuudet(ids);
        var passinumerot = tietorivit.passinumerot(ids);
        var eidas = tietorivit.eidasTunnisteet(ids);
        var tunnisteet = tietorivit.tunnisteet(ids);
        var ryhmat = tietorivit.yhteystietoryhmat(ids);
        return henkilot.stream()
                .map(henkilo -> new Henkilotiedot(
                        henkilo,
                        hetut.getOrDefault(henkilo.id(), List.of()),
                        kansalaisuudet.getOrDefault(henkilo.id(), List.of()),
                        passinumerot.getOrDefault(henkilo.id(), List.of()),
                        eidas.getOrDefault(henkilo.id(), List.of()),
                        tunnisteet.getOrDefault(henkilo.id(), List.of()),
                        ryhmat.getOrDefault(henkilo.id(), List.of())))
                .toList();
    }

    public List<Henkilo> byIds(Collection<Long> ids) {
        return ids.isEmpty() ? List.of() : rows.byIds(ids);
    }

    /** The holder of each hetu, be it their current or a former official one. */
    public Map<String, Henkilo> byAnyHetu(Collection<String> hetut) {
        Map<String, Henkilo> found = new HashMap<>();
        rows.byHetut(hetut).forEach(henkilo -> found.put(henkilo.hetu(), henkilo));
        var missing = hetut.stream().filter(hetu -> !found.containsKey(hetu)).toList();
        if (!missing.isEmpty()) {
            found.putAll(rows.byOfficialHetut(missing));
        }
        return found;
    }

    /** How many persons there are, slaves and passive ones among them. */
    public long count() {
        return rows.count();
    }

    /** Attaches persons to organisations; those that are attached already stay so. */
    public void liita(Collection<Long> ids, Set<String> organisaatiot) {
        if (ids.size() == 1 && rows.organisaatiot(ids.iterator().next()).containsAll(organisaatiot)) {
            return;
        }
        rows.insertOrganisaatiot(ids, organisaatiot);
    }

    /** Detaches a person from an organisation; true when it was attached. */
    public boolean irrota(Henkilo henkilo, String organisaatio) {
        return rows.deleteOrganisaatio(henkilo.id(), organisaatio);
    }

    /** Which of the people belong to one of the organisations. */
    public Set<Long> organisaatioissa(Collection<Henkilo> henkilot, Collection<String> organisaatiot) {
        if (henkilot.isEmpty() || organisaatiot.isEmpty()) {
            return Set.of();
        }
        var wanted = Set.copyOf(organisaatiot);
        return rows.organisaatiot(henkilot.stream().map(Henkilo::id).toList()).stream()
                .filter(entry -> wanted.contains(entry.getValue()))
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
    }

    /** Whether a hetu is somebody's official one, present or former. */
    public boolean isOfficialHetu(String hetu) {
        return rows.isOfficialHetu(hetu);
    }

    /** These are the person's nationalities now, and no others. */
    public void korvaaKansalaisuudet(Henkilo henkilo, Collection<String> koodit) {
        tietorivit.deleteKansalaisuudet(henkilo.id());
        tietorivit.insertKansalaisuudet(koodit.stream()
                .map(koodi -> new HenkilotietoRepository.Oma<>(henkilo.id(), koodi))
                .toList());
    }

    /** The persons count as modified now, and their slaves with them. */
    public void merkitseMuokatuiksi(Collection<Long> ids) {
        if (!ids.isEmpty()) {
            rows.touch(ids, world.clock().now());
        }
    }

    /** Puts a ready-made person into the state that a fixture says: identified by hand, linked, passive. */
    public void asetaTila(Henkilo henkilo, boolean yksiloity, Long masterId, boolean passivoitu, boolean duplikaatti) {
        rows.mark(henkilo.id(), yksiloity, masterId, passivoitu, duplikaatti);
    }
}
