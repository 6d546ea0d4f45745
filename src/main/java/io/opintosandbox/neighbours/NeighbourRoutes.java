package io.opintosandbox.neighbours;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import io.opintosandbox.access.oauth.TokenRoutes;
import io.opintosandbox.json.Json;
import io.opintosandbox.world.Worlds;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The services beside the registry, as far as they answer: what is not simulated says so. */
public final class NeighbourRoutes {
    private static final List<HandlerType> METHODS =
            List.of(HandlerType.GET, HandlerType.POST, HandlerType.PUT, HandlerType.DELETE);

    private final Worlds worlds;

    public NeighbourRoutes(Worlds worlds) {
        this.worlds = worlds;
    }

    public void addTo(RoutesConfig routes) {
        routes.get(TokenRoutes.PATH + "/oauth2/token", this::notFound);
        routes.get(TokenRoutes.PATH + "/.well-known/openid-configuration", this::notFound);
        routes.get(TokenRoutes.PATH + "/.well-known/jwks.json", this::notFound);
        for (var base : List.of(TokenRoutes.PATH, "/organisaatio-service", "/koodisto-service", "/henkilo-ui")) {
            for (var method : METHODS) {
                routes.addHttpHandler(method, base + "/*", NeighbourRoutes::notSimulated);
            }
        }
    }

    /** The plain error of kayttooikeus-service, whose timestamps are text. Contract: auth.md 7.1. */
    private void notFound(Context ctx) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("timestamp", worlds.defaultWorld().clock().now().toString());
        body.put("status", 404);
        body.put("error", "Not Found");
        body.put("path", ctx.path());
        ctx.status(404).contentType("application/json").result(Json.write(body));
    }

    private static void notSimulated(Context ctx) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("status", 501);
        body.put("error", "Not Implemented");
        body.put("message", ctx.method() + " " + ctx.path() + " is not simulated yet");
        body.put("path", ctx.path());
        ctx.status(501).contentType("application/json").result(Json.write(body));
    }
}
