package io.opintosandbox.http;

import static io.opintosandbox.testing.TestSandbox.haku;
import static io.opintosandbox.testing.TestSandbox.someone;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import io.opintosandbox.json.Json;
import io.opintosandbox.testing.TestSandbox;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.LoggerFactory;

/**
 * Nobody real gets in, not even into the log. The numbers are the contract's worked examples, whose
 * individual numbers lie outside 900-999.
 */
class RealHetuTest {
    @RegisterExtension
    static final TestSandbox sandbox = new TestSandbox();

    private static final String RIGHT_CHECK = "010180U1210";
    private static final String WRONG_CHECK = "010180U1211";

    private final ListAppender<ILoggingEvent> log = new ListAppender<>();
    private final List<Logger> loggers = List.of((Logger) LoggerFactory.getLogger("sandbox.requests"), (Logger)
            LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME));

    @BeforeEach
    void listen() {
        log.start();
        loggers.forEach(logger -> logger.addAppender(log));
    }

    @AfterEach
    void stop_listening() {
        loggers.forEach(logger -> logger.detachAppender(log));
    }

    private static Response hae(String body) {
        return sandbox.as("yleistunniste")
                .contentType(ContentType.JSON)
                .body(body)
                .post("/yleistunniste/hae");
    }

    private static String with(String field, String value) {
        var fields = new HashMap<>(haku(someone("Aito Aino", "Oikea")));
        fields.put(field, value);
        return Json.write(fields);
    }

    /** The request log is written after the answer, so an answer to a later request shows that it is there. */
    private void assertNotLogged(String hetu) {
        for (int i = 0; i < 3; i++) {
            sandbox.control().get("/status").then().statusCode(200);
        }
        var lines = List.copyOf(log.list);
        assertFalse(lines.isEmpty(), "something was logged");
        for (var line : lines) {
            assertFalse(line.getFormattedMessage().contains(hetu), line.getFormattedMessage());
            assertTrue(
                    line.getThrowableProxy() == null
                            || !String.valueOf(line.getThrowableProxy().getMessage())
                                    .contains(hetu),
                    "not in an exception either");
        }
    }

    private void assertMasked(Response answer, String field, String hetu) {
        answer.then()
                .statusCode(400)
                .body("exception", equalTo("org.springframework.web.bind.MethodArgumentNotValidException"))
                .body("message", containsString("on field '" + field + "'"))
                .body("message", containsString(hetu.substring(0, 7) + "****"))
                .body("message", not(containsString(hetu)));
        assertFalse(answer.asString().contains(hetu.substring(7)), answer.asString());
        assertNotLogged(hetu);
    }

    @ParameterizedTest
    @ValueSource(strings = {RIGHT_CHECK, WRONG_CHECK})
    void a_hetu_of_a_real_range_is_refused_as_an_invalid_one(String hetu) {
        assertMasked(hae(with("hetu", hetu)), "hetu", hetu);
    }

    @ParameterizedTest
    @CsvSource({"etunimet", "kutsumanimi", "sukunimi"})
    void it_is_refused_in_a_name_too(String field) {
        for (var value : List.of(RIGHT_CHECK, "Aino " + RIGHT_CHECK, "(" + RIGHT_CHECK + ")")) {
            assertMasked(hae(with(field, value)), field, RIGHT_CHECK);
        }
    }

    @Test
    void it_is_refused_when_it_is_written_with_escapes() {
        var escaped = "\\u0030\\u0031\\u0030180\\u0055121\\u0030";

        assertMasked(hae(with("hetu", "HETU").replace("HETU", escaped)), "hetu", RIGHT_CHECK);
    }

    @Test
    void it_is_refused_in_an_import_and_in_the_key_of_a_row() {
        var row = Json.write(Map.of(
                "henkilot",
                List.of(
                        Map.of("tunniste", "x-" + RIGHT_CHECK, "henkilo", haku(someone("Rivi Ritva", "Rivinen"))),
                        Map.of("tunniste", "b", "henkilo", Json.object().put("hetu", WRONG_CHECK)))));

        var answer = sandbox.as("yleistunniste")
                .contentType(ContentType.JSON)
                .body(row)
                .put("/yleistunniste");

        assertMasked(answer, "henkilot[0].tunniste", RIGHT_CHECK);
        assertMasked(answer, "henkilot[1].henkilo.hetu", WRONG_CHECK);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"hetu\":\"010180U1210\"", "{\"hetu\":010180U1210}", "{\"hetu\":\"010180U1210\\q\"}"})
    void it_is_not_quoted_out_of_a_body_that_cannot_be_read(String body) {
        var answer = hae(body);

        answer.then().statusCode(400).body(not(containsString(RIGHT_CHECK)));
        assertNotLogged(RIGHT_CHECK);
    }

    @Test
    void a_field_that_nobody_knows_is_ignored_whatever_is_in_it() {
        var known = sandbox.vtjHas(someone("Outo Outi", "Kenttänen"));

        hae(Json.write(haku(known)).replaceFirst("\\{", "{\"x\":\"" + RIGHT_CHECK + "\","))
                .then()
                .body(not(containsString(RIGHT_CHECK)));
        assertNotLogged(RIGHT_CHECK);
    }

    @Test
    void in_a_path_it_is_like_one_that_nobody_knows_and_the_log_masks_it() {
        sandbox.as("yleistunniste")
                .get("/yleistunniste/hae/" + RIGHT_CHECK)
                .then()
                .statusCode(404);
        sandbox.as("yleistunniste")
                .get("/no/such/path?hetu=" + RIGHT_CHECK)
                .then()
                .statusCode(404);

        assertNotLogged(RIGHT_CHECK);
    }

    @Test
    void the_log_masks_synthetic_ones_as_well() {
        var aku = someone("Aku Aatos", "Lokinen");
        sandbox.as("yleistunniste")
                .get("/yleistunniste/hae/" + aku.hetu())
                .then()
                .statusCode(404);

        assertNotLogged(aku.hetu());
    }

    @Test
    void as_a_name_at_the_login_it_is_not_logged_either() {
        sandbox.anonymous()
                .contentType("application/x-www-form-urlencoded")
                .body("username=" + RIGHT_CHECK + "&password=" + RIGHT_CHECK)
                .post("/cas/v1/tickets")
                .then()
                .statusCode(401)
                .body(not(containsString(RIGHT_CHECK)));
        sandbox.anonymous()
                .get("/cas/serviceValidate?ticket=x&service=http://localhost/" + RIGHT_CHECK)
                .then()
                .statusCode(200);

        assertNotLogged(RIGHT_CHECK);
    }

    @Test
    void a_service_ticket_is_not_logged() {
        var ticket = sandbox.serviceTicket("yleistunniste");
        sandbox.anonymous().get(TestSandbox.REGISTRY + "/j_spring_cas_security_check?ticket=" + ticket);

        assertNotLogged(ticket);
    }

    @Test
    void what_is_refused_is_not_stored() {
        var before = persons();

        hae(with("hetu", RIGHT_CHECK));

        assertEquals(before, persons());
    }

    private static int persons() {
        return sandbox.control().get("/status").path("counts.persons");
    }
}
