package io.opintosandbox.examples;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Sends what stands in a {@code .http} file, from top to bottom: variables, named requests, and fields of the answers
 * to them. No more of the format than our files use.
 */
final class HttpFile {
    private static final Pattern REFERENCE = Pattern.compile("\\{\\{([^}]+)}}");

    private final Http http = new Http();
    private final Map<String, String> variables = new HashMap<>();
    private final Map<String, JsonNode> answers = new HashMap<>();

    /** @param given variables that the file's own lines do not change */
    HttpFile(Map<String, String> given) {
        variables.putAll(given);
    }

    List<HttpResponse<String>> send(Path file) throws IOException {
        List<HttpResponse<String>> sent = new ArrayList<>();
        for (var block : Files.readString(file).split("(?m)^###.*\n", -1)) {
            var lines = new ArrayList<>(block.lines().toList());
            var name = takeComments(lines);
            if (!lines.isEmpty()) {
                var answer = send(lines);
                sent.add(answer);
                remember(name, answer.body());
            }
        }
        return sent;
    }

    /** Takes variables, comments and empty lines away from the top; answers the name of the request, or null. */
    private String takeComments(List<String> lines) {
        String name = null;
        while (!lines.isEmpty() && lines.get(0).matches("|[#@].*")) {
            var line = lines.remove(0);
            if (line.startsWith("@")) {
                var parts = line.substring(1).split("=", 2);
                variables.putIfAbsent(parts[0].strip(), filled(parts[1].strip()));
            } else if (line.startsWith("# @name ")) {
                name = line.substring("# @name ".length());
            }
        }
        return name;
    }

    private HttpResponse<String> send(List<String> lines) {
        var first = filled(lines.get(0)).split(" ", 2);
        var gap = lines.contains("") ? lines.indexOf("") : lines.size();
        var body = filled(String.join("\n", lines.subList(gap, lines.size())).strip());
        var request = Http.anonymous(first[1])
                .method(first[0], body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
        for (var header : lines.subList(1, gap)) {
            var parts = filled(header).split(": ", 2);
            request.header(parts[0], parts[1]);
        }
        return http.send(request);
    }

    private void remember(String name, String body) {
        if (name != null) {
            try {
                answers.put(name, new ObjectMapper().readTree(body));
            } catch (JsonProcessingException e) {
                throw new AssertionError(name + " was answered with " + body, e);
            }
        }
    }

    private String filled(String text) {
        return REFERENCE.matcher(text).replaceAll(found -> {
            var parts = found.group(1).split("\\.response\\.body\\.", 2);
            return Matcher.quoteReplacement(
                    parts.length == 1
                            ? variables.get(parts[0])
                            : answers.get(parts[0]).path(parts[1]).asText());
        });
    }
}
