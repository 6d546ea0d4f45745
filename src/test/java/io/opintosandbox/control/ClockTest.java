package io.opintosandbox.control;

import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;

import io.opintosandbox.testing.TestSandbox;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The world's clock: control-api.md, "Clock". */
class ClockTest {
    @RegisterExtension
    static final TestSandbox sandbox = new TestSandbox();

    @AfterEach
    void the_clock_runs_again() {
        sandbox.reset();
    }

    @Test
    void it_runs_until_it_is_moved_and_stands_then() {
        sandbox.control().get("/clock").then().body("mode", equalTo("running"));

        put("{\"now\":\"2026-03-01T08:00:00Z\"}", "2026-03-01T08:00:00Z");

        sandbox.control()
                .get("/clock")
                .then()
                .body("now", equalTo("2026-03-01T08:00:00Z"))
                .body("mode", equalTo("fixed"));
    }

    @Test
    void it_is_advanced_by_exact_time_and_by_the_calendar() {
        put("{\"now\":\"2024-01-31T12:00:00Z\"}", "2024-01-31T12:00:00Z");
        put("{\"advance\":\"PT15M\"}", "2024-01-31T12:15:00Z");
        put("{\"advance\":\"P1D\"}", "2024-02-01T12:15:00Z");
        put("{\"advance\":\"P1M\"}", "2024-03-01T12:15:00Z");
        put("{\"advance\":\"P1Y\"}", "2025-03-01T12:15:00Z");
    }

    @Test
    void it_runs_again_at_the_machines_time_when_told_so_and_after_a_reset() {
        put("{\"now\":\"2001-01-01T00:00:00Z\"}", "2001-01-01T00:00:00Z");
        sandbox.control()
                .body("{\"mode\":\"running\"}")
                .put("/clock")
                .then()
                .body("mode", equalTo("running"))
                .body("now", not(startsWith("2001")));

        put("{\"now\":\"2001-01-01T00:00:00Z\"}", "2001-01-01T00:00:00Z");
        sandbox.reset();

        sandbox.control().get("/clock").then().body("mode", equalTo("running")).body("now", not(startsWith("2001")));
    }

    private static void put(String body, String now) {
        sandbox.control()
                .body(body)
                .put("/clock")
                .then()
                .statusCode(200)
                .body("now", equalTo(now))
                .body("mode", equalTo("fixed"));
    }
}
