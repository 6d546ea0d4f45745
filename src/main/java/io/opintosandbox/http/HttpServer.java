package io.opintosandbox.http;

import io.javalin.Javalin;
import io.javalin.compression.CompressionStrategy;
import io.javalin.config.JavalinConfig;
import io.javalin.config.RoutesConfig;
import io.javalin.http.HandlerType;
import io.javalin.http.HttpResponseException;
import io.javalin.rendering.FileRenderer;
import io.javalin.util.JavalinBindException;
import io.opintosandbox.access.session.ServiceGate;
import io.opintosandbox.config.BadSetting;
import io.opintosandbox.config.Setting;
import io.opintosandbox.config.Settings;
import io.opintosandbox.config.Version;
import io.opintosandbox.world.Worlds;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.util.thread.QueuedThreadPool;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The HTTP server: what all paths share. */
public final class HttpServer implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(HttpServer.class);
    private static final int HEADER_BYTES = 64 * 1024;
    private static final Set<HandlerType> METHODS =
            Set.of(HandlerType.GET, HandlerType.POST, HandlerType.PUT, HandlerType.DELETE);

    private final Javalin javalin;

    private HttpServer(Javalin javalin) {
        this.javalin = javalin;
    }

    /**
     * Starts listening. Errors: {@link BadSetting} when the port is taken.
     *
     * @param routes adds every feature's routes, in the order in which they are tried, and answers the registry's
     *     operations
     */
    public static HttpServer start(
            Settings settings, Worlds worlds, FileRenderer renderer, Function<RoutesConfig, List<String>> routes) {
        var recorder = new Recorder(worlds);
        List<String> registry = new ArrayList<>();
        var javalin = Javalin.create(config -> {
            configure(config, recorder);
            config.fileRenderer(renderer);
            config.routes.before(ctx -> ctx.header("Sandbox", Version.TEXT));
            registry.addAll(routes.apply(config.routes));
            config.routes.after(Leftovers::readAway);
            config.routes.exception(HttpResponseException.class, (e, ctx) -> Unexpected.noRoute(ctx, e, worlds));
            config.routes.exception(Exception.class, (e, ctx) -> Unexpected.answer(ctx, e, worlds));
        });
        recorder.knows(operations(javalin, registry));
        try {
            javalin.start(settings.host().getHostAddress(), settings.port());
        } catch (JavalinBindException e) {
            LOG.debug("bind", e);
            throw new BadSetting("Port " + settings.port() + " of "
                    + settings.host().getHostAddress()
                    + " is taken: choose another with " + Setting.PORT.flag() + " (0 takes any free one), or end the"
                    + " program that holds it.");
        }
        return new HttpServer(javalin);
    }

    /** The port that is listened to. */
    public int port() {
        return javalin.port();
    }

    @Override
    public void close() {
        javalin.stop();
    }

    private static void configure(JavalinConfig config, Recorder recorder) {
        config.startup.showJavalinBanner = false;
        config.startup.showOldJavalinVersionWarning = false;
        config.startup.startupWatcherEnabled = false;
        config.http.prefer405over404 = true;
        config.http.defaultContentType = "";
        config.http.compressionStrategy = CompressionStrategy.NONE;
        config.http.maxRequestSize = Long.MAX_VALUE;
        config.router.javaLangErrorHandler((response, error) -> {
            LOG.error("a request ended in an error of the machine", error);
            response.setStatus(500);
        });
        config.jetty.modifyHttpConfiguration(HttpServer::lenient);
        config.jetty.threadPool = threads();
        config.jetty.modifyServer(server -> wrap(server, recorder));
    }

    private static void lenient(HttpConfiguration http) {
        // Tokens of users with many rights are long.
        http.setRequestHeaderSize(HEADER_BYTES);
        http.setSendServerVersion(false);
        http.setSendXPoweredBy(false);
    }

    private static QueuedThreadPool threads() {
        var pool = new QueuedThreadPool(200, 4);
        pool.setName("sandbox-http");
        pool.setDaemon(true);
        return pool;
    }

    /**
     * The first of these is the nearest to the wire: what is recorded is what goes out, and what is dropped has been
     * recorded before.
     */
    private static void wrap(Server server, Recorder recorder) {
        server.setErrorHandler(new BadRequests());
        var wire = new ExactWire();
        var dropped = new DroppedAnswers();
        wire.setHandler(server.getHandler());
        recorder.setHandler(wire);
        dropped.setHandler(recorder);
        server.setHandler(dropped);
    }

    /** Method and path of whatever has a route of its own; {@code known} are those of whom the router knows more. */
    private static List<String> operations(Javalin javalin, List<String> known) {
        var others = javalin.unsafe.internalRouter.allHttpHandlers().stream()
                .map(route -> route.endpoint)
                .filter(route -> METHODS.contains(route.method) && !route.path.contains("*"))
                .filter(route -> !route.path.startsWith(ServiceGate.REGISTRY) && !route.path.startsWith("/sandbox"))
                .map(route -> route.method.name() + " " + route.path);
        return Stream.concat(known.stream(), others).toList();
    }
}
