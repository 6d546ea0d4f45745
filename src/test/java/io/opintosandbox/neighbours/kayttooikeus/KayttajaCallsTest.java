package io.opintosandbox.neighbours.kayttooikeus;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.opintosandbox.json.Json;
import io.opintosandbox.testing.TestSandbox;
import io.restassured.response.Response;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the user service tells of accounts, and does to them: neighbours.md 1.1 to 1.3. */
class KayttajaCallsTest {
    private static final String SCHOOL = "1.2.246.562.10.10000000116";
    private static final String LEARNER = "1.2.246.562.98.10000000009";
    private static final String PAAKAYTTAJA = "1.2.246.562.98.90000000050";

    @RegisterExtension
    static final TestSandbox sandbox = new TestSandbox();

    private final UserService service = new UserService(sandbox);

    @BeforeEach
    void only_ready_made_users() {
        sandbox.reset();
    }

    @Test
    void a_person_with_an_account_has_its_type() {
        var answer = service.as("eioikeuksia").get("/henkilo/" + PAAKAYTTAJA);

        answer.then().statusCode(200).body("oid", equalTo(PAAKAYTTAJA)).body("kayttajaTyyppi", equalTo("VIRKAILIJA"));
        assertEquals(
                Set.of("oid", "kayttajaTyyppi"), answer.jsonPath().getMap("").keySet());
    }

    @ParameterizedTest
    @ValueSource(strings = {"/henkilo/" + LEARNER, "/henkilo/" + LEARNER + "/kayttajatiedot"})
    void a_learner_is_404_in_the_form_of_this_service(String path) {
        var answer = service.as("eioikeuksia").get(path);

        answer.then()
                .statusCode(404)
                .contentType("application/json")
                .body("messageKey", equalTo("error_NotFoundException"))
                .body("errorType", equalTo("NotFoundException"))
                .body("messageParams", empty())
                .body("url", equalTo(sandbox.baseUrl() + UserService.PATH + path))
                .body("method", equalTo("GET"));
        assertEquals(
                Set.of("message", "messageKey", "messageParams", "errorType", "url", "method", "parameters"),
                answer.jsonPath().getMap("").keySet());
    }

    @Test
    void a_service_user_is_called_by_its_service() {
        var answer = service.as("eioikeuksia").get("/henkilo/1.2.246.562.98.90000000019/kayttajatiedot");

        answer.then()
                .statusCode(200)
                .body("username", equalTo("yleistunniste"))
                .body("mfaProvider", nullValue())
                .body("kayttajaTyyppi", equalTo("PALVELU"))
                .body("etunimet", equalTo("_"))
                .body("sukunimi", equalTo("yleistunniste"));
        assertEquals(
                Set.of("username", "mfaProvider", "kayttajaTyyppi", "etunimet", "sukunimi"),
                answer.jsonPath().getMap("").keySet());
    }

    @Test
    void a_clerk_whom_the_registry_knows_has_the_names_of_the_registry() {
        var person = sandbox.vtjHas(TestSandbox.someone("Ville Veikko", "Virkailija"));
        String oid = sandbox.hae(TestSandbox.haku(person)).path("oid");
        sandbox.control()
                .body(Json.write(Map.of("password", "salasana", "kayttajaTyyppi", "VIRKAILIJA", "oid", oid)))
                .put("/service-users/villevirkailija");

        service.as("eioikeuksia")
                .get("/henkilo/" + oid + "/kayttajatiedot")
                .then()
                .statusCode(200)
                .body("etunimet", equalTo("Ville Veikko"))
                .body("sukunimi", equalTo("Virkailija"));
        service.as("villevirkailija").get("/cas/me").then().body("firstName", equalTo("Ville"));
    }

    @Test
    void head_answers_as_get_without_a_body() {
        service.as("eioikeuksia")
                .head("/henkilo/" + PAAKAYTTAJA)
                .then()
                .statusCode(200)
                .body(equalTo(""));
        service.as("eioikeuksia").head("/henkilo/" + LEARNER).then().statusCode(404);
    }

    @Test
    void people_are_visible_in_and_below_the_organisations_of_ones_rights() {
        var head = service.clerk("johtaja", TestSandbox.A, UserService.READ);
        var teacher = service.clerk("opettaja", SCHOOL, UserService.READ);

        visible(head, "{}")
                .then()
                .body("admin", equalTo(false))
                .body("oids", hasItem(teacher))
                .body("oids", hasItem(head));
        visible(teacher, "{}").then().body("oids", contains(teacher));
        visible(head, "{\"organisaatioOids\":[\"" + SCHOOL + "\"]}").then().body("oids", contains(teacher));
        visible(teacher, "{\"organisaatioOids\":[\"" + TestSandbox.B + "\"]}")
                .then()
                .body("oids", empty());
        visible(head, "{\"kayttoOikeusRyhmaNimet\":[\"ryhma\"]}").then().body("oids", empty());
        visible(LEARNER, "{}").then().body("admin", equalTo(false)).body("oids", empty());
    }

    @Test
    void the_register_keeper_sees_all_and_that_is_not_a_list() {
        visible(
                        "1.2.246.562.98.90000000068",
                        "{\"passivoitu\":false,\"organisaatioOids\":null,\"kayttoOikeusRyhmaNimet\":null}")
                .then()
                .statusCode(200)
                .body(equalTo("{\"admin\":true,\"oids\":null}"));
    }

    @Test
    void a_closed_account_stays_known_and_logs_in_no_more() {
        var oid = service.clerk("lopettava", TestSandbox.A, UserService.READ);

        service.as("rekisterinpitaja")
                .delete("/henkilo/" + oid + "/passivoi?kasittelijaOid=1.2.246.562.98.90000000068")
                .then()
                .statusCode(200)
                .body(equalTo(""));

        service.grant("lopettava", "salasana").then().statusCode(401);
        service.askToken("lopettava", "salasana").then().statusCode(401);
        service.as("rekisterinpitaja").get("/henkilo/" + oid).then().statusCode(200);
        service.as("rekisterinpitaja")
                .delete("/henkilo/" + LEARNER + "/passivoi?kasittelijaOid=1")
                .then()
                .statusCode(404);
    }

    @Test
    void closing_an_account_needs_the_right_and_the_lack_of_it_is_401() {
        service.as("paakayttaja")
                .delete("/henkilo/" + PAAKAYTTAJA + "/passivoi?kasittelijaOid=1")
                .then()
                .statusCode(401)
                .header("WWW-Authenticate", nullValue())
                .body("message", equalTo("Ei käyttöoikeutta."))
                .body("messageKey", equalTo("error_NotAuthorizedException"));
    }

    @Test
    void clerks_are_found_by_organisation_and_right() {
        var reader = service.clerk("lukijavirkailija", SCHOOL, UserService.READ);
        var keeper = service.clerk("hoitajavirkailija", SCHOOL, UserService.CRUD);
        service.service("palvelukoulussa", SCHOOL, UserService.READ);
        var inSchool = "\"organisaatioOids\":[\"" + SCHOOL + "\"]";
        var read = "\"kayttooikeudet\":{\"OPPIJANUMEROREKISTERI\":[\"READ\",\"HENKILON_RU\"]}";

        search("{" + inSchool + "}").then().body("oid", containsInAnyOrder(reader, keeper));
        search("{" + inSchool + "," + read + "}").then().body("oid", contains(reader));
        search("{" + read + "}").then().body("oid", hasItem(reader)).body("oid", not(hasItem(keeper)));
        search("{" + inSchool + ",\"duplikaatti\":true}").then().body("", hasSize(0));
        assertEquals(
                Set.of("oid", "etunimet", "kutsumanimi", "sukunimi", "asiointikieli", "sahkoposti"),
                search("{" + inSchool + "}").jsonPath().getMap("[0]").keySet());
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "{\"organisaatioOids\":[],\"kayttooikeudet\":null}"})
    void a_search_without_a_criterion_is_a_bad_request(String body) {
        search(body).then().statusCode(400).body("messageKey", equalTo("bad_request_illegal_argument"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{", "[]", "{\"organisaatioOids\":\"x\"}", "{\"organisaatioOids\":[1]}"})
    void a_body_that_cannot_be_read_is_a_bad_request(String body) {
        search(body).then().statusCode(400).body("messageKey", equalTo("bad_request_error"));
    }

    private Response visible(String oid, String body) {
        return service.as("eioikeuksia").body(body).post("/henkilo/" + oid + "/kayttooikeudet");
    }

    private Response search(String body) {
        return service.as("eioikeuksia").body(body).post("/virkailija/haku");
    }
}
