package io.opintosandbox.http;

import static io.opintosandbox.testing.TestSandbox.REGISTRY;
import static io.opintosandbox.testing.TestSandbox.haku;
import static io.opintosandbox.testing.TestSandbox.someone;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.opintosandbox.json.Json;
import io.opintosandbox.testing.TestSandbox;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** How answers look on the wire: registry-api.md 1 and the recorded exchanges. */
class WireFormTest {
    @RegisterExtension
    static final TestSandbox sandbox = new TestSandbox();

    private static final String HAE = "/yleistunniste/hae";
    private static final String JSON = "Content-Type: application/json";

    private static String bearer;

    @BeforeAll
    static void log_in() {
        bearer = "Authorization: Bearer "
                + sandbox.token("yleistunniste", sandbox.user("yleistunniste").get("clientSecret"));
    }

    private static RawHttp.Answer send(String method, String path, String body, String... headers) {
        return RawHttp.exchange(
                sandbox.port(),
                method,
                REGISTRY + path,
                body,
                Stream.concat(Stream.of(bearer), Stream.of(headers)).toArray(String[]::new));
    }

    private static String someoneNew() {
        return Json.write(haku(sandbox.vtjHas(someone("Langan Lotta", "Pätkä"))));
    }

    private static List<String> names(RawHttp.Answer answer) {
        return answer.headerNames().stream()
                .filter(name -> !name.equals("sandbox"))
                .toList();
    }

    @Test
    void a_result_has_no_reason_phrase_no_charset_and_a_length() {
        var body = someoneNew();
        send("POST", HAE, body, JSON);

        var answer = send("POST", HAE, body, JSON);

        assertEquals("HTTP/1.1 200 ", answer.statusLine());
        assertEquals("application/json", answer.header("Content-Type").orElseThrow());
        assertEquals(List.of("content-length", "content-type"), names(answer));
        assertTrue(answer.body().startsWith("{\"oid\":\"1.2.246.562.98."), answer.body());
    }

    @Test
    void every_answer_names_the_sandbox_and_no_server() {
        for (var path : List.of("/", REGISTRY, "/cas/login", "/sandbox/status", "/nowhere", "/%00", "/%zz")) {
            var answer = RawHttp.get(sandbox.port(), path);
            assertTrue(answer.header("Sandbox").isPresent(), path);
            assertEquals(List.of(), answer.headers("Server"), path);
            assertEquals(List.of(), answer.headers("X-Powered-By"), path);
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "POST | /yleistunniste/hae       | {     | 400",
                "POST | /yleistunniste/hae       |       | 400",
                "GET  | /yleistunniste/tuonti=x  |       | 400",
                "GET  | /yleistunniste/hae       |       | 405",
                "GET  | /no/such/path            |       | 404",
                "GET  | /yleistunniste/hae/x.y   |       | 404"
            })
    void error_pages_are_chunked_and_close_the_connection_when_the_request_was_bad(
            String method, String path, String body, int status) {
        var answer = send(method, path, body, JSON);

        assertEquals("HTTP/1.1 " + status + " ", answer.statusLine());
        assertEquals(List.of("chunked"), answer.headers("Transfer-Encoding"));
        assertEquals(List.of("application/json"), answer.headers("Content-Type"));
        assertEquals(status == 400 ? List.of("close") : List.of(), answer.headers("Connection"));
        assertEquals(List.of(), answer.headers("Content-Length"));
    }

    @Test
    void a_server_error_closes_the_connection_too() {
        sandbox.control().body("{\"effect\":{\"status\":500}}").post("/faults");

        var answer = send("GET", HAE + "/1.2.3", null);

        assertEquals("HTTP/1.1 500 ", answer.statusLine());
        assertEquals(List.of("close"), answer.headers("Connection"));
        assertEquals(
                "{\"timestamp\":0,\"status\":500,\"error\":\"Internal Server Error\",\"path\":\"" + REGISTRY + HAE
                        + "/1.2.3\"}",
                answer.body().replaceFirst("\\d{13}", "0"));
    }

    @Test
    void empty_answers_have_no_content_type() {
        for (var answer : List.of(
                RawHttp.get(sandbox.port(), REGISTRY + HAE),
                RawHttp.get(sandbox.port(), REGISTRY + HAE, "Authorization: Bearer x"),
                RawHttp.get(sandbox.port(), REGISTRY + "/j_spring_cas_security_check?ticket=x"),
                RawHttp.exchange(sandbox.port(), "DELETE", "/sandbox/faults", null),
                send("POST", HAE, someoneNew(), JSON, "Accept: application/xml"))) {
            assertEquals(List.of(), answer.headers("Content-Type"), answer.toString());
            assertEquals("", answer.body());
        }
    }

    @Test
    void bare_text_is_labelled_with_its_charset_in_upper_case() {
        var answer = send("GET", "/cas/prequel", null);

        assertEquals(List.of("text/plain;charset=UTF-8"), answer.headers("Content-Type"));
        assertEquals("ok", answer.body());
    }

    @Test
    void a_path_that_ends_like_a_file_of_an_unknown_kind_gets_a_disposition() {
        var oid = "/1.2.246.562.98.90000000019";
        assertEquals(
                List.of("inline;filename=f.txt"), send("GET", HAE + oid, null).headers("Content-Disposition"));
        assertEquals(List.of(), send("HEAD", HAE + oid, null).headers("Content-Disposition"));
        assertEquals(List.of(), send("GET", "/henkilo/current/hasHetu", null).headers("Content-Disposition"));
        assertEquals(List.of(), send("GET", "/henkilo/x.json", null).headers("Content-Disposition"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "/yleistunniste/hae       | OPTIONS,POST",
                "/yleistunniste           | OPTIONS,PUT",
                "/yleistunniste/tuonti=1  | GET,HEAD,OPTIONS,POST",
                "/yleistunniste/hae/1.2.3 | GET,HEAD,OPTIONS"
            })
    void options_tells_the_methods_of_the_path(String path, String methods) {
        var answer = send("OPTIONS", path, null);

        assertEquals("HTTP/1.1 200 ", answer.statusLine());
        assertEquals(
                List.of(methods.split(",", -1)),
                Stream.of(answer.header("Allow").orElseThrow().split(", *", -1))
                        .sorted()
                        .toList());
        assertEquals(List.of(""), answer.headers("Accept-Patch"));
        assertEquals("", answer.body());
        assertEquals(List.of(), answer.headers("Content-Type"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/henkilo/current/hasHetu", "/yleistunniste/hae/1.2.246.562.98.1", "/no/such/path"})
    void head_answers_as_get_does_without_the_body(String path) {
        assertEquals(send("GET", path, null).status(), send("HEAD", path, null).status());
    }

    @Test
    void an_offer_of_http_2_is_ignored_also_with_a_body() throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(URI.create(sandbox.baseUrl() + REGISTRY + HAE))
                .header("Authorization", bearer.substring("Authorization: ".length()))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(someoneNew()))
                .build();

        var answer = HttpClient.newHttpClient().send(request, BodyHandlers.ofString());

        assertEquals(200, answer.statusCode());
        assertEquals(HttpClient.Version.HTTP_1_1, answer.version());
    }

    @Test
    void only_a_hae_that_creates_by_bearer_sets_a_cookie_and_it_means_nothing() {
        var body = someoneNew();

        var creating = send("POST", HAE, body, JSON);
        var finding = send("POST", HAE, body, JSON);
        var conflicting = send("POST", HAE, body.replace("Pätkä", "Toinen"), JSON);

        var cookie = creating.header("Set-Cookie").orElseThrow();
        assertTrue(cookie.matches(
                "JSESSIONID=[0-9a-f-]{36}; Path=/oppijanumerorekisteri-service; HttpOnly; SameSite=Lax"));
        assertEquals(List.of(), finding.headers("Set-Cookie"));
        assertEquals(409, conflicting.status());
        assertEquals(List.of(), conflicting.headers("Set-Cookie"));
        assertEquals(
                302,
                RawHttp.get(sandbox.port(), REGISTRY + "/henkilo/current/hasHetu", "Cookie: " + cookie.split(";", 2)[0])
                        .status());
    }

    @Test
    void a_trailing_slash_changes_nothing() {
        var body = someoneNew();
        send("POST", HAE, body, JSON);

        assertEquals(
                send("POST", HAE, body, JSON).body(),
                send("POST", HAE + "/", body, JSON).body());
        assertEquals(200, send("GET", "/henkilo/current/hasHetu/", null).status());
    }

    @Test
    void letters_beyond_ascii_are_not_escaped() {
        var answer = send("POST", HAE, "{\"etunimet\":\"  Ääkkö €\"}", JSON);

        assertTrue(answer.body().contains("rejected value [  Ääkkö €]"), answer.body());
    }

    @Test
    void two_requests_on_one_connection_are_both_answered() throws IOException, InterruptedException {
        var client =
                HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
        var request = HttpRequest.newBuilder(URI.create(sandbox.baseUrl() + REGISTRY + HAE))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString("x".repeat(100_000)))
                .build();
        for (int i = 0; i < 3; i++) {
            assertEquals(302, client.send(request, BodyHandlers.ofString()).statusCode());
        }
    }
}
