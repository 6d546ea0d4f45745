package io.opintosandbox.neighbours.organisaatio;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.opintosandbox.json.Json;
import io.opintosandbox.neighbours.error.PlainError;
import io.opintosandbox.world.Worlds;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/** organisaatio-service, which needs no login. Contract: neighbours.md 2. */
public final class OrganisaatioRoutes {
    /** Base path of the service. */
    public static final String PATH = "/organisaatio-service";

    private final Worlds worlds;

    public OrganisaatioRoutes(Worlds worlds) {
        this.worlds = worlds;
    }

    /** The organisations below one. */
    private record ChildOids(List<String> oids) {}

    public void addTo(RoutesConfig routes) {
        routes.get(PATH + "/rest/organisaatio/{oid}", this::organisaatio);
        routes.head(PATH + "/rest/organisaatio/{oid}", this::organisaatio);
        routes.get(PATH + "/rest/organisaatio/{oid}/childoids", this::childOids);
        routes.head(PATH + "/rest/organisaatio/{oid}/childoids", this::childOids);
    }

    private void organisaatio(Context ctx) {
        organisaatiot()
                .organisaatio(ctx.pathParam("oid"))
                .ifPresentOrElse(
                        organisaatio -> json(ctx, json(organisaatio)),
                        () -> PlainError.write(
                                ctx, 404, worlds.defaultWorld().clock().now()));
    }

    /** What is not there has nothing below it: a right in an organisation of one's own must not end in an error. */
    private void childOids(Context ctx) {
        var aktiiviset = flag(ctx, "aktiiviset", true);
        var suunnitellut = flag(ctx, "suunnitellut", false);
        var lakkautetut = flag(ctx, "lakkautetut", false);
        Predicate<Organisaatio> wanted = organisaatio -> (aktiiviset && organisaatio.isAktiivinen())
                || (suunnitellut && organisaatio.isSuunniteltu())
                || (lakkautetut && organisaatio.isLakkautettu());
        var oid = ctx.pathParam("oid");
        var organisaatiot = organisaatiot();
        json(
                ctx,
                new ChildOids(
                        flag(ctx, "rekursiivisesti", false)
                                ? organisaatiot.descendants(oid, wanted)
                                : organisaatiot.children(oid, wanted)));
    }

    private static boolean flag(Context ctx, String name, boolean fallback) {
        var text = ctx.queryParam(name);
        return text == null ? fallback : Boolean.parseBoolean(text);
    }

    private static Map<String, Object> json(Organisaatio organisaatio) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("oid", organisaatio.oid());
        json.put("parentOid", organisaatio.parentOid());
        json.put("nimi", organisaatio.nimi());
        return json;
    }

    /** Nobody is known here, and organisations are the same in all worlds. */
    private Organisaatiot organisaatiot() {
        return worlds.defaultWorld().part(Organisaatiot.class);
    }

    private static void json(Context ctx, Object body) {
        ctx.contentType("application/json").result(Json.bytes(body));
    }
}
