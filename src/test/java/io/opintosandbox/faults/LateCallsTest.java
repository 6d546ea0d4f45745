package io.opintosandbox.faults;

import static io.opintosandbox.testing.TestSandbox.haku;
import static io.opintosandbox.testing.TestSandbox.someone;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.opintosandbox.OpintoSandbox;
import io.opintosandbox.config.Setting;
import io.opintosandbox.config.Settings;
import io.opintosandbox.testing.TestSandbox;
import io.opintosandbox.world.Effect;
import io.opintosandbox.world.Faults.Match;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Calls that are answered late: control-api.md, "faults", delay. */
class LateCallsTest {
    @RegisterExtension
    static final TestSandbox sandbox = new TestSandbox();

    @RegisterExtension
    static final FaultyWorld world = new FaultyWorld(sandbox);

    @Test
    void the_next_call_is_answered_late_and_the_one_after_it_at_once() {
        world.goesWrong("{'effect':{'delay':'PT0.6S'}}");

        var late = millis(() -> assertEquals(200, world.hasHetu(world.token()).statusCode()));
        var soon = millis(() -> assertEquals(200, world.hasHetu(world.token()).statusCode()));

        assertTrue(late >= 600, "took " + late);
        assertTrue(soon < 600, "took " + soon);
    }

    @Test
    void it_is_real_time_though_the_worlds_clock_stands_or_is_moved() {
        sandbox.control().body("{\"mode\":\"fixed\"}").put("/clock");
        world.goesWrong("{'effect':{'delay':'PT0.6S'}}");

        var late = millis(() -> {
            var call = world.send(world.hasHetuRequest(world.token()));
            sandbox.control().body("{\"advance\":\"PT0.1S\"}").put("/clock");
            assertEquals(200, call.join().statusCode());
        });

        assertTrue(late >= 600, "took " + late);
        sandbox.control().body("{\"mode\":\"running\"}").put("/clock");
    }

    @Test
    void it_is_carried_out_when_it_has_waited_even_if_its_client_has_gone() {
        var aku = sandbox.vtjHas(someone("Aku", "Hidas"));
        var fault = world.goesWrong("{'effect':{'delay':'PT3S'},'match':{'path':'*/hae'}}");
        var before = persons();
        var request = world.request(TestSandbox.REGISTRY + "/yleistunniste/hae")
                .header("Authorization", "Bearer " + world.token())
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(io.opintosandbox.json.Json.write(haku(aku))))
                .timeout(Duration.ofMillis(300))
                .build();

        org.junit.jupiter.api.Assertions.assertThrows(
                CompletionException.class, () -> world.send(request).join());

        assertEquals(1, world.struck(fault));
        assertEquals(before, persons());
        Eventually.is(before + 1, LateCallsTest::persons);
    }

    @Test
    void waiting_calls_hold_no_thread() {
        world.goesWrong("{'effect':{'delay':'PT2S'},'times':300}");
        var calls = Stream.generate(() -> world.send(world.hasHetuRequest(world.token())))
                .limit(300)
                .toList();

        var soon = millis(() -> sandbox.control().get("/status").then().statusCode(200));

        assertTrue(soon < 1500, "took " + soon);
        calls.forEach(call -> assertEquals(200, call.join().statusCode()));
    }

    @Test
    void a_delay_and_a_status_strike_the_same_call() {
        world.goesWrong("{'effect':{'delay':'PT0.4S'}}");
        world.goesWrong("{'effect':{'status':503}}");

        var late = millis(() -> {
            var answer = world.hasHetu(world.token());
            assertEquals(503, answer.statusCode());
            assertTrue(answer.body().contains("Service Unavailable"));
        });

        assertTrue(late >= 400, "took " + late);
        assertEquals(200, world.hasHetu(world.token()).statusCode());
    }

    @Test
    void a_call_of_nobody_and_a_wrong_token_wait_too_and_stay_what_they_are() {
        world.goesWrong("{'effect':{'delay':'PT0.3S'},'times':2}");

        var late = millis(() -> {
            var anonymous = world.send(world.request(TestSandbox.REGISTRY + "/henkilo/current/hasHetu")
                            .build())
                    .join();
            assertEquals(302, anonymous.statusCode());
            assertEquals(401, world.hasHetu("not.a.token").statusCode());
        });

        assertTrue(late >= 600, "took " + late);
    }

    @Test
    void a_server_that_stops_waits_for_no_late_call() {
        var server = OpintoSandbox.start(Settings.defaults().with(Setting.PORT, "0"));
        server.world("default")
                .orElseThrow()
                .faults()
                .add(Match.path("/koodisto-service"), new Effect.Delay(Duration.ofMinutes(5)), null);
        var calls = Stream.generate(() -> HttpClient.newHttpClient()
                        .sendAsync(
                                HttpRequest.newBuilder(URI.create(server.baseUrl() + "/koodisto-service/x"))
                                        .build(),
                                BodyHandlers.ofString()))
                .limit(5)
                .toList();
        Eventually.is(
                5,
                () -> server.world("default")
                        .orElseThrow()
                        .faults()
                        .all()
                        .get(0)
                        .struck());

        var millis = millis(server::close);

        assertTrue(millis < 10_000, "took " + millis);
        assertTrue(calls.stream().noneMatch(CompletableFuture::isCancelled));
        assertFalse(calls.stream()
                .anyMatch(call -> call.isDone()
                        && !call.isCompletedExceptionally()
                        && call.join().statusCode() == 200));
    }

    private static int persons() {
        return sandbox.control().get("/status").path("counts.persons");
    }

    private static long millis(Runnable task) {
        var began = System.nanoTime();
        task.run();
        return (System.nanoTime() - began) / 1_000_000;
    }
}
