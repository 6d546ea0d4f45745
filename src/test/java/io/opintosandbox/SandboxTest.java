package io.opintosandbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.opintosandbox.config.Setting;
import io.opintosandbox.config.Settings;
import io.opintosandbox.world.Worlds;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/** A world as a test holds it in Java, without JUnit's help. */
class SandboxTest {
    private static final OpintoSandbox SERVER =
            OpintoSandbox.start(Settings.defaults().with(Setting.PORT, "0").with(Setting.CONTROL_TOKEN, "salainen"));

    @AfterAll
    static void the_server_stops() {
        SERVER.close();
    }

    @Test
    void it_steers_its_own_world_alone() {
        try (var one = SERVER.newWorld("yksi");
                var other = SERVER.newWorld("kaksi", settings -> settings.with(Setting.SEED, "7"))) {
            one.moveTo(Instant.parse("2030-01-01T00:00:00Z"));
            one.advance(Duration.ofMinutes(15));

            assertEquals(Instant.parse("2030-01-01T00:15:00Z"), one.now());
            assertTrue(other.now().isBefore(Instant.parse("2029-01-01T00:00:00Z")));
            assertTrue(other.control("GET", "/status", null).contains("\"seed\":7"));
            assertTrue(one.control("PUT", "/vtj/persons/140390-902S", """
                            {"etunimet":"Aino","kutsumanimi":"Aino","sukunimi":"Muu"}""").contains("Muu"));
            assertFalse(other.control("GET", "/vtj/persons/140390-902S", null).contains("Muu"));
            one.reset();
            assertFalse(one.control("GET", "/vtj/persons/140390-902S", null).contains("Muu"));
        }
        assertTrue(SERVER.world("yksi").isEmpty());
    }

    @Test
    void a_refusal_of_the_sandbox_is_told_in_its_words() {
        var refused = assertThrows(
                IllegalStateException.class, () -> SERVER.sandbox().control("POST", "/faults", "{\"effect\":{}}"));

        assertTrue(refused.getMessage().contains("/effect"), refused.getMessage());
    }

    @Test
    void an_unknown_user_is_told_with_those_whom_there_are() {
        var unknown = assertThrows(
                IllegalArgumentException.class, () -> SERVER.sandbox().credentials("nobody"));

        assertTrue(unknown.getMessage().contains("yleistunniste, "), unknown.getMessage());
    }

    @Test
    void the_name_of_a_world_is_taken_once() {
        try (var world = SERVER.newWorld("varattu")) {
            assertThrows(Worlds.NameTaken.class, () -> SERVER.newWorld("VARATTU"));
            assertEquals(
                    "yleistunniste-varattu", world.credentials("yleistunniste").username());
        }
    }

    @Test
    void a_deleted_world_says_that_it_is_gone() {
        var world = SERVER.newWorld("mennyt");
        world.close();

        var gone = assertThrows(IllegalStateException.class, world::now);

        assertTrue(gone.getMessage().contains("mennyt"), gone.getMessage());
    }
}
