package io.opintosandbox.vtj;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.opintosandbox.id.Hetu;
import java.net.URL;
import java.util.Objects;
import java.util.function.Function;

/**
 * Makes the people of a {@link Population}. One serves any number of populations, so that the name pools are in memory
 * once; they are read when the first person is asked for. Thread-safe.
 */
public final class PersonFactory {

    private final Function<String, URL> fixtures;
    private volatile PersonGenerator generator;

    /**
     * @param fixtures where the name pools are: from a path below the fixtures ({@code "names/fi.yml"}) to a URL, or
     *     null when there is no such file
     */
    public PersonFactory(Function<String, URL> fixtures) {
        this.fixtures = Objects.requireNonNull(fixtures, "fixtures");
    }

    /** With the name pools that are packed into the jar. */
    public static PersonFactory ofClasspath() {
        return new PersonFactory(path -> PersonFactory.class.getResource("/io/opintosandbox/fixtures/" + path));
    }

    VtjHenkilo person(long seed, long index, Hetu hetu) {
        return generator().person(new Draw(seed, index), hetu);
    }

    VtjHenkilo complete(long seed, ObjectNode given, long drawNumber) {
        return new PersonCompletion(generator(), given, seed, drawNumber).complete();
    }

    private PersonGenerator generator() {
        PersonGenerator ready = generator;
        if (ready == null) {
            synchronized (this) {
                ready = generator;
                if (ready == null) {
                    ready = new PersonGenerator(NamePoolReader.read(fixtures));
                    generator = ready;
                }
            }
        }
        return ready;
    }
}
