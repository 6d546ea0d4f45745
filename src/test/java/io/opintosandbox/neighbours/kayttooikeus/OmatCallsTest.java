package io.opintosandbox.neighbours.kayttooikeus;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import io.opintosandbox.json.Json;
import io.opintosandbox.testing.TestSandbox;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the user service tells callers about themselves: neighbours.md 1.2. */
class OmatCallsTest {
    @RegisterExtension
    static final TestSandbox sandbox = new TestSandbox();

    private final UserService service = new UserService(sandbox);

    @Test
    void own_rights_are_listed_by_organisation() throws IOException {
        var answer = service.as("henkilonluku").get("/henkilo/current/omattiedot");

        answer.then()
                .statusCode(200)
                .contentType("application/json")
                .body("oidHenkilo", equalTo("1.2.246.562.98.90000000100"))
                .body("kayttajaTyyppi", equalTo("VIRKAILIJA"))
                .body("organisaatiot", hasSize(1))
                .body("organisaatiot[0].organisaatioOid", equalTo(TestSandbox.A))
                .body("organisaatiot[0].kayttooikeudet", hasSize(1))
                .body("organisaatiot[0].kayttooikeudet[0].palvelu", equalTo("OPPIJANUMEROREKISTERI"))
                .body("organisaatiot[0].kayttooikeudet[0].oikeus", equalTo("READ"))
                .body("anomusilmoitus", hasSize(0))
                .body("mfaProvider", nullValue());
        assertEquals(
                List.of(
                        "oidHenkilo",
                        "username",
                        "kayttajaTyyppi",
                        "organisaatiot",
                        "isAdmin",
                        "isMiniAdmin",
                        "anomusilmoitus",
                        "mfaProvider",
                        "idpEntityId"),
                names(Json.tree(answer.asByteArray())));
    }

    @ParameterizedTest
    @CsvSource({
        "rekisterinpitaja, true, true",
        "rekisterinpitaja2, false, false",
        "duplikaattiluku, false, true",
        "henkilonluku, false, false",
        "eioikeuksia, false, false"
    })
    void a_register_keeper_at_the_root_is_admin_and_any_right_there_makes_a_small_one(
            String username, boolean admin, boolean miniAdmin) {
        service.as(username)
                .get("/henkilo/current/omattiedot")
                .then()
                .body("isAdmin", equalTo(admin))
                .body("isMiniAdmin", equalTo(miniAdmin));
    }

    @Test
    void cas_me_tells_groups_and_the_same_as_text() {
        var oid = service.clerk("minakysyn", TestSandbox.A, UserService.READ);
        var app = "APP_OPPIJANUMEROREKISTERI";

        service.as("minakysyn")
                .get("/cas/me")
                .then()
                .statusCode(200)
                .body("uid", equalTo("minakysyn"))
                .body("oid", equalTo(oid))
                .body("lastName", equalTo("minakysyn"))
                .body("lang", equalTo("fi"))
                .body("groups", contains(app, app + "_READ", app + "_READ_" + TestSandbox.A, "LANG_fi", "VIRKAILIJA"))
                .body(
                        "roles",
                        equalTo("[\"" + app + "\",\"" + app + "_READ\",\"" + app + "_READ_" + TestSandbox.A
                                + "\",\"LANG_fi\",\"USER_minakysyn\",\"VIRKAILIJA\"]"));
    }

    @Test
    void cas_myroles_is_sorted_and_ends_with_who_it_is() {
        service.as("eioikeuksia")
                .get("/cas/myroles")
                .then()
                .statusCode(200)
                .body("", contains("LANG_fi", "PALVELU", "USER_eioikeuksia"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"GET", "POST"})
    void prequel_answers_ok_in_quotes(String method) {
        service.as("eioikeuksia")
                .request(method, "/cas/prequel")
                .then()
                .statusCode(200)
                .body(equalTo("\"ok\""));
    }

    private static List<String> names(JsonNode node) {
        List<String> names = new ArrayList<>();
        node.fieldNames().forEachRemaining(names::add);
        return names;
    }
}
