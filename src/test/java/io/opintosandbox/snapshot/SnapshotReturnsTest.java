package io.opintosandbox.snapshot;

import static io.opintosandbox.testing.TestSandbox.haku;
import static io.opintosandbox.testing.TestSandbox.row;
import static io.opintosandbox.testing.TestSandbox.someone;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.opintosandbox.testing.TestSandbox;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A snapshot comes back with the same ids, however soon after its world has gone: docs/decisions/0018. */
class SnapshotReturnsTest {
    @RegisterExtension
    static final TestSandbox sandbox = new TestSandbox();

    private long tuonti;

    @BeforeEach
    void an_import_is_done_while_the_clock_stands() {
        sandbox.reset();
        sandbox.control()
                .body("{\"now\":\"2027-03-01T08:00:00Z\"}")
                .put("/clock")
                .then()
                .statusCode(200);
        var henkilo = sandbox.vtjHas(someone("Paluu", "Palaava"));
        tuonti = sandbox.startImport(List.of(row("1", haku(henkilo))));
        sandbox.settle().then().statusCode(200);
    }

    @Test
    void right_after_a_reset_everything_has_the_number_that_it_had() {
        var before = snapshot("default");

        sandbox.reset();
        put("default", before);

        assertEquals(before, snapshot("default"));
        sandbox.as("yleistunniste")
                .get("/yleistunniste/tuonti=" + tuonti)
                .then()
                .statusCode(200)
                .body("id", equalTo((int) tuonti));
    }

    @Test
    void right_after_another_world_that_had_the_numbers_has_been_deleted_they_are_free() {
        sandbox.control().body("{\"name\":\"toinen\"}").post("/worlds").then().statusCode(201);
        var before = snapshot("toinen");
        sandbox.control().delete("/worlds/toinen").then().statusCode(204);
        sandbox.control().body("{\"name\":\"toinen\"}").post("/worlds").then().statusCode(201);

        put("toinen", before);

        assertEquals(before, snapshot("toinen"));
        sandbox.control().delete("/worlds/toinen").then().statusCode(204);
    }

    private static String snapshot(String world) {
        return sandbox.control()
                .header("Sandbox-World", world)
                .get("/snapshot")
                .then()
                .statusCode(200)
                .extract()
                .asString();
    }

    private static void put(String world, String snapshot) {
        sandbox.control()
                .header("Sandbox-World", world)
                .body(snapshot)
                .put("/snapshot")
                .then()
                .statusCode(204);
    }
}
