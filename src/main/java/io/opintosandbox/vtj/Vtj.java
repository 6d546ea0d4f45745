package io.opintosandbox.vtj;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.opintosandbox.id.Hetu;
import io.opintosandbox.vtj.VtjHenkilo.Huoltaja;
import io.opintosandbox.world.World;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;

/**
 * The population register of one world, in three layers: what was changed, the ready-made people, and the
 * procedural population. Contract: control-api.md, "vtj/persons"; registry-behaviour.md 5.
 */
public final class Vtj {
    /** How often a free hetu is looked for. */
    private static final int DRAWS = 2000;

    private final World world;
    private final Population population;
    private final Map<String, Optional<VtjHenkilo>> readyMade;
    private final VtjRepository changed;
    private final AtomicLong draws = new AtomicLong();

    /** @param readyMade by hetu; empty for a hetu that VTJ must not know */
    public Vtj(World world, Population population, Map<String, Optional<VtjHenkilo>> readyMade) {
        this.world = world;
        this.population = population;
        this.readyMade = readyMade;
        this.changed = new VtjRepository(world.db());
    }

    /** A page of the register: ready-made people, then those that were put there, then the population. */
    public record Page(List<Rekisteritiedot> results, int page, int count, long total) {}

    /**
     * Asks as the registry does. The names are those that the asker knows; they become the person's when
     * the settings say that VTJ makes up whomever it does not know.
     */
    public VtjVastaus kysy(String hetu, String etunimet, String kutsumanimi, String sukunimi) {
        if (world.faults().vtjIsDown()) {
            return new VtjVastaus.Virhe("VTJ is down, as a fault of /sandbox/faults says");
        }
        var henkilo = known(hetu).orElseGet(() -> madeUp(hetu, etunimet, kutsumanimi, sukunimi));
        if (henkilo.isEmpty()) {
            return new VtjVastaus.EiLoydy();
        }
        if (!henkilo.get().passivoitu()) {
            return new VtjVastaus.Loytyi(henkilo.get());
        }
        var uusi = henkilo.get().uusiHetu();
        return uusi == null || uusi.equals(hetu) ? new VtjVastaus.Passivoitu() : successor(uusi);
    }

    /** A replaced hetu is asked again once; being replaced twice is an answer that nobody expects. */
    private VtjVastaus successor(String uusiHetu) {
        var henkilo = henkilo(uusiHetu);
        if (henkilo.isEmpty()) {
            return new VtjVastaus.EiLoydy();
        }
        return henkilo.get().passivoitu()
                ? new VtjVastaus.Virhe("the hetu that replaced the old one has been replaced too")
                : new VtjVastaus.Loytyi(henkilo.get());
    }

    /** The person of a hetu as the register has it, void or not. */
    public Optional<VtjHenkilo> henkilo(String hetu) {
        return known(hetu).orElse(Optional.empty());
    }

    /** The people of these hetus as the register has them, void or not; whom it does not know is left out. */
    public Map<String, VtjHenkilo> henkilot(Collection<String> hetut) {
        var changes = changed.find(hetut);
        Map<String, VtjHenkilo> found = new HashMap<>();
        for (var hetu : hetut) {
            var change = changes.get(hetu);
            (change == null ? original(hetu).orElse(Optional.empty()) : change)
                    .ifPresent(henkilo -> found.put(hetu, henkilo));
        }
        return found;
    }

    /** The ready-made people by hetu; empty for a hetu that VTJ must not know. */
    public Map<String, Optional<VtjHenkilo>> readyMade() {
        return Collections.unmodifiableMap(readyMade);
    }

    /** How many people have been made up of what was given of them. */
    public long drawn() {
        return draws.get();
    }

    /** Goes on making people up after so many. */
    public void goOnAfter(long drawn) {
        draws.set(drawn);
    }

    /** How many people the procedural population has. */
    public int vaesto() {
        return population.size();
    }

    /**
     * The hetu that a person of the population was born with, by number from 0; empty when a ready-made person has it.
     * What has become of the person {@link #henkilot} tells.
     */
    public Optional<String> asukas(int numero) {
        return Optional.of(population.at(numero).hetu()).filter(hetu -> !readyMade.containsKey(hetu));
    }

    /** Adds or replaces a person exactly as given; true when the register did not know the hetu. */
    public boolean put(VtjHenkilo henkilo) {
        var isNew = henkilo(henkilo.hetu()).isEmpty();
        changed.put(henkilo.hetu(), Optional.of(henkilo));
        return isNew;
    }

    /** From now on the register does not know the hetu, whether it did or not. */
    public void forget(String hetu) {
        changed.put(hetu, Optional.empty());
    }

    /**
     * Adds a person of whom only some fields are given; the rest is generated. Errors:
     * IllegalArgumentException when the fields contradict each other or the hetu is taken.
     */
    public synchronized VtjHenkilo add(ObjectNode given) {
        for (int attempt = 0; attempt < DRAWS; attempt++) {
            var henkilo = population.complete(given, draws.getAndIncrement());
            if (known(henkilo.hetu()).filter(Optional::isPresent).isEmpty()) {
                changed.put(henkilo.hetu(), Optional.of(henkilo));
                return henkilo;
            }
            if (given.hasNonNull("hetu")) {
                throw new IllegalArgumentException("VTJ knows this hetu already; PUT replaces a person.");
            }
        }
        throw new IllegalArgumentException(
                "VTJ has hardly any free hetus left for this birth date and gender: give another, or a hetu.");
    }

    /** The person of a hetu with what the register knows by others. */
    public Optional<Rekisteritiedot> tiedot(String hetu) {
        return henkilo(hetu).map(henkilo -> tiedot(List.of(henkilo)).get(0));
    }

    /** A page of those who match, from page 1. */
    public Page list(String sanat, int page, int count) {
        Hakuehto ehto = population.ehto(sanat);
        var changes = changed.all();
        List<VtjHenkilo> before = new ArrayList<>();
        readyMade.forEach((hetu, henkilo) -> {
            if (!changes.containsKey(hetu)) {
                henkilo.filter(ehto::matches).ifPresent(before::add);
            }
        });
        changes.values().forEach(henkilo -> henkilo.filter(ehto::matches).ifPresent(before::add));
        VaestoHaku haku = population.haku(ehto, hiddenIndexes(changes));
        long from = (long) (page - 1) * count;
        List<VtjHenkilo> results =
                before.stream().skip(from).limit(count).collect(Collectors.toCollection(ArrayList::new));
        long skipped = Math.max(0, from - before.size());
        if (skipped < haku.maara()) {
            haku.numerot((int) skipped, count - results.size())
                    .forEach(index -> results.add(withoutReadyMadeGuardians(population.at(index))));
        }
        return new Page(tiedot(results), page, count, (long) before.size() + haku.maara());
    }

    /** What the first layer that says something of the hetu says; an empty person inside: it is not known. */
    private Optional<Optional<VtjHenkilo>> known(String hetu) {
        var change = changed.find(hetu);
        return change.isPresent() ? change : original(hetu);
    }

    /** The same below what was changed. */
    @SuppressWarnings("OptionalMapToOptional")
    private Optional<Optional<VtjHenkilo>> original(String hetu) {
        var made = readyMade.get(hetu);
        if (made != null) {
            return Optional.of(made);
        }
        return population.byHetu(hetu).map(this::withoutReadyMadeGuardians).map(Optional::of);
    }

    /** Whoever of the population has the hetu of a ready-made person is not there, as a guardian neither. */
    private VtjHenkilo withoutReadyMadeGuardians(VtjHenkilo henkilo) {
        return henkilo.huoltajat().stream().noneMatch(huoltaja -> readyMade.containsKey(huoltaja.hetu()))
                ? henkilo
                : henkilo.toBuilder()
                        .huoltajat(henkilo.huoltajat().stream()
                                .filter(huoltaja -> !readyMade.containsKey(huoltaja.hetu()))
                                .toArray(Huoltaja[]::new))
                        .build();
    }

    /** In two statements for any number of people. */
    private List<Rekisteritiedot> tiedot(List<VtjHenkilo> henkilot) {
        Map<String, Set<String>> lapset = new LinkedHashMap<>();
        henkilot.forEach(henkilo -> lapset.put(
                henkilo.hetu(),
                readyMade.containsKey(henkilo.hetu())
                        ? new LinkedHashSet<>()
                        : new LinkedHashSet<>(population.huollettavat(henkilo.hetu()))));
        readyMade
                .values()
                .forEach(valmis -> valmis.ifPresent(lapsi -> Rekisteritiedot.huoltajat(lapsi).stream()
                        .filter(lapset::containsKey)
                        .forEach(huoltaja -> lapset.get(huoltaja).add(lapsi.hetu()))));
        // What is ready-made or computed counts as long as nobody has been put in its place.
        var changes = changed.changed(
                lapset.values().stream().flatMap(Set::stream).distinct().toList());
        lapset.values().forEach(omat -> omat.removeIf(changes::contains));
        changed.huollettavat(lapset.keySet())
                .forEach(pari -> lapset.get(pari.huoltaja()).add(pari.huollettava()));
        return henkilot.stream()
                .map(henkilo -> new Rekisteritiedot(henkilo, List.copyOf(lapset.get(henkilo.hetu()))))
                .toList();
    }

    private Optional<VtjHenkilo> madeUp(String hetu, String etunimet, String kutsumanimi, String sukunimi) {
        var isTestHetu =
                Hetu.parse(hetu).filter(valid -> valid.yksilonumero() >= 900).isPresent();
        if (!world.settings().vtjCreatesUnknown() || !isTestHetu) {
            return Optional.empty();
        }
        var henkilo = VtjHenkilo.of(hetu, etunimet, kutsumanimi, sukunimi);
        // Whoever asks first names the person, also when two ask at once.
        changed.putIfAbsent(hetu, Optional.of(henkilo));
        return henkilo(hetu);
    }

    /** Indexes of the population that a ready-made or changed person stands in front of. */
    private Set<Integer> hiddenIndexes(Map<String, Optional<VtjHenkilo>> changes) {
        var hidden = new HashSet<Integer>();
        for (var hetut : List.of(readyMade.keySet(), changes.keySet())) {
            hetut.forEach(
                    hetu -> Hetu.parse(hetu).map(population::indexOf).ifPresent(index -> index.ifPresent(hidden::add)));
        }
        return hidden;
    }
}
