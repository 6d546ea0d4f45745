package io.opintosandbox.registry.henkilo;

import static io.opintosandbox.testing.RegistryCalls.nimet;
import static io.opintosandbox.testing.RegistryCalls.taydellinen;
import static io.opintosandbox.testing.RegistryCalls.with;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;

import io.opintosandbox.testing.RegistryCalls;
import io.opintosandbox.testing.TestSandbox;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Searches, identifiers, passport numbers and applications beyond the recorded cases. Contract: registry-api.md 4.3. */
class HenkiloHakuTest {
    @RegisterExtension
    static final TestSandbox sandbox = new TestSandbox();

    private final RegistryCalls registry = new RegistryCalls(sandbox);

    @Test
    void a_search_term_is_text_not_a_pattern() {
        registry.luo(with(nimet(), "sukunimi", "Prosentti%nen"));

        registry.get("rekisterinpitaja", "/henkilo/hakutermi=ntti%25n").then().statusCode(200);
        registry.get("rekisterinpitaja", "/henkilo/hakutermi=nt_i%25n").then().statusCode(404);
        registry.get("rekisterinpitaja", "/henkilo/hakutermi=P%25n").then().statusCode(404);
    }

    @Test
    void the_first_by_surname_and_call_name_answers_and_passive_people_do_not() {
        var b = registry.luo(with(nimet(), "sukunimi", "Hakutermilä-Bee"));
        var a = registry.luo(with(nimet(), "sukunimi", "Hakutermilä-Aa"));

        registry.get("rekisterinpitaja", "/henkilo/hakutermi=hakutermilä")
                .then()
                .body("oidHenkilo", is(a));
        registry.delete("rekisterinpitaja", "/henkilo/" + a).then().statusCode(200);
        registry.get("rekisterinpitaja", "/henkilo/hakutermi=hakutermilä")
                .then()
                .body("oidHenkilo", is(b));
    }

    @Test
    void contact_values_are_found_exactly() {
        var oid = registry.luo(with(
                nimet(),
                "yhteystiedotRyhma",
                List.of(RegistryCalls.ryhma("yhteystietotyyppi1", "YHTEYSTIETO_SAHKOPOSTI", "tarkka@example.com"))));

        registry.get("rekisterinlukija", "/henkilo/yhteystieto=tarkka@example.com/oid")
                .then()
                .statusCode(200)
                .body("$", contains(oid));
        registry.get("rekisterinlukija", "/henkilo/yhteystieto=Tarkka@example.com/oid")
                .then()
                .statusCode(200)
                .body("$", empty());
    }

    @Test
    void duplicates_by_names_leave_the_caller_out_and_need_all_three_names() {
        var henkilo = taydellinen();
        var oid = registry.luo(henkilo);
        var query = "?etunimet=" + henkilo.get("etunimet") + "&kutsumanimi=" + henkilo.get("kutsumanimi") + "&sukunimi="
                + henkilo.get("sukunimi");

        registry.get("oppijoidentuonti", "/henkilo/duplikaatit" + query + "&syntymaaika=1999-05-05")
                .then()
                .statusCode(200)
                .body("oidHenkilo", contains(oid))
                .body("[0].kansalaisuus[0].kansalaisuusKoodi", is("752"));
        registry.get("oppijoidentuonti", "/henkilo/duplikaatit?etunimet=A&kutsumanimi=A")
                .then()
                .statusCode(400)
                .body("$", not(org.hamcrest.Matchers.hasKey("exception")));
        registry.get("oppijoidentuonti", "/henkilo/duplikaatit" + query + "&syntymaaika=5.5.1999")
                .then()
                .statusCode(400)
                .body("message", is("Parse attempt failed for value [5.5.1999]"));
    }

    @Test
    void the_same_identifier_of_two_people_is_a_conflict() {
        var first = registry.luo();
        registry.post("rekisterinpitaja", "/henkilo/" + first + "/identification", email("sama@example.com"))
                .then()
                .statusCode(200);
        // Only a path that does not look for others can bring the same one in again.
        sandbox.server()
                .world("default")
                .orElseThrow()
                .part(HenkiloLuonti.class)
                .luo(
                        UusiHenkilo.nimeltaan("Toinen", "Toinen", "Sama")
                                .tunnisteet(List.of(new Henkilotiedot.Tunniste("email", "sama@example.com")))
                                .valmis(),
                        "1.2.3",
                        java.util.Set.of());

        registry.get("rekisterinpitaja", "/henkilo/identification?idp=email&id=sama@example.com")
                .then()
                .statusCode(409)
                .body("exception", is("com.querydsl.core.NonUniqueResultException"))
                .body("httpQuery", is("idp=email&id=sama@example.com"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"?idp=email", "?id=x", "", "?idp=&id=x"})
    void an_identifier_without_its_kind_or_value_is_a_plain_bad_request(String query) {
        registry.get("rekisterinpitaja", "/henkilo/identification" + query)
                .then()
                .statusCode(400)
                .body("$", not(org.hamcrest.Matchers.hasKey("exception")));
    }

    @Test
    void an_unknown_kind_of_identifier_is_told_to_callers_without_any_right_too() {
        registry.get("eioikeuksia", "/henkilo/identification?idp=facebook&id=x")
                .then()
                .statusCode(400)
                .body("exception", is("java.lang.IllegalArgumentException"));
    }

    @Test
    void an_identifier_may_hold_slashes_and_is_compared_as_the_path_spells_it() {
        var oid = registry.luo();
        var google = Map.of("idpEntityId", "google", "identifier", "a/b/c%2Fd");
        registry.post("rekisterinpitaja", "/henkilo/" + oid + "/identification", google)
                .then()
                .statusCode(200);

        registry.delete("rekisterinpitaja", "/henkilo/" + oid + "/identification/google/a/b/c%2Fd")
                .then()
                .statusCode(200)
                .body("$", empty());
    }

    @Test
    void eidas_identifiers_are_not_added_by_hand() {
        registry.post(
                        "rekisterinpitaja",
                        "/henkilo/" + registry.luo() + "/identification",
                        Map.of("idpEntityId", "eidas", "identifier", "DE/FI/1"))
                .then()
                .statusCode(400)
                .body("message", is("eIDAS-tunnisteiden lisääminen ei ole sallittua"));
    }

    @Test
    void a_passport_number_of_somebody_else_is_refused_and_modified_stays() {
        var oid = registry.luo(with(nimet(), "passinumerot", List.of("PASSI-1")));
        var other = registry.luo();
        var modified = registry.henkilo(oid).extract().jsonPath().getLong("modified");

        registry.post("rekisterinpitaja", "/henkilo/" + other + "/passinumerot", List.of("PASSI-1"))
                .then()
                .statusCode(400)
                .body("exception", is("org.springframework.dao.DataIntegrityViolationException"))
                .body("message", containsString("uk_passinumero_01"));
        registry.post("rekisterinpitaja", "/henkilo/" + oid + "/passinumerot", List.of("PASSI-1", "PASSI-2"))
                .then()
                .statusCode(200);
        registry.henkilo(oid).body("modified", is(modified));
    }

    @Test
    void a_blank_passport_number_is_looked_at_after_the_right() {
        var path = "/henkilo/" + registry.luo() + "/passinumerot";

        registry.post("rekisterinlukija", path, List.of(" ")).then().statusCode(401);
        registry.post("rekisterinpitaja", path, List.of(" "))
                .then()
                .statusCode(400)
                .body("exception", is("jakarta.validation.ConstraintViolationException"))
                .body("message", is("setPassportNumbers.passinumerot[].<iterable element>: must not be blank"));
    }

    @Test
    void applications_of_a_person_are_those_of_everybody_linked_to_it() {
        var identified = sandbox.hae(Map.of(
                        "hetu",
                        "270688-9033",
                        "etunimet",
                        "Onni Eemeli",
                        "kutsumanimi",
                        "Onni",
                        "sukunimi",
                        "Mallikas"))
                .jsonPath()
                .getString("oid");
        var applicant = registry.get("rekisterinpitaja", "/henkilo/" + identified + "/duplicates")
                .jsonPath()
                .getString("oidHenkilo[0]");
        registry.get("rekisterinpitaja", "/henkilo/" + identified + "/hakemukset")
                .then()
                .body("$", empty());

        registry.post("rekisterinpitaja", "/henkilo/" + applicant + "/link", List.of(identified))
                .then()
                .statusCode(200)
                .body("$", contains(applicant));

        registry.get("rekisterinpitaja", "/henkilo/" + identified + "/hakemukset")
                .then()
                .statusCode(200)
                .body("hakemusData.service", contains("ataru"));
    }

    @Test
    void passivating_somebody_closes_the_user_account() {
        var oid = registry.luo();
        sandbox.control()
                .body(io.opintosandbox.json.Json.write(Map.of(
                        "password", "salasana", "oid", oid, "roles", Map.of(TestSandbox.A, List.of("KOSKI_READ")))))
                .put("/service-users/suljettava")
                .then()
                .statusCode(201);
        sandbox.token("suljettava", "salasana");

        registry.delete("rekisterinpitaja", "/henkilo/" + oid).then().statusCode(200);

        sandbox.anonymous()
                .urlEncodingEnabled(true)
                .formParam("grant_type", "client_credentials")
                .formParam("client_id", "suljettava")
                .formParam("client_secret", "salasana")
                .post("/kayttooikeus-service/oauth2/token")
                .then()
                .statusCode(401);
    }

    private static Map<String, String> email(String address) {
        return Map.of("idpEntityId", "email", "identifier", address);
    }
}
