package io.opintosandbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.opintosandbox.config.Setting;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The command line as a user meets it: processes of their own, their output and their exit codes. */
class MainTest {
    private static final Pattern READY =
            Pattern.compile("^ready http://localhost:(\\d+) in \\d+ ms$", Pattern.MULTILINE);
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final int BAD_USAGE = 2;

    @TempDir
    Path folder;

    private final List<Running> started = new ArrayList<>();

    @AfterEach
    void end_what_was_started() {
        started.forEach(running -> running.process().destroyForcibly());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "--prot;Unknown option: '--prot'. Did you mean --",
                "extra;Unmatched argument at index 0: 'extra'. See --help.",
                "--port;Missing required parameter for option '--port' (PORT). See --help.",
                "--port abc;--port (SANDBOX_PORT) is 'abc', but must be a whole number from 0 to 65535.",
                "--profile prod;--profile (SANDBOX_PROFILE) is 'prod', but must be one of sandbox, test, production.",
                "--host 0.0.0.0;Binding to 0.0.0.0 would open /sandbox to the network: set --control-token, or",
                "--host 192.0.2.1;--host (SANDBOX_HOST) is '192.0.2.1', but must be an address of this machine",
                "--scenario nothing;--scenario (SANDBOX_SCENARIO) is 'nothing', but must be one of personas, ",
                "--fixtures /no/such;--fixtures (SANDBOX_FIXTURES) is '/no/such', but must be a folder that exists.",
                "health --wait x;Invalid value for option '--wait': 'x' is not an int. See --help.",
                "health --port 0;--port (SANDBOX_PORT) is '0', but health needs the port that the server has told"
            })
    void what_cannot_be_started_ends_with_one_clear_sentence(String arguments, String sentence) throws Exception {
        var running = run(Map.of(), arguments.split(" ", -1));

        assertEquals(BAD_USAGE, running.exitCode());
        assertTrue(running.errors().startsWith(sentence), running.errors());
        assertEquals(1, running.errors().lines().count(), running.errors());
        assertEquals("", running.output());
    }

    @Test
    void help_lists_every_setting_and_the_subcommand() throws Exception {
        var running = run(Map.of(), "--help");

        assertEquals(0, running.exitCode());
        for (var setting : Setting.values()) {
            assertTrue(running.output().contains(setting.flag()), setting.flag());
        }
        assertTrue(running.output().contains("health"));
    }

    @Test
    void a_taken_port_is_said_in_one_sentence_with_the_way_out() throws Exception {
        try (var taken = new ServerSocket()) {
            taken.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
            var running = run(Map.of(), "--port", String.valueOf(taken.getLocalPort()));

            assertEquals(BAD_USAGE, running.exitCode());
            assertEquals(
                    "Port " + taken.getLocalPort() + " of 127.0.0.1 is taken: choose another with --port (0 takes any"
                            + " free one), or end the program that holds it.",
                    running.errors().strip());
        }
    }

    @Test
    void it_says_when_it_is_ready_answers_health_and_ends_cleanly_on_a_signal() throws Exception {
        var server = run(Map.of("SANDBOX_PROT", "1"), "--port", "0");
        var port = server.ready().group(1);

        assertTrue(server.output().stripTrailing().lines().toList().get(0).contains("test data only"));
        assertTrue(server.output().stripTrailing().endsWith(" ms"), server.output());
        assertTrue(server.output().contains("TestiSandbox_yleistunniste=abcDEF2345678"), "credentials to copy");
        assertTrue(server.output().contains("Esimerkkilä"), "letters survive a console without a locale");
        assertEquals(
                "warning: SANDBOX_PROT is not a setting and has no effect; did you mean SANDBOX_PORT?",
                server.errors().strip());
        for (var arguments : List.of("health --port " + port, "--port " + port + " health --wait 30")) {
            var health = run(Map.of(), arguments.split(" ", -1));
            assertEquals(0, health.exitCode(), health.output());
            assertTrue(health.output().startsWith("up: http://127.0.0.1:" + port + "/"), health.output());
        }
        var byEnvironment = run(Map.of("SANDBOX_PORT", port), "health");
        assertEquals(0, byEnvironment.exitCode(), byEnvironment.output());

        server.process().destroy();

        assertEquals(143, server.exitCode(), "ended by the signal that it was sent");
        assertFalse(server.errors().contains("Exception"), server.errors());
        try (var again = new ServerSocket()) {
            again.setReuseAddress(true);
            again.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), Integer.parseInt(port)));
        }
        var health = run(Map.of(), "health", "--port", port);
        assertEquals(1, health.exitCode());
        assertTrue(health.output().startsWith("not up: "), health.output());
    }

    @Test
    void health_waits_for_a_server_that_is_still_starting() throws Exception {
        int port;
        try (var free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = free.getLocalPort();
        }
        var health = run(Map.of(), "health", "--wait", "60", "--port", String.valueOf(port));
        var server = run(Map.of(), "--port", String.valueOf(port));

        assertEquals(0, health.exitCode(), health.output());
        server.process().destroy();
    }

    @Test
    void flags_beat_the_environment() throws Exception {
        var server = run(Map.of("SANDBOX_PORT", "abc", "SANDBOX_CONTROL_TOKEN", "salaisuus"), "--port", "0");

        server.ready();
        assertFalse(server.output().contains("TestiSandbox_yleistunniste"), "a control token hides the credentials");
        assertTrue(server.output().contains("control token"), server.output());
    }

    /** A process of the program, with its output in files so that it never waits for a reader. */
    private record Running(Process process, Path out, Path err) {
        int exitCode() throws InterruptedException {
            assertTrue(process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS), "the program has not ended");
            return process.exitValue();
        }

        String output() throws IOException {
            return Files.readString(out, StandardCharsets.UTF_8);
        }

        String errors() throws IOException {
            return Files.readString(err, StandardCharsets.UTF_8);
        }

        MatchResult ready() throws IOException {
            var until = System.nanoTime() + PATIENCE.toNanos();
            while (System.nanoTime() < until && process.isAlive()) {
                var found = READY.matcher(output());
                if (found.find()) {
                    return found.toMatchResult();
                }
                LockSupport.parkNanos(Duration.ofMillis(50).toNanos());
            }
            throw new AssertionError("not ready: " + output() + errors());
        }
    }

    private Running run(Map<String, String> environment, String... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                Main.class.getName()));
        command.addAll(Arrays.asList(arguments));
        var out = folder.resolve(started.size() + ".out");
        var err = folder.resolve(started.size() + ".err");
        var builder = new ProcessBuilder(command).redirectOutput(out.toFile()).redirectError(err.toFile());
        builder.environment().keySet().removeIf(name -> name.startsWith("SANDBOX_") || name.startsWith("LC_"));
        builder.environment().put("LANG", "C");
        builder.environment().putAll(environment);
        var running = new Running(builder.start(), out, err);
        started.add(running);
        return running;
    }
}
