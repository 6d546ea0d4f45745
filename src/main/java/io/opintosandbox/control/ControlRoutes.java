package io.opintosandbox.control;

import static io.javalin.http.HandlerType.DELETE;
import static io.javalin.http.HandlerType.GET;
import static io.javalin.http.HandlerType.POST;
import static io.javalin.http.HandlerType.PUT;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import io.opintosandbox.access.ControlToken;
import io.opintosandbox.access.Reasons;
import io.opintosandbox.config.Settings;
import io.opintosandbox.fixtures.Fixtures;
import io.opintosandbox.json.Json;
import io.opintosandbox.snapshot.Snapshots;
import io.opintosandbox.world.World;
import io.opintosandbox.world.Worlds;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;

/** The sandbox's own API. Contract: control-api.md. */
public final class ControlRoutes {
    /** The parameter of a query that names a world, in links. */
    static final String WORLD = "world";

    private static final String PATH = "/sandbox";
    private static final String WORLD_HEADER = "Sandbox-World";

    private final Worlds worlds;
    private final ControlToken token;
    private final WorldControl world;
    private final WorldsControl all;
    private final ScenarioControl scenarios;
    private final VtjControl vtj = new VtjControl();
    private final TapahtumaControl tapahtumat = new TapahtumaControl();
    private final UserControl users = new UserControl();
    private final FaultControl faults = new FaultControl();
    private final ExternalPermissionControl externalPermissions = new ExternalPermissionControl();
    private final FidelityControl fidelity = new FidelityControl();
    private final ArrivalControl arrivals = new ArrivalControl();
    private final MailControl mails;
    private final ReportControl report = new ReportControl();
    private final RequestControl requests = new RequestControl();
    private final SnapshotControl snapshots;
    private final VirheraporttiControl virheraportti = new VirheraporttiControl();

    public ControlRoutes(Worlds worlds, Fixtures fixtures, Settings settings, Snapshots snapshots, long startedAt) {
        this.worlds = worlds;
        this.token = new ControlToken(settings.controlToken());
        var worldSettings = new WorldSettings(fixtures.scenarios());
        this.world = new WorldControl(worlds, worldSettings, startedAt);
        this.all = new WorldsControl(worlds, worldSettings);
        this.scenarios = new ScenarioControl(fixtures.scenarios());
        this.mails = new MailControl(settings);
        this.snapshots = new SnapshotControl(snapshots);
    }

    public void addTo(RoutesConfig routes) {
        routes.before(PATH + "/*", this::checkToken);
        routes.exception(ControlProblem.class, (problem, ctx) -> answer(ctx, problem));
        routes.exception(Worlds.Gone.class, (gone, ctx) -> answer(ctx, noWorld()));

        on(routes, GET, "/status", world::status);
        on(routes, POST, "/reset", world::reset);
        on(routes, POST, "/settle", world::settle);
        on(routes, GET, "/clock", world::clock);
        on(routes, PUT, "/clock", world::moveClock);
        on(routes, GET, "/scenarios", scenarios::list);
        on(routes, GET, "/service-users", users::list);
        // Names are unique in the whole server: one that got into a world that has just gone would be lost for ever.
        withoutReset(routes, POST, "/service-users", users::add);
        withoutReset(routes, PUT, "/service-users/{username}", users::put);
        withoutReset(routes, DELETE, "/service-users/{username}", users::remove);
        on(routes, GET, "/vtj/persons", vtj::list);
        on(routes, POST, "/vtj/persons", vtj::add);
        on(routes, GET, "/vtj/persons/{hetu}", vtj::person);
        on(routes, PUT, "/vtj/persons/{hetu}", vtj::put);
        on(routes, DELETE, "/vtj/persons/{hetu}", vtj::forget);
        on(routes, POST, "/vtj/persons/{hetu}/events", tapahtumat::add);
        on(routes, GET, "/vtj/messages", tapahtumat::messages);
        on(routes, GET, "/faults", faults::list);
        on(routes, POST, "/faults", faults::add);
        on(routes, DELETE, "/faults/{id}", faults::remove);
        on(routes, DELETE, "/faults", faults::clear);
        on(routes, GET, "/external-permissions", externalPermissions::list);
        on(routes, PUT, "/external-permissions/{service}", externalPermissions::put);
        on(routes, GET, "/fidelity", fidelity::show);
        on(routes, POST, "/arrivals", arrivals::add);
        on(routes, GET, "/mails", mails::list);
        on(routes, GET, "/virheraportti", virheraportti::list);

        on(routes, GET, "/requests", requests::list);
        on(routes, DELETE, "/requests", requests::clear);
        on(routes, GET, "/requests/count", requests::count);
        inTime(routes, POST, "/requests/wait", requests::await);
        on(routes, GET, "/requests/{id}", requests::entry);
        on(routes, GET, "/worlds", all::list);
        on(routes, POST, "/worlds", all::create);
        on(routes, GET, "/worlds/{name}", all::show);
        on(routes, DELETE, "/worlds/{name}", all::remove);
        on(routes, GET, "/report", report::show);

        streamed(routes, GET, "/snapshot", snapshots::write);
        streamed(routes, PUT, "/snapshot", snapshots::read);

        routes.get(PATH + "/openapi.json", ControlRoutes::openApi);
        for (var method : List.of(GET, POST, PUT, DELETE, HandlerType.PATCH)) {
            routes.addHttpHandler(method, PATH + "/*", ctx -> {
                throw ControlProblem.notFound(ctx.method() + " " + ctx.path() + " is not a call of the sandbox; see "
                        + PATH + "/openapi.json.");
            });
        }
    }

    private void on(RoutesConfig routes, HandlerType method, String path, Function<ControlCall, Reply> handler) {
        routes.addHttpHandler(
                method,
                PATH + path,
                ctx -> handler.apply(call(ctx, method + " " + PATH + path)).write(ctx));
    }

    /** As {@link #on}, one call at a time. */
    private void withoutReset(
            RoutesConfig routes, HandlerType method, String path, Function<ControlCall, Reply> handler) {
        on(
                routes,
                method,
                path,
                call -> worlds.withoutReset(call.world().name(), world -> handler.apply(call.in(world)))
                        .orElseThrow(ControlRoutes::noWorld));
    }

    /** As {@link #on}, for calls that wait without holding a thread. */
    private void inTime(
            RoutesConfig routes,
            HandlerType method,
            String path,
            Function<ControlCall, CompletableFuture<Reply>> handler) {
        routes.addHttpHandler(method, PATH + path, ctx -> {
            var reply = handler.apply(call(ctx, method + " " + PATH + path));
            ctx.future(() -> reply.handle((done, error) -> {
                if (error != null && error.getCause() instanceof ControlProblem problem) {
                    answer(ctx, problem);
                } else {
                    done.write(ctx);
                }
                return null;
            }));
        });
    }

    /** For bodies that are too large to be held in memory; such a call reads and answers by itself. */
    private void streamed(RoutesConfig routes, HandlerType method, String path, Streamed handler) {
        routes.addHttpHandler(method, PATH + path, ctx -> handler.handle(ctx, world(ctx)));
    }

    @FunctionalInterface
    private interface Streamed {
        void handle(Context ctx, World world) throws IOException;
    }

    private ControlCall call(Context ctx, String operation) {
        return new ControlCall(ctx, operation, world(ctx));
    }

    /** By the header, or by the query of a link: a browser sends no header. */
    private World world(Context ctx) {
        var name = Optional.ofNullable(ctx.header(WORLD_HEADER)).or(() -> Optional.ofNullable(ctx.queryParam(WORLD)));
        return worlds.world(name.orElse(Worlds.DEFAULT)).orElseThrow(ControlRoutes::noWorld);
    }

    private static ControlProblem noWorld() {
        return ControlProblem.notFound(
                "No world has the name in the header Sandbox-World or the parameter world; GET /sandbox/worlds lists them, and"
                        + " without either the default world is meant.");
    }

    private void checkToken(Context ctx) {
        if (!token.opens(ControlToken.presentedBy(ctx))) {
            ctx.skipRemainingHandlers();
            throw ControlProblem.noToken();
        }
    }

    private static void openApi(Context ctx) {
        ctx.contentType("application/json")
                .result(ControlRoutes.class.getResourceAsStream("/io/opintosandbox/control/openapi.json"));
    }

    private static void answer(Context ctx, ControlProblem problem) {
        Reasons.of(ctx).add(problem.getMessage());
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("error", problem.code());
        body.put("message", problem.getMessage());
        body.put("field", problem.field());
        new Reply(problem.status(), body, null).write(ctx);
    }

    /** What a call answers: JSON, nothing when the body is null, or a page. */
    record Reply(int status, Object body, String location, Page page) {
        /** A template with what it is given. */
        record Page(String template, Map<String, Object> model) {}

        Reply(int status, Object body, String location) {
            this(status, body, location, null);
        }

        static Reply ok(Object body) {
            return new Reply(200, body, null);
        }

        static Reply noContent() {
            return new Reply(204, null, null);
        }

        /** Something that is no JSON. */
        record Text(String contentType, String text) {}

        static Reply text(String contentType, String text) {
            return new Reply(200, new Text(contentType, text), null);
        }

        /** A page made of a template. */
        static Reply page(String template, Map<String, Object> model) {
            return new Reply(200, null, null, new Page(template, model));
        }

        void write(Context ctx) {
            ctx.status(status);
            if (location != null) {
                ctx.header("Location", location);
            }
            if (page != null) {
                ctx.render(page.template(), page.model()).contentType("text/html;charset=UTF-8");
            } else if (body instanceof Text text) {
                ctx.contentType(text.contentType()).result(text.text());
            } else if (body != null) {
                ctx.contentType("application/json;charset=UTF-8").result(Json.bytes(body));
            }
        }
    }
}
