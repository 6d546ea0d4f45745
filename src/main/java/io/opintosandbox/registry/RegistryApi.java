package io.opintosandbox.registry;

import io.opintosandbox.http.Answer;
import io.opintosandbox.http.RegistryRoutes;

/** All routes of the registry, one table for each of its APIs. Contract: registry-api.md 4. */
public final class RegistryApi {

    private RegistryApi() {}

    public static void addTo(RegistryRoutes routes) {
        YleistunnisteRoutes.addTo(routes);
        OppijaRoutes.addTo(routes);
        HenkiloRoutes.addTo(routes);
        S2sRoutes.addTo(routes);
        InternalRoutes.addTo(routes);
        var cas = routes.under("/cas");
        cas.get("/prequel", call -> new Answer.PlainText("ok"));
        cas.post("/prequel", call -> new Answer.PlainText("ok"));
    }
}
