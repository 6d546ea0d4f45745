package io.opintosandbox.id;

import java.security.SecureRandom;
import java.util.OptionalLong;

/**
 * Where new persons' OIDs come from. Whether an OID is taken is not its business: the caller asks for attempt 0, 1, 2 ...
 * until one is free (registry-behaviour.md 1). All implementations are thread-safe.
 */
@FunctionalInterface
public interface OidGenerator {

    /**
     * The OID to try for a person.
     *
     * @param naturalKey who the person is, from {@link NaturalKey}
     * @param attempt 0, 1, 2 ... while the candidate is taken
     */
    HenkiloOid candidate(String naturalKey, int attempt);

    /** How far a generator has come that remembers it. */
    default OptionalLong position() {
        return OptionalLong.empty();
    }

    /** Goes on where {@link #position} was, if it remembers anything. */
    default void goOnFrom(long position) {}

    /** The same OID for the same seed, person and attempt, whatever was asked before and from whichever thread. */
    static OidGenerator derived(int node, long seed) {
        var hash = new KeyedHash(seed);
        return (naturalKey, attempt) ->
                HenkiloOid.of(node, HenkiloOid.FIRST + hash.below(HenkiloOid.COUNT, naturalKey, attempt));
    }

    /** The next number of a sequence of the seed, whoever asks; none comes twice before all have come once. */
    static OidGenerator sequence(int node, long seed) {
        var numbers = new SeededSequence(seed);
        return new OidGenerator() {
            @Override
            public HenkiloOid candidate(String naturalKey, int attempt) {
                return HenkiloOid.of(node, HenkiloOid.FIRST + numbers.next());
            }

            @Override
            public OptionalLong position() {
                return OptionalLong.of(numbers.position());
            }

            @Override
            public void goOnFrom(long position) {
                numbers.goOnFrom(position);
            }
        };
    }

    /** Any number, another in every run. */
    static OidGenerator random(int node) {
        var random = new SecureRandom();
        return (naturalKey, attempt) -> HenkiloOid.of(node, HenkiloOid.FIRST + random.nextLong(HenkiloOid.COUNT));
    }
}
