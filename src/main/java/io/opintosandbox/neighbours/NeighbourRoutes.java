package io.opintosandbox.neighbours;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.Handler;
import io.javalin.http.HandlerType;
import io.opintosandbox.access.BaseUrl;
import io.opintosandbox.access.Kutsuja;
import io.opintosandbox.access.session.ServiceGate;
import io.opintosandbox.http.Marks;
import io.opintosandbox.json.Json;
import io.opintosandbox.neighbours.error.PlainError;
import io.opintosandbox.neighbours.kayttooikeus.KayttooikeusRoutes;
import io.opintosandbox.neighbours.koodisto.KoodistoRoutes;
import io.opintosandbox.neighbours.organisaatio.OrganisaatioRoutes;
import io.opintosandbox.world.Worlds;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The services beside the registry, and what their unknown paths answer. Contract: neighbours.md 1 to 3. */
public final class NeighbourRoutes {
    private static final List<HandlerType> METHODS = List.of(
            HandlerType.GET,
            HandlerType.HEAD,
            HandlerType.POST,
            HandlerType.PUT,
            HandlerType.DELETE,
            HandlerType.PATCH);

    private final Worlds worlds;
    private final BaseUrl baseUrl;

    public NeighbourRoutes(Worlds worlds, BaseUrl baseUrl) {
        this.worlds = worlds;
        this.baseUrl = baseUrl;
    }

    public void addTo(RoutesConfig routes) {
        new KayttooikeusRoutes(worlds).addTo(routes);
        new OrganisaatioRoutes(worlds).addTo(routes);
        new KoodistoRoutes(worlds, baseUrl).addTo(routes);
        for (var base : List.of(ServiceGate.KAYTTOOIKEUS, OrganisaatioRoutes.PATH, KoodistoRoutes.PATH)) {
            everyMethod(routes, base, this::notFound);
        }
        everyMethod(routes, "/henkilo-ui", NeighbourRoutes::notSimulated);
    }

    private static void everyMethod(RoutesConfig routes, String base, Handler handler) {
        for (var method : METHODS) {
            routes.addHttpHandler(method, base, handler);
            routes.addHttpHandler(method, base + "/*", handler);
        }
    }

    private void notFound(Context ctx) {
        Marks.noRoute(ctx);
        Kutsuja kutsuja = ctx.attribute(ServiceGate.KUTSUJA);
        var world = kutsuja == null ? worlds.defaultWorld() : kutsuja.world();
        PlainError.write(ctx, 404, world.clock().now());
    }

    /** What a later version answers says so. */
    private static void notSimulated(Context ctx) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("status", 501);
        body.put("error", "Not Implemented");
        body.put("message", ctx.method() + " " + ctx.path() + " is not simulated yet");
        body.put("path", ctx.path());
        ctx.status(501).contentType("application/json").result(Json.write(body));
    }
}
