package io.opintosandbox.examples;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.opintosandbox.Sandbox;
import io.opintosandbox.junit.OpintopolkuSandbox;
import io.opintosandbox.junit.OpintopolkuSandbox.Lifespan;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The files of fixtures/examples do what they say, run as a reader would. */
@OpintopolkuSandbox(seed = 7, world = Lifespan.PER_METHOD)
class ExampleFilesTest {
    private static final Path EXAMPLES = Path.of("fixtures/examples");

    @TempDir
    Path folder;

    @Test
    void the_curl_script_finds_the_oppijanumero_of_a_new_student(Sandbox opintopolku) throws Exception {
        var peppi = opintopolku.credentials("peppi");
        opintopolku.advance(Duration.ZERO);
        var output = folder.resolve("output");
        var script = new ProcessBuilder(
                        "sh", EXAMPLES.resolve("oppijanumero.sh").toString())
                .redirectErrorStream(true)
                .redirectOutput(output.toFile());
        script.environment()
                .putAll(Map.of(
                        "BASE", opintopolku.baseUrl(),
                        "WORLD", opintopolku.name(),
                        "CLIENT_ID", peppi.username(),
                        "CLIENT_SECRET", peppi.clientSecret()));

        var process = script.start();

        assertTrue(process.waitFor(60, TimeUnit.SECONDS), "the script has not ended");
        var lines = Files.readAllLines(output, StandardCharsets.UTF_8);
        assertEquals(0, process.exitValue(), lines.toString());
        assertEquals(2, lines.size(), lines.toString());
        assertEquals(lines.get(0), lines.get(1), "told once at once, and for good after the identification");
        assertTrue(lines.get(1).contains("\"oppijanumero\":\"1.2.246.562.98."), lines.toString());
    }

    @Test
    void the_http_file_brings_students_in_and_reads_the_rows(Sandbox opintopolku) throws Exception {
        var peppi = opintopolku.credentials("peppi");

        var answers = new HttpFile(Map.of(
                        "base", opintopolku.baseUrl(),
                        "world", opintopolku.name(),
                        "clientId", peppi.username()))
                .send(EXAMPLES.resolve("import.http"));

        assertEquals(
                List.of(200, 200, 200, 200, 200),
                answers.stream().map(answer -> answer.statusCode()).toList());
        var rows = Adapter.read(answers.get(4).body());
        assertTrue(rows.get("kasitelty").asBoolean());
        assertEquals(2, rows.get("henkilot").size());
    }

    @Test
    void both_carry_the_credentials_that_peppi_has(Sandbox opintopolku) throws Exception {
        var secret = opintopolku.credentials("peppi").clientSecret();

        assertTrue(Files.readString(EXAMPLES.resolve("oppijanumero.sh")).contains(":-" + secret + "}"));
        assertTrue(Files.readString(EXAMPLES.resolve("import.http")).contains("= " + Http.encoded(secret) + "\n"));
    }
}
