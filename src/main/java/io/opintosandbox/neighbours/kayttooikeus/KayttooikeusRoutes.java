package io.opintosandbox.neighbours.kayttooikeus;

import static io.javalin.http.HandlerType.DELETE;
import static io.javalin.http.HandlerType.GET;
import static io.javalin.http.HandlerType.HEAD;
import static io.javalin.http.HandlerType.POST;
import static io.javalin.http.HandlerType.PUT;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Handler;
import io.javalin.http.HandlerType;
import io.opintosandbox.access.session.ServiceGate;
import io.opintosandbox.json.Json;
import io.opintosandbox.world.Worlds;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The user service, for callers who are past its door: path and what answers. Contract: neighbours.md 1. */
public final class KayttooikeusRoutes {
    private static final Logger LOG = LoggerFactory.getLogger(KayttooikeusRoutes.class);

    private final OmatCalls omat = new OmatCalls();
    private final KayttajaCalls kayttajat = new KayttajaCalls();
    private final PalvelukayttajaCalls palvelukayttajat;

    public KayttooikeusRoutes(Worlds worlds) {
        this.palvelukayttajat = new PalvelukayttajaCalls(worlds);
    }

    public void addTo(RoutesConfig routes) {
        on(routes, GET, "/cas/me", omat::me);
        on(routes, GET, "/cas/myroles", omat::myRoles);
        on(routes, GET, "/cas/prequel", call -> "ok");
        on(routes, POST, "/cas/prequel", call -> "ok");
        on(routes, GET, "/henkilo/current/omattiedot", omat::omattiedot);
        on(routes, GET, "/henkilo/{oid}", kayttajat::tyyppi);
        on(routes, GET, "/henkilo/{oid}/kayttajatiedot", kayttajat::kayttajatiedot);
        on(routes, POST, "/henkilo/{oid}/kayttooikeudet", kayttajat::nakyvat);
        on(routes, DELETE, "/henkilo/{oid}/passivoi", kayttajat::passivoi);
        on(routes, POST, "/s2s/canUserAccessUser", kayttajat::saakoKasitella);
        on(routes, POST, "/virkailija/haku", kayttajat::virkailijat);
        on(routes, POST, "/palvelukayttaja", palvelukayttajat::luo);
        on(routes, GET, "/palvelukayttaja/{oid}", palvelukayttajat::hae);
        on(routes, PUT, "/palvelukayttaja/{oid}/cas", palvelukayttajat::uusiSalasana);
        on(routes, PUT, "/palvelukayttaja/{oid}/oauth2", palvelukayttajat::uusiSalaisuus);
    }

    /** A text is answered in quotes, as everything else in JSON; null is an empty answer. */
    private static void on(
            RoutesConfig routes, HandlerType method, String path, Function<KayttooikeusCall, Object> answer) {
        Handler handler = ctx -> {
            var result = carriedOut(answer, new KayttooikeusCall(ctx, KayttooikeusDoor.kutsuja(ctx)));
            if (result != null) {
                ctx.contentType("application/json").result(Json.bytes(result));
            }
        };
        routes.addHttpHandler(method, ServiceGate.KAYTTOOIKEUS + path, handler);
        if (method.equals(GET)) {
            routes.addHttpHandler(HEAD, ServiceGate.KAYTTOOIKEUS + path, handler);
        }
    }

    /** Bugs get this service's own error form, not the registry's. */
    private static Object carriedOut(Function<KayttooikeusCall, Object> answer, KayttooikeusCall call) {
        try {
            return answer.apply(call);
        } catch (KayttooikeusProblem e) {
            throw e;
        } catch (RuntimeException e) {
            LOG.error("a call of the user service failed", e);
            throw KayttooikeusProblem.internal(e.getClass().getSimpleName());
        }
    }
}
