package io.opintosandbox.registry.oppija;

import static io.opintosandbox.registry.oppija.Rivit.avain;
import static io.opintosandbox.registry.oppija.Rivit.henkilo;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;

import io.opintosandbox.config.Setting;
import io.opintosandbox.config.Settings;
import io.opintosandbox.testing.RegistryCalls;
import io.opintosandbox.testing.TestSandbox;
import io.restassured.response.ValidatableResponse;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Imports in numbers, and what was sent in them: registry-api.md 4.2, registry-behaviour.md 18. */
class TuontikoosteTest {
    private static final String TUOJA = "oppijoidentuonti";

    @RegisterExtension
    static final TestSandbox sandbox = new TestSandbox(Settings.defaults().with(Setting.IDENTIFICATION, "off"));

    private final Rivit rivit = new Rivit(sandbox);
    private final RegistryCalls calls = new RegistryCalls(sandbox);

    @BeforeEach
    void nobody_is_there() {
        sandbox.reset();
    }

    @Test
    void imports_are_sorted_by_any_column_and_paged() {
        var passi = avain();
        var one = (int) rivit.tuo(TUOJA, henkilo("passinumero", passi));
        calls.delete("rekisterinpitaja", "/henkilo/" + rivit.oidit(one).get(0));
        var two = (int) rivit.tuo(TUOJA, henkilo("passinumero", passi), henkilo("oid", "1"));
        var three = (int) rivit.tuo(TUOJA, henkilo("oid", "1"));

        kooste("page=1").body("content.id", contains(three, two, one)).body("sort.sorted", is(true));
        kooste("sort=ASC&field=id").body("content.id", contains(one, two, three));
        kooste("sort=DESC&field=total").body("content.id", contains(two, three, one));
        kooste("sort=DESC&field=successful").body("content.id", contains(two, one, three));
        kooste("sort=DESC&field=failures").body("content.id", contains(three, two, one));
        kooste("sort=ASC&field=conflicts").body("content.id", contains(one, three, two));
        for (var field : List.of("timestamp", "oid", "author", "inProgress")) {
            kooste("sort=ASC&field=" + field).body("content.id", contains(one, two, three));
        }
        kooste("page=2&pageSize=2")
                .body("content.id", contains(one))
                .body("number", is(1))
                .body("last", is(true))
                .body("totalPages", is(2));
        kooste("id=" + two)
                .body("content[0].total", is(2))
                .body("content[0].successful", is(1))
                .body("content[0].failures", is(1))
                .body("content[0].conflicts", is(1))
                .body("content[0].inProgress", is(0))
                .body("content[0].api", is("OPPIJA"))
                .body("content[0].author", nullValue());
    }

    @Test
    void the_author_is_named_when_the_registry_knows_the_sender() {
        var person = calls.luo(RegistryCalls.with(
                RegistryCalls.nimet(), "etunimet", "Tuija", "kutsumanimi", "Tuija", "sukunimi", "Tuoja"));
        sandbox.control()
                .body(io.opintosandbox.json.Json.write(Map.of(
                        "password",
                        "salasana",
                        "oid",
                        person,
                        "roles",
                        Map.of(TestSandbox.B, List.of("OPPIJANUMEROREKISTERI_OPPIJOIDENTUONTI")))))
                .put("/service-users/tuija")
                .then()
                .statusCode(org.hamcrest.Matchers.lessThan(300));
        rivit.tuo("tuija", henkilo("oid", "1"));
        rivit.tuo(TUOJA, henkilo("oid", "1"));

        kooste("author=tuoja,%20TUI").body("content.author", contains("Tuoja, Tuija"));
        kooste("sort=ASC&field=author").body("content.author", contains("Tuoja, Tuija", null));
        calls.get("rekisterinpitaja", "/internal/oppijoidentuonti/virheet?nimiHaku=")
                .then()
                .body("results.serviceUserName", contains(null, "Tuoja Tuija"));
    }

    @Test
    void callers_without_an_organisation_see_no_import() {
        rivit.tuo(TUOJA, henkilo("oid", "1"));

        for (var username : List.of("rekisterinpitaja2", "oppijoidentuonti2")) {
            calls.get(username, "/oppija/tuontikooste").then().statusCode(200).body("content", empty());
        }
    }

    @Test
    void what_was_sent_is_open_to_readers_of_the_imports_organisation() {
        var hetu = TestSandbox.someone("Sala", "Sana").hetu();
        var id =
                rivit.tuo("oppijoidentuonti2", henkilo("hetu", hetu), henkilo("oid", "1", "syntymaaika", "2001-02-03"));

        for (var username : List.of("tuontidata", "rekisterinlukija")) {
            calls.get(username, "/oppija/tuontidata/" + id)
                    .then()
                    .statusCode(200)
                    .body("henkilo[0].hetu", is(hetu.substring(0, 7) + "****"))
                    .body("henkilo[0].size()", is(5))
                    .body("henkilo[1].syntymaaika", is("2001-02-03"))
                    .body("henkiloOid", is(rivit.oidit(id)))
                    .body("conflict", contains(false, false));
        }
        calls.get("rekisterinpitaja2", "/oppija/tuontidata/" + id)
                .then()
                .statusCode(403)
                .body("message", is("ei lukuoikeutta"));
        calls.get("oppijoidentuonti2", "/oppija/tuontidata/" + id).then().statusCode(401);
    }

    private ValidatableResponse kooste(String query) {
        return calls.get(TUOJA, "/oppija/tuontikooste?" + query).then().statusCode(200);
    }
}
