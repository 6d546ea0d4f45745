package io.opintosandbox.conformance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.abort;
import static org.junit.jupiter.api.DynamicContainer.dynamicContainer;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import io.opintosandbox.OpintoSandbox;
import io.opintosandbox.config.Setting;
import io.opintosandbox.config.Settings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * The recorded behaviour of the published registry service against this sandbox, or with
 * {@code -Dconformance.base=URL -Dconformance.credentials=FILE} against another server, where nothing is listed as known
 * to differ. {@code -Dconformance.only=SUBSTRING} chooses cases, {@code -Dconformance.seed=NUMBER} other people.
 */
class ConformanceTest {
    private static final Optional<String> BASE = property("conformance.base");

    private static OpintoSandbox server;
    private static Target target;
    private static long seed;

    @BeforeAll
    static void the_target_is_prepared() throws IOException {
        // People who stay behind on a server that is not reset must not meet themselves in the next run.
        seed = property("conformance.seed")
                .map(Long::valueOf)
                .orElseGet(() -> BASE.isPresent() ? System.nanoTime() : 1L);
        if (BASE.isPresent()) {
            target = new ForeignTarget(BASE.get(), credentials());
        } else {
            server = OpintoSandbox.start(Settings.defaults().with(Setting.PORT, "0"));
            target = new SandboxTarget(server.baseUrl());
        }
        System.out.println("conformance of " + BASE.orElse("the embedded server") + ", seed " + seed);
    }

    @AfterAll
    static void the_server_ends() {
        if (server != null) {
            server.close();
        }
    }

    @TestFactory
    Stream<DynamicContainer> cases() {
        var listed = BASE.isPresent() ? new Listed(Set.of()) : Listed.read();
        var people = new People();
        return byArea().entrySet().stream()
                .map(area -> dynamicContainer(
                        area.getKey(),
                        area.getValue().stream()
                                .map(one -> dynamicTest(
                                        one.id() + ": " + one.title(), () -> answersAsRecorded(one, listed, people)))));
    }

    @Test
    void every_listed_case_exists() {
        var known = Case.all().stream().map(Case::id).collect(Collectors.toSet());
        var gone = new TreeSet<>(Listed.read().cases());
        gone.removeAll(known);

        assertEquals(new TreeSet<String>(), gone, "listed as known to differ, but no such case exists");
    }

    @Test
    void no_two_cases_have_the_same_id() {
        var ids = Case.all().stream().map(Case::id).toList();

        assertEquals(ids.stream().distinct().toList(), ids);
    }

    private static void answersAsRecorded(Case one, Listed listed, People people) {
        target.cannotRun(one).ifPresent(reason -> abort(one.id() + " is skipped: " + reason));
        var differences = new CaseRun(target, one, seed, people).differences();
        listed.verdict(one.id(), differences).ifPresent(Assertions::fail);
    }

    private static Map<String, List<Case>> byArea() {
        var only = property("conformance.only").orElse("");
        return Case.all().stream()
                .filter(one -> one.id().contains(only) || one.area().contains(only))
                .collect(Collectors.groupingBy(Case::area, LinkedHashMap::new, Collectors.toList()));
    }

    private static Properties credentials() throws IOException {
        var properties = new Properties();
        var file = property("conformance.credentials");
        if (file.isPresent()) {
            try (var reader = Files.newBufferedReader(Path.of(file.get()))) {
                properties.load(reader);
            }
        }
        return properties;
    }

    private static Optional<String> property(String name) {
        return Optional.ofNullable(System.getProperty(name)).filter(value -> !value.isBlank());
    }
}
