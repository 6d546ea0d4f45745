package io.opintosandbox.http;

import static io.opintosandbox.testing.TestSandbox.REGISTRY;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.opintosandbox.access.Visitor;
import io.opintosandbox.testing.TestSandbox;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Paths and methods that nothing answers, and the order of checks: registry-api.md 1 and 1.1. */
class PathsTest {
    @RegisterExtension
    static final TestSandbox sandbox = new TestSandbox();

    private static final String JSON = "Content-Type: application/json";

    private static String yleistunniste;
    private static String norole;

    @BeforeAll
    static void log_in() {
        yleistunniste = "Authorization: Bearer "
                + sandbox.token("yleistunniste", sandbox.user("yleistunniste").get("clientSecret"));
        norole = "Authorization: Bearer " + sandbox.token(sandbox.userWith("norole-paths", Map.of()), "salasana");
    }

    private static RawHttp.Answer send(String method, String path, String body, String... headers) {
        return RawHttp.exchange(sandbox.port(), method, REGISTRY + path, body, headers);
    }

    private static String plain(int status, String error, String path) {
        return "{\"timestamp\":0,\"status\":" + status + ",\"error\":\"" + error + "\",\"path\":\"" + REGISTRY + path
                + "\"}";
    }

    @ParameterizedTest
    @CsvSource({
        "GET, /no/such/path",
        "GET, /",
        "POST, /yleistunniste/unknown",
        "PUT, /yleistunniste/unknown/deeper",
        "DELETE, /x",
        "PATCH, /x",
        "GET, /yleistunniste/hae/a/b",
        "GET, /%C3%A4%20b"
    })
    void an_unknown_path_is_404_in_the_plain_form(String method, String path) {
        var answer = send(method, path, null, norole);

        assertEquals("HTTP/1.1 404 ", answer.statusLine());
        assertEquals(plain(404, "Not Found", path), answer.body().replaceFirst("\\d{13}", "0"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"tuonti=", "tuonti%3D", "tuonti%3d"})
    void an_encoded_equals_sign_in_a_path_is_an_equals_sign(String prefix) {
        var aku = TestSandbox.someone("Aku", "Malli");
        var id = sandbox.startImport(List.of(TestSandbox.row("1", TestSandbox.haku(aku))));
        var path = "/yleistunniste/" + prefix + id + "/perustiedot";

        assertEquals(200, send("GET", path, null, yleistunniste).status());
        assertEquals(
                "GET,HEAD,OPTIONS",
                send("OPTIONS", path, null, yleistunniste).header("Allow").orElseThrow());
        var wrong = send("DELETE", path, null, yleistunniste);
        assertEquals(plain(405, "Method Not Allowed", path), wrong.body().replaceFirst("\\d{13}", "0"));
    }

    @Test
    void a_path_that_only_begins_like_the_registrys_is_outside_of_it() {
        var answer = RawHttp.exchange(sandbox.port(), "GET", REGISTRY + "x", null);

        assertEquals(404, answer.status());
        assertEquals(List.of("text/html;charset=UTF-8"), answer.headers("Content-Type"));
    }

    @Test
    void head_on_a_path_without_get_is_a_wrong_method() {
        var answer = send("HEAD", "/yleistunniste/hae", null, yleistunniste);

        assertEquals(405, answer.status());
        assertEquals(List.of("POST"), answer.headers("Allow"));
    }

    @Test
    void the_path_in_an_error_has_no_query() {
        assertEquals(
                plain(404, "Not Found", "/x"),
                send("GET", "/x?a=b", null, yleistunniste).body().replaceFirst("\\d{13}", "0"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "GET    | /yleistunniste/hae               | POST",
                "PUT    | /yleistunniste/hae               | POST",
                "DELETE | /yleistunniste/hae               | POST",
                "PATCH  | /yleistunniste/hae               | POST",
                "GET    | /yleistunniste                   | PUT",
                "POST   | /yleistunniste                   | PUT",
                "POST   | /yleistunniste/hae/1.2.3         | GET",
                "DELETE | /yleistunniste/tuonti=1          | GET,POST",
                "PUT    | /yleistunniste/tuonti=1/perustiedot | GET",
                "POST   | /henkilo/current/hasHetu         | GET"
            })
    void a_wrong_method_is_405_and_says_which_are_right(String method, String path, String allowed) {
        var answer = send(method, path, null, norole);

        assertEquals("HTTP/1.1 405 ", answer.statusLine());
        assertEquals(
                List.of(allowed.split(",", -1)),
                Stream.of(answer.header("Allow").orElseThrow().split(", *", -1))
                        .sorted()
                        .toList());
        assertEquals(plain(405, "Method Not Allowed", path), answer.body().replaceFirst("\\d{13}", "0"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"//yleistunniste/hae", "/yleistunniste//hae", "/yleistunniste/hae//", "//"})
    void two_slashes_in_a_row_are_401_with_a_token(String path) {
        for (var method : List.of("GET", "POST", "OPTIONS")) {
            var answer = send(method, path, null, yleistunniste, JSON);

            assertEquals("HTTP/1.1 401 ", answer.statusLine(), method);
            assertEquals("", answer.body());
            assertEquals(List.of(), answer.headers("WWW-Authenticate"));
        }
    }

    @Test
    void two_slashes_in_a_row_do_not_go_past_the_door() {
        assertEquals(302, send("GET", "//henkilo/current/hasHetu", null).status());
        var session = "Cookie: JSESSIONID=" + new Visitor(sandbox).session("yleistunniste");
        assertEquals(
                400, send("GET", "/henkilo//current/hasHetu", null, session).status());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"/%00", "/%zz", "/%", "/yleistunniste/hae/%00", "/yleistunniste/hae/%c3%28", "/a%2", "/?%zz"})
    void a_path_that_cannot_be_read_is_the_caller_s_fault(String path) {
        var answer = send("GET", path, null, yleistunniste);

        assertTrue(answer.status() >= 400 && answer.status() < 500, path + " was " + answer.statusLine());
        assertTrue(!answer.body().contains("jetty") && !answer.body().contains("Jetty"), answer.body());
    }

    @ParameterizedTest
    @CsvSource({"/nowhere, 404", "/OPPIJANUMEROREKISTERI-SERVICE/x, 404"})
    void outside_the_base_path_is_404_as_html_and_needs_no_login(String path, int status) {
        var answer = RawHttp.get(sandbox.port(), path);

        assertEquals(status, answer.status());
        assertTrue(answer.header("Content-Type").orElseThrow().startsWith("text/html"));
    }

    @Test
    void a_method_that_a_path_of_the_contract_lacks_is_405() {
        assertEquals(405, send("PATCH", "/henkilo", null, norole).status());
    }

    /** Login before route, route before content type, that before body, body before right. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "GET  | /yleistunniste/hae      | text/plain       | {  | 405",
                "POST | /yleistunniste/unknown  | text/plain       | {  | 404",
                "POST | /yleistunniste/hae      | text/plain       | {  | 415",
                "POST | /yleistunniste/hae      | application/json | {  | 400",
                "POST | /yleistunniste/hae      | application/json | {} | 400",
                "GET  | /yleistunniste/tuonti=x |                  |    | 400",
                "GET  | /yleistunniste/tuonti=1 |                  |    | 401",
                "POST | /yleistunniste/tuonti=1 |                  |    | 401",
                "PUT  | /yleistunniste          | application/json | {} | 400"
            })
    void checks_come_in_the_published_order_for_who_has_no_right(
            String method, String path, String contentType, String body, int status) {
        var type = "Content-Type: " + contentType;

        assertEquals(
                302,
                contentType == null
                        ? send(method, path, body).status()
                        : send(method, path, body, type).status());
        assertEquals(
                status,
                contentType == null
                        ? send(method, path, body, norole).status()
                        : send(method, path, body, norole, type).status());
    }

    @Test
    void a_good_body_without_the_right_is_401() {
        var body = "{\"etunimet\":\"Aku\",\"kutsumanimi\":\"Aku\",\"sukunimi\":\"Ankka\",\"hetu\":\"010866-9260\"}";

        assertEquals(401, send("POST", "/yleistunniste/hae", body, norole, JSON).status());
    }

    @ParameterizedTest
    @CsvSource({"abc", "1.5", "99999999999999999999", "''", "+1x", "0x10"})
    void a_number_in_the_path_that_is_none_is_400_with_its_text(String number) {
        var answer = send("GET", "/yleistunniste/tuonti=" + number, null, yleistunniste);

        if (number.isEmpty()) {
            assertTrue(List.of(400, 404).contains(answer.status()));
        } else {
            assertEquals(400, answer.status());
            assertTrue(answer.body().contains("\"exception\":\"java.lang.NumberFormatException\""), answer.body());
            assertTrue(answer.body().contains("For input string: \\\"" + number + "\\\""), answer.body());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"TRACE", "CONNECT", "FOO", "PROPFIND"})
    void odd_methods_are_no_error_of_the_server(String method) {
        var answer = send(method, "/yleistunniste/hae", null, yleistunniste);

        assertTrue(answer.status() < 500, answer.statusLine());
    }
}
