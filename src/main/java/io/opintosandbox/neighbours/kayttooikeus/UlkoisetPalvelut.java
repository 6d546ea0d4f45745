package io.opintosandbox.neighbours.kayttooikeus;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * What the external permission services of one world answer when they are asked whether a caller may see a
 * person: no, unless somebody has set it otherwise. Thread-safe. Contract: neighbours.md 1.1.
 */
public final class UlkoisetPalvelut {
    private final Map<ExternalPermissionService, Answer> answers = new EnumMap<>(ExternalPermissionService.class);

    /**
     * What one service answers.
     *
     * @param allow the answer about everybody
     * @param oids when present, the people it says yes about, and {@code allow} does not count
     */
    public record Answer(boolean allow, Optional<Set<String>> oids) {
        static final Answer NO = new Answer(false, Optional.empty());

        boolean allows(String oid) {
            return oids.map(set -> set.contains(oid)).orElse(allow);
        }
    }

    /** Whether the service says yes about this person. */
    public boolean allows(ExternalPermissionService service, String oid) {
        return answer(service).allows(oid);
    }

    public synchronized Answer answer(ExternalPermissionService service) {
        return answers.getOrDefault(service, Answer.NO);
    }

    /** What has been set, by service. */
    public synchronized Map<ExternalPermissionService, Answer> answers() {
        return new EnumMap<>(answers);
    }

    /** From now on the service says the same about everybody. */
    public synchronized void answersAll(ExternalPermissionService service, boolean allow) {
        answers.put(service, new Answer(allow, Optional.empty()));
    }

    /** From now on the service says yes about these people only. */
    public synchronized void answersFor(ExternalPermissionService service, Set<String> oids) {
        answers.put(service, new Answer(false, Optional.of(Collections.unmodifiableSet(new TreeSet<>(oids)))));
    }
}
