package io.opintosandbox.architecture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** docs/INVARIANTS.md names tests that exist. */
class InvariantsTest {
    private static final Path DOCUMENT = Path.of("docs/INVARIANTS.md");
    private static final Pattern NAMED = Pattern.compile("`(\\w+Test)(?:\\.(\\w+))?`");
    private static final Pattern RULE = Pattern.compile("^- (.*?)(?=^- |^#|\\z)", Pattern.MULTILINE | Pattern.DOTALL);

    @Test
    void every_test_that_is_named_exists() throws IOException {
        var sources = sources();
        var missing = new ArrayList<String>();
        var named = NAMED.matcher(Files.readString(DOCUMENT)).results().toList();
        assertTrue(named.size() > 20, "the document has another form now");

        for (var test : named) {
            var source = sources.getOrDefault(test.group(1), "");
            if (source.isEmpty() || (test.group(2) != null && !source.contains(" void " + test.group(2) + "("))) {
                missing.add(test.group());
            }
        }
        assertEquals(List.of(), missing);
    }

    @Test
    void every_rule_says_what_enforces_it_or_stands_under_not_yet_enforced() throws IOException {
        var document = Files.readString(DOCUMENT);
        var enforced = document.split("## Not yet enforced", -1)[0];

        RULE.matcher(enforced)
                .results()
                .forEach(rule -> assertTrue(rule.group(1).contains("Enforced by:"), rule.group(1)));
    }

    private static Map<String, String> sources() throws IOException {
        Map<String, String> sources = new TreeMap<>();
        try (var files = Files.walk(Path.of("src/test/java"))) {
            for (var file :
                    files.filter(path -> path.toString().endsWith("Test.java")).toList()) {
                sources.put(file.getFileName().toString().replace(".java", ""), Files.readString(file));
            }
        }
        return sources;
    }
}
