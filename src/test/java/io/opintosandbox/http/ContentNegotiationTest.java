package io.opintosandbox.http;

import static io.opintosandbox.testing.TestSandbox.REGISTRY;
import static io.opintosandbox.testing.TestSandbox.haku;
import static io.opintosandbox.testing.TestSandbox.someone;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.opintosandbox.json.Json;
import io.opintosandbox.testing.RegistryCalls;
import io.opintosandbox.testing.TestSandbox;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the Accept header changes: registry-api.md 1.2. */
class ContentNegotiationTest {
    @RegisterExtension
    static final TestSandbox sandbox = new TestSandbox();

    private static final String HAE = REGISTRY + "/yleistunniste/hae";
    private static final String BROWSER = "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8";

    private static String bearer;

    @BeforeAll
    static void log_in() {
        bearer = "Authorization: Bearer "
                + sandbox.token("yleistunniste", sandbox.user("yleistunniste").get("clientSecret"));
    }

    private static RawHttp.Answer hae(String body, String accept) {
        return RawHttp.exchange(
                sandbox.port(), "POST", HAE, body, bearer, "Content-Type: application/json", "Accept: " + accept);
    }

    private static RawHttp.Answer get(String path, String accept) {
        return RawHttp.get(sandbox.port(), REGISTRY + path, bearer, "Accept: " + accept);
    }

    @ParameterizedTest
    @ValueSource(strings = {"application/xml", "text/plain", "text/html", "image/png"})
    void no_acceptable_type_is_406_though_the_call_has_been_carried_out(String accept) {
        var body = Json.write(haku(sandbox.vtjHas(someone("Hyväksy Helli", "Mitätahansa"))));

        var answer = hae(body, accept);

        assertEquals("HTTP/1.1 406 ", answer.statusLine());
        assertEquals("", answer.body());
        assertEquals(List.of("application/json, application/*+json, application/yaml"), answer.headers("Accept"));
        assertEquals(List.of(), answer.headers("Content-Type"));
        assertTrue(answer.header("Set-Cookie").isPresent(), "it created somebody");
        assertTrue(hae(body, "*/*").header("Set-Cookie").isEmpty(), "who is there now");
    }

    @ParameterizedTest
    @ValueSource(strings = {"*/*", "application/json", "application/*", "text/html, application/json;q=0.1", BROWSER})
    void json_comes_whenever_it_is_allowed(String accept) {
        var answer = get("/henkilo/current/hasHetu", accept);

        assertEquals("200 false", answer.status() + " " + answer.body());
        assertEquals(List.of("application/json"), answer.headers("Content-Type"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "*/*                                | text/plain;charset=UTF-8",
                "application/json                   | application/json",
                "application/json, text/plain, */*  | application/json",
                "application/xml                    | application/xml;charset=UTF-8",
                "text/html, */*;q=0.8               | text/html;charset=UTF-8",
                "image/*, text/plain;q=0.1          | text/plain;charset=UTF-8"
            })
    void a_bare_text_goes_out_as_whatever_is_wanted(String accept, String contentType) {
        var path = "/henkilo/" + person() + "/asiointiKieli";

        var answer = RawHttp.get(sandbox.port(), REGISTRY + path, keeper(), "Accept: " + accept);

        assertEquals("200 fi", answer.status() + " " + answer.body());
        assertEquals(List.of(contentType), answer.headers("Content-Type"));
    }

    private static String person() {
        return new RegistryCalls(sandbox).luo();
    }

    private static String keeper() {
        return "Authorization: Bearer "
                + sandbox.token(
                        "rekisterinpitaja", sandbox.user("rekisterinpitaja").get("clientSecret"));
    }

    @Test
    void plain_text_that_is_not_wanted_is_406_in_the_plain_form() {
        var answer = get("/cas/prequel", "application/json");

        assertEquals(406, answer.status());
        assertTrue(answer.body().contains("\"status\":406,\"error\":\"Not Acceptable\""), answer.body());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "text/html                        | 404",
                "text/html, application/json      | 404",
                "text/html;q=0.9, image/webp      | 404",
                "text/html,application/xml;q=0.9,*/*;q=0.8 | 404"
            })
    void a_browser_gets_a_plain_error_as_a_page(String accept, int status) {
        var answer = get("/no/such/path", accept);

        assertEquals(status, answer.status());
        assertTrue(answer.header("Content-Type").orElseThrow().startsWith("text/html"));
        assertTrue(answer.body().contains("<h1>Whitelabel Error Page</h1>"), answer.body());
    }

    @ParameterizedTest
    @ValueSource(strings = {"*/*", "application/json", "application/json, text/html", "application/problem+json"})
    void everybody_else_gets_it_as_json(String accept) {
        var answer = get("/no/such/path", accept);

        assertEquals(404, answer.status());
        assertEquals(List.of("application/json"), answer.headers("Content-Type"));
    }

    @Test
    void who_takes_neither_gets_a_plain_error_without_a_body_and_a_rich_one_as_500() {
        assertEquals(
                "404 ",
                get("/no/such/path", "text/plain").status() + " "
                        + get("/no/such/path", "text/plain").body());
        assertEquals(
                "500 ",
                hae("{", "text/plain").status() + " " + hae("{", "text/plain").body());
    }

    @Test
    void a_rich_error_turns_into_a_page_of_500_only_when_json_is_not_allowed() {
        var page = hae("{", "text/html");
        assertEquals(500, page.status());
        assertTrue(page.body().contains("Whitelabel Error Page"), page.body());

        assertEquals(400, hae("{", BROWSER).status());
        assertEquals(400, hae("{", "application/json").status());
    }

    @ParameterizedTest
    @ValueSource(strings = {"garbage", ";;;", "/", "*", "application/json;q=x", ", ,"})
    void an_accept_header_that_makes_no_sense_is_no_error_of_the_server(String accept) {
        assertTrue(get("/henkilo/current/hasHetu", accept).status() < 500);
    }
}
