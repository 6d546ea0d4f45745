package io.opintosandbox.http;

import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.Function;

/**
 * The parameters of a query that the published service reads as one object: their mistakes are told together, and in
 * another form than those of single parameters. Empty texts count as absent. Contract: registry-api.md 2, "type
 * mismatch inside a query object".
 */
public final class QueryObject {
    private final Call call;
    private final String signature;
    private final BodyRules rules;

    /**
     * Begins to read.
     *
     * @param path of the call, for messages
     * @param type what is read; its name is the object's in messages
     */
    public QueryObject(Call call, String path, Class<?> type) {
        this.call = call;
        this.signature = Signatures.of(path, "GET", type);
        var name = type.getSimpleName();
        this.rules = new BodyRules(Character.toLowerCase(name.charAt(0)) + name.substring(1));
    }

    /** A whole number of 64 bits. */
    public Optional<Long> int64(String field) {
        return converted(field, text -> Parameters.number(text.trim()));
    }

    /** A whole number of 32 bits with a lower bound. */
    public int atLeast(String field, int min, int otherwise) {
        int number = converted(field, Parameters::int32).orElse(otherwise);
        rules.require(number >= min, "Min", field, number, "must be greater than or equal to " + min);
        return number;
    }

    /** A moment in any of the forms that the registry takes. */
    public Optional<Instant> time(String field) {
        return converted(field, Parameters::time);
    }

    /** Yes or no, in any of the words that the published service takes; no when it is absent. */
    public boolean flag(String field) {
        return converted(field, Parameters::truth).orElse(false);
    }

    /** One of the names of an enum, to the letter. */
    public <E extends Enum<E>> Optional<E> oneOf(String field, Class<E> type) {
        return converted(
                field,
                text -> Arrays.stream(type.getEnumConstants())
                        .filter(constant -> constant.name().equals(text.trim()))
                        .findFirst()
                        .orElseThrow(() ->
                                Problem.illegalArgument("No enum constant " + type.getSimpleName() + "." + text)));
    }

    /** Errors: 400 A when something was wrong. */
    public void done() {
        rules.done(signature);
    }

    private <T> Optional<T> converted(String field, Function<String, T> conversion) {
        var text = call.query(field).filter(value -> !value.isEmpty());
        try {
            return text.map(conversion);
        } catch (Problem e) {
            rules.require(
                    false,
                    "typeMismatch",
                    field,
                    text.orElseThrow(),
                    "Failed to convert property value of type 'java.lang.String' to the type of property '" + field
                            + "'; " + e.getMessage());
            return Optional.empty();
        }
    }
}
