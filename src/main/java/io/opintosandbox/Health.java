package io.opintosandbox;

import io.opintosandbox.access.session.ServiceGate;
import io.opintosandbox.config.BadSetting;
import io.opintosandbox.config.Setting;
import io.opintosandbox.config.Settings;
import java.io.IOException;
import java.io.PrintStream;
import java.net.HttpURLConnection;
import java.net.URI;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

/** {@code health [--wait SECONDS]}: whether a server answers, for scripts and containers. */
final class Health {
    private static final long PAUSE_NANOS = Duration.ofMillis(100).toNanos();
    private static final int TIMEOUT_MILLIS = 2000;

    private Health() {}

    /** Answers the exit code: 0 when the server is up. */
    static int check(Settings settings, int waitSeconds, PrintStream out) {
        if (settings.port() == 0) {
            throw new BadSetting(Setting.PORT.flag() + " (" + Setting.PORT.variable()
                    + ") is '0', but health needs the port that the server has told in its line 'ready'.");
        }
        var host = settings.host().isAnyLocalAddress()
                ? "127.0.0.1"
                : settings.host().getHostAddress();
        var url = "http://" + (host.contains(":") ? "[" + host + "]" : host) + ":" + settings.port()
                + ServiceGate.REGISTRY + "/actuator/health";
        var until = System.nanoTime() + Duration.ofSeconds(waitSeconds).toNanos();
        while (!isUp(url)) {
            if (System.nanoTime() >= until) {
                out.println("not up: " + url);
                return 1;
            }
            LockSupport.parkNanos(PAUSE_NANOS);
        }
        out.println("up: " + url);
        return 0;
    }

    private static boolean isUp(String url) {
        try {
            var connection = (HttpURLConnection) URI.create(url).toURL().openConnection();
            connection.setConnectTimeout(TIMEOUT_MILLIS);
            connection.setReadTimeout(TIMEOUT_MILLIS);
            return connection.getResponseCode() == 200;
        } catch (IOException e) {
            return false;
        }
    }
}
