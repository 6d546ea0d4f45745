package io.opintosandbox.access.session;

import io.javalin.http.Context;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;

/** Cookies as they came, out of any number of {@code Cookie} headers; some clients send two. */
public final class RequestCookies {

    private RequestCookies() {}

    /** The values of all cookies of that name, in the order in which they came, without the quotes of old clients. */
    public static List<String> values(Context ctx, String name) {
        return Collections.list(ctx.req().getHeaders("Cookie")).stream()
                .flatMap(header -> Arrays.stream(header.split(";")))
                .map(String::trim)
                .filter(cookie -> cookie.startsWith(name + "="))
                .map(cookie -> unquoted(cookie.substring(name.length() + 1)))
                .toList();
    }

    private static String unquoted(String value) {
        var quoted = value.length() > 1 && value.startsWith("\"") && value.endsWith("\"");
        return quoted ? value.substring(1, value.length() - 1) : value;
    }
}
