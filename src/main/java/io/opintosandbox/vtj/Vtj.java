package io.opintosandbox.vtj;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.opintosandbox.id.Hetu;
import io.opintosandbox.world.World;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicLong;

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
    public record Page(List<VtjHenkilo> results, int page, int count, long total) {}

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

    /** A page of the register, from page 1. */
    public Page list(int page, int count) {
        var changes = changed.all();
        List<VtjHenkilo> before = new ArrayList<>();
        readyMade.forEach((hetu, henkilo) -> {
            if (!changes.containsKey(hetu)) {
                henkilo.ifPresent(before::add);
            }
        });
        changes.values().forEach(henkilo -> henkilo.ifPresent(before::add));
        var hidden = hiddenIndexes(changes);
        long total = before.size() + (long) population.size() - hidden.size();
        long from = (long) (page - 1) * count;
        List<VtjHenkilo> results = new ArrayList<>();
        for (long i = from; i < Math.min(from + count, total); i++) {
            results.add(
                    i < before.size() ? before.get((int) i) : population.at(nth((int) (i - before.size()), hidden)));
        }
        return new Page(results, page, count, total);
    }

    /** What the first layer that says something of the hetu says; an empty person inside: it is not known. */
    @SuppressWarnings("OptionalMapToOptional")
    private Optional<Optional<VtjHenkilo>> known(String hetu) {
        var change = changed.find(hetu);
        if (change.isPresent()) {
            return change;
        }
        var made = readyMade.get(hetu);
        if (made != null) {
            return Optional.of(made);
        }
        return population.byHetu(hetu).map(Optional::of);
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

    /** Indexes of the population that a ready-made or changed person stands in front of, ascending. */
    private List<Integer> hiddenIndexes(Map<String, Optional<VtjHenkilo>> changes) {
        var hidden = new TreeSet<Integer>();
        for (var hetut : List.of(readyMade.keySet(), changes.keySet())) {
            hetut.forEach(
                    hetu -> Hetu.parse(hetu).map(population::indexOf).ifPresent(index -> index.ifPresent(hidden::add)));
        }
        return List.copyOf(hidden);
    }

    /** The n-th index of the population that is not hidden. */
    private static int nth(int n, List<Integer> hidden) {
        int index = n;
        for (int passed : hidden) {
            if (passed <= index) {
                index++;
            }
        }
        return index;
    }
}
