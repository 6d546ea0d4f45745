package io.opintosandbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.opintosandbox.config.Profile;
import io.opintosandbox.config.Setting;
import io.opintosandbox.config.Settings;
import io.opintosandbox.control.Fidelity;
import io.opintosandbox.testing.TestSandbox;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The README says what is: its tables come from the code, and its marked commands answer as it shows. */
class ReadmeTest {
    private static final Path README = Path.of("README.md");
    private static final String BASE = "http://localhost:8080";

    /** A marked shell block and the block after it, which is what the commands print. */
    private static final Pattern EXAMPLE =
            Pattern.compile("<!-- run -->\n```sh\n(.*?)```\n(?:```json\n(.*?)```)?", Pattern.DOTALL);

    /** A row of the people to try: hetu, names, status of hae. */
    private static final Pattern PERSON =
            Pattern.compile("^\\| `(\\d{6}[^`]{5})` \\| (.+?) · (.+?) · (.+?) \\| (\\d{3})", Pattern.MULTILINE);

    @RegisterExtension
    static final TestSandbox sandbox = new TestSandbox();

    @TempDir
    Path folder;

    @BeforeEach
    void the_reader_has_just_started() {
        sandbox.reset();
    }

    @Test
    void the_table_of_settings_is_that_of_the_code() throws IOException {
        var rows = Arrays.stream(Setting.values())
                .map(setting -> "| `%s %s` | `%s` | %s | %s |"
                        .formatted(
                                setting.flag(),
                                setting.placeholder().replace("|", "\\|"),
                                setting.variable(),
                                fallback(setting),
                                setting.help()))
                .toList();

        assertTable("settings", "| Flag | Environment | Default | Meaning |\n|---|---|---|---|", rows);
    }

    @Test
    void the_table_of_scenarios_is_that_of_the_fixtures() throws IOException {
        var scenarios = sandbox.control().get("/scenarios").jsonPath();
        List<String> rows = new ArrayList<>();
        for (int i = 0; i < scenarios.getList("").size(); i++) {
            var name = scenarios.getString("[" + i + "].name");
            if (!name.equals("personas")) {
                rows.add("| `%s` | %s |".formatted(name, scenarios.getString("[" + i + "].title")));
            }
        }

        assertTable("scenarios", "| Scenario | Story |\n|---|---|", rows);
    }

    @Test
    void the_table_of_profiles_is_that_of_the_code() throws IOException {
        var header = new StringBuilder("| |");
        var line = new StringBuilder("|---|");
        for (var profile : Profile.values()) {
            header.append(" `").append(profile.label()).append("` |");
            line.append("---|");
        }
        var rows = Arrays.stream(Setting.values())
                .filter(setting -> Profile.SANDBOX.value(setting).isPresent())
                .map(setting -> "| `" + setting.flag() + "` | "
                        + Arrays.stream(Profile.values())
                                .map(profile -> "`" + profile.value(setting).orElseThrow() + "`")
                                .collect(Collectors.joining(" | "))
                        + " |")
                .toList();

        assertTable("profiles", header + "\n" + line, rows);
    }

    @Test
    void the_table_of_known_differences_is_that_of_the_data() throws IOException {
        var rows = Fidelity.read().divergences().stream()
                .map(known -> "| %s | %s | %s | %s | %s |"
                        .formatted(known.situation(), known.real(), known.sandbox(), known.why(), known.since()))
                .toList();

        assertTable(
                "divergences",
                "| Situation | The published service | This sandbox | Why | Since |\n|---|---|---|---|---|",
                rows);
    }

    @Test
    void every_profile_speaks_of_the_same_settings() {
        for (var setting : Setting.values()) {
            for (var profile : Profile.values()) {
                assertEquals(
                        Profile.SANDBOX.value(setting).isPresent(),
                        profile.value(setting).isPresent(),
                        profile + " and " + setting);
            }
        }
    }

    @ParameterizedTest
    @CsvSource({"README.md, 9", "docs/for-tests.md, 5"})
    void the_marked_commands_answer_what_the_readme_shows(Path file, int least) throws Exception {
        assumeTrue(isOnPath("sh") && isOnPath("curl"), "sh and curl are needed to run the marked commands");
        var examples = EXAMPLE.matcher(Files.readString(file)).results().toList();
        assertTrue(examples.size() >= least, file + " has lost its marked commands");

        // One shell for all of them, because a reader has one too.
        var separator = "----- next -----";
        var script = examples.stream()
                .map(found -> found.group(1))
                .collect(Collectors.joining("\necho; echo '" + separator + "'\n"));
        var output = shell(script.replace(BASE, sandbox.baseUrl()));

        var answers = output.split(Pattern.quote(separator), -1);
        assertEquals(examples.size(), answers.length, output);
        for (int i = 0; i < answers.length; i++) {
            var shown = examples.get(i).group(2) == null ? "" : examples.get(i).group(2);
            assertShows(
                    shown.replace(BASE, sandbox.baseUrl()),
                    answers[i],
                    examples.get(i).group(1));
        }
    }

    @Test
    void the_credentials_and_people_that_the_readme_names_exist() throws IOException {
        var readme = Files.readString(README);

        var user = sandbox.user("yleistunniste");
        assertTrue(
                readme.contains(user.get("password")) && readme.contains("client_secret=" + user.get("clientSecret")));
    }

    @Test
    void the_people_to_try_answer_as_the_readme_says() throws IOException {
        var personas = sandbox.control().get("/scenarios").jsonPath().getList("[0].persons.hetu");
        var rows = PERSON.matcher(Files.readString(README)).results().toList();
        assertTrue(rows.size() > 5, "the README has lost its people");

        for (var row : rows) {
            assertTrue(personas.contains(row.group(1)), row.group(1) + " is no persona");
            var haku = Map.<String, Object>of(
                    "hetu",
                    row.group(1),
                    "etunimet",
                    row.group(2),
                    "kutsumanimi",
                    row.group(3),
                    "sukunimi",
                    row.group(4));
            assertEquals(row.group(5), String.valueOf(sandbox.hae(haku).statusCode()), row.group());
        }
    }

    @Test
    void the_java_example_starts_a_server() {
        try (var server = OpintoSandbox.start(Settings.defaults().with(Setting.PORT, "0"))) {
            assertEquals("http://localhost:" + server.port(), server.baseUrl());
        }
    }

    @Test
    void files_that_the_readme_links_to_are_there() throws IOException {
        Pattern.compile("]\\((?!http|#)([^)#]+)\\)")
                .matcher(Files.readString(README))
                .results()
                .forEach(link -> assertTrue(Files.exists(Path.of(link.group(1))), link.group(1) + " is missing"));
    }

    private static String fallback(Setting setting) {
        if (Profile.SANDBOX.value(setting).isPresent()) {
            return "by profile";
        }
        return setting.fallback()
                .filter(text -> !text.isEmpty())
                .map(text -> "`" + text + "`")
                .orElse("–");
    }

    private static void assertTable(String name, String header, List<String> rows) throws IOException {
        var start = "<!-- " + name + " -->\n";
        var readme = Files.readString(README);
        var from = readme.indexOf(start) + start.length();
        var table = readme.substring(from, readme.indexOf("<!-- /" + name + " -->", from));

        assertEquals(header + "\n" + String.join("\n", rows) + "\n", table);
    }

    /** Compares line by line; an ellipsis in the README stands for anything. */
    private static void assertShows(String shown, String printed, String commands) {
        var pattern =
                Arrays.stream(shown.strip().split("…", -1)).map(Pattern::quote).collect(Collectors.joining(".*"));
        if (!Pattern.compile(pattern, Pattern.DOTALL).matcher(printed.strip()).matches()) {
            fail("the README's\n" + commands + "is said to print\n" + shown + "but prints\n" + printed.strip());
        }
    }

    private String shell(String script) throws IOException, InterruptedException {
        var out = folder.resolve("out.txt").toFile();
        var process = new ProcessBuilder("sh", "-c", script)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(out)
                .start();
        try {
            assertTrue(process.waitFor(60, TimeUnit.SECONDS), "the commands did not end");
        } finally {
            process.destroyForcibly();
        }
        return Files.readString(out.toPath(), StandardCharsets.UTF_8);
    }

    private static boolean isOnPath(String program) {
        List<String> folders = new ArrayList<>(
                Arrays.asList(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator, -1)));
        var windows = System.getProperty("os.name").toLowerCase(Locale.ROOT).startsWith("windows");
        return !windows
                && folders.stream().anyMatch(dir -> Files.isExecutable(Path.of(dir.isEmpty() ? "." : dir, program)));
    }
}
