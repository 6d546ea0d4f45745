package io.opintosandbox.access;

import io.javalin.http.Context;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** The fields of an {@code application/x-www-form-urlencoded} body; query parameters never count. */
public final class Form {
    /** Larger forms are nobody's login. */
    private static final int MAX_BYTES = 100_000;

    private static final String KEY = "form";
    private static final Pattern STRAY_PERCENT = Pattern.compile("%(?![0-9A-Fa-f]{2})");

    private final Map<String, List<String>> fields = new LinkedHashMap<>();

    private Form() {}

    /** Whether the request says that its body is a form. */
    public static boolean isForm(Context ctx) {
        var type = ctx.contentType();
        return type != null && type.split(";", 2)[0].trim().equalsIgnoreCase("application/x-www-form-urlencoded");
    }

    /** The form of a request; a body that is none has no fields. It is read once, however often it is asked for. */
    public static Form of(Context ctx) {
        Form known = ctx.attribute(KEY);
        if (known != null) {
            return known;
        }
        var read = read(ctx);
        ctx.attribute(KEY, read);
        return read;
    }

    private static Form read(Context ctx) {
        var form = new Form();
        if (isForm(ctx) && ctx.contentLength() <= MAX_BYTES) {
            for (String pair : body(ctx).split("&", -1)) {
                var equals = pair.indexOf('=');
                if (equals > 0) {
                    form.fields
                            .computeIfAbsent(decoded(pair.substring(0, equals)), name -> new ArrayList<>())
                            .add(decoded(pair.substring(equals + 1)));
                }
            }
        }
        return form;
    }

    /** The first value of a field that is not empty. */
    public Optional<String> value(String name) {
        return all(name).stream().findFirst().filter(value -> !value.isEmpty());
    }

    public List<String> all(String name) {
        return fields.getOrDefault(name, List.of());
    }

    private static String body(Context ctx) {
        try {
            return new String(ctx.bodyInputStream().readNBytes(MAX_BYTES), StandardCharsets.UTF_8);
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static String decoded(String text) {
        // A stray percent sign: the client forgot to encode, and must not come through by luck.
        return URLDecoder.decode(STRAY_PERCENT.matcher(text).replaceAll("%EF%BF%BD"), StandardCharsets.UTF_8);
    }
}
