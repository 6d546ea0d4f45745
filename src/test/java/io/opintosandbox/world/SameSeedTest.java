package io.opintosandbox.world;

import static io.opintosandbox.testing.TestSandbox.haku;
import static io.opintosandbox.testing.TestSandbox.someone;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import io.opintosandbox.config.Setting;
import io.opintosandbox.config.Settings;
import io.opintosandbox.testing.TestSandbox;
import io.opintosandbox.vtj.VtjHenkilo;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Two servers with one seed answer the same calls with the same OIDs: decision 3 of the design. */
class SameSeedTest {
    @RegisterExtension
    static final TestSandbox one = new TestSandbox(Settings.defaults().with(Setting.SEED, "7"));

    @RegisterExtension
    static final TestSandbox other = new TestSandbox(Settings.defaults().with(Setting.SEED, "7"));

    @RegisterExtension
    static final TestSandbox differentSeed = new TestSandbox(Settings.defaults().with(Setting.SEED, "8"));

    @Test
    void the_order_of_calls_and_the_number_of_threads_make_no_difference() throws Exception {
        var people =
                IntStream.range(0, 16).mapToObj(i -> someone("Siemen", "Sama")).toList();
        var backwards = new ArrayList<>(people);
        Collections.reverse(backwards);

        var inOrder = oids(one, people, 1);

        assertEquals(inOrder, oids(other, backwards, 8));
        assertNotEquals(inOrder, oids(differentSeed, people, 1));
    }

    private static Map<String, String> oids(TestSandbox sandbox, List<VtjHenkilo> people, int threads)
            throws Exception {
        ExecutorService pool = Executors.newFixedThreadPool(threads);
        try {
            List<Callable<String>> calls = new ArrayList<>();
            for (var henkilo : people) {
                calls.add(() -> sandbox.hae(haku(sandbox.vtjHas(henkilo)))
                        .then()
                        .statusCode(200)
                        .extract()
                        .path("oid"));
            }
            Map<String, String> oids = new TreeMap<>();
            List<Future<String>> answers = pool.invokeAll(calls);
            for (int i = 0; i < people.size(); i++) {
                oids.put(people.get(i).hetu(), answers.get(i).get());
            }
            return oids;
        } finally {
            pool.shutdownNow();
        }
    }
}
