package io.opintosandbox.registry.yksilointi;

import static io.opintosandbox.testing.TestSandbox.haku;
import static io.opintosandbox.testing.TestSandbox.someone;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.opintosandbox.testing.TestSandbox;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** VTJ is down for long: the retries of registry-behaviour.md 8. */
class RetryTest {
    @RegisterExtension
    static final TestSandbox sandbox = new TestSandbox();

    private static final int[] MINUTES = {10, 11, 42, 253, 1034, 3135, 7786, 16817, 32778, 59059};

    private final RegistryRows rows = new RegistryRows(sandbox);

    @BeforeEach
    void the_clock_stands_and_nobody_waits() {
        sandbox.reset();
        sandbox.control()
                .body("{\"now\":\"2027-01-31T12:00:00Z\"}")
                .put("/clock")
                .then()
                .statusCode(200);
        sandbox.settle();
    }

    @Test
    void each_retry_comes_at_its_minute_and_from_the_eleventh_on_after_a_month() {
        var sinikka = sandbox.vtjHas(someone("Sinikka", "Sitkeä"));
        sandbox.hae(haku(sinikka)).then().statusCode(200);
        down();
        var tried = settledAt();
        assertEquals("MUU_UUDELLEENYRITETTAVA", rows.of(sinikka, "yksilointivirhe"));
        var modified = rows.of(sinikka, "muokattu");

        for (int minutes : MINUTES) {
            var due = tried.plus(Duration.ofMinutes(minutes));
            assertEquals(due.toEpochMilli(), turn(sinikka.hetu()));
            moveTo(due.minusMillis(1));
            assertEquals(due.toEpochMilli(), turn(sinikka.hetu()), "tried too early");
            moveTo(due);
            tried = due;
        }
        for (int i = 0; i < 2; i++) {
            var due = tried.atOffset(ZoneOffset.UTC).plusMonths(1).toInstant();
            assertEquals(due.toEpochMilli(), turn(sinikka.hetu()));
            moveTo(due);
            tried = due;
        }
        assertEquals(modified, rows.of(sinikka, "muokattu"));
    }

    @Test
    void a_settle_does_not_shorten_a_retry() {
        var eero = sandbox.vtjHas(someone("Eero", "Odottava"));
        sandbox.hae(haku(eero));
        down();
        sandbox.settle().then().body("failed", equalTo(1));
        sandbox.control().delete("/faults").then().statusCode(204);

        sandbox.settle().then().body("identified", equalTo(0)).body("failed", equalTo(0));
        sandbox.hae(haku(eero)).then().body("oppijanumero", nullValue());

        moveTo(now().plus(Duration.ofMinutes(10)));
        assertEquals("TRUE", rows.of(eero, "yksiloity_vtj"));
        assertEquals("null", rows.of(eero, "yksilointivirhe"));
    }

    @Test
    void a_retry_that_is_due_is_done_by_a_settle_too() {
        var irma = sandbox.vtjHas(someone("Irma", "Kiireinen"));
        sandbox.hae(haku(irma));
        down();
        sandbox.settle();

        // Moved in one step while VTJ is down, so that the second try fails as well.
        moveTo(now().plus(Duration.ofMinutes(10)));
        sandbox.control().delete("/faults");
        moveTo(now().plus(Duration.ofMinutes(11)));

        assertEquals("TRUE", rows.of(irma, "yksiloity_vtj"));
    }

    @Test
    void a_fault_that_strikes_twice_costs_two_tries() {
        var aarne = sandbox.vtjHas(someone("Aarne", "Kolmas"));
        sandbox.hae(haku(aarne));
        sandbox.control()
                .body("{\"effect\":{\"vtj\":\"down\"},\"times\":2}")
                .post("/faults")
                .then()
                .statusCode(201);

        moveTo(now().plus(Duration.ofHours(1)));

        assertEquals("TRUE", rows.of(aarne, "yksiloity_vtj"));
        sandbox.control().get("/faults").then().body("[0].struck", equalTo(2));
    }

    private static Instant settledAt() {
        sandbox.settle().then().body("failed", equalTo(1));
        return now();
    }

    private static void down() {
        sandbox.control()
                .body("{\"effect\":{\"vtj\":\"down\"}}")
                .post("/faults")
                .then()
                .statusCode(201);
    }

    private static Instant now() {
        return Instant.parse(sandbox.control().get("/clock").path("now"));
    }

    private static void moveTo(Instant instant) {
        sandbox.control()
                .body("{\"now\":\"" + instant + "\"}")
                .put("/clock")
                .then()
                .statusCode(200);
    }

    private static long turn(String hetu) {
        return sandbox.server()
                .world("default")
                .orElseThrow()
                .db()
                .sql("select yksilointi_vuoro from henkilo where world = :world and hetu = :hetu")
                .set("hetu", hetu)
                .number();
    }
}
