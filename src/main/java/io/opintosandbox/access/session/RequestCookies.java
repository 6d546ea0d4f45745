package io.opintosandbox.access.session;

import io.javalin.http.Context;
import java.util.Arrays;
import java.util.Collections;
import java.util.Optional;

/** Cookies as they came, out of any number of {@code Cookie} headers; some clients send two. */
final class RequestCookies {

    private RequestCookies() {}

    /** The first cookie of that name. */
    static Optional<String> value(Context ctx, String name) {
        return Collections.list(ctx.req().getHeaders("Cookie")).stream()
                .flatMap(header -> Arrays.stream(header.split(";")))
                .map(String::trim)
                .filter(cookie -> cookie.startsWith(name + "="))
                .map(cookie -> cookie.substring(name.length() + 1))
                .findFirst();
    }
}
