package io.opintosandbox.neighbours.kayttooikeus;

import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.opintosandbox.json.Json;
import io.opintosandbox.testing.TestSandbox;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Service users are made here, and their new passwords and secrets work: neighbours.md 1.2, auth.md 2.1 and 7.1. */
class PalvelukayttajaCallsTest {
    private static final String SECRET = "(?=.*[a-z])(?=.*[A-Z])(?=.*[0-9!#$%*_+=?])[A-Za-z0-9!#$%*_+=?]{40}";
    private static final String YLEISTUNNISTE = "1.2.246.562.98.90000000019";

    @RegisterExtension
    static final TestSandbox sandbox = new TestSandbox();

    private final UserService service = new UserService(sandbox);

    @BeforeEach
    void an_account_administrator() {
        sandbox.reset();
        service.clerk("tunnushoitaja", TestSandbox.A, UserService.CRUD);
    }

    @Test
    void a_new_service_user_has_a_name_an_oid_and_no_credentials_yet() {
        var answer = make("Öljyn & Älyn oppilashallinto");

        answer.then()
                .statusCode(200)
                .body("nimi", equalTo("Öljyn & Älyn oppilashallinto"))
                .body("kayttajatunnus", equalTo("oljyn-alyn-oppilashallinto"))
                .body("oid", startsWith("1.2.246.562.98."))
                .body("oauth2Credentials", nullValue());
        assertEquals(
                Set.of("oid", "nimi", "kayttajatunnus", "oauth2Credentials"),
                answer.jsonPath().getMap("").keySet());
        keeper().get("/palvelukayttaja/" + answer.path("oid")).then().body(equalTo(answer.asString()));
        service.as("eioikeuksia")
                .get("/henkilo/" + answer.path("oid") + "/kayttajatiedot")
                .then()
                .body("sukunimi", equalTo("Öljyn & Älyn oppilashallinto"));
    }

    @Test
    void a_name_that_is_taken_gets_a_number() {
        make("Sama nimi").then().body("kayttajatunnus", equalTo("sama-nimi"));
        make("Sama nimi").then().body("kayttajatunnus", equalTo("sama-nimi-2"));
        make("Yleistunniste").then().body("kayttajatunnus", equalTo("yleistunniste-2"));
    }

    @Test
    void a_new_password_logs_in_and_the_old_one_ends() {
        String oid = make("Salasanallinen palvelu").path("oid");
        var first = newSecret(oid, "cas");
        var second = newSecret(oid, "cas");

        assertTrue(first.matches(SECRET), first);
        assertNotEquals(first, second);
        service.grant("salasanallinen-palvelu", first).then().statusCode(401);
        service.grant("salasanallinen-palvelu", second).then().statusCode(201);
    }

    @Test
    void a_new_client_secret_gets_a_token_and_the_old_one_ends() {
        var old = sandbox.user("yleistunniste").get("clientSecret");

        var secret = newSecret(YLEISTUNNISTE, "oauth2");

        assertTrue(secret.matches(SECRET), secret);
        service.askToken("yleistunniste", old).then().statusCode(401);
        var token =
                service.askToken("yleistunniste", secret).then().statusCode(200).extract();
        sandbox.anonymous()
                .header("Authorization", "Bearer " + token.path("access_token"))
                .get(TestSandbox.REGISTRY + "/henkilo/current/hasHetu")
                .then()
                .statusCode(200);
        service.grant("yleistunniste", sandbox.user("yleistunniste").get("password"))
                .then()
                .statusCode(201);
    }

    @Test
    void the_credentials_tell_who_made_them_and_when() {
        String oid = make("Kertova palvelu").path("oid");
        control("{\"now\":\"2026-03-01T08:00:00Z\"}");
        newSecret(oid, "oauth2");
        control("{\"advance\":\"P1D\"}");
        newSecret(oid, "oauth2");

        keeper().get("/palvelukayttaja/" + oid)
                .then()
                .statusCode(200)
                .body("oauth2Credentials", hasSize(1))
                .body("oauth2Credentials[0].clientId", equalTo("kertova-palvelu"))
                .body("oauth2Credentials[0].created", equalTo("2026-03-01T08:00:00Z"))
                .body("oauth2Credentials[0].updated", equalTo("2026-03-02T08:00:00Z"))
                .body("oauth2Credentials[0].kasittelija.username", equalTo("tunnushoitaja"));
    }

    @Test
    void a_ready_made_user_came_with_a_secret() {
        keeper().get("/palvelukayttaja/" + YLEISTUNNISTE)
                .then()
                .body("oauth2Credentials", hasSize(1))
                .body("oauth2Credentials[0].kasittelija", nullValue());
    }

    @ParameterizedTest
    @CsvSource({
        "GET, /palvelukayttaja/" + YLEISTUNNISTE,
        "POST, /palvelukayttaja",
        "PUT, /palvelukayttaja/" + YLEISTUNNISTE + "/cas",
        "PUT, /palvelukayttaja/" + YLEISTUNNISTE + "/oauth2"
    })
    void without_the_right_nothing_is_told_or_changed(String method, String path) {
        var before = sandbox.user("yleistunniste");

        service.as("paakayttaja")
                .body("{\"nimi\":\"Kielletty\"}")
                .request(method, path)
                .then()
                .statusCode(401)
                .body("messageKey", equalTo("error_NotAuthorizedException"));

        assertEquals(before, sandbox.user("yleistunniste"));
    }

    @Test
    void the_register_keeper_at_the_root_may_too() {
        service.as("rekisterinpitaja")
                .get("/palvelukayttaja/" + YLEISTUNNISTE)
                .then()
                .statusCode(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"1.2.246.562.98.90000000050", "1.2.246.562.98.10000000009"})
    void clerks_and_learners_are_no_service_users(String oid) {
        keeper().get("/palvelukayttaja/" + oid).then().statusCode(404);
        keeper().put("/palvelukayttaja/" + oid + "/cas").then().statusCode(404);
        keeper().put("/palvelukayttaja/" + oid + "/oauth2").then().statusCode(404);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "{\"nimi\":\" \"}", "{\"nimi\":\"Palvelu 010180-1239\"}"})
    void a_name_that_is_missing_or_holds_a_real_hetu_is_a_bad_request(String body) {
        keeper().body(body)
                .post("/palvelukayttaja")
                .then()
                .statusCode(400)
                .body("messageKey", equalTo("bad_request_illegal_argument"));
    }

    private RequestSpecification keeper() {
        return service.as("tunnushoitaja");
    }

    private Response make(String nimi) {
        return keeper().body(Json.write(Map.of("nimi", nimi))).post("/palvelukayttaja");
    }

    private String newSecret(String oid, String kind) {
        var answer = keeper().put("/palvelukayttaja/" + oid + "/" + kind);
        answer.then().statusCode(200).contentType("application/json");
        return Json.read(answer.asString(), String.class);
    }

    private void control(String body) {
        sandbox.control().body(body).put("/clock").then().statusCode(200);
    }
}
