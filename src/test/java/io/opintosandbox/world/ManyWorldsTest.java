package io.opintosandbox.world;

import static io.opintosandbox.testing.TestSandbox.REGISTRY;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.opintosandbox.OpintoSandbox;
import io.opintosandbox.Sandbox;
import io.opintosandbox.config.Setting;
import io.opintosandbox.config.Settings;
import io.opintosandbox.json.Json;
import io.opintosandbox.testing.TestSandbox;
import io.opintosandbox.vtj.VtjHenkilo;
import java.lang.ref.WeakReference;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Many worlds in one server know nothing of each other. */
class ManyWorldsTest {
    private static final int WORLDS = 50;
    private static final List<VtjHenkilo> PEOPLE = IntStream.range(0, 6)
            .mapToObj(i -> TestSandbox.someone("Moni Maailma", "Rinnakkainen"))
            .toList();

    @Test
    void fifty_worlds_worked_on_by_fifty_threads_give_the_oids_of_fifty_servers() throws Exception {
        List<Map<String, String>> together;
        try (var server = OpintoSandbox.start()) {
            var seats = IntStream.range(0, WORLDS)
                    .mapToObj(i -> server.newWorld("tyo-" + i, settings -> seeded(settings, i)))
                    .toList();
            together = atOnce(seats.stream()
                    .<Callable<Map<String, String>>>map(seat -> () -> work(seat))
                    .toList());
            for (var seat : seats) {
                assertEquals(PEOPLE.size(), count(seat) - count(server.sandbox()), seat.name());
            }
        }

        for (int i = 0; i < WORLDS; i++) {
            try (var alone = OpintoSandbox.start(seeded(Settings.defaults().with(Setting.PORT, "0"), i))) {
                assertEquals(work(alone.sandbox()), together.get(i), "seed " + i);
            }
        }
    }

    @Test
    void two_hundred_worlds_are_normal_and_each_can_go_by_itself() throws Exception {
        try (var server = OpintoSandbox.start()) {
            var worlds = IntStream.range(0, 200)
                    .mapToObj(i -> server.newWorld("ci-" + i))
                    .toList();
            assertTrue(worlds.stream().allMatch(world -> count(world) == count(server.sandbox())));

            var world = server.world("ci-7").orElseThrow();
            worlds.get(7).close();

            assertTrue(world.gone());
            assertFalse(server.world("ci-7").isPresent());
            worlds.forEach(Sandbox::close);
            assertEquals(
                    204,
                    new Client(server.sandbox()).control("POST", "/reset", "{}").statusCode());
        }
    }

    @Test
    void nobody_holds_a_deleted_world_in_memory() throws Exception {
        try (var server = OpintoSandbox.start()) {
            var world = usedAndDeleted(server);

            for (int i = 0; i < 50 && world.get() != null; i++) {
                count(server.sandbox());
                System.gc();
            }

            assertNull(world.get());
        }
    }

    private static WeakReference<World> usedAndDeleted(OpintoSandbox server) throws Exception {
        try (var seat = server.newWorld("muistissa")) {
            work(seat);
            return new WeakReference<>(server.world("muistissa").orElseThrow());
        }
    }

    /** Everything that one test does alone: people, questions, an import, its background work. */
    private static Map<String, String> work(Sandbox seat) throws Exception {
        var client = new Client(seat);
        for (var henkilo : PEOPLE) {
            client.control("PUT", "/vtj/persons/" + henkilo.hetu(), Json.write(henkilo));
        }
        Map<String, String> oids = new TreeMap<>();
        for (var henkilo : PEOPLE.subList(0, 3)) {
            var found = client.registry("POST", "/yleistunniste/hae", Json.write(TestSandbox.haku(henkilo)));
            oids.put(henkilo.hetu(), found.path("oid").asText());
        }
        var rows = PEOPLE.subList(2, 6).stream()
                .map(henkilo -> TestSandbox.row(henkilo.hetu(), TestSandbox.haku(henkilo)))
                .toList();
        var id = client.registry("PUT", "/yleistunniste", Json.write(Map.of("henkilot", rows)))
                .path("id")
                .asLong();
        client.control("POST", "/settle", "{}");
        var tuonti = client.registry("GET", "/yleistunniste/tuonti=" + id, null);
        assertTrue(tuonti.path("kasitelty").asBoolean(), tuonti.toString());
        for (var row : tuonti.path("henkilot")) {
            var numero = row.at("/henkilo/oppijanumero").asText();
            var before = oids.put(row.path("tunniste").asText(), numero);
            assertTrue(before == null || before.equals(numero), tuonti.toString());
        }
        assertEquals(PEOPLE.size(), oids.size());
        return oids;
    }

    private static long count(Sandbox seat) {
        try {
            return Json.tree(new Client(seat)
                            .control("GET", "/status", null)
                            .body()
                            .getBytes(StandardCharsets.UTF_8))
                    .at("/counts/persons")
                    .asLong();
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    private static Settings seeded(Settings settings, int seed) {
        return settings.with(Setting.SEED, String.valueOf(100 + seed));
    }

    private static <T> List<T> atOnce(List<Callable<T>> works) throws Exception {
        var threads = Executors.newFixedThreadPool(works.size());
        try {
            List<T> found = new ArrayList<>();
            for (var one : threads.invokeAll(works)) {
                found.add(one.get());
            }
            return found;
        } finally {
            threads.shutdownNow();
        }
    }

    /** An adapter with its credentials, and the test beside it. */
    private static final class Client {
        private static final HttpClient HTTP = HttpClient.newHttpClient();

        private final Sandbox seat;
        private String token;

        Client(Sandbox seat) {
            this.seat = seat;
        }

        java.net.http.HttpResponse<String> control(String method, String path, String body) throws Exception {
            return send(method, "/sandbox" + path, body, "Sandbox-World", seat.name());
        }

        JsonNode registry(String method, String path, String body) throws Exception {
            if (token == null) {
                token = token();
            }
            var answer = send(method, REGISTRY + path, body, "Authorization", "Bearer " + token);
            assertEquals(200, answer.statusCode(), answer.body());
            return Json.tree(answer.body().getBytes(StandardCharsets.UTF_8));
        }

        private String token() throws Exception {
            var user = seat.credentials("yleistunniste");
            var form = "grant_type=client_credentials&client_id=" + encoded(user.username()) + "&client_secret="
                    + encoded(user.clientSecret());
            var request = HttpRequest.newBuilder(URI.create(seat.baseUrl() + "/kayttooikeus-service/oauth2/token"))
                    .header("Content-Type", "application/x-www-form-urlencoded")
                    .POST(BodyPublishers.ofString(form))
                    .build();
            var answer = HTTP.send(request, BodyHandlers.ofString()).body();
            return Json.tree(answer.getBytes(StandardCharsets.UTF_8))
                    .path("access_token")
                    .asText();
        }

        private java.net.http.HttpResponse<String> send(
                String method, String path, String body, String header, String value) throws Exception {
            var request = HttpRequest.newBuilder(URI.create(seat.baseUrl() + path))
                    .header(header, value)
                    .header("Content-Type", "application/json")
                    .method(method, body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body))
                    .build();
            return HTTP.send(request, BodyHandlers.ofString());
        }

        private static String encoded(String text) {
            return URLEncoder.encode(text, StandardCharsets.UTF_8);
        }
    }
}
