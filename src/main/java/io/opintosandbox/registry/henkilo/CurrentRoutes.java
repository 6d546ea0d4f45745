package io.opintosandbox.registry.henkilo;

import io.opintosandbox.http.RegistryRoutes;

/** What callers may ask about themselves. Contract: registry-api.md 4.3, {@code /henkilo/current}. */
public final class CurrentRoutes {

    private CurrentRoutes() {}

    public static void addTo(RegistryRoutes routes) {
        routes.under("/henkilo/current")
                .get(
                        "/hasHetu",
                        call -> call.feature(Henkilot.class)
                                .byOid(call.kutsuja().oid())
                                .filter(henkilo -> henkilo.hetu() != null)
                                .isPresent());
    }
}
