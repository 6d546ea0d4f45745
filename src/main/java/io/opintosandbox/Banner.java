package io.opintosandbox;

import io.opintosandbox.access.ServiceUsers;
import io.opintosandbox.config.Settings;
import io.opintosandbox.config.Version;
import io.opintosandbox.fixtures.Fixtures;
import io.opintosandbox.fixtures.Persona;
import io.opintosandbox.world.Worlds;
import java.io.PrintStream;
import java.time.Duration;

/** What the server prints when it is ready: what to copy. */
final class Banner {

    private Banner() {}

    static void print(OpintoSandbox sandbox, Settings settings, long startedAt, PrintStream out) {
        var base = sandbox.baseUrl();
        var text = new StringBuilder();
        text.append("Opintopolku sandbox ")
                .append(Version.TEXT)
                .append(": test data only, synthetic people only.\n\n")
                .append("Start page  ")
                .append(base)
                .append("/\n")
                .append("Registry    ")
                .append(base)
                .append("/oppijanumerorekisteri-service\n")
                .append("OAuth2      ")
                .append(base)
                .append("/kayttooikeus-service/oauth2/token\n")
                .append("CAS         ")
                .append(base)
                .append("/cas/v1/tickets\n")
                .append("Control     ")
                .append(base)
                .append("/sandbox/status\n\n");
        if (settings.controlToken().isPresent()) {
            text.append("Service users: on the start page, to whoever presents the control token.\n");
        } else {
            users(sandbox, text);
        }
        personas(settings, text);
        text.append("\nready ")
                .append(base)
                .append(" in ")
                .append(Duration.ofNanos(System.nanoTime() - startedAt).toMillis())
                .append(" ms");
        out.println(text);
    }

    private static void users(OpintoSandbox sandbox, StringBuilder text) {
        text.append("%-20s %-32s %s%n".formatted("Service user", "Password (CAS)", "Client secret (OAuth2)"));
        sandbox.world(Worlds.DEFAULT)
                .orElseThrow()
                .part(ServiceUsers.class)
                .all()
                .forEach(user -> text.append(
                        "%-20s %-32s %s%n".formatted(user.username(), user.password(), user.clientSecret())));
    }

    private static void personas(Settings settings, StringBuilder text) {
        text.append("\nPersonas to try\n");
        for (Persona persona : new Fixtures(settings.fixtures()).personas().first()) {
            text.append("%-12s %-28s %s%n"
                    .formatted(persona.hetu(), persona.etunimet() + " " + persona.sukunimi(), persona.title()));
        }
    }
}
