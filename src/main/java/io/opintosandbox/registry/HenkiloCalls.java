package io.opintosandbox.registry;

import static io.opintosandbox.access.Right.HENKILON_RU;
import static io.opintosandbox.access.Right.OPPIJOIDENTUONTI;
import static io.opintosandbox.access.Right.READ;
import static io.opintosandbox.registry.oikeudet.Henkilooikeudet.Aikomus.LUKU;

import io.opintosandbox.access.Right;
import io.opintosandbox.http.Answer;
import io.opintosandbox.http.Call;
import io.opintosandbox.http.Parameters;
import io.opintosandbox.http.Problem;
import io.opintosandbox.registry.hakemukset.DuplicateReads;
import io.opintosandbox.registry.hakemukset.DuplicateReads.Nimilla;
import io.opintosandbox.registry.henkilo.Henkilo;
import io.opintosandbox.registry.henkilo.HenkiloHaku;
import io.opintosandbox.registry.henkilo.HenkiloReads;
import io.opintosandbox.registry.henkilo.IdpEntityId;
import io.opintosandbox.registry.henkilo.dto.HenkiloCriteria;
import io.opintosandbox.registry.henkilo.dto.Lists.HetuList;
import io.opintosandbox.registry.henkilo.dto.Lists.OidList;
import io.opintosandbox.registry.huoltajat.Huoltajat;
import io.opintosandbox.registry.oikeudet.Henkilooikeudet;
import io.opintosandbox.registry.oikeudet.Henkilooikeudet.Pyynto;
import io.opintosandbox.registry.palvelurajapinta.Palvelurajapinta;
import io.opintosandbox.registry.tunnisteet.Tunnisteet;
import io.opintosandbox.registry.tunnisteet.Tunnisteet.Haku;
import io.opintosandbox.registry.yksilointi.Yksiloinnit;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** What the lines of {@link HenkiloRoutes} do: parameters to the feature's front door, and its result back. */
final class HenkiloCalls {

    private static final int LAST_YEAR = 9999;

    private HenkiloCalls() {}

    // The caller

    static Object hasHetu(Call call) {
        return reads(call).hasHetu(own(call));
    }

    static Object omaAsiointikieli(Call call) {
        return Answer.text(reads(call).asiointikieli(own(call)));
    }

    static Object omatTiedot(Call call) {
        return reads(call).omattiedot(own(call));
    }

    // One person

    static Object henkilo(Call call) {
        return audited(call, reads(call).henkilo(oid(call)));
    }

    static Object master(Call call) {
        return audited(call, reads(call).master(oid(call)));
    }

    static Object slaves(Call call) {
        return audited(call, reads(call).slaves(oid(call)));
    }

    static Object asiointikieli(Call call) {
        return Answer.text(reads(call).asiointikieli(oid(call)));
    }

    static Object omattiedot(Call call) {
        return reads(call).omattiedot(oid(call));
    }

    static Object huoltajat(Call call) {
        return call.feature(Huoltajat.class).huoltajat(oid(call));
    }

    static Object duplikaatit(Call call) {
        return audited(call, call.feature(DuplicateReads.class).henkilon(oid(call), own(call)));
    }

    static Object hakemukset(Call call) {
        return call.feature(DuplicateReads.class).hakemukset(oid(call));
    }

    // Searches

    static Object hetulla(Call call) {
        return audited(call, reads(call).byHetu(call.text("hetu"), mustRead(call, READ, HENKILON_RU)));
    }

    static Object perusHetulla(Call call) {
        var pyynto = Pyynto.ilmanUlkoista(call, LUKU, HENKILON_RU);
        return reads(call).perusByHetu(call.text("hetu"), person -> rights(call).luettava(person, pyynto));
    }

    /** An empty kind is no kind, as everywhere that an enumeration is read from a query. */
    static Haku identifier(Call call) {
        var idp = call.query("idp").filter(text -> !text.isEmpty()).orElseThrow(() -> Problem.missingParameter("idp"));
        return new Haku(IdpEntityId.of(idp), call.required("id"));
    }

    static Object tunnisteella(Call call, Haku haku) {
        var pyynto = Pyynto.ilmanUlkoista(call, LUKU, READ, HENKILON_RU);
        return audited(
                call,
                call.feature(Tunnisteet.class)
                        .henkilo(haku, person -> rights(call).luettava(person, pyynto)));
    }

    static Object haku(Call call, HenkiloSearchQuery query) {
        return query.answer(call, call.feature(HenkiloHaku.class));
    }

    static Object hakutermilla(Call call) {
        return call.feature(HenkiloHaku.class).hakutermilla(call.text("hakutermi"), mustRead(call, READ, HENKILON_RU));
    }

    static Object yhteystiedolla(Call call) {
        return call.feature(HenkiloHaku.class).yhteystiedolla(call.text("arvo"));
    }

    static Nimilla names(Call call) {
        return new Nimilla(
                call.required("etunimet"),
                call.required("kutsumanimi"),
                call.required("sukunimi"),
                call.queryDate("syntymaaika").orElse(null));
    }

    static Object duplikaatitNimilla(Call call, Nimilla nimet) {
        return call.feature(DuplicateReads.class).nimilla(nimet, own(call));
    }

    // Lists

    static Object henkilot(Call call, OidList list) {
        return reads(call).kaikki(list.atMost5000(), readable(call, READ, HENKILON_RU));
    }

    static Object masterit(Call call, OidList list) {
        return reads(call).masterit(list.distinctAtMost5000(), readable(call, READ, HENKILON_RU));
    }

    static Object perustiedot(Call call, OidList list) {
        var pyynto = Pyynto.ilmanUlkoista(call, LUKU, HENKILON_RU);
        return reads(call).perustiedot(list.atMost5000(), people -> rights(call).suodata(pyynto, people));
    }

    static Object perustiedotHetuilla(Call call, HetuList list) {
        return reads(call).perustiedotByHetu(list.atMost5000(), readable(call, HENKILON_RU));
    }

    static Object yhteystiedot(Call call, HenkiloCriteria criteria) {
        return call.feature(Palvelurajapinta.class).yhteystiedot(criteria);
    }

    /** Odd on purpose: the check has no person to look at, which OPPIJOIDENTUONTI fails at. */
    static void readsEverybody(Call call) {
        if (call.kutsuja().readsAll()) {
            return;
        }
        if (call.kutsuja().has(OPPIJOIDENTUONTI)) {
            throw Problem.failure("the published service fails for OPPIJOIDENTUONTI here");
        }
        throw Problem.noRight("the call needs REKISTERINPITAJA or REKISTERINPITAJA_READ at the root organisation");
    }

    /** From the first day to the last. */
    record Days(LocalDate start, LocalDate end) {}

    static Days days(Call call) {
        return new Days(day(call.required("startdate")), day(call.required("enddate")));
    }

    /** Odd on purpose: a date that is none fails in the published service. Errors: 500 B. */
    private static LocalDate day(String text) {
        try {
            var day = LocalDate.parse(text);
            if (Math.abs((long) day.getYear()) <= LAST_YEAR) {
                return day;
            }
            throw new DateTimeException("no day of any database");
        } catch (DateTimeException e) {
            throw Problem.failure("startdate and enddate are dates of the form yyyy-MM-dd");
        }
    }

    static Object huoltajasuhdemuutokset(Call call, Days days) {
        return call.feature(Huoltajat.class).muuttuneet(days.start(), days.end());
    }

    /** A part of the changes since a moment. */
    record Since(Instant at, Optional<Integer> offset, Optional<Integer> amount) {}

    static Since since(Call call) {
        var at = Parameters.timeIfAny(call.text("at"))
                .orElseThrow(() -> Problem.failure("moments are ISO 8601 date-times or dates"));
        return new Since(at, call.queryInt("offset"), call.queryInt("amount"));
    }

    static Object huoltajasuhdemuutoksetAlkaen(Call call, Since since) {
        return call.feature(Huoltajat.class).muuttuneetAlkaen(since.at(), since.offset(), since.amount());
    }

    /** A page, whose bounds are not looked at yet. */
    record PageAsked(int page, int count) {}

    static PageAsked page(Call call) {
        return new PageAsked(
                call.queryInt("page").orElse(1), call.queryInt("count").orElse(20));
    }

    static Object vertailut(Call call, PageAsked asked) {
        return call.feature(Yksiloinnit.class).vertailut(asked.page(), asked.count());
    }

    static String oid(Call call) {
        return call.text("oid");
    }

    static String own(Call call) {
        return call.kutsuja().oid();
    }

    private static HenkiloReads reads(Call call) {
        return call.feature(HenkiloReads.class);
    }

    static Henkilooikeudet rights(Call call) {
        return call.feature(Henkilooikeudet.class);
    }

    private static UnaryOperator<List<Henkilo>> readable(Call call, Right... rights) {
        return people -> rights(call).suodata(Pyynto.of(call, LUKU, rights), people);
    }

    private static UnaryOperator<Henkilo> mustRead(Call call, Right... rights) {
        return person -> rights(call).luettava(person, Pyynto.of(call, LUKU, rights));
    }

    /** The published service writes an audit event about what has been read or done. */
    static <T> T audited(Call call, T result) {
        call.kutsuja().trace().audited();
        return result;
    }
}
