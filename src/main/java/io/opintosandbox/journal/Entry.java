package io.opintosandbox.journal;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * One call as the journal keeps it: credentials and real hetus are masked already. Contract: control-api.md, "journal
 * entry".
 *
 * @param id counts on in a world until it is reset; by the order in which the answers went out
 * @param time when the call came, by the world's clock
 * @param username who called, or in whose name somebody tried to; null when nobody knows
 * @param path as it was sent, with its percent signs
 * @param query as it was sent, or null
 * @param headers by name as it was sent; a name that came twice has two values
 * @param body the first 64 KB, null when there was none
 * @param status null when no answer went out
 * @param durationMs from the call's first line to the last piece of the answer
 * @param why the rules that decided, in their order
 * @param nearest for a call to a path or method that nothing answers: the operation most like it, or null
 * @param unknownFields JSON pointers into the body, to fields that the registry does not know
 * @param truncated whether one of the bodies was longer than what is kept of it
 */
public record Entry(
        long id,
        Instant time,
        String world,
        String username,
        String method,
        String path,
        String query,
        Map<String, List<String>> headers,
        String body,
        Integer status,
        Map<String, List<String>> responseHeaders,
        String responseBody,
        long durationMs,
        List<String> why,
        String nearest,
        List<String> unknownFields,
        boolean truncated) {

    /** The first value of a header of the request, whatever the case of its name; null when it was not sent. */
    public String header(String name) {
        return first(headers, name);
    }

    /** The first value of a header of the answer, whatever the case of its name; null when there is none. */
    public String responseHeader(String name) {
        return first(responseHeaders, name);
    }

    /** {@code 12 POST /path?query -> 409 why}, for people. */
    public String line() {
        return id + " " + method + " " + path + (query == null ? "" : "?" + query) + " -> "
                + (status == null ? "no answer" : status) + (why.isEmpty() ? "" : " " + String.join("; ", why));
    }

    Entry withId(long number) {
        return new Entry(
                number,
                time,
                world,
                username,
                method,
                path,
                query,
                headers,
                body,
                status,
                responseHeaders,
                responseBody,
                durationMs,
                why,
                nearest,
                unknownFields,
                truncated);
    }

    /** About as many bytes as it takes in memory. */
    long weight() {
        return 300
                + weight(world)
                + weight(username)
                + weight(path)
                + weight(query)
                + weight(body)
                + weight(responseBody)
                + weight(nearest)
                + weight(headers)
                + weight(responseHeaders)
                + weight(why)
                + weight(unknownFields);
    }

    private static long weight(Map<String, List<String>> fields) {
        long sum = 64;
        for (var field : fields.entrySet()) {
            sum += 40 + weight(field.getKey()) + weight(field.getValue());
        }
        return sum;
    }

    private static long weight(List<String> texts) {
        long sum = 24;
        for (var text : texts) {
            sum += 4 + weight(text);
        }
        return sum;
    }

    /** A text with one letter beyond Latin-1 takes two bytes for each. */
    private static long weight(String text) {
        if (text == null) {
            return 0;
        }
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) > 0xFF) {
                return 48 + 2L * text.length();
            }
        }
        return 48L + text.length();
    }

    private static String first(Map<String, List<String>> fields, String name) {
        var exact = fields.get(name);
        if (exact != null) {
            return exact.get(0);
        }
        var wanted = name.toLowerCase(Locale.ROOT);
        for (var field : fields.entrySet()) {
            if (field.getKey().toLowerCase(Locale.ROOT).equals(wanted)) {
                return field.getValue().get(0);
            }
        }
        return null;
    }
}
