package io.opintosandbox;

import io.javalin.config.RoutesConfig;
import io.opintosandbox.access.BaseUrl;
import io.opintosandbox.access.Logins;
import io.opintosandbox.access.cas.CasRoutes;
import io.opintosandbox.access.cas.LoginRoutes;
import io.opintosandbox.access.cas.Tickets;
import io.opintosandbox.access.oauth.AccessTokens;
import io.opintosandbox.access.oauth.TokenRoutes;
import io.opintosandbox.access.session.LoginCalls;
import io.opintosandbox.access.session.ServiceGate;
import io.opintosandbox.access.session.Sessions;
import io.opintosandbox.config.BadSetting;
import io.opintosandbox.config.Setting;
import io.opintosandbox.config.Settings;
import io.opintosandbox.control.ControlRoutes;
import io.opintosandbox.fixtures.Fixtures;
import io.opintosandbox.http.FaultDoor;
import io.opintosandbox.http.FrontProxy;
import io.opintosandbox.http.HttpServer;
import io.opintosandbox.http.RegistryDoor;
import io.opintosandbox.http.RegistryRoutes;
import io.opintosandbox.neighbours.NeighbourRoutes;
import io.opintosandbox.neighbours.kayttooikeus.KayttooikeusDoor;
import io.opintosandbox.registry.RegistryApi;
import io.opintosandbox.snapshot.Snapshots;
import io.opintosandbox.store.Database;
import io.opintosandbox.ui.StartPage;
import io.opintosandbox.ui.SwaggerUi;
import io.opintosandbox.ui.Templates;
import io.opintosandbox.world.World;
import io.opintosandbox.world.Worlds;
import java.net.Inet6Address;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * A running sandbox, for embedding:
 *
 * <pre>{@code
 * try (var server = OpintoSandbox.start()) {
 *     adapter(server.baseUrl(), server.sandbox().credentials("yleistunniste"));
 * }
 * }</pre>
 */
public final class OpintoSandbox implements AutoCloseable {
    private final Settings settings;
    private final Database database;
    private final Worlds worlds;
    private final Snapshots snapshots;
    private final HttpServer server;

    private OpintoSandbox(Settings settings, Database database, Worlds worlds, Snapshots snapshots, HttpServer server) {
        this.settings = settings;
        this.database = database;
        this.worlds = worlds;
        this.snapshots = snapshots;
        this.server = server;
    }

    /** Starts a server under the default settings on a free port of the loopback address. */
    public static OpintoSandbox start() {
        return start(Settings.defaults().with(Setting.PORT, "0"));
    }

    /** Starts a server under these settings. Errors: {@link BadSetting}, for example when the port is taken. */
    public static OpintoSandbox start(Settings settings) {
        QuietLibraries.hush();
        var fixtures = new Fixtures(settings.fixtures());
        var furnisher = new WorldFurnisher(fixtures);
        var database = Database.inMemory();
        // What has been opened is closed again when a later step fails: the caller's JVM may live on.
        try {
            var worlds = new Worlds(database, settings, Clock.systemUTC(), furnisher);
            try {
                for (int i = 0; i < settings.worlds(); i++) {
                    worlds.createNext(settings);
                }
                var snapshots = new Snapshots(worlds, furnisher::furnish);
                return new OpintoSandbox(
                        settings, database, worlds, snapshots, serve(settings, fixtures, database, worlds, snapshots));
            } catch (RuntimeException e) {
                worlds.close();
                throw e;
            }
        } catch (RuntimeException e) {
            database.close();
            throw e;
        }
    }

    private static HttpServer serve(
            Settings settings, Fixtures fixtures, Database database, Worlds worlds, Snapshots snapshots) {
        var startedAt = System.nanoTime();
        var baseUrl = new BaseUrl(settings);
        var logins = new Logins(database, worlds);
        var tickets = new Tickets();
        var sessions = new Sessions();
        worlds.whenGone(tickets::forget);
        worlds.whenGone(sessions::forget);
        var tokens = new AccessTokens(logins, settings.publicUrl());
        var gate = new ServiceGate(
                ServiceGate.REGISTRY, tokens, tickets, sessions, baseUrl, settings.expiredSessionIs401());
        var userGate = new ServiceGate(
                ServiceGate.KAYTTOOIKEUS, tokens, tickets, sessions, baseUrl, settings.expiredSessionIs401());
        var loginCalls = new LoginCalls(logins, tickets, worlds);
        return HttpServer.start(settings, worlds, new Templates(), routes -> {
            if (!settings.strict().equals("off")) {
                new FrontProxy(settings.strict(), worlds, baseUrl, loginCalls, gate).addTo(routes);
            }
            new StartPage(worlds, fixtures, baseUrl, settings).addTo(routes);
            new CasRoutes(logins, tickets, sessions, baseUrl).addTo(routes);
            new LoginRoutes(logins, tickets, sessions, baseUrl).addTo(routes);
            new TokenRoutes(logins, tokens, baseUrl).addTo(routes);
            new FaultDoor(loginCalls, worlds).addTo(routes);
            new KayttooikeusDoor(userGate, worlds).addTo(routes);
            new RegistryDoor(gate, sessions, worlds).addTo(routes);
            new SwaggerUi(gate).addTo(routes);
            var operations = registry(routes);
            new ControlRoutes(worlds, fixtures, settings, snapshots, startedAt).addTo(routes);
            new NeighbourRoutes(worlds, baseUrl).addTo(routes);
            return operations;
        });
    }

    /** Where the server answers, for example {@code http://localhost:8080}. */
    public String baseUrl() {
        return settings.publicUrl().orElseGet(() -> "http://" + hostName() + ":" + server.port());
    }

    /** The port that the server listens to. */
    public int port() {
        return server.port();
    }

    /** The default world. */
    public Sandbox sandbox() {
        return new Sandbox(worlds, snapshots, baseUrl(), Worlds.DEFAULT);
    }

    /** A new world of that name under the server's settings. Errors: {@link Worlds.NameTaken}. */
    public Sandbox newWorld(String name) {
        return newWorld(name, UnaryOperator.identity());
    }

    /**
     * A new world of that name, for example {@code newWorld("ci-42", s -> s.with(Setting.SEED, "7"))}. Errors:
     * {@link Worlds.NameTaken}, {@link Worlds.TooMany}, {@link BadSetting}.
     *
     * @param settings from the server's settings to the world's; address, control token and fixtures stay the server's
     */
    public Sandbox newWorld(String name, UnaryOperator<Settings> settings) {
        return new Sandbox(
                worlds,
                snapshots,
                baseUrl(),
                worlds.create(name, settings.apply(worlds.settings())).name());
    }

    /** The world of a name, with everything in it. */
    public Optional<World> world(String name) {
        return worlds.world(name);
    }

    @Override
    public void close() {
        server.close();
        worlds.close();
        database.close();
    }

    /** Adds the registry's routes and answers its operations, each with the whole path. */
    private static List<String> registry(RoutesConfig routes) {
        var table = new RegistryRoutes(routes);
        RegistryApi.addTo(table);
        table.finish();
        return table.operations().stream()
                .map(operation -> operation.replaceFirst(" ", " " + ServiceGate.REGISTRY))
                .toList();
    }

    private String hostName() {
        var host = settings.host();
        if (host.isLoopbackAddress() || host.isAnyLocalAddress()) {
            return "localhost";
        }
        return host instanceof Inet6Address ? "[" + host.getHostAddress() + "]" : host.getHostAddress();
    }
}
