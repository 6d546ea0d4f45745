package io.opintosandbox.virheraportti;

import static io.opintosandbox.testing.TestSandbox.haku;
import static io.opintosandbox.testing.TestSandbox.row;
import static io.opintosandbox.testing.TestSandbox.someone;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.opintosandbox.json.Json;
import io.opintosandbox.testing.RegistryCalls;
import io.opintosandbox.testing.TestSandbox;
import io.restassured.response.ValidatableResponse;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Who tried to bring in whom: control-api.md, "virheraportti". The numbers outside 900-999 are the contract's worked
 * examples.
 */
class VirheraporttiTest {
    private static final String OTHER = "010180U1210";
    private static final String MASKED = "010180U****";

    @RegisterExtension
    static final TestSandbox sandbox = new TestSandbox();

    private final RegistryCalls calls = new RegistryCalls(sandbox);

    @BeforeEach
    void the_report_is_empty() {
        sandbox.reset();
        report().body("total", equalTo(0)).body("results", hasSize(0));
    }

    @Test
    void an_attempt_says_who_when_by_which_call_and_hides_the_hetu() {
        sandbox.control()
                .body("{\"now\":\"2027-03-01T08:00:00Z\"}")
                .put("/clock")
                .then()
                .statusCode(200);

        calls.post("yleistunniste", "/yleistunniste/hae", with(OTHER)).then().statusCode(400);

        report().body("total", equalTo(1))
                .body("results[0].time", equalTo("2027-03-01T08:00:00Z"))
                .body("results[0].username", equalTo("yleistunniste"))
                .body("results[0].call", equalTo("POST /yleistunniste/hae"))
                .body("results[0].number", equalTo(1))
                .body("results[0].refused[0].field", equalTo("hetu"))
                .body("results[0].refused[0].hetu", equalTo(MASKED))
                .body("results[0].refused[0].reason", equalTo("not.synthetic"));
        assertEquals(List.of(), sandbox.control().get("/mails").path("results"));
    }

    @ParameterizedTest
    @CsvSource({
        "POST, /henkilo, rekisterinpitaja, hetu",
        "POST, /henkilo/, rekisterinpitaja, hetu",
        "PUT, /henkilo, rekisterinpitaja, hetu",
        "POST, /henkilo/exists, yleistunniste, hetu",
        "POST, /s2s/findOrCreateHenkiloPerustieto, rekisterinpitaja, hetu",
        "POST, /oppija, oppijoidentuonti, sukunimi",
        "POST, /yleistunniste/hae, eioikeuksia, hetu",
    })
    void every_call_that_brings_somebody_in_is_watched_also_without_a_right(
            String method, String path, String username, String field) {
        var body = Json.write(RegistryCalls.with(RegistryCalls.taydellinen(), field, OTHER));

        sandbox.as(username)
                .contentType("application/json")
                .body(body)
                .request(method, path)
                .then()
                .statusCode(400);

        report().body("total", equalTo(1))
                .body("results[0].call", equalTo(method + " " + path.replaceFirst("/$", "")))
                .body("results[0].username", equalTo(username))
                .body("results[0].refused[0].field", equalTo(field))
                .body("results[0].refused[0].hetu", equalTo(MASKED));
    }

    @ParameterizedTest
    @CsvSource({"yleistunniste, /yleistunniste", "oppijoidentuonti, /oppija"})
    void an_import_is_one_attempt_that_counts_its_hetus_and_shows_the_first_twenty(String username, String path) {
        var rows = Collections.nCopies(30, row("t", with(OTHER)));

        calls.put(username, path, Map.of("henkilot", rows)).then().statusCode(400);

        report().body("total", equalTo(1))
                .body("results[0].call", equalTo("PUT " + path))
                .body("results[0].number", equalTo(30))
                .body("results[0].refused", hasSize(20))
                .body("results[0].refused[19].field", equalTo("henkilot[19].henkilo.hetu"));
    }

    @Test
    void whoever_only_asks_for_somebody_is_not_reported() {
        calls.post("rekisterinpitaja", "/henkilo/henkiloPerustietosByHenkiloHetuList", List.of(OTHER))
                .then()
                .statusCode(200);
        calls.get("rekisterinpitaja", "/henkilo/hetu=" + OTHER).then().statusCode(404);
        sandbox.control().get("/vtj/persons/" + OTHER).then().statusCode(400);

        report().body("total", equalTo(0));
    }

    @Test
    void nor_is_a_test_person_outside_production() {
        sandbox.hae(haku(sandbox.vtjHas(someone("Tiina", "Testinen")))).then().statusCode(200);

        report().body("total", equalTo(0));
    }

    @Test
    void a_call_to_the_sandbox_is_reported_without_a_name() {
        sandbox.control().body("{}").put("/vtj/persons/" + OTHER).then().statusCode(400);
        sandbox.control()
                .body("{\"huoltajat\":[\"" + OTHER + "\"]}")
                .post("/vtj/persons")
                .then()
                .statusCode(400);

        report().body("total", equalTo(2))
                .body("results[0].call", equalTo("PUT /sandbox/vtj/persons/{hetu}"))
                .body("results[0].username", nullValue())
                .body("results[0].refused[0].field", nullValue())
                .body("results[1].call", equalTo("POST /sandbox/vtj/persons"))
                .body("results[1].refused[0].field", equalTo("/huoltajat/0"));
    }

    @Test
    void production_refuses_test_people_too_and_lists_who_tried() {
        sandbox.control()
                .body("{\"profile\":\"production\"}")
                .post("/reset")
                .then()
                .statusCode(204);
        var testi = sandbox.vtjHas(someone("Tiina", "Testinen"));

        calls.post("yleistunniste", "/yleistunniste/hae", haku(testi))
                .then()
                .statusCode(400)
                .body("message", containsString("invalid.hetu"));
        calls.post("rekisterinpitaja", "/henkilo", RegistryCalls.with(RegistryCalls.nimet(), "hetu", OTHER))
                .then()
                .statusCode(400);

        report().body("total", equalTo(2))
                .body("results[0].refused[0].hetu", equalTo(testi.hetu().substring(0, 7) + "****"))
                .body("results[0].refused[0].reason", equalTo("test.hetu.in.production"))
                .body("results[1].refused[0].reason", equalTo("not.synthetic"));
    }

    @Test
    void of_a_text_around_a_hetu_nothing_is_kept() {
        calls.post(
                        "rekisterinpitaja",
                        "/henkilo",
                        RegistryCalls.with(RegistryCalls.nimet(), "sukunimi", "Aito " + OTHER))
                .then()
                .statusCode(400);

        report().body("results[0].refused[0].hetu", equalTo(MASKED)).body(not(containsString("Aito")));
    }

    @Test
    void the_report_comes_in_pages_newest_last() {
        for (var username : List.of("yleistunniste", "yleistunniste2", "paakayttaja")) {
            calls.post(username, "/yleistunniste/hae", with(OTHER)).then().statusCode(400);
        }

        sandbox.control()
                .get("/virheraportti?page=2&count=2")
                .then()
                .statusCode(200)
                .body("total", equalTo(3))
                .body("results", hasSize(1))
                .body("results[0].username", equalTo("paakayttaja"));
        sandbox.control().get("/virheraportti?count=0").then().statusCode(400);
    }

    @Test
    void it_does_not_grow_without_end() {
        var raportti = new Virheraportti(sandbox.server().world("default").orElseThrow());
        for (int i = 0; i < Virheraportti.MUISTETAAN + 200; i++) {
            raportti.lisaa("user-" + i, "POST /henkilo", List.of());
        }

        assertEquals(Virheraportti.MUISTETAAN, raportti.count());
        assertEquals("user-200", raportti.sivu(1, 1).get(0).kayttaja());
    }

    private static Map<String, Object> with(String hetu) {
        var haku = new HashMap<>(haku(someone("Aino", "Aito")));
        haku.put("hetu", hetu);
        return haku;
    }

    private static ValidatableResponse report() {
        return sandbox.control().get("/virheraportti").then().statusCode(200);
    }
}
