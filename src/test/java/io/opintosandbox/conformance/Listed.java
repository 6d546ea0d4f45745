package io.opintosandbox.conformance;

import io.opintosandbox.control.Fidelity;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The cases that are known to fail, each with the file that lists it. */
record Listed(Map<String, Path> cases) {
    static final Path DIVERGENCES = Path.of("src/main/resources/io/opintosandbox/fidelity/divergences.json");

    /** Cases that wait for what is not built yet: an id on each line. The file goes when the last line does. */
    static final Path WAITING = Case.FOLDER.resolve("waiting.txt");

    static Listed read() {
        Map<String, Path> cases = new TreeMap<>();
        Fidelity.read().divergences().forEach(known -> known.cases().forEach(id -> cases.put(id, DIVERGENCES)));
        waiting().forEach(id -> cases.put(id, WAITING));
        return new Listed(cases);
    }

    /** What is wrong with a case that differed so: a failure that is not listed, or a line that is stale. */
    Optional<String> verdict(String id, List<String> differences) {
        var file = cases.get(id);
        if (file == null) {
            return differences.isEmpty() ? Optional.empty() : Optional.of(String.join("\n  ", differences));
        }
        return differences.isEmpty() ? Optional.of("it passes, so take " + id + " out of " + file) : Optional.empty();
    }

    private static List<String> waiting() {
        if (!Files.exists(WAITING)) {
            return List.of();
        }
        try {
            return Files.readAllLines(WAITING).stream()
                    .map(line -> line.split("#", 2)[0].strip())
                    .filter(line -> !line.isEmpty())
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
