package io.opintosandbox.registry.linkitys;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.opintosandbox.http.Problem;
import io.opintosandbox.registry.henkilo.Henkilot;
import io.opintosandbox.testing.Registrar;
import io.opintosandbox.testing.TestSandbox;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Many link the same few people at once: registry-behaviour.md 16, two levels only. */
class ParallelLinkitysTest {
    private static final int THREADS = 8;
    private static final int CALLS = 60;
    private static final int PEOPLE = 12;

    @RegisterExtension
    static final TestSandbox sandbox = new TestSandbox();

    private final Linkitys linkitys =
            sandbox.server().world("default").orElseThrow().part(Linkitys.class);

    @Test
    void whatever_is_linked_at_once_there_are_two_levels_and_slaves_are_passive_duplicates() throws Exception {
        var people = people();
        List<Callable<Integer>> callers = new ArrayList<>();
        for (int thread = 0; thread < THREADS; thread++) {
            var random = new SplittableRandom(thread);
            callers.add(() -> linkAtRandom(people, random));
        }

        var linked = atOnce(callers);

        assertTrue(linked > THREADS, "hardly any call succeeded: " + linked);
        assertTwoLevels();
        assertEquals(0, count("not s.passivoitu or not s.duplikaatti"), "a slave that is no passive duplicate");
        assertTrue(count("true") > 0);
    }

    /** Whoever is freed from somebody who is the master no more loses the marks of a slave all the same. */
    @Test
    void links_and_unlinks_at_once_leave_two_levels() throws Exception {
        var people = people();
        var henkilot = sandbox.server().world("default").orElseThrow().part(Henkilot.class);
        List<Callable<Integer>> callers = new ArrayList<>();
        for (int thread = 0; thread < THREADS; thread++) {
            var random = new SplittableRandom(thread);
            callers.add(() -> {
                var linked = linkAtRandom(people, random);
                for (var oid : people) {
                    linkitys.pura(henkilot.masterOf(oid).orElseThrow().oid(), oid, "1.2.3");
                    linked += link(oid, List.of(people.get(random.nextInt(PEOPLE))));
                }
                return linked;
            });
        }

        atOnce(callers);

        assertTwoLevels();
    }

    private static List<String> people() {
        var rekisteri = new Registrar(sandbox);
        List<String> people = new ArrayList<>();
        for (int i = 0; i < PEOPLE; i++) {
            people.add(rekisteri.hetuton("Rinnakkainen", "Henkilö " + (char) ('A' + i)));
        }
        return people;
    }

    private static int atOnce(List<Callable<Integer>> callers) throws Exception {
        var threads = Executors.newFixedThreadPool(THREADS);
        try {
            var linked = 0;
            for (var result : threads.invokeAll(callers)) {
                linked += result.get();
            }
            return linked;
        } finally {
            threads.shutdownNow();
        }
    }

    private static void assertTwoLevels() {
        assertEquals(0, count("s.master_id = s.id or m.master_id is not null"), "more than two levels");
        assertEquals(0, count("m.passivoitu or m.duplikaatti"), "a master that is passive or a duplicate");
    }

    private int linkAtRandom(List<String> people, SplittableRandom random) {
        var linked = 0;
        for (int i = 0; i < CALLS; i++) {
            linked += link(
                    people.get(random.nextInt(PEOPLE)),
                    List.of(people.get(random.nextInt(PEOPLE)), people.get(random.nextInt(PEOPLE))));
        }
        return linked;
    }

    private int link(String oid, List<String> others) {
        try {
            linkitys.linkita(oid, others, "1.2.3");
            return 1;
        } catch (Problem isAlreadyASlave) {
            assertEquals(400, isAlreadyASlave.status());
            return 0;
        }
    }

    private static long count(String condition) {
        return sandbox.server()
                .world("default")
                .orElseThrow()
                .db()
                .sql("select count(*) from henkilo s join henkilo m on m.id = s.master_id where s.world = :world and ("
                        + condition + ")")
                .number();
    }
}
