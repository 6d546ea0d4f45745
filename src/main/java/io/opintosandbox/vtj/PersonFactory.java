package io.opintosandbox.vtj;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URL;
import java.util.Objects;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Function;

/**
 * Makes the people of a {@link Population}. One serves any number of populations, so that the name pools and the
 * households are in memory once; they are read when somebody is asked for. Thread-safe.
 */
public final class PersonFactory {

    private final Function<String, URL> fixtures;
    private final LongAdder made = new LongAdder();
    private volatile Ready ready;

    /**
     * @param fixtures where the name pools are: from a path below the fixtures ({@code "names/fi.json"}) to a URL, or
     *     null when there is no such file
     */
    public PersonFactory(Function<String, URL> fixtures) {
        this.fixtures = Objects.requireNonNull(fixtures, "fixtures");
    }

    /** With the name pools that are packed into the jar. */
    public static PersonFactory ofClasspath() {
        return new PersonFactory(path -> PersonFactory.class.getResource("/io/opintosandbox/fixtures/" + path));
    }

    private record Ready(NamePools pools, Lohko lohko, PersonGenerator generator) {}

    VtjHenkilo person(Asutus asutus, int kerta, int asukas) {
        made.increment();
        return ready().generator.person(asutus, kerta, asukas);
    }

    VtjHenkilo complete(long seed, ObjectNode given, long drawNumber) {
        return new PersonCompletion(ready().generator, given, seed, drawNumber).complete();
    }

    NamePools pools() {
        return ready().pools;
    }

    /** The people that a seed makes. */
    Asutus asutus(long seed) {
        return new Asutus(seed, ready().pools, ready().lohko);
    }

    /** How many people of populations have been made: what a search costs. */
    long made() {
        return made.sum();
    }

    private Ready ready() {
        Ready now = ready;
        if (now == null) {
            synchronized (this) {
                now = ready;
                if (now == null) {
                    NamePools pools = NamePoolReader.read(fixtures);
                    Lohko lohko = new Lohko(pools);
                    lohko.mahtuu(Population.MAX_SIZE);
                    now = new Ready(pools, lohko, new PersonGenerator(pools));
                    ready = now;
                }
            }
        }
        return now;
    }
}
