package io.opintosandbox.registry.yleistunniste;

import static io.opintosandbox.access.Right.YLEISTUNNISTE_LUONTI;

import io.opintosandbox.http.Call;
import io.opintosandbox.http.RegistryRoutes;

/** The narrow API: hetu and names in, oppijanumero out. Contract: registry-api.md 4.1. */
public final class YleistunnisteRoutes {

    private YleistunnisteRoutes() {}

    public static void addTo(RegistryRoutes routes) {
        routes.under("/yleistunniste")
                .requires(YLEISTUNNISTE_LUONTI)
                .post("/hae", Wire.HaeRequest.class, (call, haku) -> in(call).hae(call.kutsuja(), haku))
                .get("/hae/{oid}", call -> in(call).tarkista(call.text("oid")))
                .putImport("", Wire.TuontiRequest.class, (call, tuonti) -> in(call).tuo(call.kutsuja(), tuonti))
                .get("/tuonti={id:int64}", call -> in(call).rivit(call.kutsuja(), call.number("id")))
                .post("/tuonti={id:int64}", call -> in(call).jatka(call.number("id")))
                .get("/tuonti={id:int64}/perustiedot", call -> in(call).perustiedot(call.number("id")));
    }

    private static Yleistunniste in(Call call) {
        return call.feature(Yleistunniste.class);
    }
}
