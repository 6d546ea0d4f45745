package io.opintosandbox.vtj;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.opintosandbox.id.Hetu;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * The procedural half of the fake population register: people 0..size-1, each a function of the seed and its number,
 * computed when asked for and never stored (design decision 5). A population of 5.6 million costs what one of ten
 * costs. People live in households, whose members have neighbouring numbers, adults first; every child's guardians
 * are the adults of its household. The larger population of the same seed begins with the people of the smaller one,
 * whose last household may lack its younger members. Immutable and thread-safe.
 */
public final class Population {

    public static final int DEFAULT_SIZE = 10_000;

    /** As many people as the country has, which is what a register must bear. */
    public static final int MAX_SIZE = 5_600_000;

    private final long seed;
    private final int size;
    private final PersonFactory factory;

    /**
     * Does no work worth mentioning: name pools are read when the first person is asked for.
     *
     * @param factory may be shared by any number of populations
     * @throws IllegalArgumentException when size is outside 0..{@link #MAX_SIZE}
     */
    public Population(long seed, int size, PersonFactory factory) {
        if (size < 0 || size > MAX_SIZE) {
            throw new IllegalArgumentException(
                    "A population has 0 to " + MAX_SIZE + " people, not " + size + ": choose a size in that range");
        }
        this.seed = seed;
        this.size = size;
        this.factory = Objects.requireNonNull(factory, "factory");
    }

    public int size() {
        return size;
    }

    /**
     * Person number {@code index}.
     *
     * @throws IndexOutOfBoundsException outside 0..size-1
     */
    public VtjHenkilo at(int index) {
        Objects.checkIndex(index, size);
        Asutus asutus = factory.asutus(seed);
        return factory.person(asutus, asutus.kerta(index), asutus.asukas(index));
    }

    /** The number of the person with this hetu; empty when nobody in the population has it. */
    public OptionalInt indexOf(Hetu hetu) {
        if (size == 0 || hetu.yksilonumero() < HetuSequence.FIRST_INDIVIDUAL) {
            return OptionalInt.empty();
        }
        OptionalInt index = factory.asutus(seed).numero(hetu);
        return index.isPresent() && index.getAsInt() < size ? index : OptionalInt.empty();
    }

    /** The person with this hetu; empty when nobody in the population has it, or when it is no valid hetu. */
    public Optional<VtjHenkilo> byHetu(String hetu) {
        return Hetu.parse(hetu).flatMap(valid -> {
            OptionalInt index = indexOf(valid);
            return index.isPresent() ? Optional.of(at(index.getAsInt())) : Optional.empty();
        });
    }

    /** The hetus of the children whose guardian is who has this hetu, oldest first. */
    public List<String> huollettavat(String hetu) {
        var index = Hetu.parse(hetu).map(this::indexOf).orElse(OptionalInt.empty());
        if (index.isEmpty()) {
            return List.of();
        }
        Asutus asutus = factory.asutus(seed);
        return asutus.huollettavat(asutus.kerta(index.getAsInt()), asutus.asukas(index.getAsInt())).stream()
                .filter(lapsi -> indexOf(Hetu.of(lapsi)).isPresent())
                .toList();
    }

    /** What the words of a text ask for; who is not in the population can be held against it too. */
    public Hakuehto ehto(String sanat) {
        return Hakuehto.of(sanat, factory.pools().kunnat());
    }

    /**
     * Those who match, in the order of their numbers.
     *
     * @param piilossa numbers of people who are not to be found
     */
    VaestoHaku haku(Hakuehto ehto, Collection<Integer> piilossa) {
        return new VaestoHaku(factory.asutus(seed), size, ehto, piilossa);
    }

    /**
     * A person of which only some fields are given; the rest is generated so that it fits (control-api.md,
     * {@code POST /sandbox/vtj/persons}). The answer is a function of the seed, the draw number and what is given. A
     * generated hetu has individual number 900-999 and may be taken: then ask again with another draw number.
     *
     * @param given fields of a {@link VtjHenkilo}, kept exactly, null included (a null {@code hetu} is generated), and
     *     {@code syntymaaika} (yyyy-MM-dd), which steers the generated hetu and is not kept
     * @throws IllegalArgumentException with a sentence that says what to do, when a field is unknown, has a wrong form,
     *     or contradicts the given hetu
     */
    public VtjHenkilo complete(ObjectNode given, long drawNumber) {
        return factory.complete(seed, given, drawNumber);
    }
}
