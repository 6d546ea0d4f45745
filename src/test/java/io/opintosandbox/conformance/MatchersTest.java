package io.opintosandbox.conformance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.opintosandbox.json.Json;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A judge who cannot say no is worth nothing: each matcher passes one thing and fails another. */
class MatchersTest {
    private static final String PATH = "/oppijanumerorekisteri-service/henkilo";

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                // expectation | passes | fails
                "1 | 1.0 | 2",
                "1 | 1 | \"1\"",
                "\"a\" | \"a\" | \"A\"",
                "true | true | \"true\"",
                "null | null | nothing",
                "null | null | \"\"",
                "{\"a\":1} | {\"a\":1} | {\"a\":1,\"b\":null}",
                "{\"a\":null} | {\"a\":null} | {}",
                "{} | {} | []",
                "[1,2] | [1,2] | [2,1]",
                "[1] | [1] | [1,1]",
                "[] | [] | {}",
                "{\"$any\":true} | null | nothing",
                "{\"a\":{\"$absent\":true}} | {} | {\"a\":null}",
                "{\"$type\":\"string\"} | \"\" | null",
                "{\"$type\":\"integer\"} | 1 | 1.5",
                "{\"$type\":\"number\"} | 1.5 | \"1\"",
                "{\"$type\":\"boolean\"} | false | 0",
                "{\"$type\":\"object\"} | {} | []",
                "{\"$type\":\"array\"} | [] | {}",
                "{\"$type\":\"null\"} | null | nothing",
                "{\"$type\":[\"string\",\"null\"]} | null | 1",
                "{\"$regex\":\"a.c\"} | \"a\\nc\" | \"xabc\"",
                "{\"$range\":[1,2]} | 2 | 2.1",
                "{\"$range\":[1,null]} | 999 | 0",
                "{\"$range\":[null,2]} | -999 | 3",
                "{\"$length\":2} | \"ab\" | [1]",
                "{\"$length\":[1,2]} | {\"a\":1} | []",
                "{\"$oid\":true} | \"1.2.246.562.98.99214015531\" | \"1.2.246.562.98.99214015532\"",
                "{\"$millis\":true} | 1795300094139 | 1795300094",
                "{\"$iso\":true} | \"2026-11-22T00:28:07.422+02:00\" | \"2026-11-22T00:28:07\"",
                "{\"$date\":true} | \"2026-11-22\" | \"22.11.2026\"",
                "{\"$unordered\":[1,2]} | [2,1] | [1,2,2]",
                "{\"$unordered\":[1,1]} | [1,1] | [1,2]",
                "{\"$contains\":[1,2]} | [3,2,1] | [1,3]",
                "{\"$contains\":[1,1]} | [1,2,1] | [1,2]",
                "{\"$notContains\":[1,2]} | [3] | [3,2]",
                "{\"$notContains\":[1]} | [] | nothing",
                "{\"$each\":{\"$type\":\"string\"}} | [\"a\"] | [\"a\",1]",
                "{\"$atLeast\":{\"a\":1}} | {\"a\":1,\"b\":2} | {\"b\":2}",
                "{\"$all\":[{\"$type\":\"string\"},{\"$length\":1}]} | \"a\" | \"ab\"",
                "{\"$oneOf\":[1,2]} | 2 | 3",
                "{\"$not\":1} | 2 | 1",
            })
    void each_matcher_passes_one_thing_and_fails_another(String expected, String passes, String fails) {
        assertEquals(List.of(), compare(expected, passes));
        assertFalse(compare(expected, fails).isEmpty(), expected + " lets " + fails + " pass");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                ",\"exception\":\"x\",\"message\":null",
                ",\"extra\":1",
            })
    void a_basic_error_has_exactly_four_keys(String more) {
        var lines = compare("{\"$error\":\"basic\"}", error("404", "Not Found", PATH, more));

        assertEquals(more.isEmpty(), lines.isEmpty(), lines.toString());
    }

    @ParameterizedTest
    @CsvSource({
        "404, Not Found, /elsewhere",
        "404, Bad Request, /oppijanumerorekisteri-service/henkilo",
        "400, Not Found, /oppijanumerorekisteri-service/henkilo",
    })
    void an_error_speaks_of_its_own_status_and_path(String status, String reason, String path) {
        assertFalse(compare("{\"$error\":\"basic\"}", error(status, reason, path, ""))
                .isEmpty());
    }

    @Test
    void a_rich_error_has_an_exception_and_a_message_of_any_text() {
        var rich = "{\"$error\":\"rich\"}";

        assertEquals(
                List.of(), compare(rich, error("404", "Not Found", PATH, ",\"exception\":\"x\",\"message\":null")));
        assertFalse(compare(rich, error("404", "Not Found", PATH, "")).isEmpty());
        assertFalse(compare(rich, error("404", "Not Found", PATH, ",\"exception\":null,\"message\":null"))
                .isEmpty());
    }

    @Test
    void an_error_may_have_further_keys_that_are_compared_too() {
        var expected = "{\"$error\":{\"shape\":\"basic\",\"more\":{\"httpQuery\":\"a=b\"}}}";

        assertEquals(List.of(), compare(expected, error("404", "Not Found", PATH, ",\"httpQuery\":\"a=b\"")));
        assertFalse(compare(expected, error("404", "Not Found", PATH, ",\"httpQuery\":null"))
                .isEmpty());
    }

    @Test
    void a_difference_says_where_it_is_what_was_expected_and_what_came() {
        assertEquals(List.of("$.a[1].b: expected 1, got 2"), compare("{\"a\":[0,{\"b\":1}]}", "{\"a\":[0,{\"b\":2}]}"));
    }

    @Test
    void an_unknown_matcher_is_a_mistake_in_the_case_and_passes_nothing() {
        assertThrows(IllegalArgumentException.class, () -> compare("{\"$unknown\":1}", "1"));
    }

    @Test
    void a_check_digit_follows_the_node() {
        assertTrue(Identifiers.isPersonOid(Identifiers.personOid("24", 1234567890L)));
        assertTrue(Identifiers.isPersonOid(Identifiers.personOid("98", 1234567890L)));
        assertFalse(
                Identifiers.isPersonOid(Identifiers.personOid("24", 1234567890L).replace(".24.", ".98.")));
    }

    private static List<String> compare(String expected, String got) {
        return new Matchers(404, PATH).compare(node(expected), node(got), "$");
    }

    private static JsonNode node(String json) {
        return json.equals("nothing") ? MissingNode.getInstance() : Json.read(json, JsonNode.class);
    }

    private static String error(String status, String reason, String path, String more) {
        return "{\"timestamp\":1795300094139,\"status\":" + status + ",\"error\":\"" + reason + "\",\"path\":\"" + path
                + "\"" + more + "}";
    }
}
