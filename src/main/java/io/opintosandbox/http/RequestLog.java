package io.opintosandbox.http;

import io.opintosandbox.id.SyntheticOnly;
import io.opintosandbox.journal.PercentSigns;
import io.opintosandbox.world.World;
import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;
import org.eclipse.jetty.http.HttpURI;
import org.eclipse.jetty.server.Request;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One line a request: time, world, user, method, path, status, milliseconds, and why. Hetus are masked. */
final class RequestLog {
    private static final Logger LOG = LoggerFactory.getLogger("sandbox.requests");

    /** Tickets and what stands in credential parameters; those belong in a body, but some clients err. */
    private static final Pattern CREDENTIALS = Pattern.compile(
            "(?<=(?:\\b|%[0-9A-Fa-f]{2})(?:TGT|ST)(?:-|%2[Dd]))(?:[\\w-]|%2[Dd]){8,}|(?<=[?&](?:password|client_secret|token|access_token)=)[^&]+");

    private RequestLog() {}

    /**
     * Writes the line of a call that has ended.
     *
     * @param username null when nobody knows
     * @param status null when no answer went out
     */
    static void write(
            Request request, World world, String username, Integer status, Duration took, List<String> reasons) {
        if (!LOG.isInfoEnabled()) {
            return;
        }
        LOG.info(
                "{} {} {} {} {} {} {} ms{}",
                world.clock().now(),
                world.name(),
                username == null ? "-" : oneLine(username),
                request.getMethod(),
                address(request.getHttpURI()),
                status == null ? "no answer" : status,
                took.toMillis(),
                why(reasons));
    }

    /** Path and query as they came, without credentials and hetus. */
    private static String address(HttpURI uri) {
        var sent = CREDENTIALS.matcher(uri.getPathQuery()).replaceAll("****");
        // A hetu can hide behind percent signs; then the decoded form is what is shown, masked.
        var decoded = PercentSigns.decoded(sent);
        var masked = SyntheticOnly.maskAll(decoded);
        return oneLine(masked.equals(decoded) ? SyntheticOnly.maskAll(sent) : masked);
    }

    private static String why(List<String> reasons) {
        return reasons.isEmpty() ? "" : " - " + oneLine(SyntheticOnly.maskAll(String.join("; ", reasons)));
    }

    /** A line break or escape sequence in a name or path must not forge a log line. */
    private static String oneLine(String text) {
        return text.replaceAll("\\p{Cntrl}", "?");
    }
}
