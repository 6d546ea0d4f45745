package io.opintosandbox.junit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import io.opintosandbox.Sandbox;
import io.opintosandbox.junit.OpintopolkuSandbox.Lifespan;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.testkit.engine.EngineExecutionResults;
import org.junit.platform.testkit.engine.EngineTestKit;
import org.junit.platform.testkit.engine.Events;

/** What a reader learns from a test that fails, and from one that a strict world fails. */
class FailuresTest {
    private static EngineExecutionResults run(Class<?> type) {
        return EngineTestKit.engine("junit-jupiter")
                .selectors(selectClass(type))
                .execute();
    }

    private static String message(Events events) {
        var failure = events.failed().list().get(0).getRequiredPayload(TestExecutionResult.class);
        return failure.getThrowable().orElseThrow().getMessage();
    }

    private static int logIn(Sandbox opintopolku, String password) throws IOException {
        var login = (HttpURLConnection)
                URI.create(opintopolku.baseUrl() + "/cas/v1/tickets").toURL().openConnection();
        login.setDoOutput(true);
        login.setRequestProperty("Caller-Id", "1.2.246.562.10.10000000001.test");
        var form = "username=" + opintopolku.credentials("peppi").username() + "&password=" + password;
        login.getOutputStream().write(form.getBytes(StandardCharsets.UTF_8));
        return login.getResponseCode();
    }

    @OpintopolkuSandbox
    static class Failing {
        @Test
        void calls_and_fails(Sandbox opintopolku) throws IOException {
            assertEquals(201, logIn(opintopolku, "wrong"));
        }
    }

    @Test
    void a_test_that_fails_prints_what_its_world_has_seen() {
        var console = System.err;
        var printed = new ByteArrayOutputStream();
        System.setErr(new PrintStream(printed, true, StandardCharsets.UTF_8));
        try {
            run(Failing.class).testEvents().assertStatistics(stats -> stats.failed(1));
        } finally {
            System.setErr(console);
        }

        var text = printed.toString(StandardCharsets.UTF_8);
        assertTrue(text.contains("calls_and_fails(Sandbox) has failed; the last calls"), text);
        assertTrue(text.contains("  1 POST /cas/v1/tickets -> 401"), text);
    }

    /** Fetches a ticket-granting ticket twice, and sends it nowhere. */
    private static void wasteLogins(Sandbox opintopolku) throws IOException {
        for (int i = 0; i < 3; i++) {
            assertEquals(201, logIn(opintopolku, "Testi%25Peppi%3D21_Sovitin"));
        }
    }

    @OpintopolkuSandbox(strict = true, world = Lifespan.PER_METHOD)
    static class StrictMethod {
        @Test
        void wastes_logins(Sandbox opintopolku) throws IOException {
            wasteLogins(opintopolku);
        }

        @Test
        void calls_nobody() {}
    }

    @OpintopolkuSandbox(strict = true)
    static class StrictClass {
        @Test
        void wastes_logins(Sandbox opintopolku) throws IOException {
            wasteLogins(opintopolku);
        }
    }

    @Test
    void a_strict_world_fails_the_method_that_shows_a_habit_and_says_what_to_do_instead() {
        var results = run(StrictMethod.class);

        results.testEvents().assertStatistics(stats -> stats.failed(1).succeeded(1));
        var message = message(results.testEvents());
        assertTrue(message.contains("Fetches a new TGT each time (calls "), message);
        assertTrue(message.contains("Keep the ticket-granting ticket"), message);
        assertTrue(message.contains("3 POST /cas/v1/tickets -> 201"), message);
    }

    @Test
    void a_strict_world_is_one_of_a_method_because_the_adapters_of_many_tests_look_like_a_bad_one() {
        var results = run(StrictClass.class);

        results.testEvents().assertStatistics(stats -> stats.failed(1));
        var message = message(results.testEvents());
        assertTrue(message.contains("needs world = PER_METHOD"), message);
    }
}
