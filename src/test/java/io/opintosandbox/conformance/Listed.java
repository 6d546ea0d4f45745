package io.opintosandbox.conformance;

import io.opintosandbox.control.Fidelity;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** The cases that are known to fail, because {@code fidelity/divergences.json} says why. */
record Listed(Set<String> cases) {

    static Listed read() {
        Set<String> cases = new TreeSet<>();
        Fidelity.read().divergences().stream()
                .map(Fidelity.Divergence::cases)
                .flatMap(Collection::stream)
                .forEach(cases::add);
        return new Listed(cases);
    }

    /** What is wrong with a case that differed so: a failure that is not listed, or a line that is stale. */
    Optional<String> verdict(String id, List<String> differences) {
        if (!cases.contains(id)) {
            return differences.isEmpty() ? Optional.empty() : Optional.of(String.join("\n  ", differences));
        }
        return differences.isEmpty()
                ? Optional.of("it passes, so take " + id + " out of fidelity/divergences.json")
                : Optional.empty();
    }
}
