package io.opintosandbox.registry;

import static io.opintosandbox.access.Right.DUPLICATE_READ;
import static io.opintosandbox.access.Right.KOTIKUNTAHISTORIA;
import static io.opintosandbox.access.Right.REKISTERINPITAJA;
import static io.opintosandbox.access.Right.REKISTERINPITAJA_READ;
import static io.opintosandbox.access.Right.TURVAKIELTOKOTIKUNTAHISTORIA;

import io.opintosandbox.http.Answer;
import io.opintosandbox.http.Call;
import io.opintosandbox.http.Constraints;
import io.opintosandbox.http.RegistryRoutes;
import io.opintosandbox.registry.henkilo.dto.HenkiloCriteria;
import io.opintosandbox.registry.henkilo.dto.HenkiloPerustietoCreateDto;
import io.opintosandbox.registry.henkilo.dto.Lists.OidList;
import io.opintosandbox.registry.palvelurajapinta.HakuTaiLuonti;
import io.opintosandbox.registry.palvelurajapinta.Kotikuntahistoria;
import io.opintosandbox.registry.palvelurajapinta.Palvelurajapinta;
import io.opintosandbox.registry.palvelurajapinta.Rajaus;
import io.opintosandbox.registry.palvelurajapinta.Wire.HenkiloHakuCriteriaDto;
import io.opintosandbox.registry.palvelurajapinta.Wire.OidByEidasRequest;

/** What services ask of the registry about many people at once. Contract: registry-api.md 4.4. */
final class S2sRoutes {

    private S2sRoutes() {}

    static void addTo(RegistryRoutes routes) {
        var s2s = routes.under("/s2s");
        lookups(s2s);
        changes(s2s);
        lists(s2s);
        s2s.requires(REKISTERINPITAJA)
                .post("/findOrCreateHenkiloPerustieto", HenkiloPerustietoCreateDto.class, S2sRoutes::findOrCreate);
    }

    private static void lookups(RegistryRoutes.Table s2s) {
        s2s.requires(REKISTERINPITAJA, REKISTERINPITAJA_READ)
                .get("/oidByHetu/{hetu}", call -> Answer.text(in(call).oidByHetu(call.text("hetu"))))
                .post(
                        "/oidByEidas",
                        OidByEidasRequest.class,
                        (call, kysymys) -> Answer.text(in(call).oidByEidas(kysymys.eidasTunniste())));
        s2s.requires(REKISTERINPITAJA, REKISTERINPITAJA_READ, DUPLICATE_READ)
                .post(
                        "/duplicateHenkilos",
                        HenkiloCriteria.class,
                        (call, criteria) -> in(call).linkitykset(criteria.henkiloOids()));
    }

    private static void changes(RegistryRoutes.Table s2s) {
        s2s.requires(REKISTERINPITAJA, REKISTERINPITAJA_READ)
                .get(
                        "/changedSince/{at:time}",
                        S2sRoutes::amount,
                        (call, rajaus) -> in(call).muuttuneet(call.time("at"), HenkiloCriteria.NONE, rajaus))
                .post(
                        "/changedSince/{at:time}",
                        S2sRoutes::amount,
                        HenkiloCriteria.class,
                        (call, rajaus, criteria) -> in(call).muuttuneet(call.time("at"), criteria, rajaus));
    }

    private static void lists(RegistryRoutes.Table s2s) {
        s2s.requires(REKISTERINPITAJA)
                .get(
                        "/henkilo/list/{municipal}/{birthdate:date}",
                        S2sRoutes::page,
                        (call, page) -> in(call).kunnassaAsuvat(
                                        call.text("municipal"),
                                        call.date("birthdate"),
                                        Constraints.atLeast("findByMunicipalAndBirthdate.page", page, 1)));
        s2s.requires(REKISTERINPITAJA, REKISTERINPITAJA_READ)
                .post(
                        "/henkilo/perustiedotAsAdmin",
                        S2sRoutes::limit,
                        HenkiloHakuCriteriaDto.class,
                        (call, rajaus, criteria) -> in(call).perustiedot(criteria.criteria(), rajaus));
        s2s.requires(KOTIKUNTAHISTORIA)
                .post(
                        "/henkilo/kotikuntahistoria",
                        OidList.class,
                        (call, list) -> call.feature(Kotikuntahistoria.class).ilmanTurvakieltoa(list.oids()));
        s2s.requires(TURVAKIELTOKOTIKUNTAHISTORIA)
                .post(
                        "/henkilo/kotikuntahistoria/turvakielto",
                        OidList.class,
                        (call, list) -> call.feature(Kotikuntahistoria.class).turvakiellossa(list.oids()));
    }

    private static Object findOrCreate(Call call, HenkiloPerustietoCreateDto haku) {
        var tulos = call.feature(HakuTaiLuonti.class).haeTaiLuo(call.kutsuja(), haku);
        // The published service has no address of its own to put in front.
        return tulos.luotu()
                ? Answer.created(
                        tulos.perustiedot(),
                        "null/henkilo/" + tulos.perustiedot().oidHenkilo())
                : tulos.perustiedot();
    }

    private static Rajaus amount(Call call) {
        return new Rajaus(
                call.queryInt("offset").map(Integer::longValue).orElse(null),
                call.queryInt("amount").map(Integer::longValue).orElse(null));
    }

    private static Rajaus limit(Call call) {
        return new Rajaus(
                call.queryLong("offset").orElse(null), call.queryLong("limit").orElse(null));
    }

    private static int page(Call call) {
        return call.queryInt("page").orElse(1);
    }

    private static Palvelurajapinta in(Call call) {
        return call.feature(Palvelurajapinta.class);
    }
}
