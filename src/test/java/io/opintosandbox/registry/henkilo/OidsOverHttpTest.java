package io.opintosandbox.registry.henkilo;

import static io.opintosandbox.testing.TestSandbox.haku;
import static io.opintosandbox.testing.TestSandbox.someone;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.opintosandbox.config.Setting;
import io.opintosandbox.config.Settings;
import io.opintosandbox.id.HenkiloOid;
import io.opintosandbox.testing.TestSandbox;
import io.opintosandbox.vtj.VtjHenkilo;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** New persons' OIDs as clients see them: registry-behaviour.md 1, decisions 3 and 4 of the design. */
class OidsOverHttpTest {

    @ParameterizedTest
    @CsvSource({"98, derived", "24, derived", "198, derived", "98, sequence", "24, sequence", "98, random", "24, random"
    })
    void they_have_the_node_and_the_right_check_digit(int node, String oids) {
        with(Settings.defaults().with(Setting.OID_NODE, String.valueOf(node)).with(Setting.OIDS, oids), sandbox -> {
            var created = new HashSet<String>();
            for (int i = 0; i < 5; i++) {
                created.add(oid(sandbox, sandbox.vtjHas(someone("Numero", "Saaja"))));
            }

            assertEquals(5, created.size());
            created.forEach(oid -> {
                assertTrue(oid.startsWith("1.2.246.562." + node + "."), oid);
                assertTrue(HenkiloOid.isValid(oid), oid);
            });
        });
    }

    @Test
    void the_same_people_have_the_same_oids_in_another_order_and_on_eight_threads() {
        var people = people(40);
        var first = oids(Settings.defaults(), people, 1);
        var reversed = new ArrayList<>(people);
        Collections.reverse(reversed);

        assertEquals(first, oids(Settings.defaults(), reversed, 1));
        assertEquals(first, oids(Settings.defaults(), reversed, 8));
    }

    @Test
    void another_seed_gives_everybody_another_oid() {
        var people = people(10);

        var first = oids(Settings.defaults(), people, 1);
        var other = oids(Settings.defaults().with(Setting.SEED, "2"), people, 1);

        first.forEach((hetu, oid) -> assertNotEquals(oid, other.get(hetu)));
    }

    @Test
    void a_sequence_is_the_same_in_every_run_for_whoever_comes_in_that_order() {
        var sequence = Settings.defaults().with(Setting.OIDS, "sequence");

        assertEquals(
                List.copyOf(oids(sequence, people(5), 1).values()),
                List.copyOf(oids(sequence, people(5), 1).values()));
    }

    private static List<VtjHenkilo> people(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> someone("Sama " + (char) ('A' + i % 26), "Siemen"))
                .toList();
    }

    /** By hetu in the order of creation for one thread. */
    private static Map<String, String> oids(Settings settings, List<VtjHenkilo> people, int threads) {
        Map<String, String> oids = threads == 1 ? new java.util.LinkedHashMap<>() : new ConcurrentHashMap<>();
        with(settings, sandbox -> {
            people.forEach(sandbox::vtjHas);
            if (threads == 1) {
                people.forEach(henkilo -> oids.put(henkilo.hetu(), oid(sandbox, henkilo)));
            } else {
                var pool = Executors.newFixedThreadPool(threads);
                people.forEach(henkilo -> pool.execute(() -> oids.put(henkilo.hetu(), oid(sandbox, henkilo))));
                end(pool);
            }
        });
        assertEquals(people.size(), oids.size());
        return threads == 1 ? oids : new TreeMap<>(oids);
    }

    private static void end(java.util.concurrent.ExecutorService pool) {
        pool.shutdown();
        try {
            assertTrue(pool.awaitTermination(60, TimeUnit.SECONDS));
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String oid(TestSandbox sandbox, VtjHenkilo henkilo) {
        return sandbox.hae(haku(henkilo)).then().statusCode(200).extract().path("oid");
    }

    private static void with(Settings settings, java.util.function.Consumer<TestSandbox> test) {
        var sandbox = new TestSandbox(settings);
        sandbox.beforeAll(null);
        try {
            test.accept(sandbox);
        } finally {
            sandbox.afterAll(null);
        }
    }
}
