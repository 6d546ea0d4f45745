package io.opintosandbox.registry;

import static io.opintosandbox.access.Right.OPPIJOIDENTUONTI;
import static io.opintosandbox.access.Right.REKISTERINPITAJA;
import static io.opintosandbox.access.Right.REKISTERINPITAJA_READ;
import static io.opintosandbox.access.Right.TUONTIDATA_READ;

import io.opintosandbox.http.Answer;
import io.opintosandbox.http.Call;
import io.opintosandbox.http.Constraints;
import io.opintosandbox.http.RegistryRoutes;
import io.opintosandbox.registry.TuontiQueries.CriteriaPage;
import io.opintosandbox.registry.henkilo.dto.OppijaCreateDto;
import io.opintosandbox.registry.oppija.OppijaTuonti;
import io.opintosandbox.registry.oppija.OppijaTuontiCreateDto;
import io.opintosandbox.registry.oppija.Oppijat;
import io.opintosandbox.registry.oppija.Tuontiraportit;

/** The wide API: learners with all their data, one by one and in imports. Contract: registry-api.md 4.2. */
final class OppijaRoutes {
    private static final int LARGEST_PAGE = 10_000;

    private OppijaRoutes() {}

    static void addTo(RegistryRoutes routes) {
        var oppija = routes.under("/oppija");
        creation(oppija.requires(REKISTERINPITAJA, OPPIJOIDENTUONTI));
        reading(oppija.requires(REKISTERINPITAJA, REKISTERINPITAJA_READ, OPPIJOIDENTUONTI));
        oppija.requires(REKISTERINPITAJA, REKISTERINPITAJA_READ, TUONTIDATA_READ)
                .get(
                        "/tuontidata/{tuontiId:int64}",
                        call -> tuonti(call).tuontidata(call.kutsuja(), call.number("tuontiId")));
        organisations(oppija.requires(REKISTERINPITAJA));
    }

    private static void creation(RegistryRoutes.Table oppija) {
        oppija.post(
                "",
                OppijaCreateDto.class,
                (call, uusi) -> Answer.text(oppijat(call).luo(call.kutsuja(), uusi.uusi())));
        oppija.large()
                .put(
                        "",
                        OppijaTuontiCreateDto.class,
                        (call, uusi) -> tuonti(call).tuo(call.kutsuja(), uusi));
        oppija.post("/tuonti={id:int64}", call -> tuonti(call).jatka(call.number("id")));
    }

    private static void reading(RegistryRoutes.Table oppija) {
        oppija.get("/tuonti={id:int64}", call -> tuonti(call).rivit(call.kutsuja(), call.number("id")))
                .get("/tuonti={id:int64}/perustiedot", call -> tuonti(call).perustiedot(call.number("id")))
                .get("/muuttuneet", TuontiQueries.criteriaPage("/oppija/muuttuneet"), OppijaRoutes::muuttuneet)
                .get(
                        "/yhteenveto",
                        TuontiQueries.criteria("/oppija/yhteenveto"),
                        (call, criteria) -> raportit(call).yhteenveto(call.kutsuja(), criteria))
                .get(
                        "/tuontikooste",
                        TuontiQueries::kooste,
                        (call, kooste) -> raportit(call).tuontikooste(call.kutsuja(), kooste));
    }

    private static void organisations(RegistryRoutes.Table oppija) {
        oppija.post(
                        "/{henkiloOid}/organisaatio",
                        Answer.nothing(call -> oppijat(call).liitaOmiin(call.kutsuja(), call.text("henkiloOid"))))
                .put(
                        "/{henkiloOid}/organisaatio/{organisaatioOid}",
                        Answer.nothing(
                                call -> oppijat(call).liita(call.text("henkiloOid"), call.text("organisaatioOid"))))
                .delete(
                        "/{henkiloOid}/organisaatio/{organisaatioOid}",
                        Answer.nothing(
                                call -> oppijat(call).irrota(call.text("henkiloOid"), call.text("organisaatioOid"))));
    }

    private static Object muuttuneet(Call call, CriteriaPage asked) {
        var page = Constraints.atLeast("getMuuttuneet.page", asked.page(), 1);
        var count = Constraints.atMost(
                "getMuuttuneet.count", Constraints.atLeast("getMuuttuneet.count", asked.count(), 1), LARGEST_PAGE);
        return raportit(call).muuttuneet(call.kutsuja(), asked.criteria(), page, count);
    }

    private static Oppijat oppijat(Call call) {
        return call.feature(Oppijat.class);
    }

    private static OppijaTuonti tuonti(Call call) {
        return call.feature(OppijaTuonti.class);
    }

    private static Tuontiraportit raportit(Call call) {
        return call.feature(Tuontiraportit.class);
    }
}
