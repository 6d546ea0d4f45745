package io.opintosandbox.journal;

import java.time.Instant;
import java.util.List;
import java.util.regex.Pattern;

/**
 * A call and its answer as they went over the wire, before anything is masked; it lives no longer than the call.
 *
 * @param status null when no answer went out
 * @param nearest the operation most like the call, if nothing answers it, else null
 */
public record Exchange(
        Instant time,
        String world,
        String username,
        String method,
        String path,
        String query,
        List<Field> headers,
        Body body,
        Integer status,
        List<Field> responseHeaders,
        Body responseBody,
        long durationMs,
        List<String> why,
        String nearest,
        List<String> unknownFields) {

    private static final Pattern NEW_SECRET =
            Pattern.compile("/kayttooikeus-service/palvelukayttaja/[^/]+/(cas|oauth2)");

    /** A line of the head of a request or an answer. */
    public record Field(String name, String value) {}

    /** The user service answers new passwords and client secrets as bare texts. Contract: neighbours.md 1.1. */
    private boolean isNewSecret() {
        return status != null && status == 200 && NEW_SECRET.matcher(path).matches();
    }

    /** What the journal keeps of it. */
    Entry entry(Masks masks) {
        var form = headers.stream()
                .anyMatch(field -> field.name().equalsIgnoreCase("Content-Type")
                        && field.value().regionMatches(true, 0, "application/x-www-form-urlencoded", 0, 33));
        return new Entry(
                0,
                time,
                world,
                username,
                method,
                masks.path(path),
                masks.query(query),
                masks.headers(headers),
                form ? masks.form(body.text()) : masks.body(body.text()),
                status,
                masks.headers(responseHeaders),
                isNewSecret() ? "\"****\"" : masks.body(responseBody.text()),
                durationMs,
                masks.texts(why),
                nearest,
                masks.texts(unknownFields),
                body.truncated() || responseBody.truncated());
    }
}
