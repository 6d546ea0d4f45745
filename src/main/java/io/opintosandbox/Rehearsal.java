package io.opintosandbox;

import io.opintosandbox.access.ServiceUser;
import io.opintosandbox.access.ServiceUsers;
import io.opintosandbox.access.oauth.TokenRoutes;
import io.opintosandbox.access.session.ServiceGate;
import io.opintosandbox.config.Setting;
import io.opintosandbox.config.Settings;
import io.opintosandbox.json.Json;
import io.opintosandbox.world.Worlds;
import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/**
 * Walks through a start and the first calls once, at build time, so that the classes that they load can be
 * archived for faster starts. Not for users.
 */
final class Rehearsal {

    private Rehearsal() {}

    static int run() {
        try (var sandbox = OpintoSandbox.start(Settings.defaults().with(Setting.PORT, "0"))) {
            var world = sandbox.world(Worlds.DEFAULT).orElseThrow();
            var token = token(
                    sandbox.baseUrl(), world.part(ServiceUsers.class).all().get(0));
            var hae = """
                    {"etunimet":"Magdalena Testi","kutsumanimi":"Magdalena","sukunimi":"Sallinen-Testi",
                     "hetu":"010866-9260"}""";
            var registry = sandbox.baseUrl() + ServiceGate.REGISTRY;
            call(registry + "/yleistunniste/hae", hae, "application/json", token);
            call(sandbox.baseUrl() + "/sandbox/settle", "", "application/json", null);
            call(registry + "/yleistunniste/hae", hae, "application/json", token);
            return 0;
        } catch (IOException e) {
            System.err.println("the rehearsal failed: " + e.getMessage());
            return 1;
        }
    }

    private static String token(String baseUrl, ServiceUser user) throws IOException {
        var form = "grant_type=client_credentials&client_id=" + encoded(user.username()) + "&client_secret="
                + encoded(user.clientSecret());
        var answer =
                call(baseUrl + TokenRoutes.PATH + "/oauth2/token", form, "application/x-www-form-urlencoded", null);
        return String.valueOf(Json.read(answer, Map.class).get("access_token"));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static String call(String url, String body, String contentType, String token) throws IOException {
        var connection = (HttpURLConnection) URI.create(url).toURL().openConnection();
        connection.setDoOutput(true);
        connection.setRequestProperty("Content-Type", contentType);
        if (token != null) {
            connection.setRequestProperty("Authorization", "Bearer " + token);
        }
        connection.getOutputStream().write(body.getBytes(StandardCharsets.UTF_8));
        return new String(connection.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }
}
