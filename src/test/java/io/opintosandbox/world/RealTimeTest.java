package io.opintosandbox.world;

import static io.opintosandbox.testing.TestSandbox.haku;
import static io.opintosandbox.testing.TestSandbox.row;
import static io.opintosandbox.testing.TestSandbox.someone;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.opintosandbox.testing.TestSandbox;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Background work in real time: nobody settles or moves the clock here. */
class RealTimeTest {
    @RegisterExtension
    static final TestSandbox sandbox = new TestSandbox();

    @Test
    void an_import_is_done_and_its_people_identified_without_being_asked_for() {
        var henkilo = sandbox.vtjHas(someone("Aika", "Todellinen"));
        var id = sandbox.startImport(List.of(row("a", haku(henkilo))));

        await(() -> sandbox.as("yleistunniste")
                .get("/yleistunniste/tuonti=" + id + "/perustiedot")
                .<Boolean>path("kasitelty"));
        await(() -> Objects.nonNull(sandbox.hae(haku(henkilo)).path("oppijanumero")));
    }

    @Test
    void work_that_came_in_while_the_clock_stood_is_done_when_it_runs_again() {
        sandbox.control().body("{\"mode\":\"fixed\"}").put("/clock").then().statusCode(200);
        var henkilo = sandbox.vtjHas(someone("Seisova", "Aika"));
        sandbox.hae(haku(henkilo)).then().statusCode(200);

        sandbox.control().body("{\"mode\":\"running\"}").put("/clock").then().statusCode(200);

        await(() -> sandbox.control().get("/status").<Integer>path("counts.openWork") == 0);
    }

    @Test
    void work_of_before_the_clock_was_moved_on_by_centuries_is_done() {
        sandbox.control()
                .body("{\"now\":\"2999-01-01T00:00:00Z\"}")
                .put("/clock")
                .then()
                .statusCode(200);
        var world = sandbox.server().world("default").orElseThrow();
        var done = new java.util.concurrent.atomic.AtomicBoolean();
        Work work = shift -> done.set(true);
        world.background().add(work);

        world.background().wake(work, java.time.Instant.parse("1900-01-01T00:00:00Z"));

        await(done::get);
        sandbox.reset();
    }

    @Test
    void an_error_in_a_piece_does_not_end_the_background_work() {
        var world = sandbox.server().world("default").orElseThrow();
        Work error = shift -> {
            throw new AssertionError("meant to fail");
        };
        world.background().add(error);
        world.background().wake(error, world.clock().now());

        var henkilo = sandbox.vtjHas(someone("Virhe", "Kestävä"));
        sandbox.hae(haku(henkilo)).then().statusCode(200);

        await(() -> Objects.nonNull(sandbox.hae(haku(henkilo)).path("oppijanumero")));
    }

    @Test
    void the_people_of_a_world_after_a_reset_are_worked_on_too() {
        sandbox.reset();

        await(() -> sandbox.control().get("/status").<Integer>path("counts.openWork") == 0);
    }

    private static void await(BooleanSupplier condition) {
        var deadline = System.nanoTime() + 20_000_000_000L;
        var holds = condition.getAsBoolean();
        while (!holds && System.nanoTime() < deadline) {
            LockSupport.parkNanos(20_000_000);
            holds = condition.getAsBoolean();
        }
        assertTrue(holds);
    }
}
