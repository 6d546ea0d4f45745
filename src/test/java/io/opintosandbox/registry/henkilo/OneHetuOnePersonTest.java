package io.opintosandbox.registry.henkilo;

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
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Many callers at once: registry-behaviour.md 5, "N parallel hae calls". */
class OneHetuOnePersonTest {
    private static final int CALLERS = 64;

    @RegisterExtension
    static final TestSandbox sandbox = new TestSandbox();

    @Test
    void sixty_four_who_ask_for_one_new_person_make_one_person() throws Exception {
        for (int round = 0; round < 5; round++) {
            var uusi = sandbox.vtjHas(someone("Irma", "Koehenkilö"));

            var answers = atOnce(IntStream.range(0, CALLERS).mapToObj(i -> uusi).toList());

            assertTrue(
                    Set.of(200, 400)
                            .containsAll(
                                    answers.stream().map(Response::statusCode).toList()),
                    () -> answers.stream().map(Response::statusCode).toList().toString());
            var oids = answers.stream()
                    .filter(answer -> answer.statusCode() == 200)
                    .map(answer -> answer.<String>path("oid"))
                    .collect(Collectors.toSet());
            assertEquals(1, oids.size());
            assertEquals(
                    1,
                    sandbox.server()
                            .world("default")
                            .orElseThrow()
                            .db()
                            .sql("select count(*) from henkilo where world = :world and hetu = :hetu")
                            .set("hetu", uusi.hetu())
                            .number());
            answers.stream()
                    .filter(answer -> answer.statusCode() == 400)
                    .forEach(answer -> assertTrue(
                            List.of(
                                            "org.springframework.dao.DataIntegrityViolationException",
                                            "fi.vm.sade.oppijanumerorekisteri.exceptions.UnprocessableEntityException")
                                    .contains(answer.<String>path("exception")),
                            answer::asString));
        }
    }

    @Test
    void sixty_four_who_ask_for_different_people_get_different_oids() throws Exception {
        var people = IntStream.range(0, CALLERS)
                .mapToObj(i -> sandbox.vtjHas(someone("Eri", "Ihminen")))
                .toList();

        var answers = atOnce(people);

        assertEquals(Set.of(200), answers.stream().map(Response::statusCode).collect(Collectors.toSet()));
        assertEquals(
                CALLERS,
                new HashSet<>(answers.stream()
                                .map(answer -> answer.<String>path("oid"))
                                .toList())
                        .size());
    }

    @Test
    void an_import_and_callers_of_hae_at_once_agree_on_the_people() throws Exception {
        var people = IntStream.range(0, CALLERS)
                .mapToObj(i -> sandbox.vtjHas(someone("Yhtä", "Aikaa")))
                .toList();
        var id = sandbox.startImport(people.stream()
                .map(henkilo -> TestSandbox.row(henkilo.hetu(), haku(henkilo)))
                .toList());

        var answers = atOnce(people);
        sandbox.settle();

        assertTrue(Set.of(200, 400)
                .containsAll(answers.stream().map(Response::statusCode).toList()));
        var rows = sandbox.as("yleistunniste").get("/yleistunniste/tuonti=" + id);
        assertEquals(CALLERS, rows.<Integer>path("kasiteltyja"));
        assertEquals(CALLERS, new HashSet<>(rows.<List<String>>path("henkilot.henkilo.oid")).size());
        for (int i = 0; i < CALLERS; i++) {
            if (answers.get(i).statusCode() == 200) {
                assertEquals(
                        answers.get(i).<String>path("oid"),
                        rows.path("henkilot.find { it.tunniste == '"
                                + people.get(i).hetu() + "' }.henkilo.oid"));
            }
        }
    }

    private static List<Response> atOnce(List<VtjHenkilo> people) throws Exception {
        var token = sandbox.token("yleistunniste", sandbox.user("yleistunniste").get("clientSecret"));
        var barrier = new CyclicBarrier(people.size());
        var pool = Executors.newFixedThreadPool(people.size());
        try {
            List<Callable<Response>> calls = new ArrayList<>();
            people.forEach(henkilo -> calls.add(() -> {
                var request = sandbox.anonymous()
                        .basePath(TestSandbox.REGISTRY)
                        .header("Authorization", "Bearer " + token)
                        .contentType(ContentType.JSON)
                        .body(Json.write(haku(henkilo)));
                barrier.await();
                return request.post("/yleistunniste/hae");
            }));
            List<Response> answers = new ArrayList<>();
            for (Future<Response> answer : pool.invokeAll(calls)) {
                answers.add(answer.get());
            }
            return answers;
        } finally {
            pool.shutdown();
        }
    }
}
