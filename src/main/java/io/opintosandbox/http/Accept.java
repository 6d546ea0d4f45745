package io.opintosandbox.http;

import io.javalin.http.Context;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.eclipse.jetty.http.QuotedQualityCSV;

/** What the caller's {@code Accept} header allows, best first. Contract: registry-api.md 1.2. */
record Accept(List<String> types) {
    private static final Pattern CONCRETE = Pattern.compile("[\\w.+-]+/[\\w.+-]+");

    static Accept of(Context ctx) {
        var header = ctx.header("Accept");
        if (header == null || header.isBlank()) {
            return new Accept(List.of("*/*"));
        }
        var csv = new QuotedQualityCSV();
        csv.addValue(header);
        return new Accept(csv.getValues().stream()
                .map(type -> type.split(";", 2)[0].trim().toLowerCase(Locale.ROOT))
                .toList());
    }

    boolean allowsJson() {
        return types.stream().anyMatch(Accept::isJson);
    }

    boolean allowsText() {
        return types.stream().anyMatch(Accept::isText);
    }

    /**
     * What a bare text goes out as: whatever is wanted most, because a text can be of any kind. JSON it is by name only;
     * a caller that takes anything gets plain text. Empty when no kind is named.
     */
    Optional<String> kindOfText() {
        return types.stream()
                .filter(type ->
                        isJson(type) || isText(type) || CONCRETE.matcher(type).matches())
                .findFirst()
                .map(type -> {
                    if (isText(type)) {
                        return "text/plain;charset=UTF-8";
                    }
                    return isJson(type) ? "application/json" : type + ";charset=UTF-8";
                });
    }

    boolean allowsHtml() {
        return types.stream().anyMatch(Accept::isHtml);
    }

    /** Whether an HTML page is wanted rather than JSON. */
    boolean prefersHtml() {
        return types.stream()
                .filter(type -> isJson(type) || isHtml(type))
                .findFirst()
                .filter(Accept::isHtml)
                .isPresent();
    }

    private static boolean isText(String type) {
        return List.of("*/*", "text/*", "text/plain").contains(type);
    }

    private static boolean isHtml(String type) {
        return List.of("text/html", "text/*").contains(type);
    }

    private static boolean isJson(String type) {
        return List.of("*/*", "application/*", "application/json").contains(type)
                || (type.startsWith("application/") && type.endsWith("+json"));
    }
}
