package io.opintosandbox.control;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;

import io.opintosandbox.config.Setting;
import io.opintosandbox.config.Settings;
import io.opintosandbox.testing.TestSandbox;
import io.restassured.http.ContentType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A control token closes {@code /sandbox} and hides the credentials on the start page. */
class ControlTokenTest {
    @RegisterExtension
    static final TestSandbox sandbox = new TestSandbox(Settings.defaults().with(Setting.CONTROL_TOKEN, "avain-1"));

    private static final String SECRET = "TestiSandbox_yleistunniste=abcDEF2345678";

    @ParameterizedTest
    @ValueSource(strings = {"/sandbox/status", "/sandbox/service-users", "/sandbox/openapi.json", "/sandbox/nothing"})
    void without_it_no_call_is_answered(String path) {
        sandbox.anonymous().get(path).then().statusCode(401).body("error", equalTo("control.token.required"));
        sandbox.anonymous()
                .header("Authorization", "Bearer avain-2")
                .get(path)
                .then()
                .statusCode(401);
        sandbox.anonymous().header("Authorization", "avain-1").get(path).then().statusCode(401);
    }

    @Test
    void a_refused_reset_resets_nothing() {
        sandbox.anonymous().post("/sandbox/reset").then().statusCode(401);
    }

    @Test
    void with_it_calls_are_answered() {
        sandbox.anonymous()
                .header("Authorization", "Bearer avain-1")
                .get("/sandbox/status")
                .then()
                .statusCode(200);
    }

    @Test
    void the_start_page_shows_credentials_only_to_who_presents_it() {
        sandbox.anonymous().get("/").then().statusCode(200).body(not(containsString(SECRET)));
        sandbox.anonymous()
                .header("Authorization", "Bearer avain-1")
                .get("/")
                .then()
                .body(containsString(SECRET));
        sandbox.anonymous()
                .contentType(ContentType.URLENC)
                .body("token=avain-1")
                .post("/")
                .then()
                .statusCode(200)
                .body(containsString(SECRET));
        sandbox.anonymous()
                .contentType(ContentType.URLENC)
                .body("token=wrong")
                .post("/")
                .then()
                .statusCode(401)
                .body(not(containsString(SECRET)));
    }
}
