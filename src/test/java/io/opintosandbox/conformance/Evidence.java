package io.opintosandbox.conformance;

import io.opintosandbox.control.Fidelity;
import io.opintosandbox.control.Fidelity.Operation;
import io.opintosandbox.json.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What is known of each operation of the registry, worked out anew from the cases and from a running server. */
final class Evidence {
    static final Path FILE = Path.of("src/main/resources/io/opintosandbox/fidelity/evidence.json");

    private static final Path OPERATIONS = Case.FOLDER.resolve("operations.txt");
    private static final Pattern ANYTHING = Pattern.compile("/\\*\\*$|\\{\\w+}");

    /** Operations and what requests to them look like, in the order of the file. */
    private final Map<String, Pattern> operations = new LinkedHashMap<>();

    private final Map<String, TreeSet<String>> recorded = new TreeMap<>();
    private final TreeSet<String> called = new TreeSet<>();

    /** Counts the cases that pass and were observed; the listed ones prove nothing yet. */
    Evidence(List<Case> cases, Listed listed) {
        try {
            Files.readAllLines(OPERATIONS).stream()
                    .filter(line -> !line.startsWith("#"))
                    .forEach(operation -> operations.put(operation, pattern(operation)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        cases.stream()
                .filter(one -> !one.sandboxOnly() && !listed.cases().contains(one.id()))
                .forEach(this::count);
    }

    /**
     * One row for each operation. Which clients have driven it is written by hand and stays.
     *
     * @param served whether the running server answers an operation
     */
    List<Operation> rows(Predicate<String> served, Fidelity before) {
        Map<String, List<String>> clients = new LinkedHashMap<>();
        before.operations().forEach(row -> clients.put(row.operation(), row.clients()));
        return operations.keySet().stream()
                .map(operation -> served.test(operation)
                        ? new Operation(
                                operation,
                                true,
                                called.contains(operation),
                                List.copyOf(recorded.getOrDefault(operation, new TreeSet<>())),
                                clients.getOrDefault(operation, List.of()))
                        : notServed(operation, clients.getOrDefault(operation, List.of())))
                .toList();
    }

    /** Cases may pass nevertheless, because the login or the path is refused first; that says nothing of the operation. */
    private static Operation notServed(String operation, List<String> clients) {
        return new Operation(operation, false, false, List.of(), clients);
    }

    /** The file: one row on a line, so that a change shows which operation it concerns. */
    static String file(List<Operation> rows) {
        return rows.stream().map(Json::write).collect(Collectors.joining(",\n", "[\n", "\n]\n"));
    }

    /** The operation that a request to a path below the registry's context path means, templates and all. */
    Optional<String> operationOf(String method, String path) {
        var bare = path.split("\\?", 2)[0].replaceAll("\\{\\{[^}]*}}", "x");
        var request = method + " " + (bare.endsWith("/") ? bare.substring(0, bare.length() - 1) : bare);
        return operations.entrySet().stream()
                .filter(operation -> operation.getValue().matcher(request).matches())
                .map(Map.Entry::getKey)
                .max(Comparator.comparingInt(Evidence::letters));
    }

    private void count(Case one) {
        for (var step : one.steps()) {
            for (var request : step.requests()) {
                if (!request.root()) {
                    operationOf(request.method(), request.path()).ifPresent(operation -> {
                        called.add(operation);
                        if (checksAnswer(step, request)) {
                            recorded.computeIfAbsent(operation, name -> new TreeSet<>())
                                    .add(one.id());
                        }
                    });
                }
            }
        }
    }

    private static boolean checksAnswer(Step step, Step.Request request) {
        return request.checksAnswer()
                || (step instanceof Step.Parallel parallel && parallel.expect().json() != null);
    }

    private static Pattern pattern(String operation) {
        var text = new StringBuilder();
        int end = 0;
        var gaps = ANYTHING.matcher(operation);
        while (gaps.find()) {
            text.append(Pattern.quote(operation.substring(end, gaps.start())));
            text.append(gaps.group().startsWith("/") ? "/.+" : "[^/]+");
            end = gaps.end();
        }
        return Pattern.compile(text + Pattern.quote(operation.substring(end)));
    }

    /** How much of an operation is said and not left open: the more, the better it fits what it matches. */
    private static int letters(String operation) {
        return ANYTHING.matcher(operation).replaceAll("").length();
    }
}
