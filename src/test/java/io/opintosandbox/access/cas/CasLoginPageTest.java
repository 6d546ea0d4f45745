package io.opintosandbox.access.cas;

import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import io.opintosandbox.access.Visitor;
import io.opintosandbox.testing.TestSandbox;
import io.restassured.response.Response;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Logging in with a browser: auth.md 3.1 and 3.2. */
class CasLoginPageTest {
    @RegisterExtension
    static final TestSandbox sandbox = new TestSandbox();

    private final Visitor visitor = new Visitor(sandbox);

    private static Response page(String service, String... cookie) {
        var request = sandbox.anonymous();
        for (var value : cookie) {
            request.header("Cookie", value);
        }
        return request.get("/cas/login?service=" + URLEncoder.encode(service, StandardCharsets.UTF_8));
    }

    private Response submit(String service, String username, String password) {
        return visitor.form(
                        Map.of("username", username, "password", password, "execution", "e1s1", "_eventId", "submit"))
                .queryParam("service", service)
                .post("/cas/login");
    }

    private Response logIn(String service) {
        return submit(service, "paakayttaja", sandbox.user("paakayttaja").get("password"));
    }

    private String ticketGrantingCookie() {
        return "TGC=" + logIn(sandbox.checkUrl()).cookie("TGC");
    }

    @Test
    void the_page_is_a_form_in_finnish() {
        page(sandbox.checkUrl())
                .then()
                .statusCode(200)
                .header("Content-Type", "text/html;charset=UTF-8")
                .header("Cache-Control", "no-cache, no-store, max-age=0, must-revalidate")
                .body(allOf(
                        containsString("<title>Kirjaudu"),
                        containsString("Käyttäjätunnus"),
                        containsString("Salasana"),
                        containsString("name=\"username\""),
                        containsString("name=\"password\""),
                        matchesPattern("(?s).*<input type=\"hidden\" name=\"execution\" value=\"[^\"]+\".*"),
                        containsString(">Kirjaudu</button>")));
    }

    @Test
    void the_page_without_a_service_leads_to_the_front_page() {
        sandbox.anonymous()
                .get("/cas/login")
                .then()
                .statusCode(302)
                .header("Location", startsWith(sandbox.baseUrl() + "/"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://example.com/", "javascript:alert(1)", "http://localhost@example.com/"})
    void a_service_elsewhere_is_403_for_the_page_and_for_the_form(String service) {
        page(service).then().statusCode(403).header("Content-Type", "text/html;charset=UTF-8");
        logIn(service).then().statusCode(403).header("Set-Cookie", nullValue());
    }

    @Test
    void a_service_cannot_write_into_the_page() {
        page("https://example.com/\"><script>x</script>").then().statusCode(403).body(not(containsString("<script>x")));
    }

    @Test
    void a_login_goes_to_the_service_with_a_ticket_and_sets_the_cookie_of_single_sign_on() {
        var answer = logIn(sandbox.checkUrl());

        answer.then()
                .statusCode(302)
                .header(
                        "Location",
                        matchesPattern(java.util.regex.Pattern.quote(sandbox.checkUrl()) + "\\?ticket=ST-[\\w-]+"))
                .header("Set-Cookie", matchesPattern("TGC=[^;]+; Path=/cas; Secure; HttpOnly; SameSite=None"));
        sandbox.anonymous()
                .get(answer.header("Location"))
                .then()
                .statusCode(302)
                .header("Set-Cookie", startsWith("JSESSIONID="));
    }

    @Test
    void a_service_with_a_query_gets_the_ticket_at_its_end() {
        logIn(sandbox.baseUrl() + "/henkilo-ui/x?a=b")
                .then()
                .header("Location", startsWith(sandbox.baseUrl() + "/henkilo-ui/x?a=b&ticket=ST-"));
    }

    @Test
    void a_service_with_a_fragment_gets_the_ticket_before_it() {
        logIn(sandbox.baseUrl() + "/henkilo-ui/x#top")
                .then()
                .header("Location", matchesPattern(".*/henkilo-ui/x\\?ticket=ST-[\\w-]+#top"));
    }

    @Test
    void bad_credentials_are_401_with_the_form_again() {
        submit(sandbox.checkUrl(), "paakayttaja", "wrong")
                .then()
                .statusCode(401)
                .header("Set-Cookie", nullValue())
                .body(containsString("name=\"password\""))
                .body(containsString("value=\"paakayttaja\""))
                .body(not(containsString("value=\"wrong\"")));
    }

    @Test
    void a_form_without_a_service_leads_to_the_front_page() {
        visitor.form(Map.of("username", "x", "password", "y"))
                .post("/cas/login")
                .then()
                .statusCode(302)
                .header("Location", equalTo(sandbox.baseUrl() + "/"));
    }

    @Test
    void the_cookie_of_single_sign_on_needs_no_form() {
        page(sandbox.checkUrl(), ticketGrantingCookie())
                .then()
                .statusCode(302)
                .header("Location", startsWith(sandbox.checkUrl() + "?ticket=ST-"));
    }

    @Test
    void the_cookie_is_found_in_a_second_cookie_header() {
        page(sandbox.checkUrl(), "CSRF=1", ticketGrantingCookie()).then().statusCode(302);
    }

    @Test
    void a_cookie_of_nobody_gets_the_form() {
        page(sandbox.checkUrl(), "TGC=TGT-1-garbage").then().statusCode(200);
    }

    @Test
    void logging_out_ends_everything_that_came_of_the_login() {
        var cookie = ticketGrantingCookie();
        var ticket = page(sandbox.checkUrl(), cookie).header("Location").split("ticket=", -1)[1];
        var session = visitor.exchange(ticket).cookie("JSESSIONID");

        sandbox.anonymous()
                .header("Cookie", cookie)
                .get("/cas/logout")
                .then()
                .statusCode(200)
                .header("Content-Type", "text/html;charset=UTF-8")
                .header("Set-Cookie", matchesPattern("TGC=;.*Path=/cas.*Max-Age=0.*"))
                .body(containsString("Uloskirjautuminen onnistui"));

        visitor.with(session).get("/henkilo/current/hasHetu").then().statusCode(302);
        page(sandbox.checkUrl(), cookie).then().statusCode(200);
    }

    @Test
    void logging_out_with_an_allowed_service_goes_there_and_with_another_one_stays() {
        var allowed = sandbox.baseUrl() + "/henkilo-ui/";
        sandbox.anonymous()
                .get("/cas/logout?service=" + allowed)
                .then()
                .statusCode(302)
                .header("Location", allowed);
        sandbox.anonymous()
                .get("/cas/logout?service=https://example.com/")
                .then()
                .statusCode(200)
                .header("Location", nullValue());
    }
}
