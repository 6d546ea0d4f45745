package io.opintosandbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.opintosandbox.testing.TestSandbox;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Faults as a test says them in Java. What each of them does is tested where it is done. */
class SandboxFaultsTest {
    @RegisterExtension
    static final TestSandbox server = new TestSandbox();

    private static final String PREQUEL = "/cas/prequel";

    private Sandbox opintopolku;

    @BeforeEach
    void begin_anew() {
        server.reset();
        opintopolku = server.server().sandbox();
    }

    private static int call(String username) {
        return server.as(username).get(PREQUEL).statusCode();
    }

    @Test
    void a_status_strikes_as_many_calls_to_its_path_as_it_says_and_counts_them() {
        var fault = opintopolku
                .faults()
                .status(503)
                .on(TestSandbox.REGISTRY + "/cas")
                .method("get")
                .times(2);

        var answers = IntStream.range(0, 3).map(i -> call("peppi")).boxed().toList();

        assertEquals(List.of(503, 503, 200), answers);
        assertEquals(2, fault.struck());
    }

    @Test
    void a_fault_can_be_meant_for_one_user() {
        var fault =
                opintopolku.faults().status(500).on(TestSandbox.REGISTRY + "/*").by("peppi");

        assertEquals(200, call("yleistunniste"));
        assertEquals(0, fault.struck());
        assertEquals(500, call("peppi"));
    }

    @Test
    void a_fault_that_is_removed_or_cleared_strikes_nobody() {
        opintopolku.faults().status(503).on(TestSandbox.REGISTRY + "/cas").remove();
        assertEquals(200, call("peppi"));

        opintopolku.faults().status(503).on(TestSandbox.REGISTRY + "/cas");
        opintopolku.faults().casDown();
        opintopolku.faults().clear();
        assertEquals(200, call("peppi"));
    }

    @Test
    void what_cannot_be_meant_is_refused_with_what_to_do() {
        var faults = opintopolku.faults();

        assertThrows(IllegalArgumentException.class, () -> faults.status(200));
        assertThrows(IllegalArgumentException.class, () -> faults.drop().times(0));
        var refused =
                assertThrows(IllegalStateException.class, () -> faults.vtjDown().on("/x"));
        assertEquals("This fault concerns everybody in the world; leave the match out.", refused.getMessage());
    }
}
