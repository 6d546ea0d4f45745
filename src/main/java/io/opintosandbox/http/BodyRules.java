package io.opintosandbox.http;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Collects what is wrong with a request's body, field by field, and words it as the published service
 * does. Contract: registry-api.md 2 and 5.1.
 */
public final class BodyRules {
    private final String object;
    private final List<String> errors = new ArrayList<>();
    private final Set<String> fields = new HashSet<>();

    /** @param object the name of the body in messages, for example {@code henkiloExistenceCheckDto} */
    public BodyRules(String object) {
        this.object = object;
    }

    /** A body that knows its own rules. */
    public interface Checked {
        /** The name of the body in messages. */
        default String objectName() {
            var name = getClass().getSimpleName();
            return name.substring(0, 1).toLowerCase(Locale.ROOT) + name.substring(1);
        }

        /** Adds what is wrong. */
        default void check(BodyRules rules) {}

        /** Whether hetus in it are only looked up: one that is not synthetic is then just unknown. */
        default boolean onlyLooksUp() {
            return false;
        }
    }

    /**
     * Adds an error unless the rule holds.
     *
     * @param code the constraint, for example {@code NotEmpty}
     * @param field path of the field, for example {@code henkilot[1].henkilo.hetu}
     */
    public BodyRules require(boolean holds, String code, String field, Object rejected, String message) {
        if (!holds) {
            var simple = field.substring(field.lastIndexOf('.') + 1);
            fields.add(field);
            errors.add(
                    "[Field error in object '%s' on field '%s': rejected value [%s]; codes [%s]; arguments [%s]; default message [%s]] "
                            .formatted(
                                    object,
                                    field,
                                    rejected,
                                    code + "." + object + "." + field + "," + code + "." + simple + "," + code,
                                    "org.springframework.context.support.DefaultMessageSourceResolvable: codes ["
                                            + object + "." + field + "," + field + "]; arguments []; default message ["
                                            + field + "]",
                                    message));
        }
        return this;
    }

    /** Adds an error of the body as a whole unless the rule holds. */
    public BodyRules requireOfAll(boolean holds, String code, String message) {
        if (!holds) {
            fields.add(object);
            errors.add("[Error in object '%s': codes [%s]; arguments [%s]; default message [%s]] "
                    .formatted(
                            object,
                            code + "." + object + "," + code,
                            "org.springframework.context.support.DefaultMessageSourceResolvable: codes [" + object
                                    + ",]; arguments []; default message []",
                            message));
        }
        return this;
    }

    /** Checks a body that came by no call. Errors: 400 A, as for one that did. */
    public static <T extends Checked> T checked(T body) {
        var rules = new BodyRules(body.objectName());
        body.check(rules);
        rules.done("argument");
        return body;
    }

    /** Whether something is wrong with that field already. */
    boolean has(String field) {
        return fields.contains(field);
    }

    /** Throws what has been collected, if anything has. */
    void done(String method) {
        if (!errors.isEmpty()) {
            var count = errors.size() > 1 ? " with " + errors.size() + " errors" : "";
            throw Problem.invalidBody(
                    "Validation failed for argument [0] in " + method + count + ": " + String.join("", errors),
                    "the body breaks the rules of " + String.join(", ", new java.util.TreeSet<>(fields)));
        }
    }
}
