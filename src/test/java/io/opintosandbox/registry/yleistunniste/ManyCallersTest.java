package io.opintosandbox.registry.yleistunniste;

import static io.opintosandbox.testing.TestSandbox.haku;
import static io.opintosandbox.testing.TestSandbox.someone;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.opintosandbox.json.Json;
import io.opintosandbox.testing.TestSandbox;
import io.opintosandbox.vtj.VtjHenkilo;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Many callers at once: registry-behaviour.md 5, "N parallel hae calls for the same new person". */
class ManyCallersTest {
    private static final int CALLERS = 64;

    @RegisterExtension
    static final TestSandbox sandbox = new TestSandbox();

    @Test
    void sixty_four_callers_about_one_new_person_make_one_person() throws Exception {
        var uusi = sandbox.vtjHas(someone("Monta Kysyjää", "Yksi"));
        var before = persons();

        var answers = ask(IntStream.range(0, CALLERS).mapToObj(i -> uusi).toList());

        assertTrue(answers.stream().allMatch(answer -> Set.of(200, 400).contains(answer.statusCode())));
        assertEquals(1, oids(answers).size());
        assertEquals(before + 1, persons());
    }

    @Test
    void sixty_four_callers_about_as_many_people_get_as_many_oids() throws Exception {
        var people = IntStream.range(0, CALLERS)
                .mapToObj(i -> sandbox.vtjHas(someone("Monta Uutta", "Eri")))
                .toList();

        var answers = ask(people);

        assertTrue(answers.stream().allMatch(answer -> answer.statusCode() == 200));
        assertEquals(CALLERS, oids(answers).size());
    }

    private static List<Response> ask(List<VtjHenkilo> people) throws Exception {
        var token = sandbox.token("yleistunniste", sandbox.user("yleistunniste").get("clientSecret"));
        var together = new CyclicBarrier(people.size());
        var pool = Executors.newFixedThreadPool(people.size());
        try {
            List<Callable<Response>> calls = new ArrayList<>();
            for (var henkilo : people) {
                calls.add(() -> {
                    together.await();
                    return sandbox.anonymous()
                            .header("Authorization", "Bearer " + token)
                            .contentType(ContentType.JSON)
                            .body(Json.write(haku(henkilo)))
                            .post(TestSandbox.REGISTRY + "/yleistunniste/hae");
                });
            }
            List<Response> answers = new ArrayList<>();
            for (var answer : pool.invokeAll(calls)) {
                answers.add(answer.get());
            }
            return answers;
        } finally {
            pool.shutdownNow();
        }
    }

    private static Set<String> oids(List<Response> answers) {
        Set<String> oids = new HashSet<>();
        answers.stream().filter(answer -> answer.statusCode() == 200).forEach(answer -> oids.add(answer.path("oid")));
        return oids;
    }

    private static int persons() {
        return sandbox.control().get("/status").path("counts.persons");
    }
}
