package io.opintosandbox.registry.tuonti;

import static io.opintosandbox.testing.TestSandbox.haku;
import static io.opintosandbox.testing.TestSandbox.row;
import static io.opintosandbox.testing.TestSandbox.someone;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.opintosandbox.json.Json;
import io.opintosandbox.testing.HeldBackground;
import io.opintosandbox.testing.TestSandbox;
import io.opintosandbox.world.World;
import io.restassured.http.ContentType;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Imports of the narrow API from acceptance to numbers: registry-behaviour.md 17, exchanges 24 to 28. */
class TuontiTest {
    @RegisterExtension
    static final TestSandbox sandbox = new TestSandbox();

    /** Nobody is identified before a test says so; imports run all the same, because they are due at once. */
    @BeforeEach
    void the_clock_stands() {
        sandbox.control().body("{\"mode\":\"fixed\"}").put("/clock").then().statusCode(200);
    }

    @Test
    void an_import_is_accepted_before_anything_is_done() {
        var answer = HeldBackground.during(
                world(),
                () -> sandbox.as("yleistunniste")
                        .contentType(ContentType.JSON)
                        .body(Json.write(Map.of(
                                "sahkoposti", "a@example.com", "henkilot", People.rows(LocalDate.of(1801, 1, 1), 2))))
                        .put("/yleistunniste")
                        .then()
                        .statusCode(200)
                        .extract()
                        .asString());

        assertTrue(answer.matches("\\{\"id\":\\d+,\"kasiteltavia\":2,\"kasiteltyja\":0,\"kasitelty\":false}"), answer);
    }

    @Test
    void rows_asked_for_before_the_first_part_is_done_are_forbidden() {
        long id = HeldBackground.during(world(), () -> {
            var started = sandbox.startImport(List.of(row("a", haku(someone("Aikainen", "Kysyjä")))));
            sandbox.as("yleistunniste")
                    .get("/yleistunniste/tuonti=" + started)
                    .then()
                    .statusCode(403)
                    .body("exception", equalTo("fi.vm.sade.oppijanumerorekisteri.exceptions.ForbiddenException"))
                    .body("message", equalTo("Oppijoiden tuonnin tietoihin ei oikeuksia"));
            sandbox.as("yleistunniste")
                    .get("/yleistunniste/tuonti=" + started + "/perustiedot")
                    .then()
                    .statusCode(200)
                    .body("kasiteltyja", equalTo(0));
            return started;
        });
        sandbox.settle();
        sandbox.as("yleistunniste").get("/yleistunniste/tuonti=" + id).then().statusCode(200);
    }

    @Test
    void the_background_does_an_import_without_being_asked_and_grows_in_hundreds() {
        var id = sandbox.startImport(People.rows(LocalDate.of(1802, 1, 1), 1_250));

        Set<Integer> seen = new HashSet<>();
        var deadline = System.nanoTime() + 60_000_000_000L;
        var done = 0;
        while (done < 1_250 && System.nanoTime() < deadline) {
            done = sandbox.as("yleistunniste")
                    .get("/yleistunniste/tuonti=" + id + "/perustiedot")
                    .path("kasiteltyja");
            seen.add(done);
        }
        assertEquals(1_250, done);
        seen.remove(1_250);
        assertTrue(seen.stream().allMatch(step -> step % 100 == 0), seen::toString);
    }

    @Test
    void rows_are_shown_as_far_as_they_are_done() {
        var id = sandbox.startImport(People.rows(LocalDate.of(1803, 1, 1), 150));
        sandbox.settle();

        var answer = sandbox.as("yleistunniste")
                .get("/yleistunniste/tuonti=" + id)
                .then()
                .statusCode(200);

        answer.body("kasiteltavia", equalTo(150))
                .body("kasiteltyja", equalTo(150))
                .body("kasitelty", equalTo(true));
        assertEquals(150, new HashSet<>(answer.extract().<List<String>>path("henkilot.tunniste")).size());
        assertEquals(150, new HashSet<>(answer.extract().<List<String>>path("henkilot.henkilo.oid")).size());
    }

    @Test
    void the_numbers_are_on_the_rows_once_the_people_are_identified() {
        var kaisa = sandbox.vtjHas(someone("Kaisa", "Kunnollinen"));
        var nobody = someone("Eiole", "Kadonnut");
        var id = sandbox.startImport(List.of(row("a", haku(kaisa)), row("b", haku(nobody))));
        whenDone(id);
        var oid = sandbox.hae(haku(kaisa)).then().extract().<String>path("oid");

        assertEquals(
                "[{\"conflict\":false,\"henkilo\":{\"linked\":[],\"oid\":\"" + oid
                        + "\",\"oppijanumero\":null,\"passivoitu\":false},\"tunniste\":\"a\"}",
                rows(id).substring(0, rows(id).indexOf(",{")).replaceFirst(".*\"henkilot\":", ""));

        sandbox.settle();
        sandbox.as("yleistunniste")
                .get("/yleistunniste/tuonti=" + id)
                .then()
                .body("henkilot.find { it.tunniste == 'a' }.henkilo.oppijanumero", equalTo(oid))
                .body("henkilot.find { it.tunniste == 'b' }.henkilo.oppijanumero", nullValue());
    }

    @Test
    void the_keys_of_the_answer_are_in_alphabetical_order() {
        var id = sandbox.startImport(List.of(row("a", haku(someone("Järjestys", "Tärkeä")))));
        sandbox.settle();

        assertTrue(
                rows(id).matches(
                                "\\{\"henkilot\":\\[\\{\"conflict\":false,\"henkilo\":\\{\"linked\":\\[],\"oid\":\"[0-9.]+\","
                                        + "\"oppijanumero\":null,\"passivoitu\":false},\"tunniste\":\"a\"}],\"id\":"
                                        + id
                                        + ",\"kasiteltavia\":1,\"kasitelty\":true,\"kasiteltyja\":1}"),
                rows(id));
    }

    @Test
    void a_finished_import_is_answered_as_it_is_when_somebody_starts_it_again() {
        var id = sandbox.startImport(List.of(row("v", haku(someone("Valmis", "Tuonti")))));
        sandbox.settle();

        sandbox.as("yleistunniste2")
                .post("/yleistunniste/tuonti=" + id)
                .then()
                .statusCode(200)
                .body("kasitelty", equalTo(true))
                .body("kasiteltyja", equalTo(1));
    }

    @Test
    void an_unknown_import_is_not_found_and_a_word_is_no_number() {
        for (var path : List.of("/yleistunniste/tuonti=1", "/yleistunniste/tuonti=1/perustiedot")) {
            sandbox.as("yleistunniste").get(path).then().statusCode(404).body("message", nullValue());
        }
        sandbox.as("yleistunniste").post("/yleistunniste/tuonti=1").then().statusCode(404);
        for (var bad : List.of("abc", "1.5", "9223372036854775808", "%20")) {
            sandbox.as("yleistunniste")
                    .get("/yleistunniste/tuonti=" + bad)
                    .then()
                    .statusCode(400)
                    .body("exception", equalTo("java.lang.NumberFormatException"));
        }
    }

    private static String rows(long id) {
        return sandbox.as("yleistunniste").get("/yleistunniste/tuonti=" + id).asString();
    }

    /** Waits for the import alone; a settle would identify its people besides. */
    private static void whenDone(long id) {
        var deadline = System.nanoTime() + 30_000_000_000L;
        boolean done = false;
        while (!done && System.nanoTime() < deadline) {
            done = sandbox.as("yleistunniste")
                    .get("/yleistunniste/tuonti=" + id + "/perustiedot")
                    .path("kasitelty");
        }
        assertTrue(done);
    }

    private static World world() {
        return sandbox.server().world("default").orElseThrow();
    }
}
