package io.opintosandbox.registry;

import static io.opintosandbox.access.Right.DUPLIKAATTINAKYMA;
import static io.opintosandbox.access.Right.HENKILON_RU;
import static io.opintosandbox.access.Right.MANUAALINEN_YKSILOINTI;
import static io.opintosandbox.access.Right.OPHREKISTERI;
import static io.opintosandbox.access.Right.OPPIJOIDENTUONTI;
import static io.opintosandbox.access.Right.PALVELUKAYTTAJA_CRUD;
import static io.opintosandbox.access.Right.READ;
import static io.opintosandbox.access.Right.REKISTERINPITAJA;
import static io.opintosandbox.access.Right.REKISTERINPITAJA_READ;
import static io.opintosandbox.access.Right.VTJ_VERTAILUNAKYMA;
import static io.opintosandbox.access.Right.YKSILOINNIN_PURKU;
import static io.opintosandbox.access.Right.YLEISTUNNISTE_LUONTI;
import static io.opintosandbox.http.Guard.roles;
import static io.opintosandbox.registry.oikeudet.Henkilooikeudet.Aikomus.LUKU;
import static io.opintosandbox.registry.oikeudet.Henkilooikeudet.Aikomus.MUUTOS;
import static io.opintosandbox.registry.oikeudet.Henkilooikeudet.lukee;
import static io.opintosandbox.registry.oikeudet.Henkilooikeudet.muuttaa;
import static io.opintosandbox.registry.oikeudet.Henkilooikeudet.ulkoinenSaaPuoltaa;

import io.opintosandbox.access.Right;
import io.opintosandbox.http.Answer;
import io.opintosandbox.http.Call;
import io.opintosandbox.http.Guard;
import io.opintosandbox.http.Parameters;
import io.opintosandbox.http.Problem;
import io.opintosandbox.http.RegistryRoutes;
import io.opintosandbox.registry.hakemukset.DuplicateReads;
import io.opintosandbox.registry.hakemukset.DuplicateReads.Nimilla;
import io.opintosandbox.registry.henkilo.Henkilo;
import io.opintosandbox.registry.henkilo.HenkiloHaku;
import io.opintosandbox.registry.henkilo.HenkiloMuutokset;
import io.opintosandbox.registry.henkilo.HenkiloReads;
import io.opintosandbox.registry.henkilo.IdpEntityId;
import io.opintosandbox.registry.henkilo.dto.HenkiloCreateDto;
import io.opintosandbox.registry.henkilo.dto.HenkiloCriteria;
import io.opintosandbox.registry.henkilo.dto.HenkiloUpdateDto;
import io.opintosandbox.registry.henkilo.dto.IdentificationDto;
import io.opintosandbox.registry.henkilo.dto.Lists.HetuList;
import io.opintosandbox.registry.henkilo.dto.Lists.OidList;
import io.opintosandbox.registry.henkilo.dto.Lists.PassinumeroList;
import io.opintosandbox.registry.huoltajat.Huoltajat;
import io.opintosandbox.registry.linkitys.Linkitys;
import io.opintosandbox.registry.oikeudet.Henkilooikeudet;
import io.opintosandbox.registry.oikeudet.Henkilooikeudet.Pyynto;
import io.opintosandbox.registry.palvelurajapinta.Palvelurajapinta;
import io.opintosandbox.registry.tunnisteet.Tunnisteet;
import io.opintosandbox.registry.tunnisteet.Tunnisteet.Haku;
import io.opintosandbox.registry.yksilointi.Yksiloinnit;
import io.opintosandbox.registry.yleistunniste.Wire.HaeRequest;
import io.opintosandbox.registry.yleistunniste.Yleistunniste;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/**
 * Persons one by one and in lists. Contract: registry-api.md 4.3. Paths with a word come before those with an
 * {@code {oid}} in the same place, because the first that fits answers.
 */
final class HenkiloRoutes {

    private HenkiloRoutes() {}

    static void addTo(RegistryRoutes routes) {
        var henkilo = routes.under("/henkilo");
        current(henkilo);
        lists(henkilo);
        searches(henkilo);
        creation(henkilo);
        guardians(henkilo);
        identification(henkilo);
        linking(henkilo);
        one(henkilo);
        identifiers(henkilo);
        duplicates(henkilo);
    }

    private static void current(RegistryRoutes.Table henkilo) {
        henkilo.get("/current/hasHetu", call -> reads(call).hasHetu(own(call)));
        henkilo.get("/current/asiointiKieli", call -> Answer.text(reads(call).asiointikieli(own(call))));
        henkilo.get("/current/omattiedot", call -> reads(call).omattiedot(own(call)));
    }

    private static void lists(RegistryRoutes.Table henkilo) {
        henkilo.requires(external(READ, REKISTERINPITAJA, REKISTERINPITAJA_READ, HENKILON_RU))
                .post(
                        "/henkilotByHenkiloOidList",
                        OidList.class,
                        (call, list) -> reads(call).kaikki(list.atMost5000(), readable(call, READ, HENKILON_RU)));
        henkilo.requires(external(REKISTERINPITAJA, REKISTERINPITAJA_READ, HENKILON_RU))
                .post(
                        "/masterHenkilosByOidList",
                        OidList.class,
                        (call, list) ->
                                reads(call).masterit(list.distinctAtMost5000(), readable(call, READ, HENKILON_RU)))
                .post(
                        "/henkiloPerustietosByHenkiloHetuList",
                        HetuList.class,
                        (call, list) -> reads(call).perustiedotByHetu(list.atMost5000(), readable(call, HENKILON_RU)));
        henkilo.requires(REKISTERINPITAJA, REKISTERINPITAJA_READ, HENKILON_RU)
                .post(
                        "/henkiloPerustietosByHenkiloOidList",
                        OidList.class,
                        (call, list) -> reads(call)
                                .perustiedot(
                                        list.atMost5000(),
                                        people -> rights(call)
                                                .suodata(Pyynto.ilmanUlkoista(call, LUKU, HENKILON_RU), people)));
    }

    private static void searches(RegistryRoutes.Table henkilo) {
        henkilo.requires(external(READ, HENKILON_RU, REKISTERINPITAJA, REKISTERINPITAJA_READ))
                .get(
                        "/hakutermi={hakutermi}",
                        call -> search(call).hakutermilla(call.text("hakutermi"), mustRead(call, READ, HENKILON_RU)));
        henkilo.requires(REKISTERINPITAJA, REKISTERINPITAJA_READ)
                .get("/yhteystieto={arvo}/oid", call -> search(call).yhteystiedolla(call.text("arvo")))
                .post(
                        "/yhteystiedot",
                        HenkiloCriteria.class,
                        (call, criteria) -> call.feature(Palvelurajapinta.class).yhteystiedot(criteria));
        henkilo.requires(READ, REKISTERINPITAJA, REKISTERINPITAJA_READ, HENKILON_RU)
                .get("", HenkiloSearchQuery::of, (call, query) -> query.answer(call, search(call)));
        henkilo.requires(REKISTERINPITAJA, REKISTERINPITAJA_READ, OPPIJOIDENTUONTI)
                .get(
                        "/duplikaatit",
                        call -> new Nimilla(
                                call.required("etunimet"),
                                call.required("kutsumanimi"),
                                call.required("sukunimi"),
                                call.queryDate("syntymaaika").orElse(null)),
                        (call, nimet) -> duplicatesOf(call).nimilla(nimet, own(call)));
        henkilo.get(
                "/identification",
                call -> new Haku(IdpEntityId.of(call.required("idp")), call.required("id")),
                (call, haku) -> audited(
                        call,
                        identifiersOf(call)
                                .henkilo(
                                        haku,
                                        person -> rights(call)
                                                .luettava(
                                                        person, Pyynto.ilmanUlkoista(call, LUKU, READ, HENKILON_RU)))));
    }

    private static void creation(RegistryRoutes.Table henkilo) {
        henkilo.requires(REKISTERINPITAJA, YLEISTUNNISTE_LUONTI)
                .post(
                        "/exists",
                        HaeRequest.class,
                        (call, haku) -> call.feature(Yleistunniste.class)
                                .exists(haku)
                                .<Object>map(oid -> Map.of("oid", oid))
                                .orElseGet(Answer::noContent))
                .post(
                        "",
                        HenkiloCreateDto.class,
                        (call, uusi) -> Answer.created(
                                call.feature(HenkiloMuutokset.class).luo(call.kutsuja(), uusi.uusi())));
        henkilo.requires(ulkoinenSaaPuoltaa(Guard.anybody())).put("", HenkiloUpdateDto.class, (call, dto) -> {
            rights(call).vaadi(Pyynto.of(call, MUUTOS, PALVELUKAYTTAJA_CRUD, HENKILON_RU), dto.oidHenkilo());
            return Answer.text(call.feature(HenkiloMuutokset.class).muuta(call.kutsuja(), dto.muutos()));
        });
    }

    private static void one(RegistryRoutes.Table henkilo) {
        henkilo.requires(ulkoinenSaaPuoltaa(Guard.anybody()))
                .get(
                        "/hetu={hetu}",
                        call -> audited(
                                call, reads(call).byHetu(call.text("hetu"), mustRead(call, READ, HENKILON_RU))));
        henkilo.get(
                "/henkiloPerusByHetu/{hetu}",
                call -> reads(call)
                        .perusByHetu(
                                call.text("hetu"),
                                person ->
                                        rights(call).luettava(person, Pyynto.ilmanUlkoista(call, LUKU, HENKILON_RU))));
        henkilo.requires(lukee(READ, HENKILON_RU, PALVELUKAYTTAJA_CRUD))
                .get("/{oid}", call -> audited(call, reads(call).henkilo(call.text("oid"))))
                .get("/{oid}/master", call -> audited(call, reads(call).master(call.text("oid"))))
                .get("/{oid}/asiointiKieli", call -> Answer.text(reads(call).asiointikieli(call.text("oid"))));
        henkilo.requires(lukee(READ, HENKILON_RU))
                .get("/{oid}/slaves", call -> audited(call, reads(call).slaves(call.text("oid"))));
        henkilo.requires(REKISTERINPITAJA, REKISTERINPITAJA_READ)
                .get("/{oid}/omattiedot", call -> reads(call).omattiedot(call.text("oid")));
        henkilo.requires(REKISTERINPITAJA, HENKILON_RU)
                .delete("/{oid}", Answer.nothing(call -> {
                    call.feature(HenkiloMuutokset.class).passivoi(call.text("oid"));
                    call.kutsuja().trace().audited();
                }))
                .delete(
                        "/{oid}/access",
                        Answer.nothing(
                                call -> call.feature(HenkiloMuutokset.class).poistaPaasy(call.text("oid"))));
    }

    private static void identifiers(RegistryRoutes.Table henkilo) {
        henkilo.requires(REKISTERINPITAJA, REKISTERINPITAJA_READ)
                .get("/{oid}/identification", call -> identifiersOf(call).tunnisteet(call.text("oid")));
        henkilo.requires(REKISTERINPITAJA)
                .post(
                        "/{oid}/identification",
                        IdentificationDto.class,
                        (call, dto) -> identifiersOf(call).lisaa(call.text("oid"), dto))
                .get("/{oid}/passinumerot", call -> identifiersOf(call).passinumerot(call.text("oid")))
                .post(
                        "/{oid}/passinumerot",
                        PassinumeroList.class,
                        (call, list) -> identifiersOf(call).asetaPassinumerot(call.text("oid"), list.passinumerot()));
        // The identifier may hold slashes, and is compared as it came over the wire.
        henkilo.requires(REKISTERINPITAJA, OPHREKISTERI)
                .delete(
                        "/{oid}/identification/{idpEntityId}/<identifier>",
                        call -> new Haku(
                                IdpEntityId.of(call.text("idpEntityId")),
                                call.rawAfter("/identification/" + call.text("idpEntityId") + "/")),
                        (call, haku) -> identifiersOf(call).poista(call.text("oid"), haku));
    }

    private static void duplicates(RegistryRoutes.Table henkilo) {
        henkilo.requires(lukee(DUPLIKAATTINAKYMA))
                .get(
                        "/{oid}/duplicates",
                        call -> audited(call, duplicatesOf(call).henkilon(call.text("oid"), own(call))))
                .get("/{oid}/hakemukset", call -> duplicatesOf(call).hakemukset(call.text("oid")));
    }

    private static void guardians(RegistryRoutes.Table henkilo) {
        henkilo.requires(ulkoinenSaaPuoltaa(HenkiloRoutes::readsAll))
                .get(
                        "/huoltajasuhdemuutokset",
                        call -> List.of(day(call, "startdate"), day(call, "enddate")),
                        (call, days) -> huoltajat(call).muuttuneet(days.get(0), days.get(1)))
                .get(
                        "/huoltajasuhdemuutokset/alkaen/{at}",
                        call -> new Alkaen(
                                Parameters.timeIfAny(call.text("at"))
                                        .orElseThrow(() -> Problem.failure("moments are ISO 8601 date-times or dates")),
                                call.queryInt("offset"),
                                call.queryInt("amount")),
                        (call, alkaen) ->
                                huoltajat(call).muuttuneetAlkaen(alkaen.at(), alkaen.offset(), alkaen.amount()));
        henkilo.requires(lukee(READ, HENKILON_RU, PALVELUKAYTTAJA_CRUD))
                .get("/{oid}/huoltajat", call -> huoltajat(call).huoltajat(call.text("oid")));
    }

    private record Alkaen(Instant at, Optional<Integer> offset, Optional<Integer> amount) {}

    /** Odd on purpose: a date that is none fails in the published service. Errors: 400 B, 500 B. */
    private static LocalDate day(Call call, String name) {
        try {
            return LocalDate.parse(call.required(name));
        } catch (DateTimeException e) {
            throw Problem.failure(name + " is not a date of the form yyyy-MM-dd");
        }
    }

    /** Odd on purpose: the check has no person to look at, which OPPIJOIDENTUONTI fails at. */
    private static void readsAll(Call call) {
        if (call.kutsuja().readsAll()) {
            return;
        }
        if (call.kutsuja().has(OPPIJOIDENTUONTI)) {
            throw Problem.failure("the published service fails for OPPIJOIDENTUONTI here");
        }
        throw Problem.noRight("the call needs REKISTERINPITAJA or REKISTERINPITAJA_READ at the root organisation");
    }

    private static void identification(RegistryRoutes.Table henkilo) {
        henkilo.requires(REKISTERINPITAJA, REKISTERINPITAJA_READ)
                .get(
                        "/yksilointitiedot",
                        call -> List.of(
                                call.queryInt("page").orElse(1),
                                call.queryInt("count").orElse(20)),
                        (call, page) -> call.feature(Yksiloinnit.class).vertailut(page.get(0), page.get(1)));
        henkilo.requires(lukee(READ, HENKILON_RU))
                .get(
                        "/{oid}/yksilointitiedot",
                        call -> call.feature(Yksiloinnit.class).tiedot(call.text("oid")));
        henkilo.requires(REKISTERINPITAJA).put("/{oid}/yksilointitiedot", by(Yksiloinnit::paivita));
        henkilo.requires(muuttaa(VTJ_VERTAILUNAKYMA))
                .put("/{oid}/yksilointitiedot/yliajayksiloimaton", by(Yksiloinnit::yliaja));
        henkilo.requires(muuttaa(MANUAALINEN_YKSILOINTI))
                .post("/{oid}/yksiloi", by(Yksiloinnit::yksiloi))
                .post("/{oid}/yksiloihetuton", by(Yksiloinnit::yksiloiHetuton));
        henkilo.requires(Guard.superUser()).post("/{oid}/purayksilointi", by(Yksiloinnit::pura));
    }

    private interface Deed {
        void on(Yksiloinnit yksiloinnit, String oid, String kasittelijaOid);
    }

    /** Something that the caller does to the person of the path. */
    private static Function<Call, Object> by(Deed deed) {
        return Answer.nothing(call -> deed.on(call.feature(Yksiloinnit.class), call.text("oid"), own(call)));
    }

    private static void linking(RegistryRoutes.Table henkilo) {
        henkilo.requires(ulkoinenSaaPuoltaa(Guard.anybody()))
                .post("/{oid}/link", OidList.class, (call, list) -> {
                    mustChangeEither(call, list.oids(), DUPLIKAATTINAKYMA);
                    return audited(
                            call, call.feature(Linkitys.class).linkita(call.text("oid"), list.oids(), own(call)));
                })
                .post("/{oid}/forcelink", OidList.class, (call, list) -> {
                    mustChangeEither(call, list.oids(), YKSILOINNIN_PURKU);
                    return audited(
                            call,
                            call.feature(Linkitys.class).linkitaPakolla(call.text("oid"), list.oids(), own(call)));
                });
        henkilo.requires(REKISTERINPITAJA).delete("/{oid}/unlink/{slaveOid}", Answer.nothing(call -> {
            call.feature(Linkitys.class).pura(call.text("oid"), call.text("slaveOid"), own(call));
            call.kutsuja().trace().audited();
        }));
    }

    /** The right to the person of the path will do, and so will that to the other one when there is just one. */
    private static void mustChangeEither(Call call, List<String> oids, Right right) {
        var pyynto = Pyynto.of(call, MUUTOS, right);
        if (oids.size() != 1 || !rights(call).salli(pyynto, oids.get(0))) {
            rights(call).vaadi(pyynto, call.text("oid"));
        }
    }

    private static Huoltajat huoltajat(Call call) {
        return call.feature(Huoltajat.class);
    }

    /** Callers with one of the rights, whom an external service may vouch for besides. */
    private static Guard external(Right... rights) {
        return ulkoinenSaaPuoltaa(roles(rights));
    }

    private static String own(Call call) {
        return call.kutsuja().oid();
    }

    private static HenkiloHaku search(Call call) {
        return call.feature(HenkiloHaku.class);
    }

    private static Tunnisteet identifiersOf(Call call) {
        return call.feature(Tunnisteet.class);
    }

    private static DuplicateReads duplicatesOf(Call call) {
        return call.feature(DuplicateReads.class);
    }

    private static HenkiloReads reads(Call call) {
        return call.feature(HenkiloReads.class);
    }

    private static Henkilooikeudet rights(Call call) {
        return call.feature(Henkilooikeudet.class);
    }

    private static UnaryOperator<List<Henkilo>> readable(Call call, Right... rights) {
        return people -> rights(call).suodata(Pyynto.of(call, LUKU, rights), people);
    }

    private static UnaryOperator<Henkilo> mustRead(Call call, Right... rights) {
        return person -> rights(call).luettava(person, Pyynto.of(call, LUKU, rights));
    }

    /** The published service writes an audit event about what has been read. */
    private static <T> T audited(Call call, T result) {
        call.kutsuja().trace().audited();
        return result;
    }
}
