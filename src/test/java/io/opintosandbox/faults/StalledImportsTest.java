package io.opintosandbox.faults;

import static io.opintosandbox.testing.TestSandbox.haku;
import static io.opintosandbox.testing.TestSandbox.row;
import static io.opintosandbox.testing.TestSandbox.someone;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.opintosandbox.testing.TestSandbox;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Imports that stand still: control-api.md, "faults", import. */
class StalledImportsTest {
    @RegisterExtension
    static final TestSandbox sandbox = new TestSandbox();

    @RegisterExtension
    static final FaultyWorld world = new FaultyWorld(sandbox);

    @Test
    void imports_stop_after_so_many_rows_of_all_together_and_settle_answers() {
        var fault = world.goesWrong("{'effect':{'import':{'stallAfterRows':130}}}");
        var first = sandbox.startImport(rows(20));
        var second = sandbox.startImport(rows(150));
        var third = sandbox.startImport(rows(5));

        sandbox.settle().then().statusCode(200);

        assertEquals(List.of(20, 110, 0), List.of(kasiteltyja(first), kasiteltyja(second), kasiteltyja(third)));
        assertEquals(1, world.struck(fault));
        sandbox.settle().then().body("imports", equalTo(0));
        sandbox.control().body("{\"advance\":\"P30D\"}").put("/clock").then().statusCode(200);
        assertEquals(110, kasiteltyja(second));
        assertEquals(1, world.struck(fault));
        sandbox.control().body("{\"mode\":\"running\"}").put("/clock");
    }

    @Test
    void they_go_on_by_themselves_when_the_fault_is_deleted() {
        var fault = world.goesWrong("{'effect':{'import':{'stallAfterRows':3}}}");
        var id = sandbox.startImport(rows(10));
        sandbox.settle();
        assertEquals(3, kasiteltyja(id));

        world.isOver(fault);

        Eventually.is(10, () -> kasiteltyja(id));
    }

    @Test
    void started_again_they_stand_again_while_the_fault_is_there() {
        world.goesWrong("{'effect':{'import':{'stallAfterRows':0}}}");
        var id = sandbox.startImport(rows(2));

        sandbox.as("yleistunniste")
                .post("/yleistunniste/tuonti=" + id)
                .then()
                .statusCode(200)
                .body("kasitelty", equalTo(false));
        sandbox.settle();

        assertEquals(0, kasiteltyja(id));
        sandbox.as("yleistunniste").get("/yleistunniste/tuonti=" + id).then().statusCode(403);
    }

    @Test
    void people_who_arrive_by_an_import_are_told_that_it_stands() {
        world.goesWrong("{'effect':{'import':{'stallAfterRows':0}}}");

        sandbox.control()
                .body("{\"source\":\"YLEISTUNNISTE\",\"count\":2}")
                .post("/arrivals")
                .then()
                .statusCode(org.hamcrest.Matchers.lessThan(500));
    }

    private static List<Map<String, Object>> rows(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> row(String.valueOf(i), haku(someone("Rivi", "Rivinen"))))
                .toList();
    }

    private static int kasiteltyja(long id) {
        return sandbox.as("yleistunniste")
                .get("/yleistunniste/tuonti=" + id + "/perustiedot")
                .path("kasiteltyja");
    }
}
