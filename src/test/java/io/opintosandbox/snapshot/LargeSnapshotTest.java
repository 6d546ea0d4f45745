package io.opintosandbox.snapshot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.opintosandbox.OpintoSandbox;
import io.opintosandbox.config.Setting;
import io.opintosandbox.config.Settings;
import io.opintosandbox.registry.henkilo.HenkiloLuonti;
import io.opintosandbox.registry.henkilo.Henkilot;
import io.opintosandbox.registry.henkilo.UusiHenkilo;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A large world goes out and in, by far more bytes than any other call of /sandbox takes. */
class LargeSnapshotTest {
    private static final int PEOPLE = 30_000;
    private static final int SECONDS = 120;

    @Test
    void thirty_thousand_people_go_out_and_in(@TempDir Path folder) throws IOException, InterruptedException {
        var file = folder.resolve("snapshot.json");
        var settings = Settings.defaults().with(Setting.PORT, "0").with(Setting.IDENTIFICATION, "off");
        try (var here = OpintoSandbox.start(settings);
                var there = OpintoSandbox.start(settings)) {
            var luonti = here.world("default").orElseThrow().part(HenkiloLuonti.class);
            for (int part = 0; part < PEOPLE / 1000; part++) {
                luonti.luoKaikki(people(part * 1000), "1.2.246.562.24.00000000001");
            }
            var http = HttpClient.newHttpClient();
            var began = System.nanoTime();

            http.send(
                    HttpRequest.newBuilder(URI.create(here.baseUrl() + "/sandbox/snapshot"))
                            .build(),
                    BodyHandlers.ofFile(file));
            var answer = http.send(
                    HttpRequest.newBuilder(URI.create(there.baseUrl() + "/sandbox/snapshot"))
                            .PUT(BodyPublishers.ofFile(file))
                            .build(),
                    BodyHandlers.ofString());

            assertTrue(Files.size(file) > 10_000_000);
            assertEquals(204, answer.statusCode(), answer.body());
            assertTrue(seconds(began) < SECONDS, "took " + seconds(began) + " s");
            assertEquals(
                    here.world("default").orElseThrow().part(Henkilot.class).count(),
                    there.world("default").orElseThrow().part(Henkilot.class).count());
        }
    }

    private static double seconds(long began) {
        return (System.nanoTime() - began) / 1e9;
    }

    private static List<UusiHenkilo> people(int from) {
        return IntStream.range(from, from + 1000)
                .mapToObj(i -> UusiHenkilo.ofHetu(null, "Nimi" + i, "Nimi" + i, "Sukunimi" + i, List.of()))
                .toList();
    }
}
