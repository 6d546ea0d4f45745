package io.opintosandbox.examples;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.opintosandbox.Sandbox;
import io.opintosandbox.junit.OpintopolkuSandbox;
import io.opintosandbox.junit.OpintopolkuSandbox.Lifespan;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** In a test nobody waits: between two polls the adapter moves the world's clock. */
@OpintopolkuSandbox(seed = 7, world = Lifespan.PER_METHOD, strict = true)
class ImportingAdapterTest {
    private static final Map<String, Learner> CLASS_OF_2026 = Map.of(
            "s-1", new Learner("270688-9033", "Onni Eemeli", "Onni", "Mallikas"),
            "s-2", new Learner("140390-902S", "Aino Maria", "Aino", "Esimerkkilä"),
            "s-3", new Learner("021195-904U", "Tuulikki Saima", "Tuulikki", "Olematon"));

    private static Registry registry(Sandbox opintopolku) {
        var peppi = opintopolku.credentials("peppi");
        return new OAuthRegistry(opintopolku.baseUrl(), peppi.username(), peppi.clientSecret());
    }

    /** A second of the world's clock, which is no time at all in ours. */
    private static void aSecond(Sandbox opintopolku) {
        opintopolku.advance(Duration.ofSeconds(1));
    }

    @Test
    void brings_a_class_in_with_one_call_and_finds_their_oppijanumerot(Sandbox opintopolku) {
        var adapter = new ImportingAdapter(registry(opintopolku), () -> aSecond(opintopolku));
        var id = adapter.bringIn(CLASS_OF_2026);
        opintopolku.settle();

        var found = adapter.oppijanumerot(id);

        assertEquals(CLASS_OF_2026.keySet(), found.keySet());
        assertTrue(found.get("s-1").isPresent());
        assertTrue(found.get("s-2").isPresent());
        assertEquals(Optional.empty(), found.get("s-3"), "not known to the population register");
        opintopolku.requests().withMethod("PUT").hasSize(1);
    }

    @Test
    void asks_again_for_those_who_are_identified_later(Sandbox opintopolku) {
        aSecond(opintopolku);
        var adapter = new ImportingAdapter(registry(opintopolku), () -> aSecond(opintopolku));
        var id = adapter.bringIn(CLASS_OF_2026);

        assertEquals(Optional.empty(), adapter.oppijanumerot(id).get("s-2"));
        opintopolku.advance(Duration.ofMinutes(1));
        assertTrue(adapter.oppijanumerot(id).get("s-2").isPresent());
    }

    @Test
    void waits_for_an_import_that_takes_its_time_and_reads_the_rows_once(Sandbox opintopolku) {
        var stalled = opintopolku.faults().stallImports(0);
        Runnable pause = () -> {
            aSecond(opintopolku);
            stalled.remove();
            opintopolku.settle();
        };
        var adapter = new ImportingAdapter(registry(opintopolku), pause);

        var found = adapter.oppijanumerot(adapter.bringIn(CLASS_OF_2026));

        assertTrue(found.get("s-1").isPresent());
        opintopolku.requests().withPath("*/perustiedot").hasSize(2);
        opintopolku.requests().withPath("*/tuonti=*").withStatus(403).isEmpty();
        opintopolku.requests().withMethod("GET").hasSize(3);
    }
}
