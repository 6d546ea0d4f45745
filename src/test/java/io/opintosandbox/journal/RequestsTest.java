package io.opintosandbox.journal;

import static io.opintosandbox.testing.TestSandbox.REGISTRY;
import static io.opintosandbox.testing.TestSandbox.haku;
import static io.opintosandbox.testing.TestSandbox.someone;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.opintosandbox.json.Json;
import io.opintosandbox.testing.TestSandbox;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The journal as its readers ask for it: control-api.md, "requests". */
class RequestsTest {
    @RegisterExtension
    static final TestSandbox sandbox = new TestSandbox();

    @BeforeEach
    void nobody_has_called() {
        sandbox.reset();
    }

    private static ValidatableResponse requests(String query) {
        return sandbox.control().get("/requests" + query).then().statusCode(200);
    }

    @Test
    void a_call_is_there_with_all_that_went_over_the_wire_as_soon_as_it_is_answered() {
        var henkilo = sandbox.vtjHas(someone("Anna Maria", "Kutsuja"));

        var answer = sandbox.as("yleistunniste")
                .header("Caller-Id", "1.2.246.562.10.00000000001.testi")
                .contentType(ContentType.JSON)
                .body(Json.write(haku(henkilo)))
                .post("/yleistunniste/hae?x=1");

        requests("?path=" + REGISTRY)
                .body("", hasSize(1))
                .body("[0].world", equalTo("default"))
                .body("[0].username", equalTo("yleistunniste"))
                .body("[0].method", equalTo("POST"))
                .body("[0].path", equalTo(REGISTRY + "/yleistunniste/hae"))
                .body("[0].query", equalTo("x=1"))
                .body("[0].headers.Caller-Id", contains("1.2.246.562.10.00000000001.testi"))
                .body("[0].headers.Authorization", contains(matchesPattern("Bearer \\*{4}[0-9a-f]{8}")))
                .body("[0].body", equalTo(Json.write(haku(henkilo))))
                .body("[0].status", equalTo(200))
                .body("[0].responseHeaders.Content-Type", contains("application/json"))
                .body("[0].responseBody", equalTo(answer.asString()))
                .body("[0].why", not(hasSize(0)))
                .body("[0].nearest", nullValue())
                .body("[0].unknownFields", hasSize(0))
                .body("[0].truncated", equalTo(false));
    }

    @Test
    void logins_neighbours_and_unknown_paths_are_there_the_sandboxs_own_calls_and_pages_are_not() {
        sandbox.anonymous().post("/cas/v1/tickets");
        sandbox.anonymous().get("/koodisto-service/x");
        sandbox.anonymous().get("/yleistunniste/hae");
        sandbox.anonymous().get("/");
        sandbox.anonymous().get("/sandbox/status");
        sandbox.anonymous().get(REGISTRY + "/swagger-ui/page.css");
        sandbox.anonymous().get(REGISTRY + "/v3/api-docs");

        requests("")
                .body(
                        "path",
                        contains(
                                "/cas/v1/tickets",
                                "/koodisto-service/x",
                                "/yleistunniste/hae",
                                REGISTRY + "/v3/api-docs"));
    }

    @ParameterizedTest
    @CsvSource({
        "POST, /yleistunniste/hae,                               POST /oppijanumerorekisteri-service/yleistunniste/hae",
        "POST, /oppijanumerorekisteri/yleistunniste/hae,         POST /oppijanumerorekisteri-service/yleistunniste/hae",
        "POST, /oppijanumerorekisteri-service/yleistunniste/hea, POST /oppijanumerorekisteri-service/yleistunniste/hae",
        "GET,  /oppijanumerorekisteri-service/yleistunniste,     PUT /oppijanumerorekisteri-service/yleistunniste",
        "POST, /kayttooikeus-service/oauth2/tokens,              POST /kayttooikeus-service/oauth2/token",
        "POST, /cas/v1/ticket,                                   POST /cas/v1/tickets",
    })
    void a_call_that_nothing_answers_is_told_what_it_may_have_meant(String method, String path, String nearest) {
        sandbox.as("yleistunniste").basePath("").request(method, path);

        requests("?path=" + path).body("[0].nearest", equalTo(nearest));
    }

    @Test
    void fields_that_the_registry_does_not_know_are_named_wherever_they_stand() {
        var henkilo = Json.object().put("hetu", "010190-901R").put("etunimi", "Aku");
        var row = Json.object().put("tunniste", "1").put("lisa", true);
        row.set("henkilo", henkilo);
        row.set("muu", Json.object().put("a", 1));
        var body = Json.object().put("sahkoposti", "a@example.com").put("extra", 1);
        body.set("henkilot", Json.node(new Object[] {row, row}));

        sandbox.as("yleistunniste")
                .contentType(ContentType.JSON)
                .body(body.toString())
                .put("/yleistunniste");

        requests("?path=*/yleistunniste")
                .body("[0].unknownFields", hasItem("/extra"))
                .body("[0].unknownFields", hasItem("/henkilot/0/lisa"))
                .body("[0].unknownFields", hasItem("/henkilot/1/muu"))
                .body("[0].unknownFields", hasItem("/henkilot/1/henkilo/etunimi"))
                .body("[0].unknownFields", not(hasItem("/henkilot/0/tunniste")));
    }

    @Test
    void of_a_body_the_first_64_kilobytes_are_kept() {
        var body = "{\"x\":\"" + "ä".repeat(100_000) + "\"}";

        sandbox.as("yleistunniste").contentType(ContentType.JSON).body(body).post("/yleistunniste/hae");

        requests("?path=" + REGISTRY)
                .body("[0].truncated", equalTo(true))
                .body("[0].body.length()", greaterThan(32_000))
                .body("[0].body", matchesPattern("\\{\"x\":\"ä+"));
    }

    @Test
    void calls_are_counted_found_by_id_and_forgotten() {
        sandbox.anonymous().get(REGISTRY + "/henkilo/current/asiointiKieli");
        sandbox.anonymous().get("/nowhere");
        var id = requests("?limit=1")
                .body("path", contains("/nowhere"))
                .extract()
                .<Integer>path("[0].id");

        sandbox.control()
                .get("/requests/count?status=302")
                .then()
                .body("count", equalTo(1))
                .body("dropped", equalTo(0));
        sandbox.control().get("/requests/" + id).then().statusCode(200).body("path", equalTo("/nowhere"));
        requests("?since=" + id).body("", hasSize(0));
        sandbox.control().delete("/requests").then().statusCode(204);
        requests("").body("", hasSize(0));
        sandbox.control().get("/requests/" + id).then().statusCode(404).body("error", equalTo("not.found"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "GET  | /requests?user=x        |                             | username",
                "GET  | /requests/count?limit=1 |                             | since, path",
                "GET  | /requests?status=4x     |                             | 4xx",
                "GET  | /requests?since=x       |                             | id of an entry",
                "GET  | /requests?limit=-1      |                             | whole number",
                "POST | /requests/wait          | {\"match\":[]}              | object",
                "POST | /requests/wait          | {\"match\":{\"pth\":\"/\"}} | method, path",
                "POST | /requests/wait          | {\"match\":{\"status\":7}}  | 4xx",
                "POST | /requests/wait          | {\"atLeast\":-1}            | whole number",
                "POST | /requests/wait          | {\"timeout\":\"PT61S\"}     | PT1M",
            })
    void a_question_that_cannot_be_understood_is_refused(String method, String path, String body, String says) {
        sandbox.control()
                .body(body == null ? "" : body)
                .request(method, path)
                .then()
                .statusCode(400)
                .body("message", containsString(says));
    }

    @Test
    void whoever_waits_is_answered_by_the_call_that_comes() throws Exception {
        var question =
                Json.write(Map.of("match", Map.of("path", "/later", "status", 404), "atLeast", 2, "timeout", "PT20S"));
        var waiting = CompletableFuture.supplyAsync(
                () -> sandbox.control().body(question).post("/requests/wait"));

        sandbox.anonymous().get("/later");
        sandbox.anonymous().get("/later");

        waiting.get(20, TimeUnit.SECONDS)
                .then()
                .statusCode(200)
                .body("count", equalTo(2))
                .body("requests.path", contains("/later", "/later"));
    }

    @Test
    void whoever_waits_in_vain_is_told_so() {
        sandbox.control()
                .body("{\"match\":{\"path\":\"/never\"},\"timeout\":\"PT0.05S\"}")
                .post("/requests/wait")
                .then()
                .statusCode(409)
                .body("error", equalTo("wait.timeout"))
                .body("message", containsString("Only 0 of 1"));
    }

    @Test
    void a_client_that_has_its_answer_finds_its_call() {
        for (int i = 1; i <= 300; i++) {
            sandbox.anonymous().get("/nowhere/" + i);
            assertEquals(i, sandbox.control().get("/requests/count").<Integer>path("count"));
        }
    }
}
