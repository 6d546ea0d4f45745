package io.opintosandbox.report;

import io.opintosandbox.json.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Calls that the services want to get rid of: as the registry's document marks them, and neighbours.md 1.1. */
final class OldCalls {
    private static final Set<String> OF_USER_SERVICE =
            Set.of("GET " + Call.USERS + "/cas/me", "GET " + Call.USERS + "/cas/myroles");

    private OldCalls() {}

    /** Read when the first report is made. */
    private static final class OfRegistry {
        static final List<Pattern> OPERATIONS = read();

        private static List<Pattern> read() {
            try (var in = OldCalls.class.getResourceAsStream("/io/opintosandbox/registry/openapi.json")) {
                List<Pattern> found = new ArrayList<>();
                for (var path : Json.tree(in).path("paths").properties()) {
                    for (var operation : path.getValue().properties()) {
                        if (operation.getValue().path("deprecated").asBoolean()) {
                            found.add(pattern(operation.getKey(), path.getKey()));
                        }
                    }
                }
                return found;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        private static Pattern pattern(String method, String path) {
            return Pattern.compile(method.toUpperCase(Locale.ROOT) + " "
                    + Pattern.compile("\\{\\w+}")
                            .splitAsStream(path)
                            .map(Pattern::quote)
                            .collect(Collectors.joining("[^/]+")));
        }
    }

    static boolean is(Call call) {
        var method = call.entry().method();
        if (OF_USER_SERVICE.contains(method + " " + call.entry().path())) {
            return true;
        }
        var asked = method + " " + call.own();
        return OfRegistry.OPERATIONS.stream()
                .anyMatch(operation -> operation.matcher(asked).matches());
    }
}
