package io.opintosandbox.registry;

import io.opintosandbox.http.RegistryRoutes;

final class OppijaRoutes {

    private OppijaRoutes() {}

    static void addTo(RegistryRoutes routes) {}
}
