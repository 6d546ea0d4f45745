package io.opintosandbox.control;

import static org.hamcrest.Matchers.aMapWithSize;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.opintosandbox.testing.TestSandbox;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Errors of the sandbox's own API: control-api.md, "Errors". */
class ControlErrorsTest {
    @RegisterExtension
    static final TestSandbox sandbox = new TestSandbox();

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "POST | /reset                       | {                                  | json.malformed     | ",
                "POST | /reset                       | []                                 | json.malformed     | ",
                "POST | /reset                       | {} {}                              | json.malformed     | ",
                "POST | /reset                       | {\"sed\":1}                        | field.unknown      | /sed",
                "POST | /reset                       | {\"seed\":\"x\"}                   | field.invalid      | /seed",
                "POST | /reset                       | {\"profile\":\"qa\"}               | field.invalid      | /profile",
                "PUT  | /clock                       | {}                                 | request.invalid    | ",
                "PUT  | /clock                       | {\"now\":\"yesterday\"}            | field.invalid      | /now",
                "PUT  | /clock                       | {\"advance\":\"15 min\"}           | field.invalid      | /advance",
                "PUT  | /clock                       | {\"advance\":\"-PT1S\"}            | field.invalid      | /advance",
                "PUT  | /clock                       | {\"mode\":\"backwards\"}           | field.invalid      | /mode",
                "PUT  | /clock                       | {\"now\":\"+999999-01-01T00:00:00Z\"} | field.invalid   | /now",
                "PUT  | /service-users/uusi          | {}                                 | field.invalid      | /password",
                "PUT  | /service-users/uusi          | {\"password\":\"x\",\"roles\":[]}  | field.invalid      | /roles",
                "PUT  | /service-users/uusi          | {\"password\":\"x\",\"kayttajaTyyppi\":\"OPPIJA\"} | field.invalid | /kayttajaTyyppi",
                "PUT  | /vtj/persons/010866-9260     | {\"turvakielto\":[]}               | field.invalid      | /turvakielto",
                "PUT  | /vtj/persons/010866-9260     | {\"hetu\":\"010190-901R\"}         | field.invalid      | /hetu",
                "PUT  | /vtj/persons/010866-9261     | {}                                 | field.invalid      | ",
                "POST | /arrivals                    | {}                                 | field.invalid      | /source",
                "POST | /arrivals                    | {\"source\":\"TURSAS\"}            | field.invalid      | /source",
                "POST | /arrivals                    | {\"source\":\"KOSKI\",\"count\":0}  | field.invalid      | /count",
                "POST | /arrivals                    | {\"source\":\"KOSKI\",\"count\":10001} | field.invalid   | /count",
                "POST | /arrivals                    | {\"source\":\"KOSKI\",\"count\":\"5\"} | field.invalid    | /count",
                "POST | /arrivals                    | {\"source\":\"KOSKI\",\"known\":1.5} | field.invalid     | /known",
                "POST | /arrivals                    | {\"source\":\"KOSKI\",\"organisation\":\"1.2.246.562.10.10000000001\"} | field.invalid | /organisation",
                "POST | /arrivals                    | {\"source\":\"MPASSID\",\"organisation\":\"1.2.3\"} | field.invalid | /organisation",
                "POST | /arrivals                    | {\"lähde\":\"KOSKI\"}            | field.unknown      | /lähde",
                "POST | /faults                      | {}                                 | field.invalid      | /effect",
                "POST | /faults                      | {\"effect\":{\"status\":200}}      | field.invalid      | /effect/status",
                "POST | /faults                      | {\"effect\":{\"vtj\":\"down\"},\"times\":0} | field.invalid | /times",
                "POST | /faults                      | {\"effect\":{\"status\":503},\"match\":{\"host\":\"x\"}} | field.unknown | /match/host",
            })
    void a_call_that_cannot_be_carried_out_says_what_is_wrong_and_where(
            String method, String path, String body, String code, String field) {
        var before = sandbox.control().get("/status").<Integer>path("counts.persons");

        sandbox.control()
                .body(body)
                .request(method, path)
                .then()
                .statusCode(400)
                .contentType("application/json;charset=UTF-8")
                .body("", aMapWithSize(3))
                .body("error", equalTo(code))
                .body("message", containsString("."))
                .body("field", equalTo(field));

        sandbox.control().get("/status").then().body("counts.persons", equalTo(before));
    }

    @ParameterizedTest
    @CsvSource({
        "GET, /nothing",
        "DELETE, /status",
        "GET, /vtj/persons/010199-9018",
        "DELETE, /service-users/nobody-here",
        "DELETE, /faults/77"
    })
    void what_is_not_there_is_404(String method, String path) {
        sandbox.control().request(method, path).then().statusCode(404).body("error", equalTo("not.found"));
    }

    @Test
    void an_unknown_world_or_scenario_is_404() {
        sandbox.control()
                .header("Sandbox-World", "nowhere")
                .get("/status")
                .then()
                .statusCode(404);
        sandbox.control()
                .body("{\"scenario\":\"nothing\"}")
                .post("/reset")
                .then()
                .statusCode(404);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "PUT  | /vtj/persons/010180-1210 | {}                                                       | ",
                "POST | /vtj/persons             | {\"huoltajat\":[{\"hetu\":\"010180-1210\"}]}             | /huoltajat/0/hetu",
                "POST | /vtj/persons             | {\"etunimet\":\"Testi 010180-1210\"}                     | /etunimet",
                "PUT  | /service-users/oma-1     | {\"password\":\"010180-1210\"}                           | /password",
            })
    void a_hetu_that_could_be_somebodys_is_refused_wherever_it_stands(
            String method, String path, String body, String field) {
        sandbox.control()
                .body(body)
                .request(method, path)
                .then()
                .statusCode(400)
                .body("error", equalTo("hetu.not.synthetic"))
                .body("message", containsString("900 to 999"))
                .body("message", not(containsString("010180")))
                .body("field", equalTo(field));
    }

    @Test
    void a_body_over_five_megabytes_is_413() {
        sandbox.control()
                .body("{\"scenario\":\"" + "x".repeat(5 * 1024 * 1024) + "\"}")
                .post("/reset")
                .then()
                .statusCode(413)
                .body("error", equalTo("body.too.large"));
    }

    @Test
    void an_absent_or_blank_body_is_an_empty_object() {
        sandbox.control().post("/settle").then().statusCode(200).body("imports", notNullValue());
        sandbox.control().body("  ").post("/settle").then().statusCode(200);
        sandbox.control().post("/vtj/persons").then().statusCode(201).body("kuolinpaiva", nullValue());
    }
}
