package io.opintosandbox.world;

import static io.opintosandbox.testing.TestSandbox.haku;
import static io.opintosandbox.testing.TestSandbox.someone;
import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.is;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.opintosandbox.testing.TestSandbox;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A reset puts the world back to its starting state: control-api.md, "reset". */
class ResetTest {
    @RegisterExtension
    static final TestSandbox sandbox = new TestSandbox();

    private static final String HAS_HETU = TestSandbox.REGISTRY + "/henkilo/current/hasHetu";

    @Test
    void nothing_is_left_of_what_was_before() {
        sandbox.reset();
        var persons = sandbox.control().get("/status").<Integer>path("counts.persons");
        var aino = sandbox.vtjHas(someone("Aino", "Unohdettu"));
        sandbox.hae(haku(aino)).then().statusCode(200);
        sandbox.userWith("unohdettu-1", Map.of());
        sandbox.control().body("{\"effect\":{\"vtj\":\"down\"}}").post("/faults");
        sandbox.control().body("{\"advance\":\"P1D\"}").put("/clock");
        var token = sandbox.token("yleistunniste", sandbox.user("yleistunniste").get("clientSecret"));

        sandbox.reset();

        sandbox.control()
                .get("/status")
                .then()
                .body("counts.persons", equalTo(persons))
                .body("clock.mode", equalTo("running"));
        sandbox.control().get("/faults").then().body("size()", equalTo(0));
        sandbox.control().delete("/service-users/unohdettu-1").then().statusCode(404);
        sandbox.control().get("/vtj/persons/" + aino.hetu()).then().statusCode(404);
        sandbox.anonymous()
                .header("Authorization", "Bearer " + token)
                .get(HAS_HETU)
                .then()
                .statusCode(401);
        sandbox.hae(haku(aino)).then().statusCode(404);
    }

    @Test
    void seed_and_profile_can_be_given_and_are_forgotten_by_the_next_reset() {
        sandbox.control()
                .body("{\"seed\":7,\"profile\":\"test\"}")
                .post("/reset")
                .then()
                .statusCode(204);
        sandbox.control().get("/status").then().body("seed", equalTo(7)).body("profile", equalTo("test"));

        sandbox.reset();

        sandbox.control().get("/status").then().body("seed", equalTo(1)).body("profile", equalTo("sandbox"));
    }

    @Test
    void resets_at_once_and_logins_beside_them_all_come_through() throws Exception {
        var secret = sandbox.user("yleistunniste").get("clientSecret");
        List<Callable<Integer>> calls = new ArrayList<>();
        IntStream.range(0, 8)
                .forEach(i -> calls.add(() -> sandbox.control().post("/reset").statusCode()));
        IntStream.range(0, 24)
                .forEach(i -> calls.add(() -> {
                    sandbox.token("yleistunniste", secret);
                    return 204;
                }));
        var pool = Executors.newFixedThreadPool(8);
        try {
            List<Integer> statuses = new ArrayList<>();
            for (var answer : pool.invokeAll(calls)) {
                statuses.add(answer.get());
            }
            assertThat(statuses, everyItem(is(204)));
        } finally {
            pool.shutdownNow();
        }
    }

    @Test
    void a_clock_that_is_set_running_does_what_has_become_due() {
        sandbox.reset();
        sandbox.control().body("{\"now\":\"2020-01-01T00:00:00Z\"}").put("/clock");
        var aino = sandbox.vtjHas(someone("Aino", "Odottava"));
        sandbox.hae(haku(aino)).then().statusCode(200);

        sandbox.control().body("{\"mode\":\"running\"}").put("/clock").then().statusCode(200);

        assertTrue(becomesIdentified(haku(aino)));
    }

    /** The background works in real time here, so this asks until it has, for at most some ten seconds. */
    private static boolean becomesIdentified(Map<String, Object> haku) {
        for (int i = 0; i < 200; i++) {
            if (sandbox.hae(haku).path("oppijanumero") != null) {
                return true;
            }
            LockSupport.parkNanos(50_000_000);
        }
        return false;
    }
}
