package io.opintosandbox.http;

import io.opintosandbox.json.Json;
import java.util.List;

/** Texts of the published service that list broken rules. Contract: registry-api.md 2. */
final class FieldErrors {

    private FieldErrors() {}

    /** The message of 400 A+E. */
    static String bindException(String object, List<Problem.FieldError> errors) {
        var text = new StringBuilder("org.springframework.validation.BindException:"
                + " org.springframework.validation.BeanPropertyBindingResult: " + errors.size() + " errors");
        for (var error : errors) {
            text.append("\nField error in object '%s' on field '%s': rejected value [%s]; codes [%s]; arguments [%s];"
                            .formatted(object, error.field(), rejected(error), codes(object, error), arguments(error)))
                    .append(" default message [")
                    .append(error.message())
                    .append(']');
        }
        return text.toString();
    }

    private static String rejected(Problem.FieldError error) {
        return error.rejectedValue() instanceof String text ? text : Json.write(error.rejectedValue());
    }

    private static String codes(String object, Problem.FieldError error) {
        return error.code() + "." + object + "." + error.field() + "," + error.code() + "." + error.field() + ","
                + error.code();
    }

    private static String arguments(Problem.FieldError error) {
        return error.arguments() == null
                ? ""
                : String.join(
                        ",", error.arguments().stream().map(String::valueOf).toList());
    }
}
