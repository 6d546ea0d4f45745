package io.opintosandbox.registry.oppija;

import static io.opintosandbox.registry.oppija.Rivit.avain;
import static io.opintosandbox.registry.oppija.Rivit.henkilo;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;

import io.opintosandbox.config.Setting;
import io.opintosandbox.config.Settings;
import io.opintosandbox.testing.RegistryCalls;
import io.opintosandbox.testing.TestSandbox;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Reports about the people on import rows: registry-api.md 4.2 and 4.6, registry-behaviour.md 18 and 19. */
class TuontiraportitTest {
    private static final String TUOJA = "oppijoidentuonti";
    private static final String KESKUS = "1.2.246.562.10.20000000214";

    @RegisterExtension
    static final TestSandbox sandbox = new TestSandbox(Settings.defaults().with(Setting.IDENTIFICATION, "off"));

    private final Rivit rivit = new Rivit(sandbox);
    private final RegistryCalls calls = new RegistryCalls(sandbox);

    @BeforeEach
    void nobody_is_there() {
        sandbox.reset();
    }

    @Test
    void changes_come_oldest_first_in_pages_with_the_real_totals() {
        var oidit = rivit.oidit(rivit.tuo(
                TUOJA, henkilo("passinumero", avain()), henkilo("passinumero", avain()), henkilo("oid", "1")));

        muuttuneet("page=1&count=2")
                .body("results.oid", contains(oidit.get(0), oidit.get(1)))
                .body("results[0].master.linked", nullValue())
                .body("first", is(true))
                .body("last", is(false))
                .body("totalElements", is(3))
                .body("totalPages", is(2));
        muuttuneet("page=2&count=2").body("results.oid", contains(oidit.get(2))).body("last", is(true));
        muuttuneet("page=9&count=2")
                .body("results", hasSize(0))
                .body("last", is(false))
                .body("totalElements", is(3));
    }

    @Test
    void only_people_on_import_rows_are_listed() {
        calls.post(TUOJA, "/oppija", RegistryCalls.taydellinen()).then().statusCode(200);

        muuttuneet("count=10").body("totalElements", is(0)).body("totalPages", is(0));
        calls.get("rekisterinpitaja", "/oppija/muuttuneet").then().body("totalElements", is(0));
    }

    @Test
    void organisations_asked_for_are_those_of_the_caller_only() {
        rivit.tuo(TUOJA, henkilo("passinumero", avain()));

        muuttuneet("organisaatioOids=" + TestSandbox.B).body("totalElements", is(1));
        muuttuneet("organisaatioOids=" + TestSandbox.A).body("totalElements", is(0));
        calls.get("rekisterinlukija", "/oppija/muuttuneet?organisaatioOids=" + TestSandbox.B)
                .then()
                .body("totalElements", is(1));
        calls.get("rekisterinpitaja2", "/oppija/muuttuneet")
                .then()
                .statusCode(400)
                .body("message", containsString("ei ole yhtään organisaatiota joista oppijoita haetaan"));
    }

    @ParameterizedTest
    @CsvSource({
        "raija, 1", "RUU, 1", "raija ruusu, 1", "ruusu raija, 1", "ruusu kaarinat, 1", "raija kaarina, 1",
        "kaarina, 1", "aija, 0", "ruu raija pirkko, 0", "'', 2", "1.2.246, 0", "r%, 0"
    })
    void names_are_looked_for_by_their_beginnings(String haku, int found) {
        rivit.tuo(
                TUOJA,
                henkilo("oid", "1", "etunimet", "Raija Kaarina", "kutsumanimi", "Kaarinatar", "sukunimi", "Ruusunen"),
                henkilo("oid", "2", "etunimet", "Pentti", "kutsumanimi", "Pentti", "sukunimi", "Pentala"));

        muuttuneet("nimiHaku=" + haku.replace("%", "%25").replace(" ", "%20")).body("totalElements", is(found));
    }

    @Test
    void the_summary_counts_each_person_once_by_how_far_its_identification_is() {
        var hetu = TestSandbox.someone("Kesken", "Eräinen").hetu();
        var id = rivit.tuo(
                TUOJA,
                henkilo("hetu", hetu),
                henkilo("hetu", hetu),
                henkilo("oid", "1"),
                henkilo("passinumero", avain()));
        calls.post("rekisterinpitaja", "/henkilo/" + rivit.oidit(id).get(2) + "/yksiloihetuton");
        calls.delete("rekisterinpitaja", "/henkilo/" + rivit.oidit(id).get(2));

        calls.get(TUOJA, "/oppija/yhteenveto?tuontiId=" + id)
                .then()
                .body("keskeneraiset", is(1))
                .body("onnistuneet", is(1))
                .body("virheet", is(1))
                .body("yhteensa", is(3));
        muuttuneet("vainVirheet=true").body("totalElements", is(1));
    }

    @Test
    void failures_are_listed_newest_first_and_once_for_each_organisation() {
        var oidit = rivit.oidit(rivit.tuo(TUOJA, henkilo("oid", "1"), henkilo("passinumero", avain())));
        calls.put("rekisterinpitaja", "/oppija/" + oidit.get(0) + "/organisaatio/" + KESKUS)
                .then()
                .statusCode(200);

        calls.get(TUOJA, "/internal/oppijoidentuonti/virheet?tuontiId=1")
                .then()
                .statusCode(200)
                .body("results.oid", contains(oidit.get(1), oidit.get(0), oidit.get(0)))
                .body("results[0].yksilointiTila", is("HETU_PUUTTUU"))
                .body("results[0].serviceUserOid", is(sandbox.user(TUOJA).get("oid")))
                .body("results[0].oppijanumero", nullValue())
                .body("numberOfElements", is(3))
                .body("totalElements", is(2));
    }

    @Test
    void under_internal_the_bounds_of_a_page_come_before_the_right_and_without_words() {
        for (var query : List.of("page=0", "count=0")) {
            calls.get("eioikeuksia", "/internal/oppijoidentuonti/virheet?" + query)
                    .then()
                    .statusCode(400)
                    .body("size()", is(4));
        }
        calls.get("eioikeuksia", "/oppija/muuttuneet?page=0").then().statusCode(401);
        calls.get(TUOJA, "/oppija/muuttuneet?count=10001")
                .then()
                .statusCode(400)
                .body("message", is("getMuuttuneet.count: must be less than or equal to 10000"));
    }

    @ParameterizedTest
    @CsvSource({
        "/oppija/muuttuneet, muokattuJalkeen=foo, oppijaTuontiCriteria",
        "/oppija/yhteenveto, tuontiId=x, oppijaTuontiCriteria",
        "/internal/oppijoidentuonti/virheet, vainVirheet=ehk%C3%A4, oppijaTuontiCriteria",
        "/oppija/tuontikooste, field=nimi, tuontiKoosteRequest",
        "/oppija/tuontikooste, sort=asc, tuontiKoosteRequest",
        "/oppija/tuontikooste, page=0, tuontiKoosteRequest",
        "/oppija/tuontikooste, pageSize=0, tuontiKoosteRequest"
    })
    void mistakes_inside_a_query_object_come_before_the_right(String path, String query, String object) {
        calls.get("eioikeuksia", path + "?" + query)
                .then()
                .statusCode(400)
                .body("exception", is("org.springframework.web.bind.MethodArgumentNotValidException"))
                .body(
                        "message",
                        containsString(
                                "Field error in object '" + object + "' on field '" + query.split("=", -1)[0] + "'"));
    }

    private io.restassured.response.ValidatableResponse muuttuneet(String query) {
        return calls.get(TUOJA, "/oppija/muuttuneet?" + query).then().statusCode(200);
    }
}
