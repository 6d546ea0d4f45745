package io.opintosandbox.control;

import static io.opintosandbox.testing.TestSandbox.haku;
import static io.opintosandbox.testing.TestSandbox.someone;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import io.opintosandbox.testing.TestSandbox;
import io.restassured.response.Response;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Calls that go wrong on purpose: control-api.md, "faults". */
class FaultsTest {
    @RegisterExtension
    static final TestSandbox sandbox = new TestSandbox();

    private static final String HAS_HETU = "/henkilo/current/hasHetu";

    private static String token;

    /** Before any fault, because faults strike logins too. */
    @BeforeAll
    static void log_in() {
        token = sandbox.token("yleistunniste", sandbox.user("yleistunniste").get("clientSecret"));
    }

    private static Response hasHetu() {
        return sandbox.anonymous().header("Authorization", "Bearer " + token).get(TestSandbox.REGISTRY + HAS_HETU);
    }

    @AfterEach
    void nothing_goes_wrong_any_more() {
        sandbox.control().delete("/faults").then().statusCode(204);
    }

    @Test
    void a_status_strikes_the_next_call_once_in_the_registrys_plain_form() {
        add("{\"effect\":{\"status\":503}}");

        hasHetu()
                .then()
                .statusCode(503)
                .body("error", equalTo("Service Unavailable"))
                .body("message", nullValue());
        hasHetu().then().statusCode(200);

        sandbox.control().get("/faults").then().body("struck", contains(1)).body("times", contains(1));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{}                                                                          | 503",
                "{\"method\":\"GET\"}                                                        | 503",
                "{\"method\":\"POST\"}                                                       | 200",
                "{\"path\":\"/oppijanumerorekisteri-service/henkilo\"}                       | 503",
                "{\"path\":\"/oppijanumerorekisteri-service/yleistunniste\"}                 | 200",
                "{\"path\":\"*/current/*\"}                                                  | 503",
                "{\"path\":\"/current/*\"}                                                   | 200",
                "{\"username\":\"YLEISTUNNISTE\"}                                            | 503",
                "{\"username\":\"yleistunniste2\"}                                           | 200",
            })
    void only_calls_that_match_are_struck(String match, int status) {
        add("{\"match\":" + match + ",\"effect\":{\"status\":503}}");

        hasHetu().then().statusCode(status);
    }

    @Test
    void a_fault_strikes_as_often_as_it_says_and_never_the_sandbox_itself() {
        add("{\"effect\":{\"status\":500},\"times\":2}");

        sandbox.control().get("/status").then().statusCode(200);
        hasHetu().then().statusCode(500);
        hasHetu().then().statusCode(500);
        hasHetu().then().statusCode(200);
    }

    @ParameterizedTest
    @CsvSource({
        "POST, /kayttooikeus-service/oauth2/token",
        "POST, /cas/v1/tickets",
        "GET,  /oppijanumerorekisteri-service/actuator/health",
        "GET,  /oppijanumerorekisteri-service/henkilo/current/hasHetu",
    })
    void a_status_strikes_logins_and_callers_whom_nobody_knows_too(String method, String path) {
        add("{\"match\":{\"path\":\"" + path + "\"},\"effect\":{\"status\":503}}");

        sandbox.anonymous().request(method, path).then().statusCode(503).header("Location", nullValue());
        sandbox.control().get("/faults").then().body("struck", contains(1));
    }

    @Test
    void vtj_is_down_for_everybody_or_not_at_all() {
        sandbox.control()
                .body("{\"match\":{\"username\":\"yleistunniste\"},\"effect\":{\"vtj\":\"down\"}}")
                .post("/faults")
                .then()
                .statusCode(400)
                .body("field", equalTo("/match"));
    }

    @Test
    void vtj_is_down_until_the_fault_is_deleted_or_for_as_many_queries_as_it_says() {
        var pelle = sandbox.vtjHas(someone("Pelle", "Peloton"));
        // Identification in the background asks VTJ too, and must not take the query that is to fail.
        sandbox.control().body("{\"mode\":\"fixed\"}").put("/clock");
        sandbox.settle();
        var id = add("{\"effect\":{\"vtj\":\"down\"}}");
        sandbox.hae(haku(pelle)).then().statusCode(500);
        sandbox.hae(haku(pelle)).then().statusCode(500);
        sandbox.control().get("/faults").then().body("struck", contains(2)).body("times[0]", nullValue());
        sandbox.control().delete("/faults/" + id).then().statusCode(204);

        add("{\"effect\":{\"vtj\":\"down\"},\"times\":1}");
        sandbox.hae(haku(pelle)).then().statusCode(500);
        sandbox.hae(haku(pelle)).then().statusCode(200);
        sandbox.control().body("{\"mode\":\"running\"}").put("/clock");
    }

    @Test
    void faults_are_gone_after_a_reset() {
        add("{\"effect\":{\"vtj\":\"down\"}}");

        sandbox.reset();
        log_in();

        sandbox.control().get("/faults").then().body("size()", equalTo(0));
    }

    private static int add(String fault) {
        return sandbox.control()
                .body(fault)
                .post("/faults")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }
}
