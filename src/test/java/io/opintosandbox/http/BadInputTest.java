package io.opintosandbox.http;

import static io.opintosandbox.testing.TestSandbox.haku;
import static io.opintosandbox.testing.TestSandbox.someone;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.opintosandbox.json.Json;
import io.opintosandbox.testing.TestSandbox;
import io.opintosandbox.vtj.VtjHenkilo;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a body may be and what it may not: registry-api.md 1, 1.1, 1.2 and 2. */
class BadInputTest {
    @RegisterExtension
    static final TestSandbox sandbox = new TestSandbox();

    private static final String HAE = "/yleistunniste/hae";
    private static final String UNREADABLE = "org.springframework.http.converter.HttpMessageNotReadableException";
    private static final String INVALID = "org.springframework.web.bind.MethodArgumentNotValidException";

    private static String token;

    @BeforeAll
    static void log_in() {
        token = sandbox.token("yleistunniste", sandbox.user("yleistunniste").get("clientSecret"));
    }

    private static RequestSpecification as() {
        return sandbox.anonymous().basePath(TestSandbox.REGISTRY).header("Authorization", "Bearer " + token);
    }

    private static Response post(String body) {
        return post(body.getBytes(StandardCharsets.UTF_8));
    }

    private static Response post(byte[] body) {
        return as().contentType(ContentType.JSON).body(body).post(HAE);
    }

    private static ValidatableResponse assertRich(String exception, Response answer) {
        assertEquals(
                List.of("timestamp", "status", "error", "exception", "message", "path"),
                List.copyOf(answer.jsonPath().getMap("").keySet()));
        return answer.then()
                .statusCode(400)
                .header("Content-Type", "application/json")
                .body("error", equalTo("Bad Request"))
                .body("exception", equalTo(exception))
                .body("path", equalTo(TestSandbox.REGISTRY + HAE));
    }

    private static String known() {
        return Json.write(haku(sandbox.vtjHas(someone("Syöte Sylvi", "Koettelija"))));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{",
                "{]",
                "hello",
                "{\"hetu\":}",
                "{'hetu':'x'}",
                "[]",
                "\"text\"",
                "5",
                "true",
                "{\"hetu\":{}}",
                "{\"hetu\":[]}",
                "{\"hetu\":\"\\ud83d\"}",
                "{\"hetu\":\"\\udc00x\"}",
                "{\"etunimet\":\"a\\u0000b\"}",
                "{} x",
                "{}{}",
                "{\"hetu\":\"\n\"}"
            })
    void what_is_not_the_json_that_it_should_be_is_unreadable(String body) {
        assertRich(UNREADABLE, post(body)).body("message", startsWith("JSON parse error: "));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "null", " null "})
    void a_body_that_says_nothing_is_missing(String body) {
        assertRich(UNREADABLE, post(body)).body("message", startsWith("Required request body is missing: "));
    }

    @Test
    void bytes_that_are_no_utf_8_are_unreadable() {
        assertRich(UNREADABLE, post("{\"etunimet\":\"Päivi\"}".getBytes(StandardCharsets.ISO_8859_1)))
                .body("message", containsString("Invalid UTF-8"));
    }

    @Test
    void deep_nesting_is_unreadable_and_no_error_of_the_server() {
        assertRich(UNREADABLE, post("[".repeat(100_000)));
        assertRich(UNREADABLE, post("{\"x\":".repeat(100_000)));
    }

    @Test
    void a_very_long_number_or_name_is_no_error_of_the_server() {
        assertEquals(400, post("{\"hetu\":" + "9".repeat(100_000) + "}").statusCode());
        assertEquals(400, post("{\"" + "k".repeat(100_000) + "\":1}").statusCode());
        assertEquals(
                400, post("{\"etunimet\":\"" + "a".repeat(1_000_000) + "\"}").statusCode());
    }

    @Test
    void a_byte_order_mark_is_skipped() {
        var body = new ByteArrayOutputStream();
        body.writeBytes(new byte[] {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF});
        body.writeBytes(known().getBytes(StandardCharsets.UTF_8));

        post(body.toByteArray()).then().statusCode(200);
    }

    @Test
    void unknown_fields_are_ignored_and_of_repeated_ones_the_last_counts() {
        var aku = sandbox.vtjHas(someone("Toisto Tiina", "Kertaaja"));
        var template = "{\"x\":{\"y\":[1,null]},\"hetu\":\"garbage\",\"sukunimi\":5,\"hetu\":\"%s\","
                + "\"sukunimi\":\"Kertaaja\",\"kutsumanimi\":\"Toisto\",\"etunimet\":\"Toisto Tiina\"}";

        post(template.formatted(aku.hetu())).then().statusCode(200);
        post("{\"sukunimi\":\"Kertaaja\",\"kutsumanimi\":\"Toisto\",\"etunimet\":\"Toisto Tiina\",\"hetu\":\"garbage\","
                        + "\"hetu\":\"" + aku.hetu() + "\"}")
                .then()
                .statusCode(200);
    }

    @Test
    void a_number_stands_for_its_digits_where_text_is_expected() {
        assertRich(INVALID, post("{\"etunimet\":1,\"kutsumanimi\":1,\"sukunimi\":true,\"hetu\":123}"))
                .body("message", allOf(containsString("on field 'hetu'"), containsString("rejected value [123]")))
                .body("message", containsString("default message [invalid.hetu]"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "etunimet    | ''    | Cannot be empty",
                "etunimet    | null  | Cannot be empty",
                "etunimet    | ' '   | Invalid pattern. Must contain an alphabetic character.",
                "kutsumanimi | ''    | Cannot be empty",
                "kutsumanimi | null  | Cannot be empty",
                "kutsumanimi | ' '   | Invalid pattern. Must contain an alphabetic character",
                "sukunimi    | ''    | Cannot be empty",
                "sukunimi    | null  | Cannot be empty",
                "sukunimi    | ' '   | Invalid pattern. Must contain an alphabetic character",
                "hetu        | ''    | Cannot be empty",
                "hetu        | null  | Cannot be empty",
                "hetu        | ' '   | invalid.hetu"
            })
    void an_empty_or_blank_field_is_named(String field, String value, String message) {
        var fields = new java.util.HashMap<>(haku(someone("Tyhjä Tytti", "Kenttä")));
        fields.put(field, value.equals("null") ? null : value);

        assertRich(INVALID, post(Json.write(fields)))
                .body("message", startsWith("Validation failed for argument [0] in "))
                .body(
                        "message",
                        containsString("Field error in object 'henkiloExistenceCheckDto' on field '" + field + "'"))
                .body("message", containsString("default message [" + message + "]"));
    }

    @Test
    void an_empty_object_breaks_every_rule() {
        assertRich(INVALID, post("{}"))
                .body(
                        "message",
                        allOf(
                                containsString("on field 'etunimet'"),
                                containsString("on field 'kutsumanimi'"),
                                containsString("on field 'sukunimi'"),
                                containsString("on field 'hetu'")));
    }

    @Test
    void names_of_any_script_and_emoji_are_names() {
        for (var name : List.of("😀 👩🏽‍💻", "Шура Мария", "美 子", "Ñandú Ó", "O'Neill Ann-Marie")) {
            VtjHenkilo henkilo = sandbox.vtjHas(someone(name, "Sukunimi" + name.replace(" ", "")));
            post(Json.write(haku(henkilo))).then().statusCode(200).body("oid", notNullValue());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"text/plain", "application/x-www-form-urlencoded", "application/xml", "garbage", "json"})
    void a_body_of_another_kind_is_415_and_says_which_are_taken(String contentType) {
        var answer = RawHttp.exchange(
                sandbox.port(),
                "POST",
                TestSandbox.REGISTRY + HAE,
                known(),
                "Authorization: Bearer " + token,
                "Content-Type: " + contentType);

        assertUnsupported(answer);
    }

    @Test
    void a_body_of_no_kind_is_415() {
        assertUnsupported(RawHttp.exchange(
                sandbox.port(), "POST", TestSandbox.REGISTRY + HAE, known(), "Authorization: Bearer " + token));
    }

    @ParameterizedTest
    @CsvSource({"PUT,/henkilo", "POST,/s2s/changedSince/eilen"})
    void a_body_of_another_kind_is_told_before_a_parameter_that_makes_no_sense(String method, String path) {
        var answer = RawHttp.exchange(
                sandbox.port(),
                method,
                TestSandbox.REGISTRY + path,
                "x",
                "Authorization: Bearer " + token,
                "External-Permission-Service: FOO",
                "Content-Type: text/plain");

        assertEquals("HTTP/1.1 415 ", answer.statusLine());
    }

    private static void assertUnsupported(RawHttp.Answer answer) {
        assertEquals("HTTP/1.1 415 ", answer.statusLine());
        assertEquals(List.of("application/json, application/yaml, application/*+json"), answer.headers("Accept"));
        assertEquals(
                "{\"timestamp\":0,\"status\":415,\"error\":\"Unsupported Media Type\",\"path\":\""
                        + TestSandbox.REGISTRY + HAE + "\"}",
                answer.body().replaceFirst("\\d{13}", "0"));
        assertEquals(List.of("chunked"), answer.headers("Transfer-Encoding"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"application/json", "application/json;charset=UTF-8", "APPLICATION/JSON ; charset=utf-8"})
    void json_may_be_spelled_in_many_ways(String contentType) {
        var answer = RawHttp.exchange(
                sandbox.port(),
                "POST",
                TestSandbox.REGISTRY + HAE,
                known(),
                "Authorization: Bearer " + token,
                "Content-Type: " + contentType);

        assertEquals(200, answer.status());
    }

    @Test
    void the_fields_of_an_import_are_named_with_their_row() {
        var good = haku(someone("Rivi Riikka", "Hyvä"));
        var body = Map.of(
                "sahkoposti",
                "no mail",
                "henkilot",
                List.of(Map.of("tunniste", "a", "henkilo", good), Map.of("tunniste", " ", "henkilo", Map.of())));

        as().contentType(ContentType.JSON)
                .body(Json.write(body))
                .put("/yleistunniste")
                .then()
                .statusCode(400)
                .body("exception", equalTo(INVALID))
                .body(
                        "message",
                        allOf(
                                containsString("on field 'sahkoposti'"),
                                containsString("on field 'henkilot[1].tunniste'"),
                                containsString("on field 'henkilot[1].henkilo.hetu'")));
    }
}
