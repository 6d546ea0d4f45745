package io.opintosandbox.access;

import io.javalin.http.Context;
import io.opintosandbox.config.Settings;
import java.net.URI;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The base of absolute URLs: the public URL of the settings, else what the request says, so that a client
 * in a container gets addresses that it can reach.
 */
public final class BaseUrl {
    private static final Set<String> LOCAL = Set.of("localhost", "127.0.0.1", "[::1]");
    private static final Pattern HOST = Pattern.compile("[A-Za-z0-9._-]+(:\\d{1,5})?|\\[[0-9A-Fa-f:.]+](:\\d{1,5})?");

    private final Settings settings;

    public BaseUrl(Settings settings) {
        this.settings = settings;
    }

    /** {@code scheme://host[:port]}, without a slash at the end. */
    public String of(Context ctx) {
        return settings.publicUrl().orElseGet(() -> fromRequest(ctx));
    }

    /** Whether CAS sends people and tickets to this URL: this server under any of its names, any port. */
    public boolean isOurs(String url, Context ctx) {
        var host = hostOf(url);
        return host != null
                && (LOCAL.contains(host) || host.equals(hostOf(of(ctx))) || host.equals(hostOf(fromRequest(ctx))));
    }

    /** Whether the client speaks TLS, be it to a proxy before this server. */
    public static boolean isSecure(Context ctx) {
        return fromRequest(ctx).startsWith("https:");
    }

    /** Whether two URLs mean the same service: hosts are names of one server, so only the path counts. */
    public static boolean sameService(String a, String b) {
        var pathOfA = pathOf(a);
        return pathOfA != null && pathOfA.equals(pathOf(b));
    }

    private static String fromRequest(Context ctx) {
        var scheme = first(ctx.header("X-Forwarded-Proto"))
                .filter(Set.of("http", "https")::contains)
                .orElse(ctx.scheme());
        var host = first(ctx.header("X-Forwarded-Host"))
                .filter(BaseUrl::isHost)
                .or(() -> first(ctx.header("Host")).filter(BaseUrl::isHost))
                .orElse("localhost");
        var port = first(ctx.header("X-Forwarded-Port")).filter(number -> number.matches("\\d{1,5}"));
        if (port.isPresent() && !host.matches(".*:\\d+")) {
            var usual = scheme.equals("https") ? "443" : "80";
            return scheme + "://" + host + (port.get().equals(usual) ? "" : ":" + port.get());
        }
        return scheme + "://" + host;
    }

    private static boolean isHost(String name) {
        return HOST.matcher(name).matches();
    }

    private static Optional<String> first(String header) {
        return Optional.ofNullable(header).map(value -> value.split(",", 2)[0].trim());
    }

    private static String hostOf(String url) {
        var uri = parsed(url);
        return uri == null || uri.getHost() == null ? null : uri.getHost().toLowerCase(Locale.ROOT);
    }

    private static String pathOf(String url) {
        var uri = parsed(url);
        return uri == null ? null : uri.getPath();
    }

    private static URI parsed(String url) {
        try {
            var uri = URI.create(url);
            return Set.of("http", "https").contains(String.valueOf(uri.getScheme())) ? uri : null;
        } catch (IllegalArgumentException e) {
            return null;
        }
    }
}
