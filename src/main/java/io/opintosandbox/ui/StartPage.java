package io.opintosandbox.ui;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.opintosandbox.access.BaseUrl;
import io.opintosandbox.access.ControlToken;
import io.opintosandbox.access.Form;
import io.opintosandbox.access.Right;
import io.opintosandbox.access.ServiceUser;
import io.opintosandbox.access.ServiceUsers;
import io.opintosandbox.config.Settings;
import io.opintosandbox.config.Version;
import io.opintosandbox.fixtures.Fixtures;
import io.opintosandbox.fixtures.PersonaState;
import io.opintosandbox.world.World;
import io.opintosandbox.world.Worlds;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** The page at {@code /}: what this is, where things are, who may log in, and whom to try. */
public final class StartPage {
    private final Worlds worlds;
    private final Fixtures fixtures;
    private final BaseUrl baseUrl;
    private final Settings settings;

    public StartPage(Worlds worlds, Fixtures fixtures, BaseUrl baseUrl, Settings settings) {
        this.worlds = worlds;
        this.fixtures = fixtures;
        this.baseUrl = baseUrl;
        this.settings = settings;
    }

    /** A user as the page shows one. */
    public record UserRow(ServiceUser user, String title) {}

    /**
     * What the template is given.
     *
     * @param firstCall a shell command that gets the first oppijanumero, or null when credentials are hidden
     */
    public record Page(
            String version,
            String baseUrl,
            String profile,
            long seed,
            int population,
            boolean showsCredentials,
            List<UserRow> users,
            String firstCall,
            List<PersonaState> personas) {}

    public void addTo(RoutesConfig routes) {
        routes.get("/", ctx -> page(ctx, ControlToken.presentedBy(ctx)));
        // A browser cannot send the token in a header, and in the address it would end up in histories and logs.
        routes.post("/", ctx -> page(ctx, Form.of(ctx).value("token")));
    }

    private void page(Context ctx, Optional<String> presented) {
        var world = worlds.defaultWorld();
        var opened = new ControlToken(settings.controlToken()).opens(presented);
        var users = opened ? users(world) : List.<UserRow>of();
        var page = new Page(
                Version.TEXT,
                baseUrl.of(ctx),
                world.settings().profile().label(),
                world.settings().seed(),
                world.settings().population(),
                opened,
                users,
                firstCall(baseUrl.of(ctx), users),
                PersonaState.of(world, fixtures.personas().personas()));
        ctx.status(opened || presented.isEmpty() ? 200 : 401)
                .render("start.jte", Map.of("page", page))
                .contentType("text/html;charset=UTF-8");
    }

    /** For the first user who may ask hae; null when the credentials are hidden, or nobody may. */
    private static String firstCall(String baseUrl, List<UserRow> users) {
        var caller =
                users.stream().map(UserRow::user).filter(StartPage::mayAskHae).findFirst();
        return caller.map(user -> firstCall(baseUrl, user)).orElse(null);
    }

    private static boolean mayAskHae(ServiceUser user) {
        return user.roles().values().stream()
                .anyMatch(rights -> rights.contains(Right.YLEISTUNNISTE_LUONTI.qualified()));
    }

    private static String firstCall(String baseUrl, ServiceUser user) {
        return """
                TOKEN=$(curl -s %1$s/kayttooikeus-service/oauth2/token -d grant_type=client_credentials \\
                  --data-urlencode 'client_id=%2$s' --data-urlencode 'client_secret=%3$s' \\
                  | sed 's/.*"access_token":"\\([^"]*\\)".*/\\1/')
                curl -s %1$s/oppijanumerorekisteri-service/yleistunniste/hae -H "Authorization: Bearer $TOKEN" \\
                  -H 'Content-Type: application/json' \\
                  -d '{"etunimet":"Magdalena Testi","kutsumanimi":"Magdalena","sukunimi":"Sallinen-Testi","hetu":"010866-9260"}'
                """.formatted(baseUrl, inQuotes(user.username()), inQuotes(user.clientSecret()))
                .strip();
    }

    private static String inQuotes(String text) {
        return text.replace("'", "'\\''");
    }

    private List<UserRow> users(World world) {
        var titles = fixtures.users().stream()
                .collect(Collectors.toMap(user -> user.user().username(), Fixtures.User::title));
        return world.part(ServiceUsers.class).all().stream()
                .map(user -> new UserRow(user, titles.getOrDefault(user.username(), "")))
                .toList();
    }
}
