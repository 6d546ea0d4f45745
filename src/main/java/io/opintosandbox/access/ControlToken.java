package io.opintosandbox.access;

import io.javalin.http.Context;
import java.util.Optional;

/** The token that opens the sandbox's own API and shows credentials on its pages. Contract: control-api.md. */
public final class ControlToken {
    private static final String BEARER = "Bearer ";

    private final Optional<String> token;

    /** @param token empty when everything is open */
    public ControlToken(Optional<String> token) {
        this.token = token;
    }

    /** Whether the token that was presented opens; without a token set anything does, also nothing. */
    public boolean opens(Optional<String> presented) {
        return token.isEmpty()
                || presented.filter(text -> Logins.same(token.get(), text)).isPresent();
    }

    /** The token in the header {@code Authorization}. */
    public static Optional<String> presentedBy(Context ctx) {
        return Optional.ofNullable(ctx.header("Authorization"))
                .filter(header -> header.startsWith(BEARER))
                .map(header -> header.substring(BEARER.length()));
    }
}
