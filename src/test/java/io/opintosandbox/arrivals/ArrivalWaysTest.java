package io.opintosandbox.arrivals;

import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.oneOf;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.opintosandbox.id.Hetu;
import io.opintosandbox.json.Json;
import io.opintosandbox.testing.RegistryCalls;
import io.opintosandbox.testing.TestSandbox;
import io.restassured.path.json.JsonPath;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How each service brings people in: neighbours.md 5, ui.md 2, control-api.md "arrivals". */
class ArrivalWaysTest {
    @RegisterExtension
    static final TestSandbox sandbox = new TestSandbox();

    private final RegistryCalls calls = new RegistryCalls(sandbox);

    @BeforeEach
    void the_registry_is_as_at_the_start() {
        sandbox.reset();
        sandbox.control()
                .body("{\"now\":\"2027-03-01T08:00:00Z\"}")
                .put("/clock")
                .then()
                .statusCode(200);
    }

    @ParameterizedTest
    @CsvSource({
        "KOSKI, 6, 64, POST /s2s/findOrCreateHenkiloPerustieto",
        "VALPAS, 7, 17, POST /s2s/findOrCreateHenkiloPerustieto",
        "YKI, 18, 64, POST /s2s/findOrCreateHenkiloPerustieto",
        "HAKU, 15, 40, POST /s2s/findOrCreateHenkiloPerustieto",
        "VARDA, 0, 6, POST /henkilo",
        "OTI, 20, 64, POST /henkilo",
        "OIKEUSTULKKI, 25, 64, POST /henkilo",
        "MPASSID, 7, 19, PUT /yleistunniste",
    })
    void each_source_creates_people_of_its_age_by_its_call(String source, int youngest, int oldest, String call) {
        var answer = arrive(Map.of("source", source, "count", 20));

        assertEquals(20, answer.getInt("arrived"));
        var asked = answer.<Map<String, Object>>getList("persons.findAll { it.guardianOf.isEmpty() }");
        assertEquals(20, asked.size());
        for (var one : asked) {
            assertEquals("created", one.get("outcome"), one.toString());
            assertEquals(call, one.get("call"));
            assertEquals(source, one.get("source"));
            if (one.get("hetu") != null) {
                var age = Hetu.of((String) one.get("hetu"))
                        .syntymaaika()
                        .until(LocalDate.of(2027, 3, 1))
                        .getYears();
                assertTrue(age >= youngest && age <= oldest, "aged " + age);
            }
        }
        var person = asked.get(0);
        calls.henkilo((String) person.get("oid"))
                .body("kasittelijaOid", equalTo(answer.getString("kasittelijaOid")))
                .body("hetu", equalTo(person.get("hetu")))
                .body("etunimet", equalTo(person.get("etunimet")))
                .body("kotikunta", nullValue());
    }

    @Test
    void koski_tells_hetu_and_names_alone_and_vtj_the_rest() {
        var oid = arrive(Map.of("source", "KOSKI")).getString("persons[0].oid");
        calls.henkilo(oid)
                .body("kansalaisuus", empty())
                .body("aidinkieli", nullValue())
                .body("oppijanumero", nullValue());

        sandbox.settle().then().statusCode(200);

        calls.henkilo(oid).body("aidinkieli", notNullValue()).body("oppijanumero", equalTo(oid));
    }

    @Test
    void the_register_of_court_interpreters_has_contact_details_of_its_own() {
        var oid = arrive(Map.of("source", "OIKEUSTULKKI")).getString("persons[0].oid");

        calls.henkilo(oid)
                .body("yhteystiedotRyhma.ryhmaKuvaus", is(List.of("yhteystietotyyppi13")))
                .body("asiointiKieli.kieliKoodi", is(oneOf("fi", "sv")));
    }

    @Test
    void applicants_who_are_no_finns_come_by_eidas_or_by_email_without_a_hetu() {
        var oids = hetuttomat(arrive(Map.of("source", "HAKU", "count", 300)));

        var identified = 0;
        for (var oid : oids) {
            var henkilo = calls.henkilo(oid).body("hetu", nullValue()).body("syntymaaika", notNullValue());
            var byEidas = henkilo.extract().<Boolean>path("yksiloityEidas");
            identified += byEidas ? 1 : 0;
            calls.get("rekisterinpitaja", "/henkilo/" + oid + "/identification")
                    .then()
                    .body("idpEntityId", is(byEidas ? List.of() : List.of("oppijaToken")));
        }
        assertTrue(identified > 0 && identified < oids.size(), identified + " of " + oids.size() + " by eIDAS");
    }

    @Test
    void who_is_no_finn_registers_for_a_language_test_by_email() {
        for (var oid : hetuttomat(arrive(Map.of("source", "YKI", "count", 200)))) {
            calls.henkilo(oid).body("yksiloityEidas", equalTo(false)).body("kansalaisuus.kansalaisuusKoodi", not246());
        }
    }

    @Test
    void a_clerk_identifies_by_hand_whom_nobody_is_like_and_the_organisation_is_the_clerks() {
        var answer = arrive(Map.of("source", "VIRKAILIJA", "count", 150, "organisation", TestSandbox.B));
        var hetuton = answer.<Map<String, Object>>getList("persons.findAll { it.hetu == null }");

        assertFalse(hetuton.isEmpty());
        for (var person : hetuton) {
            assertEquals("POST /oppija", person.get("call"));
            assertEquals(TestSandbox.B, person.get("organisation"));
            calls.get("oppijoidentuonti", "/henkilo/" + person.get("oid"))
                    .then()
                    .statusCode(200)
                    .body("passinumerot", hasSize(1));
        }
        var oid = hetuton.get(0).get("oid");
        calls.henkilo((String) oid).body("yksiloity", equalTo(true)).body("oppijanumero", equalTo(oid));
        assertEquals(
                List.of("POST /henkilo"),
                answer.getList("persons.findAll { it.hetu != null && it.guardianOf.isEmpty() }.call.unique()"));
    }

    @Test
    void a_schools_import_makes_its_pupils_visible_to_the_organisation() {
        var answer = arrive(Map.of("source", "MPASSID", "count", 250));

        assertEquals(List.of(TestSandbox.A), answer.getList("persons.organisation.unique()"));
        calls.get("oppijoidentuonti2", "/oppija/muuttuneet?count=1000")
                .then()
                .statusCode(200)
                .body("totalElements", equalTo(250))
                .body("results.oid", hasItem(answer.getString("persons[249].oid")));
        calls.get("oppijoidentuonti2", "/oppija/tuontikooste")
                .then()
                .body("content[0].total", equalTo(250))
                .body("content[0].api", equalTo("YLEISTUNNISTE"));
    }

    @Test
    void the_guardians_of_a_minor_come_along_and_are_guardians_after_the_identification() {
        var child = arrive(Map.of("source", "VARDA")).getString("persons[0].hetu");
        the_registry_is_as_at_the_start();
        var isa = sandbox.vtjHas(TestSandbox.someone("Isto", "Isänen"));
        var person = new LinkedHashMap<String, Object>(
                sandbox.control().get("/vtj/persons/" + child).jsonPath().getMap(""));
        person.put("huoltajat", List.of(isa.hetu()));
        person.remove("huollettavat");
        sandbox.control()
                .body(Json.write(person))
                .put("/vtj/persons/" + child)
                .then()
                .statusCode(200);

        var answer = arrive(Map.of("source", "VARDA"));

        assertEquals(1, answer.getInt("arrived"));
        assertEquals(isa.hetu(), answer.getString("persons[1].hetu"));
        assertEquals("POST /henkilo", answer.getString("persons[1].call"));
        assertEquals(List.of(answer.getString("persons[0].oid")), answer.getList("persons[1].guardianOf"));
        sandbox.settle();
        calls.get("rekisterinpitaja", "/henkilo/" + answer.getString("persons[0].oid") + "/huoltajat")
                .then()
                .body("oidHenkilo", is(List.of(answer.getString("persons[1].oid"))));
    }

    @Test
    void production_lets_no_test_person_in_and_reports_who_tried() {
        sandbox.control()
                .body("{\"profile\":\"production\"}")
                .post("/reset")
                .then()
                .statusCode(204);
        var before = sandbox.control().get("/status").<Integer>path("counts.persons");

        var answer = arrive(Map.of("source", "KOSKI", "count", 30));

        assertEquals(0, answer.getInt("arrived"));
        assertEquals(List.of("refused"), answer.getList("persons.outcome.unique()"));
        sandbox.control().get("/status").then().body("counts.persons", equalTo(before));
        sandbox.control()
                .get("/virheraportti")
                .then()
                .body("total", equalTo(1))
                .body("results[0].username", equalTo("koski"))
                .body("results[0].number", equalTo(30))
                .body("results[0].refused.reason", everyItem(is("test.hetu.in.production")));
    }

    private static org.hamcrest.Matcher<Iterable<? extends String>> not246() {
        return everyItem(org.hamcrest.Matchers.not("246"));
    }

    private static List<String> hetuttomat(JsonPath answer) {
        List<String> oids = answer.getList("persons.findAll { it.hetu == null }.oid");
        assertFalse(oids.isEmpty(), "somebody among them is no Finn");
        return oids.subList(0, Math.min(8, oids.size()));
    }

    private static JsonPath arrive(Map<String, Object> order) {
        return sandbox.control()
                .body(Json.write(order))
                .post("/arrivals")
                .then()
                .statusCode(201)
                .extract()
                .jsonPath();
    }
}
