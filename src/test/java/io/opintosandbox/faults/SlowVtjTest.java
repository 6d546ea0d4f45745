package io.opintosandbox.faults;

import static io.opintosandbox.testing.TestSandbox.haku;
import static io.opintosandbox.testing.TestSandbox.row;
import static io.opintosandbox.testing.TestSandbox.someone;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.opintosandbox.testing.TestSandbox;
import io.opintosandbox.vtj.VtjHenkilo;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** VTJ that takes its time: control-api.md, "faults", vtj slow. */
class SlowVtjTest {
    @RegisterExtension
    static final TestSandbox sandbox = new TestSandbox();

    private static final FaultyWorld world = new FaultyWorld(sandbox);

    @AfterEach
    void nothing_goes_wrong_any_more() {
        world.nothingGoesWrong();
        sandbox.settle();
    }

    @Test
    void a_call_that_asks_vtj_is_answered_late_and_one_that_does_not_is_not_struck() {
        var aku = sandbox.vtjHas(someone("Aku", "Odottava"));
        stopClock();
        var fault = world.goesWrong("{'effect':{'vtj':'slow','delay':'PT0.7S'}}");

        assertTrue(millis(() -> sandbox.hae(haku(aku)).then().statusCode(200)) >= 700);
        assertEquals(1, world.struck(fault));
        // The registry has the person now, and does not ask.
        sandbox.hae(haku(aku)).then().statusCode(200);
        assertEquals(1, world.struck(fault));
    }

    @Test
    void an_error_that_vtj_leads_to_is_late_too() {
        var tuntematon = someone("Kukaan", "Tuntematon");
        stopClock();
        var fault = world.goesWrong("{'effect':{'vtj':'slow','delay':'PT0.7S'},'times':2}");
        sandbox.control().delete("/vtj/persons/" + tuntematon.hetu()).then().statusCode(204);

        assertTrue(millis(() -> sandbox.hae(haku(tuntematon)).then().statusCode(404)) >= 700);
        assertTrue(millis(() -> sandbox.hae(haku(tuntematon)).then().statusCode(404)) >= 700);
        sandbox.hae(haku(tuntematon)).then().statusCode(404);
        assertEquals(2, world.struck(fault));
    }

    @Test
    void in_the_background_people_come_one_after_another() {
        stopClock();
        var id = sandbox.startImport(IntStream.range(0, 4)
                .mapToObj(i -> sandbox.vtjHas(someone("Jono", "Jonottava")))
                .map(henkilo -> row(henkilo.hetu(), haku(henkilo)))
                .toList());
        var fault = world.goesWrong("{'effect':{'vtj':'slow','delay':'PT0.3S'}}");
        var began = System.nanoTime();

        sandbox.control().body("{\"mode\":\"running\"}").put("/clock").then().statusCode(200);
        Eventually.is(4, () -> world.struck(fault));

        assertTrue(System.nanoTime() - began >= 900_000_000L);
        sandbox.as("yleistunniste").get("/yleistunniste/tuonti=" + id).then().body("kasitelty", equalTo(true));
    }

    @Test
    void settle_and_a_moved_clock_do_not_wait() {
        stopClock();
        world.goesWrong("{'effect':{'vtj':'slow','delay':'PT10M'}}");
        importOf(someone("Kaija", "Kiireinen"));
        assertTrue(millis(() -> sandbox.settle().then().body("identified", equalTo(1))) < 20_000);

        importOf(someone("Kalle", "Kiireinen"));
        assertTrue(millis(() -> sandbox.control().body("{\"advance\":\"PT1M\"}").put("/clock")) < 20_000);
        sandbox.control().get("/status").then().body("counts.openWork", equalTo(0));
    }

    private static void importOf(VtjHenkilo henkilo) {
        sandbox.startImport(List.of(row("a", haku(sandbox.vtjHas(henkilo)))));
    }

    private static void stopClock() {
        sandbox.control().body("{\"mode\":\"fixed\"}").put("/clock").then().statusCode(200);
    }

    private static long millis(Runnable task) {
        var began = System.nanoTime();
        task.run();
        return (System.nanoTime() - began) / 1_000_000;
    }
}
