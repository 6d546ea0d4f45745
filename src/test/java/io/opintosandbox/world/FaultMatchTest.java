package io.opintosandbox.world;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.opintosandbox.world.Faults.Match;
import io.opintosandbox.world.Faults.Struck;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which calls faults strike, and how often: control-api.md, "faults". */
class FaultMatchTest {
    private static final Struck HAE =
            new Struck("POST", "/oppijanumerorekisteri-service/yleistunniste/hae", "yleistunniste");

    private final Faults faults = new Faults();

    @ParameterizedTest
    @CsvSource({
        ", , , true",
        "POST, , , true",
        "post, , , true",
        "GET, , , false",
        ", /oppijanumerorekisteri-service, , true",
        ", /oppijanumerorekisteri-service/yleistunniste/hae, , true",
        ", /oppijanumerorekisteri-service/yleistunniste/hae/, , false",
        ", /oppijanumerorekisteri-service/*/hae, , true",
        ", /oppijanumerorekisteri-service/*, , true",
        ", /oppijanumerorekisteri-service/y*e/h?e, , true",
        ", /oppijanumerorekisteri-service/y?e/hae, , false",
        ", */hae, , true",
        ", *\\E*, , false",
        ", hae, , false",
        ", , YLEISTUNNISTE, true",
        ", , yleis, false",
        "POST, */hae, yleistunniste, true",
        "POST, */hae, toinen, false",
    })
    void a_fault_strikes_what_all_of_its_match_fits(String method, String path, String username, boolean strikes) {
        faults.add(new Match(method, path, username), new Effect.Status(503), 1);

        assertEquals(strikes, faults.strike(Effect.Status.class, HAE).isPresent());
    }

    @Test
    void a_name_asked_for_does_not_strike_whom_nobody_knows_yet() {
        faults.add(new Match(null, null, "yleistunniste"), new Effect.Status(503), 1);

        assertTrue(
                faults.strike(Effect.Status.class, new Struck("GET", "/", null)).isEmpty());
    }

    @Test
    void it_strikes_as_often_as_it_says_and_tells_so() {
        faults.add(Match.ALL, new Effect.Status(503), 2);

        for (int i = 0; i < 5; i++) {
            assertEquals(i < 2, faults.strike(Effect.Status.class, HAE).isPresent());
        }
        assertEquals(2, faults.all().get(0).struck());
    }

    @Test
    void the_oldest_strikes_first_and_the_next_when_that_is_spent() {
        faults.add(Match.ALL, new Effect.Status(500), 1);
        faults.add(Match.ALL, new Effect.Status(503), 1);

        assertEquals(
                new Effect.Status(500), faults.strikeDown(HAE).orElseThrow().effect());
        assertEquals(
                new Effect.Status(503), faults.strikeDown(HAE).orElseThrow().effect());
        assertTrue(faults.strike(Effect.Status.class, HAE).isEmpty());
    }

    @Test
    void without_a_count_it_stands_until_it_is_deleted() {
        var down = faults.add(Match.ALL, new Effect.VtjDown(), null);

        for (int i = 0; i < 100; i++) {
            assertTrue(faults.vtjIsDown());
        }
        faults.remove(down.id());
        assertFalse(faults.vtjIsDown());
    }

    @Test
    void kinds_do_not_take_each_others_turn() {
        faults.add(Match.ALL, new Effect.VtjDown(), 1);

        assertTrue(faults.strike(Effect.Status.class, HAE).isEmpty());
        assertEquals(0, faults.all().get(0).struck());
    }
}
