package io.opintosandbox.clients;

import static io.opintosandbox.testing.TestSandbox.REGISTRY;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.opintosandbox.testing.TestSandbox;
import java.net.http.HttpResponse;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What programs ask of the services around the registry: neighbours.md 1 to 3, auth.md 4. */
class NeighbourFlowsTest {
    @RegisterExtension
    static final TestSandbox sandbox = new TestSandbox();

    private static final String USERS = "/kayttooikeus-service";
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Wire wire = new Wire();

    private static JsonNode tree(HttpResponse<String> answer) {
        try {
            return JSON.readTree(answer.body());
        } catch (JsonProcessingException e) {
            throw new AssertionError(answer.body(), e);
        }
    }

    private JsonNode anonymously(String path) {
        var answer = wire.json("GET", sandbox.baseUrl() + path, null, Map.of("Caller-Id", "1.2.246.562.10.1.clients"));
        assertEquals(200, answer.statusCode(), answer.body());
        return tree(answer);
    }

    @Test
    void a_user_interface_learns_who_is_logged_in_by_session_and_by_token_alike() {
        var user = sandbox.user("paakayttaja");
        var session = new SessionClient(sandbox.baseUrl(), USERS, CasHabit.LAST_SEGMENT, user);
        var token = new TokenClient(sandbox.baseUrl(), USERS, user);

        var me = tree(session.get("/henkilo/current/omattiedot"));
        assertEquals(user.get("oid"), me.get("oidHenkilo").asText());
        assertTrue(me.get("organisaatiot").get(0).get("kayttooikeudet").get(0).has("oikeus"));
        assertEquals(me, tree(token.get("/henkilo/current/omattiedot")));
        assertEquals(tree(session.get("/cas/me")), tree(token.get("/cas/me")));
        assertEquals(tree(session.get("/cas/myroles")), tree(token.get("/cas/myroles")));
        assertEquals("\"ok\"", session.get("/cas/prequel").body());
    }

    @Test
    void a_service_finds_the_clerks_that_hold_a_right() {
        var token = new TokenClient(sandbox.baseUrl(), USERS, sandbox.user("rekisterinpitaja"));

        var clerks = tree(token.post(
                "/virkailija/haku",
                "{\"kayttooikeudet\":{\"OPPIJANUMEROREKISTERI\":[\"HENKILON_RU\"]},\"duplikaatti\":false}"));

        var oid = sandbox.user("henkilonmuokkaus").get("oid");
        assertTrue(StreamSupport.stream(clerks.spliterator(), false)
                .anyMatch(clerk -> clerk.get("oid").asText().equals(oid)));
    }

    @Test
    void a_protected_service_reads_user_and_roles_out_of_the_validation_of_a_ticket() {
        var service = sandbox.baseUrl() + "/oma-palvelu/j_spring_cas_security_check";
        var user = sandbox.user("yleistunniste");
        var ticket = CasHabit.WHOLE_LOCATION.draw(
                wire, sandbox.baseUrl() + "/cas", service, user.get("username"), user.get("password"));
        var question = "?ticket=" + ticket + "&service=" + Wire.encoded(service);

        var answer = wire.send("GET", sandbox.baseUrl() + "/cas/serviceValidate" + question, null, Map.of())
                .body();
        assertTrue(answer.contains("<cas:user>yleistunniste</cas:user>"), answer);
        assertTrue(answer.contains("<cas:oidHenkilo>" + user.get("oid") + "</cas:oidHenkilo>"), answer);
        assertTrue(wire.send("GET", sandbox.baseUrl() + "/cas/p3/proxyValidate" + question, null, Map.of())
                .body()
                .contains("code=\"INVALID_TICKET\""));
    }

    @Test
    void organisations_are_read_without_a_login() {
        var organisaatio = anonymously("/organisaatio-service/rest/organisaatio/" + TestSandbox.A);
        assertEquals(TestSandbox.A, organisaatio.get("oid").asText());
        assertTrue(organisaatio.get("nimi").hasNonNull("fi"));

        var below = anonymously("/organisaatio-service/rest/organisaatio/" + TestSandbox.A
                + "/childoids?aktiiviset=true&suunnitellut=false&lakkautetut=true&rekursiivisesti=true");
        assertEquals(2, below.get("oids").size());
        assertEquals(
                404,
                wire.send(
                                "GET",
                                sandbox.baseUrl() + "/organisaatio-service/rest/organisaatio/1.2.246.562.10.1",
                                null,
                                Map.of())
                        .statusCode());
    }

    @Test
    void codes_are_read_without_a_login_in_the_spelling_of_their_code_set() {
        var languages = anonymously("/koodisto-service/rest/json/kieli/koodi?onlyValidKoodis=false&koodistoVersio=1");
        assertEquals("FI", languages.get(0).get("koodiArvo").asText());
        var genders = anonymously("/koodisto-service/rest/json/sukupuoli/koodi?onlyValidKoodis=false");
        assertEquals(2, genders.size());
        assertEquals("FI", genders.get(0).get("metadata").get(0).get("kieli").asText());
    }

    @Test
    void the_session_of_one_service_is_no_login_at_another() {
        var user = sandbox.user("yleistunniste");
        var check = sandbox.baseUrl() + USERS + "/j_spring_cas_security_check";
        var ticket = CasHabit.LAST_SEGMENT.draw(
                wire, sandbox.baseUrl() + "/cas", check, user.get("username"), user.get("password"));
        var session = Wire.cookie(wire.send("GET", check + "?ticket=" + ticket, null, Map.of()), "JSESSIONID");

        var answer = wire.send("GET", sandbox.baseUrl() + REGISTRY + "/cas/prequel", null, Map.of("Cookie", session));

        assertEquals(302, answer.statusCode());
        assertFalse(Wire.cookie(answer, "JSESSIONID").equals(session));
    }
}
