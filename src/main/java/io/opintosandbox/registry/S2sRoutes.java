package io.opintosandbox.registry;

import io.opintosandbox.http.RegistryRoutes;

final class S2sRoutes {

    private S2sRoutes() {}

    static void addTo(RegistryRoutes routes) {}
}
