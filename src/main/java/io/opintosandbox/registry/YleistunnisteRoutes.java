package io.opintosandbox.registry;

import static io.opintosandbox.access.Right.YLEISTUNNISTE_LUONTI;

import io.opintosandbox.http.Call;
import io.opintosandbox.http.RegistryRoutes;
import io.opintosandbox.registry.yleistunniste.Wire;
import io.opintosandbox.registry.yleistunniste.Yleistunniste;

/** The narrow API: hetu and names in, oppijanumero out. Contract: registry-api.md 4.1. */
final class YleistunnisteRoutes {

    private YleistunnisteRoutes() {}

    static void addTo(RegistryRoutes routes) {
        var yleistunniste = routes.under("/yleistunniste").requires(YLEISTUNNISTE_LUONTI);
        yleistunniste.post("/hae", Wire.HaeRequest.class, (call, haku) -> in(call).hae(call.kutsuja(), haku));
        yleistunniste.get("/hae/{oid}", call -> in(call).tarkista(call.text("oid")));
        yleistunniste.large().put("", Wire.TuontiRequest.class, (call, tuonti) -> in(call).tuo(call.kutsuja(), tuonti));
        yleistunniste.get("/tuonti={id:int64}", call -> in(call).rivit(call.kutsuja(), call.number("id")));
        yleistunniste.post("/tuonti={id:int64}", call -> in(call).jatka(call.number("id")));
        yleistunniste.get("/tuonti={id:int64}/perustiedot", call -> in(call).perustiedot(call.number("id")));
    }

    private static Yleistunniste in(Call call) {
        return call.feature(Yleistunniste.class);
    }
}
