package io.opintosandbox.registry.henkilo;

import static io.opintosandbox.testing.TestSandbox.someone;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.opintosandbox.id.HenkiloOid;
import io.opintosandbox.id.OidGenerator;
import io.opintosandbox.testing.TestSandbox;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A candidate that somebody has moves on to the next one, also when two are given it at once. */
class TakenOidTest {
    @RegisterExtension
    static final TestSandbox sandbox = new TestSandbox();

    /** Everybody is offered 1000000000, then 1000000001 and so on. */
    private static final OidGenerator COLLIDING = (naturalKey, attempt) -> HenkiloOid.of(98, 1_000_000_000L + attempt);

    private HenkiloLuonti luonti;

    @BeforeEach
    void a_fresh_world_with_colliding_oids() {
        sandbox.reset();
        var world = sandbox.server().world("default").orElseThrow();
        luonti = new HenkiloLuonti(world, new Henkilot(world), COLLIDING, vuoro -> {});
    }

    @Test
    void people_created_together_get_one_candidate_after_the_other() {
        var created = luonti.luoKaikki(List.of(uusi(), uusi(), uusi()), "x");

        assertEquals(oids(3), created.stream().map(Henkilo::oid).toList());
    }

    @Test
    void a_candidate_of_the_database_is_passed_over() {
        luonti.luoKaikki(List.of(uusi(), uusi()), "x");

        assertEquals(
                oids(3).get(2), luonti.luoKaikki(List.of(uusi()), "x").get(0).oid());
    }

    @Test
    void of_those_who_race_for_one_candidate_the_loser_takes_the_next() throws Exception {
        for (int round = 0; round < 10; round++) {
            a_fresh_world_with_colliding_oids();
            var racers = 3;
            var barrier = new CyclicBarrier(racers);
            var pool = Executors.newFixedThreadPool(racers);
            List<Callable<String>> calls = new ArrayList<>();
            for (int i = 0; i < racers; i++) {
                calls.add(() -> {
                    var uusi = uusi();
                    barrier.await();
                    return luonti.luo(uusi, "x", Set.of()).oid();
                });
            }

            Set<String> created = new HashSet<>();
            for (var answer : pool.invokeAll(calls)) {
                created.add(answer.get());
            }
            pool.shutdown();

            assertEquals(new HashSet<>(oids(racers)), created);
        }
    }

    private static UusiHenkilo uusi() {
        var henkilo = someone("Törmäävä", "Numero");
        return UusiHenkilo.ofHetu(
                henkilo.hetu(), henkilo.etunimet(), henkilo.kutsumanimi(), henkilo.sukunimi(), List.of());
    }

    private static List<String> oids(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> HenkiloOid.of(98, 1_000_000_000L + i).value())
                .toList();
    }
}
