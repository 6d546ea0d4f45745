package io.opintosandbox.report;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.opintosandbox.testing.Seat;
import io.opintosandbox.testing.TestSandbox;
import io.restassured.specification.RequestSpecification;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Who takes a 302 for an answer, in any world, and who does not. */
class RedirectsTest {
    private static final String HABIT = "redirect-as-answer";
    private static final String USER = "yleistunniste";

    @RegisterExtension
    static final TestSandbox sandbox = new TestSandbox();

    @BeforeEach
    void nobody_has_called() {
        sandbox.reset();
    }

    /** A client in a world of its own, whose session is over. */
    private static Adapter over(String world) {
        var adapter = new Adapter(sandbox, Seat.in(sandbox, world, 7), USER);
        adapter.openSession(adapter.tgt());
        adapter.advance("PT31M");
        return adapter;
    }

    private static void isSentAway(Adapter adapter, RequestSpecification call) {
        assertEquals(302, adapter.haeSomebody(call).statusCode());
    }

    @Test
    void whoever_follows_the_redirect_and_stops_shows_it_in_a_named_world_too() {
        var adapter = over("follower");
        var answer = adapter.haeSomebody(adapter.withSession());
        assertEquals(
                200, adapter.bare().get(answer.header("Location")).statusCode(), "the page goes to no world's user");

        assertEquals(1, adapter.habit(HABIT));
    }

    @Test
    void whoever_asks_on_without_a_login_shows_it_once() {
        var adapter = over("stubborn");
        for (int i = 0; i < 3; i++) {
            isSentAway(adapter, adapter.withSession());
        }

        assertEquals(1, adapter.habit(HABIT));
    }

    @Test
    void threads_that_share_a_session_that_is_over_and_log_in_once_do_not_show_it() {
        var adapter = over("threads");
        var old = adapter.withSession();
        var older = adapter.withSession();
        var late = adapter.withSession();
        isSentAway(adapter, old);
        isSentAway(adapter, older);
        adapter.openSession(adapter.tgt());
        isSentAway(adapter, late);
        adapter.haeSomebody(adapter.withSession());
        adapter.haeSomebody(adapter.withSession());

        assertEquals(0, adapter.habit(HABIT));
    }

    @Test
    void whoever_goes_on_with_a_token_does_not_show_it() {
        var adapter = over("token");
        isSentAway(adapter, adapter.withSession());
        adapter.haeSomebody(adapter.withToken());

        assertEquals(0, adapter.habit(HABIT));
    }

    @Test
    void another_session_that_still_works_is_no_login() {
        var adapter = over("two-sessions");
        var old = adapter.withSession();
        var good = adapter.openSession(adapter.tgt()).withSession();
        isSentAway(adapter, old);
        adapter.haeSomebody(good);

        assertEquals(1, adapter.habit(HABIT));
    }

    @Test
    void callers_without_a_name_who_then_log_in_do_not_show_it_and_who_read_the_page_do() {
        var adapter = new Adapter(sandbox, USER);
        isSentAway(adapter, adapter.registry());
        isSentAway(adapter, adapter.registry());
        adapter.openSession(adapter.tgt());
        isSentAway(adapter, adapter.registry());
        assertEquals(0, adapter.habit(HABIT));

        adapter.bare().get("/cas/login?service=" + sandbox.checkUrl());
        assertEquals(1, adapter.habit(HABIT));
    }

    @Test
    void callers_without_a_name_who_never_log_in_show_it() {
        var adapter = new Adapter(sandbox, USER);
        isSentAway(adapter, adapter.registry());
        isSentAway(adapter, adapter.registry());

        assertEquals(1, adapter.habit(HABIT));
    }
}
