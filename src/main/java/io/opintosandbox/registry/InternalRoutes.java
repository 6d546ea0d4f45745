package io.opintosandbox.registry;

import static io.opintosandbox.access.Right.OPPIJOIDENTUONTI;
import static io.opintosandbox.access.Right.REKISTERINPITAJA;
import static io.opintosandbox.access.Right.REKISTERINPITAJA_READ;

import io.opintosandbox.http.Call;
import io.opintosandbox.http.Constraints;
import io.opintosandbox.http.Guard;
import io.opintosandbox.http.RegistryRoutes;
import io.opintosandbox.registry.TuontiQueries.CriteriaPage;
import io.opintosandbox.registry.oppija.Oppijahaku;
import io.opintosandbox.registry.oppija.OppijahakuRequest;
import io.opintosandbox.registry.oppija.Tuontiraportit;

/** What the clerk's screens ask for. Contract: registry-api.md 4.6. */
final class InternalRoutes {

    private InternalRoutes() {}

    static void addTo(RegistryRoutes routes) {
        var internal = routes.under("/internal");
        internal.requires(REKISTERINPITAJA, REKISTERINPITAJA_READ, OPPIJOIDENTUONTI)
                .get(
                        "/oppijoidentuonti/virheet",
                        InternalRoutes::virheetQuery,
                        (call, asked) -> call.feature(Tuontiraportit.class)
                                .virheet(call.kutsuja(), asked.criteria(), asked.page(), asked.count()));
        internal.requires(Guard.superUser())
                .post(
                        "/oppijahaku",
                        OppijahakuRequest.class,
                        (call, haku) -> call.feature(Oppijahaku.class).hae(haku));
    }

    /** Odd on purpose: here the bounds of a page come before the right, and without words. */
    private static CriteriaPage virheetQuery(Call call) {
        var asked =
                TuontiQueries.criteriaPage("/internal/oppijoidentuonti/virheet").apply(call);
        Constraints.plainAtLeast(asked.page(), 1);
        Constraints.plainAtLeast(asked.count(), 1);
        return asked;
    }
}
