package io.opintosandbox.junit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import io.opintosandbox.Sandbox;
import io.opintosandbox.junit.OpintopolkuSandbox.Lifespan;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.testkit.engine.EngineExecutionResults;
import org.junit.platform.testkit.engine.EngineTestKit;
import org.junit.platform.testkit.engine.Event;

/** The extension, run by JUnit's own test kit on the small test classes below. */
class ExtensionTest {
    /** What the small tests have seen, by their names. */
    private static final Map<String, Sandbox> SEEN = new ConcurrentHashMap<>();

    private static final Set<String> BUSY = ConcurrentHashMap.newKeySet();

    private static EngineExecutionResults run(Map<String, String> configuration, Class<?>... types) {
        SEEN.clear();
        return EngineTestKit.engine("junit-jupiter")
                .selectors(Stream.of(types).map(type -> selectClass(type)).toList())
                .configurationParameters(configuration)
                .execute();
    }

    private static Set<String> worlds() {
        return Set.copyOf(SEEN.values().stream().map(Sandbox::name).toList());
    }

    @OpintopolkuSandbox(seed = 7)
    static class Shared {
        Shared(Sandbox opintopolku) {
            SEEN.put("constructor", opintopolku);
        }

        @BeforeAll
        static void all(Sandbox opintopolku) {
            SEEN.put("all", opintopolku);
        }

        @BeforeEach
        void each(Sandbox opintopolku) {
            SEEN.put("each", opintopolku);
        }

        @Test
        void one(Sandbox opintopolku) {
            SEEN.put("one", opintopolku);
        }

        @Nested
        class Inner {
            @Test
            void two(Sandbox opintopolku) {
                SEEN.put("two", opintopolku);
            }
        }
    }

    @Test
    void a_class_with_its_nested_classes_shares_one_world_which_is_gone_afterwards() {
        run(Map.of(), Shared.class).testEvents().assertStatistics(stats -> stats.succeeded(2));

        assertEquals(Set.of("constructor", "all", "each", "one", "two"), SEEN.keySet());
        assertEquals(Set.of("Shared"), worlds());
        SEEN.values().forEach(ExtensionTest::assertGone);
    }

    private static void assertGone(Sandbox world) {
        try {
            world.now();
        } catch (IllegalStateException e) {
            return;
        }
        throw new AssertionError("still there: " + world.name());
    }

    @OpintopolkuSandbox(world = Lifespan.PER_METHOD)
    static class Separate {
        @BeforeEach
        void each(Sandbox opintopolku) {
            SEEN.put("before " + opintopolku.name(), opintopolku);
        }

        @Test
        void one(Sandbox opintopolku) {
            SEEN.put("one", opintopolku);
        }

        @RepeatedTest(3)
        void again(Sandbox opintopolku) {
            SEEN.put(opintopolku.name(), opintopolku);
        }
    }

    @Test
    void each_turn_of_each_method_can_have_a_world_of_its_own_which_its_before_each_sees_too() {
        run(Map.of(), Separate.class).testEvents().assertStatistics(stats -> stats.succeeded(4));

        assertEquals(Set.of("Separate.one", "Separate.again"), worlds(), "a name is free again when its world is gone");
        SEEN.values().forEach(ExtensionTest::assertGone);
    }

    @OpintopolkuSandbox(world = Lifespan.PER_METHOD)
    static class TooEarly {
        @BeforeAll
        static void all(Sandbox opintopolku) {
            SEEN.put("all", opintopolku);
        }

        @Test
        void one() {}
    }

    @Test
    void a_world_per_method_is_refused_where_there_is_no_method_with_what_to_do_instead() {
        var failures = run(Map.of(), TooEarly.class).containerEvents().failed().list();

        assertTrue(
                messages(failures).get(0).contains("take it in the test method or in @BeforeEach"),
                () -> messages(failures).toString());
    }

    @Retention(RetentionPolicy.RUNTIME)
    @OpintopolkuSandbox(seed = 7, scenario = "marriage", profile = "test")
    @interface OurWorld {}

    @OurWorld
    static class Composed {
        @Test
        void one(Sandbox opintopolku) {
            SEEN.put(opintopolku.now().toString(), opintopolku);
        }
    }

    static class Heir extends Shared {
        Heir(Sandbox opintopolku) {
            super(opintopolku);
        }
    }

    @Test
    void the_annotation_may_stand_on_another_annotation_or_on_a_superclass() {
        run(Map.of(), Composed.class).testEvents().assertStatistics(stats -> stats.succeeded(1));
        assertEquals(Set.of("2026-06-01T06:00:00Z"), SEEN.keySet(), "the scenario's own clock");

        run(Map.of(), Heir.class).testEvents().assertStatistics(stats -> stats.succeeded(2));
        assertEquals(Set.of("Heir"), worlds());
    }

    @OpintopolkuSandbox(scenario = "nothing")
    static class Misspelt {
        @Test
        void one(Sandbox opintopolku) {
            SEEN.put("one", opintopolku);
        }
    }

    @Test
    void a_scenario_that_is_not_there_fails_the_test_and_names_those_that_are() {
        var failures = run(Map.of(), Misspelt.class).testEvents().failed().list();

        assertTrue(
                messages(failures).get(0).contains("personas"),
                () -> messages(failures).toString());
    }

    @OpintopolkuSandbox(world = Lifespan.PER_METHOD)
    static class Crowd {
        @RepeatedTest(24)
        void at_once(Sandbox opintopolku) {
            assertTrue(BUSY.add(opintopolku.name()), "nobody else has it");
            SEEN.put(opintopolku.name(), opintopolku);
            assertTrue(opintopolku.credentials("peppi").username().endsWith("-" + opintopolku.name()));
            BUSY.remove(opintopolku.name());
        }
    }

    @OpintopolkuSandbox(seed = 7)
    static class Outer {
        @Test
        void outer(Sandbox opintopolku) {
            SEEN.put("outer", opintopolku);
        }

        @Nested
        @OpintopolkuSandbox(seed = 8, world = Lifespan.PER_METHOD)
        class Own {
            @Test
            void one(Sandbox opintopolku) {
                SEEN.put("one", opintopolku);
                assertTrue(opintopolku.control("GET", "/status", null).contains("\"seed\":8"));
            }

            @Test
            void two(Sandbox opintopolku) {
                SEEN.put("two", opintopolku);
            }
        }
    }

    @Test
    void a_nested_class_with_an_annotation_of_its_own_has_worlds_of_its_own() {
        run(Map.of(), Outer.class).testEvents().assertStatistics(stats -> stats.succeeded(3));

        assertEquals(3, worlds().size());
    }

    @Test
    void tests_in_parallel_share_the_server_and_no_world() {
        var parallel = Map.of(
                "junit.jupiter.execution.parallel.enabled", "true",
                "junit.jupiter.execution.parallel.mode.default", "concurrent",
                "junit.jupiter.execution.parallel.config.strategy", "fixed",
                "junit.jupiter.execution.parallel.config.fixed.parallelism", "8");

        run(parallel, Crowd.class, Separate.class).testEvents().assertStatistics(stats -> stats.succeeded(28));

        assertEquals(1, SEEN.values().stream().map(Sandbox::baseUrl).distinct().count(), "one server");
    }

    private static List<String> messages(List<Event> failures) {
        return failures.stream()
                .map(event -> event.getRequiredPayload(TestExecutionResult.class))
                .map(result -> result.getThrowable().orElseThrow().getMessage())
                .toList();
    }
}
