package io.opintosandbox.http;

import java.util.function.Consumer;
import java.util.function.Function;

/**
 * What a call answers when it is more than a value: another status than 200, a header, a text that is no
 * JSON. Contract: registry-api.md 1, "String results" and "void results".
 *
 * @param body null for an empty answer
 * @param location of what was created, or null
 */
public record Answer(int status, Object body, String location) {

    /** A text that goes out bare, under whichever content type the caller wants. */
    public record Text(String value) {}

    /** A text for callers that take text/plain; others are refused. */
    public record PlainText(String value) {}

    /** 200 with a bare text. */
    public static Answer text(String value) {
        return new Answer(200, new Text(value), null);
    }

    /** 201 with a bare text. */
    public static Answer created(String value) {
        return new Answer(201, new Text(value), null);
    }

    /** 201 with a body and a {@code Location}. */
    public static Answer created(Object body, String location) {
        return new Answer(201, body, location);
    }

    /** 204 without a body. */
    public static Answer noContent() {
        return new Answer(204, null, null);
    }

    /** A call that answers nothing: 200 with an empty body. */
    public static Function<Call, Object> nothing(Consumer<Call> deed) {
        return call -> {
            deed.accept(call);
            return null;
        };
    }

    static Answer of(Object result) {
        return result instanceof Answer answer ? answer : new Answer(200, result, null);
    }
}
