package io.opintosandbox.control;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;

import io.opintosandbox.testing.TestSandbox;
import io.restassured.response.Response;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What external permission services answer can be set, and a reset forgets it. */
class ExternalPermissionsTest {
    @RegisterExtension
    static final TestSandbox sandbox = new TestSandbox();

    @BeforeEach
    void nothing_is_set() {
        sandbox.reset();
    }

    @Test
    void every_service_says_no_at_first() {
        sandbox.control()
                .get("/external-permissions")
                .then()
                .statusCode(200)
                .body("service", contains("HAKU_APP", "SURE", "ATARU", "KOSKI", "VARDA"))
                .body("allow", everyItem(is(false)))
                .body("oids", everyItem(nullValue()));
    }

    @Test
    void the_last_setting_counts_and_a_reset_forgets_it() {
        put("KOSKI", "{\"allow\":true}").then().statusCode(200).body("allow", equalTo(true));
        put("KOSKI", "{\"oids\":[\"1.2.4\",\"1.2.3\",\"1.2.3\"]}")
                .then()
                .statusCode(200)
                .body(equalTo("{\"service\":\"KOSKI\",\"allow\":false,\"oids\":[\"1.2.3\",\"1.2.4\"]}"));

        sandbox.reset();

        every_service_says_no_at_first();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "FOO | {\"allow\":true} | 404 | not.found",
                "koski | {\"allow\":true} | 404 | not.found",
                "KOSKI | {} | 400 | request.invalid",
                "KOSKI | {\"allow\":true,\"oids\":[]} | 400 | request.invalid",
                "KOSKI | {\"allow\":\"yes\"} | 400 | field.invalid",
                "KOSKI | {\"allow\":null} | 400 | field.invalid",
                "KOSKI | {\"oids\":\"1.2.3\"} | 400 | field.invalid",
                "KOSKI | {\"oids\":[1]} | 400 | field.invalid",
                "KOSKI | {\"oids\":[\"010180-1239\"]} | 400 | hetu.not.synthetic",
                "KOSKI | {\"permit\":true} | 400 | field.unknown"
            })
    void a_setting_that_makes_no_sense_is_refused_and_changes_nothing(
            String service, String body, int status, String error) {
        put(service, body).then().statusCode(status).body("error", equalTo(error));

        every_service_says_no_at_first();
    }

    private static Response put(String service, String body) {
        return sandbox.control().body(body).put("/external-permissions/" + service);
    }
}
