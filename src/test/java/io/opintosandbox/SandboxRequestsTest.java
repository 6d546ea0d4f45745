package io.opintosandbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.opintosandbox.testing.TestSandbox;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What a test expects of the calls that its world has seen. */
class SandboxRequestsTest {
    @RegisterExtension
    static final TestSandbox server = new TestSandbox();

    private static final String PREQUEL = TestSandbox.REGISTRY + "/cas/prequel";
    private static final String TOKEN = "/kayttooikeus-service/oauth2/token";

    private SandboxRequests requests;

    @BeforeEach
    void one_call_by_each_of_two_users() {
        server.reset();
        requests = server.server().sandbox().requests();
        server.as("peppi").get("/cas/prequel");
        server.as("eioikeuksia").get("/henkilo/1.2.246.562.98.99214015531");
    }

    @Test
    void calls_are_chosen_by_path_method_status_and_user() {
        requests.hasSize(4);
        requests.withPath(PREQUEL).hasSize(1);
        requests.withPath(TOKEN).withMethod("post").withStatus(200).hasSize(2);
        requests.withStatus(401).hasSize(1);
        requests.by("peppi").withPath(PREQUEL).hasSize(1);
        requests.by("eioikeuksia").withPath(PREQUEL).isEmpty();
        assertEquals("peppi", requests.withPath(PREQUEL).list().get(0).username());
    }

    @Test
    void a_path_is_meant_exactly_unless_it_has_a_star() {
        requests.withPath(TestSandbox.REGISTRY).isEmpty();
        requests.withPath(TestSandbox.REGISTRY + "/*").hasSize(2);
    }

    @Test
    void a_wrong_number_is_told_with_the_calls_that_there_were() {
        var failure = assertThrows(
                AssertionError.class, () -> requests.withPath(PREQUEL).hasSize(2));

        var lines = failure.getMessage().lines().toList();
        assertEquals("expected 2 calls to " + PREQUEL + ", but there was 1:", lines.get(0));
        assertTrue(lines.get(1).contains("GET " + PREQUEL + " -> 200"), failure.getMessage());
        assertEquals("All that was called:", lines.get(2));
        assertEquals(7, lines.size(), failure.getMessage());
    }

    @Test
    void what_has_come_already_is_not_counted_from_now_on() {
        var later = requests.fromNowOn();
        later.isEmpty();

        server.as("peppi").get("/cas/prequel");

        later.withPath(PREQUEL).hasSize(1);
    }

    @Test
    void waiting_ends_when_there_are_enough_calls_or_says_what_there_was() {
        assertEquals(
                2, requests.withPath(TOKEN).await(2, Duration.ofSeconds(30)).size());

        var failure = assertThrows(
                AssertionError.class, () -> requests.withPath(TOKEN).await(3, Duration.ofMillis(20)));
        assertTrue(
                failure.getMessage().startsWith("expected at least 3 calls to " + TOKEN + " within PT0.02S, but there"),
                failure.getMessage());
    }

    @Test
    void forgotten_calls_are_gone() {
        requests.clear();

        requests.isEmpty();
        assertEquals("", requests.toString());
    }
}
