package io.opintosandbox.clients;

import static io.opintosandbox.testing.TestSandbox.REGISTRY;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.opintosandbox.clients.StrictJson.Yleistunniste;
import io.opintosandbox.json.Json;
import io.opintosandbox.testing.TestSandbox;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Twenty programs at once, each with its own login and its own connections, kept alive. */
class ParallelClientsTest {
    @RegisterExtension
    static final TestSandbox sandbox = new TestSandbox();

    private static final int CLIENTS = 20;
    private static final int CALLS = 15;

    /** Starts all at the same moment and answers what each found. */
    private static <T> List<T> atOnce(IntFunction<Callable<T>> client) throws InterruptedException, ExecutionException {
        var start = new CountDownLatch(1);
        var threads = Executors.newFixedThreadPool(CLIENTS);
        try {
            List<Future<T>> running = new ArrayList<>();
            for (var i = 0; i < CLIENTS; i++) {
                var work = client.apply(i);
                running.add(threads.submit(() -> {
                    start.await();
                    return work.call();
                }));
            }
            start.countDown();
            List<T> found = new ArrayList<>();
            for (var one : running) {
                found.add(one.get());
            }
            return found;
        } finally {
            threads.shutdownNow();
        }
    }

    private static String question(int client) {
        return Json.write(
                TestSandbox.haku(sandbox.vtjHas(TestSandbox.someone("Rinna " + (char) ('A' + client), "Kkainen"))));
    }

    @Test
    void sessions_and_tokens_of_many_programs_do_not_get_into_each_other_s_way() throws Exception {
        var user = sandbox.user("yleistunniste");

        var refused = atOnce(i -> {
            var question = question(i);
            var session = new SessionClient(
                    sandbox.baseUrl(), REGISTRY, i % 2 == 0 ? CasHabit.WHOLE_LOCATION : CasHabit.LAST_SEGMENT, user);
            var token = new TokenClient(sandbox.baseUrl(), REGISTRY, user);
            return () -> {
                var bad = 0;
                var oid = StrictJson.read(token.post("/yleistunniste/hae", question), Yleistunniste.class)
                        .oid();
                for (var call = 0; call < CALLS; call++) {
                    var answer = session.post("/yleistunniste/hae", question);
                    bad += StrictJson.read(answer, Yleistunniste.class).oid().equals(oid) ? 0 : 1;
                    bad += token.get("/yleistunniste/hae/" + oid).statusCode() == 200 ? 0 : 1;
                }
                return bad + session.logins() - 1;
            };
        });

        assertEquals(List.of(), refused.stream().filter(bad -> bad != 0).toList());
    }

    @Test
    void one_new_person_asked_for_by_all_at_once_is_made_once() throws Exception {
        var question = question(0);
        var client = new TokenClient(sandbox.baseUrl(), REGISTRY, sandbox.user("yleistunniste"));
        client.get("/cas/prequel");

        var statuses =
                atOnce(i -> () -> client.post("/yleistunniste/hae", question).statusCode());

        // Who came in the same moment gets 400, who came later finds the person.
        assertEquals(
                List.of(),
                statuses.stream()
                        .filter(status -> status != 200 && status != 400)
                        .toList());
        var oid = StrictJson.read(client.post("/yleistunniste/hae", question), Yleistunniste.class)
                .oid();
        assertEquals(200, client.get("/yleistunniste/hae/" + oid).statusCode());
    }
}
