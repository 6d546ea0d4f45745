package io.opintosandbox.registry.tuonti;

import static io.opintosandbox.testing.TestSandbox.haku;
import static io.opintosandbox.testing.TestSandbox.row;
import static io.opintosandbox.testing.TestSandbox.someone;
import static org.hamcrest.Matchers.equalTo;

import io.opintosandbox.testing.TestSandbox;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** One import that stops holds up nobody: registry-behaviour.md 17.2. */
class SettleBehindHaltedTest {
    @RegisterExtension
    static final TestSandbox sandbox = new TestSandbox();

    @Test
    void settle_finishes_what_waits_behind_an_import_that_stops() {
        var many = IntStream.range(0, 3000)
                .mapToObj(i -> row("r" + i, haku(someone("Rivi", "Rivinen"))))
                .toList();
        var tooLong = haku(someone("Pitkä", "Nimi"), "Pitkä", "N".repeat(300));
        sandbox.startImport(many);
        var halted = sandbox.startImport(List.of(row("pitkä", tooLong)));
        var last = sandbox.startImport(List.of(row("hyvä", haku(someone("Hyvä", "Rivi")))));

        sandbox.settle().then().statusCode(200);

        perustiedot(last, true);
        perustiedot(halted, false);
    }

    private static void perustiedot(long id, boolean done) {
        sandbox.as("yleistunniste")
                .get("/yleistunniste/tuonti=" + id + "/perustiedot")
                .then()
                .body("kasitelty", equalTo(done));
    }
}
