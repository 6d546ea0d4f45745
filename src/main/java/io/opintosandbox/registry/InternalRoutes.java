package io.opintosandbox.registry;

import io.opintosandbox.http.RegistryRoutes;

final class InternalRoutes {

    private InternalRoutes() {}

    static void addTo(RegistryRoutes routes) {}
}
