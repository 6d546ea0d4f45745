package io.opintosandbox.ui;

import static io.opintosandbox.testing.TestSandbox.REGISTRY;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.emptyOrNullString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.opintosandbox.config.Setting;
import io.opintosandbox.config.Settings;
import io.opintosandbox.testing.TestSandbox;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Swagger UI is public, whole, and leads through CAS and back. Contract: registry-api.md 1. */
class SwaggerUiTest {
    private static final String FOLDER = REGISTRY + "/swagger-ui";
    private static final String INDEX = FOLDER + "/index.html";
    private static final Pattern LOADED = Pattern.compile("<(?:link|script)[^>]+(?:href|src)=\"([^\"]+)\"");

    @RegisterExtension
    static final TestSandbox sandbox = new TestSandbox();

    @RegisterExtension
    static final TestSandbox strict = new TestSandbox(Settings.defaults().with(Setting.EXPIRED_SESSION, "401"));

    @ParameterizedTest
    @CsvSource({
        "index.html, text/html;charset=UTF-8",
        "page.css, text/css;charset=UTF-8",
        "page.js, text/javascript;charset=UTF-8",
        "swagger-ui.css, text/css;charset=UTF-8",
        "swagger-ui-bundle.js, text/javascript;charset=UTF-8",
        "favicon-32x32.png, image/png",
    })
    void its_files_are_public_and_have_their_types(String name, String contentType) {
        var answer = sandbox.anonymous().get(FOLDER + "/" + name);

        answer.then()
                .statusCode(200)
                .header("Content-Type", contentType)
                .header("Set-Cookie", nullValue())
                .header("Location", nullValue());
        assertTrue(answer.asByteArray().length > 300, name);
    }

    @Test
    void everything_that_the_page_loads_is_there() {
        var page = sandbox.anonymous().get(INDEX).asString();
        var loaded = LOADED.matcher(page).results().map(found -> found.group(1)).toList();

        assertEquals(5, loaded.size(), loaded.toString());
        loaded.forEach(
                name -> sandbox.anonymous().get(FOLDER + "/" + name).then().statusCode(200));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/swagger-ui.html", "/swagger-ui", "/swagger-ui/"})
    void other_addresses_lead_to_the_page(String path) {
        sandbox.anonymous()
                .get(REGISTRY + path)
                .then()
                .statusCode(302)
                .header("Location", INDEX)
                .header("Set-Cookie", nullValue())
                .body(emptyOrNullString());
    }

    @Test
    void an_unknown_file_is_not_found_and_asks_for_no_login() {
        sandbox.anonymous().get(FOLDER + "/nothing.js").then().statusCode(404).body("status", equalTo(404));
    }

    @Test
    void its_login_leads_through_cas_and_back_to_the_page() {
        var login = sandbox.anonymous().get(FOLDER + "/login");
        login.then().statusCode(302).header("Location", containsString("/cas/login?service="));
        var cookie = login.cookie("JSESSIONID");

        sandbox.anonymous()
                .cookie("JSESSIONID", cookie)
                .get(REGISTRY + "/j_spring_cas_security_check?ticket=" + sandbox.serviceTicket("yleistunniste"))
                .then()
                .statusCode(302)
                .header("Location", sandbox.baseUrl() + FOLDER + "/login");

        sandbox.anonymous()
                .cookie("JSESSIONID", cookie)
                .get(FOLDER + "/login")
                .then()
                .statusCode(302)
                .header("Location", INDEX);
        var prequel = sandbox.anonymous().cookie("JSESSIONID", cookie).get(REGISTRY + "/cas/prequel");
        assertEquals("ok", prequel.asString());
    }

    @Test
    void its_login_forgets_an_expired_session_where_those_are_told_as_401() {
        strict.anonymous()
                .cookie("JSESSIONID", "00000000-0000-4000-8000-000000000000")
                .get(FOLDER + "/login")
                .then()
                .statusCode(302)
                .header("Location", FOLDER + "/login")
                .header("Set-Cookie", containsString("Max-Age=0"));
    }
}
