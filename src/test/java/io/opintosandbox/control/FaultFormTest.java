package io.opintosandbox.control;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import io.opintosandbox.json.Json;
import io.opintosandbox.testing.TestSandbox;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a fault is told as: control-api.md, row and shape "faults". */
class FaultFormTest {
    @RegisterExtension
    static final TestSandbox sandbox = new TestSandbox();

    @AfterEach
    void nothing_goes_wrong_any_more() {
        sandbox.control().delete("/faults").then().statusCode(204);
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            delimiter = '|',
            value = {
                "{'status':503}                    | 1",
                "{'delay':'PT0.5S'}                | 1",
                "{'delay':'PT10M'}                 | 1",
                "{'drop':true}                     | 1",
                "{'drop':'after'}                  | 1",
                "{'session':'expire'}              | 1",
                "{'token':'expire'}                | 1",
                "{'vtj':'down'}                    | ",
                "{'vtj':'slow','delay':'PT3S'}     | ",
                "{'cas':'down'}                    | ",
                "{'import':{'stallAfterRows':0}}   | ",
            })
    void an_effect_is_answered_as_it_was_sent_with_its_usual_times(String effect, Integer times) {
        var json = effect.replace('\'', '"');

        sandbox.control()
                .body("{\"effect\":" + json + "}")
                .post("/faults")
                .then()
                .statusCode(201)
                .body("effect", equalTo(Json.read(json, Map.class)))
                .body("times", times == null ? nullValue() : equalTo(times))
                .body("match.size()", equalTo(0))
                .body("struck", equalTo(0));
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            delimiter = '|',
            value = {
                "{'effect':{'delay':3}}                                  | /effect/delay                  | ISO 8601",
                "{'effect':{'delay':'3s'}}                               | /effect/delay                  | ISO 8601",
                "{'effect':{'delay':'PT0S'}}                             | /effect/delay                  | over zero",
                "{'effect':{'delay':'PT-3S'}}                            | /effect/delay                  | over zero",
                "{'effect':{'delay':'PT0.0001S'}}                        | /effect/delay                  | over zero",
                "{'effect':{'delay':'PT10M0.001S'}}                      | /effect/delay                  | up to PT10M",
                "{'effect':{'delay':'PT9999999999999H'}}                 | /effect/delay                  | up to PT10M",
                "{'effect':{'delay':'PT3S','status':503}}                | /effect                        | two faults",
                "{'effect':{'drop':false}}                               | /effect/drop                   | true",
                "{'effect':{'drop':'before'}}                            | /effect/drop                   | after",
                "{'effect':{'vtj':'gone'}}                               | /effect/vtj                    | down",
                "{'effect':{'vtj':'slow'}}                               | /effect/delay                  | PT3S",
                "{'effect':{'vtj':'down','delay':'PT3S'}}                | /effect/delay                  | vtj",
                "{'effect':{'cas':true}}                                 | /effect/cas                    | down",
                "{'effect':{'import':true}}                              | /effect/import                 | stallAfterRows",
                "{'effect':{'import':{'stallAfterRows':-1}}}             | /effect/import/stallAfterRows  | from 0",
                "{'effect':{'import':{'after':1}}}                       | /effect/import/after           | stallAfterRows",
                "{'effect':{'import':{'stallAfterRows':1}},'times':2}    | /times                         | deleted",
                "{'effect':{'session':'end'}}                            | /effect/session                | expire",
                "{'effect':{'explode':true}}                             | /effect/explode                | stallAfterRows",
                "{'effect':{'cas':'down'},'match':{'path':'/cas'}}       | /match                         | whole world",
                "{'effect':{'vtj':'slow','delay':'PT1S'},'match':{'username':'x'}} | /match               | whole world",
                "{'effect':{'drop':true},'match':{'method':'FETCH'}}     | /match/method                  | GET",
                "{'effect':{'drop':true},'match':{'path':'henkilo'}}     | /match/path                    | slash",
                "{'effect':{'drop':true},'match':{'path':'/sandbox/settle'}} | /match/path                | never strike",
                "{'effect':{'drop':true},'match':{'username':''}}        | /match/username                | not empty",
                "{'effect':{'drop':true},'times':1.5}                    | /times                         | whole number",
            })
    void what_is_no_fault_is_refused_with_the_place_and_what_would_do(String fault, String field, String helps) {
        sandbox.control()
                .body(fault.replace('\'', '"'))
                .post("/faults")
                .then()
                .statusCode(400)
                .body("field", equalTo(field))
                .body("message", containsString(helps));

        sandbox.control().get("/faults").then().body("size()", equalTo(0));
    }

    @Test
    void a_stalled_import_is_listed_with_the_rows_that_were_asked_for() {
        sandbox.control()
                .body("{\"effect\":{\"import\":{\"stallAfterRows\":7}}}")
                .post("/faults");

        sandbox.control().get("/faults").then().body("[0].effect.import.stallAfterRows", equalTo(7));
    }
}
