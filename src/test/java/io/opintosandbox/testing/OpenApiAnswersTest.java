package io.opintosandbox.testing;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.restassured.http.ContentType;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** An answer that the document does not know is noticed, and the message says where to look. */
class OpenApiAnswersTest {
    private static final String JSON = "application/json";
    private static final String HAE = "/yleistunniste/hae";
    private static final String OID = "1.2.246.562.98.29067329390";

    @RegisterExtension
    static final TestSandbox sandbox = new TestSandbox();

    @Test
    void a_good_answer_passes() {
        passes("POST", HAE, 200, JSON, "{\"oid\":\"" + OID + "\",\"oppijanumero\":null}");
        passes("POST", HAE + "/", 409, JSON, plainError(409, "Conflict"));
        passes("DELETE", "/henkilo/" + OID, 200, null, "");
        passes("GET", "/s2s/oidByHetu/010866-9260", 200, "text/plain;charset=UTF-8", OID);
        passes("GET", "/s2s/oidByHetu/010866-9260", 200, JSON, OID);
        passes("GET", "/henkilo/current/asiointiKieli", 200, "text/plain;charset=UTF-8", "fi");
        passes("DELETE", "/henkilo/" + OID + "/identification/email/a/b", 200, JSON, "[]");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{\"oid\":\"1.2.246.562.98.29067329390\"}                        | oppijanumero",
                "{\"oid\":\"1.2.246.562.98.29067329390\",\"oppijanumero\":1}     | /oppijanumero",
                "{\"oid\":\"1.2.246.562.98.29067329390\",\"oppijanumero\":null,\"x\":1} | 'x'",
                "{\"oid\":null,\"oppijanumero\":null}                             | /oid",
                "{\"oid\":                                                       | no JSON",
                "\"text\"                                                        | (root)",
            })
    void a_body_that_does_not_fit_is_named_with_its_place(String body, String told) {
        var message = fails("POST", HAE, 200, JSON, body);

        assertThat(message, containsString("POST /yleistunniste/hae answered 200"));
        assertThat(message, containsString(told));
    }

    @Test
    void a_status_a_type_or_a_path_that_is_not_documented_is_noticed() {
        assertThat(fails("POST", HAE, 201, JSON, "{}"), containsString("the status is not documented"));
        assertThat(
                fails("POST", HAE, 200, "application/json;charset=UTF-8", "{}"),
                containsString("application/json;charset=UTF-8 is not documented"));
        assertThat(fails("POST", HAE, 200, JSON, ""), containsString("empty"));
        assertThat(fails("DELETE", "/henkilo/" + OID, 200, JSON, "{}"), containsString("not documented"));
        assertThat(fails("GET", "/tuntematon", 200, JSON, "{}"), containsString("no such operation"));
        assertThat(fails("HEAD", "/henkilo/" + OID, 200, JSON, "{}"), containsString("HEAD has a body"));
        assertThat(fails("GET", "/s2s/oidByHetu/x", 200, JSON, "\"" + OID + "\""), containsString("quotation marks"));
    }

    @Test
    void an_error_in_the_form_of_another_status_is_noticed() {
        assertThat(fails("POST", HAE, 404, JSON, plainError(409, "Conflict")), containsString("/status"));
        assertThat(fails("POST", HAE, 400, JSON, plainError(400, "Bad Request")), containsString("exception"));
        assertThat(fails("GET", "/tuntematon", 404, JSON, plainError(404, "Nowhere")), containsString("/error"));
    }

    @Test
    void keys_in_another_order_are_noticed() {
        assertThat(
                fails("POST", HAE, 200, JSON, "{\"oppijanumero\":null,\"oid\":\"" + OID + "\"}"),
                containsString("(root) has its keys in the order [oppijanumero, oid]"));
        assertThat(
                fails(
                        "GET",
                        "/henkilo/" + OID + "/identification",
                        200,
                        JSON,
                        "[{\"idpEntityId\":\"email\",\"identifier\":\"a\"}]"),
                containsString("/0 has its keys"));
    }

    @Test
    void what_is_excused_passes() {
        passes("GET", "/henkilo/" + OID, 503, JSON, "{}");
        passes("GET", "/henkilo/%00", 400, "text/html;charset=iso-8859-1", "<html>");
        passes("OPTIONS", "/henkilo/" + OID, 200, null, "");
    }

    @Test
    void every_request_of_the_sandbox_is_held_to_the_document() {
        sandbox.anonymous().get(TestSandbox.REGISTRY + "/tuntematon").then().statusCode(302);
        sandbox.control()
                .body("{\"match\":{\"path\":\"" + TestSandbox.REGISTRY + HAE + "\"},\"effect\":{\"status\":403}}")
                .post("/faults")
                .then()
                .statusCode(201);
        var request = sandbox.as("yleistunniste").contentType(ContentType.JSON).body("{}");

        var failure = assertThrows(AssertionError.class, () -> request.post(HAE));

        assertThat(failure.getMessage(), containsString("POST /yleistunniste/hae answered 403"));
    }

    private static String plainError(int status, String reason) {
        return "{\"timestamp\":1,\"status\":" + status + ",\"error\":\"" + reason + "\",\"path\":\"/x\"}";
    }

    private static void passes(String method, String path, int status, String contentType, String body) {
        assertDoesNotThrow(() -> OpenApiAnswers.check(
                method, TestSandbox.REGISTRY + path, status, contentType, body.getBytes(StandardCharsets.UTF_8)));
    }

    private static String fails(String method, String path, int status, String contentType, String body) {
        return assertThrows(
                        AssertionError.class,
                        () -> OpenApiAnswers.check(
                                method,
                                TestSandbox.REGISTRY + path,
                                status,
                                contentType,
                                body.getBytes(StandardCharsets.UTF_8)))
                .getMessage();
    }
}
