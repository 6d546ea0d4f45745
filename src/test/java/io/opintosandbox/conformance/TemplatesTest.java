package io.opintosandbox.conformance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.opintosandbox.id.Hetu;
import io.opintosandbox.json.Json;
import java.net.http.HttpHeaders;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What cases are made of: templates, people, values picked out of answers. */
class TemplatesTest {
    private static final Pattern NAME = Pattern.compile("\\{\\{\\s*(\\w+)");
    private static final Set<String> ALWAYS_KNOWN =
            Set.of("ctx", "uniq", "uniqnum", "unknownOid", "org", "users", "service");

    private final Templates templates = new Templates()
            .know("p1", json("{\"hetu\":\"010190+901R\",\"nimi\":\"Äijä B\"}"))
            .know("at", json("1795300094139"))
            .know("done", json("true"));

    @ParameterizedTest
    @CsvSource({
        "{{p1.hetu}}, 010190+901R",
        "x{{p1.hetu}}y{{at}}, x010190+901Ry1795300094139",
        "{{p1.hetu|lower}}, 010190+901r",
        "{{p1.nimi|upper}}, ÄIJÄ B",
        "{{p1.nimi|url}}, %C3%84ij%C3%A4%20B",
        "{{p1.hetu|url}}, 010190%2B901R",
        "{{p1.hetu|mask}}, 010190+****",
        "{{p1.hetu|badcheck}}, 010190+901S",
        "{{p1.hetu|b64}}, MDEwMTkwKzkwMVI=",
        "{{at|isoZ}}, 2026-11-21T22:28:14.139Z",
    })
    void a_template_is_filled_from_what_is_known(String template, String filled) {
        assertEquals(filled, templates.fill(template));
    }

    @Test
    void a_template_alone_keeps_the_type_of_its_value() {
        assertEquals(
                json("{\"a\":[1795300094139,true],\"010190+901R\":\"true!\",\"n\":1795300094140,\"m\":1795300094138}"),
                templates.fill(json("""
                        {"a":["{{at}}","{{done}}"],"{{p1.hetu}}":"{{done}}!","n":"{{at|inc}}","m":"{{at|dec}}"}
                        """)));
    }

    @ParameterizedTest
    @CsvSource({"{{nobody}}", "{{p1.nothing}}", "a{{p1.hetu|nofilter}}"})
    void what_is_not_known_is_an_error_and_not_an_empty_text(String template) {
        assertThrows(Templates.Unknown.class, () -> templates.fill(template));
    }

    @Test
    void every_name_in_every_case_is_a_person_a_saved_value_or_always_known() {
        for (var one : Case.all()) {
            var known = new HashSet<>(ALWAYS_KNOWN);
            known.addAll(one.persons().keySet());
            for (var step : one.steps()) {
                step.requests().stream()
                        .filter(request -> request.save() != null)
                        .forEach(request -> known.addAll(request.save().keySet()));
                if (step instanceof Step.Ticket ticket) {
                    known.add(ticket.save());
                }
            }
            var used = new TreeSet<String>();
            NAME.matcher(one.text()).results().forEach(found -> used.add(found.group(1)));
            used.removeAll(known);

            assertEquals(Set.of(), used, one.id());
        }
    }

    @Test
    void every_alias_in_every_case_is_a_user_or_added_by_the_case() {
        for (var one : Case.all()) {
            for (var step : one.steps()) {
                step.requests().stream()
                        .map(Step.Request::as)
                        .filter(alias -> alias != null && !one.text().contains("\"alias\":\"" + alias + "\""))
                        .forEach(User::of);
            }
        }
    }

    @Test
    void people_are_synthetic_and_complete_and_the_same_for_the_same_seed() {
        var people = new People();
        var random = new SplittableRandom(7);
        for (int i = 0; i < 2_000; i++) {
            var person = people.make(Json.object(), random);
            assertTrue(Hetu.parse(person.get("hetu").textValue()).isPresent(), person.toString());
            assertEquals('9', person.get("hetu").textValue().charAt(7), person.toString());
            var year = Integer.parseInt(person.get("syntymaaika").textValue().substring(0, 4));
            assertTrue(year >= 1940 && year <= 1998, person.toString());
            assertTrue(person.get("etunimet")
                    .textValue()
                    .startsWith(person.get("kutsumanimi").textValue()));
        }
        assertEquals(
                new People().make(Json.object(), new SplittableRandom(3)),
                new People().make(Json.object(), new SplittableRandom(3)));
    }

    @Test
    void what_a_case_says_of_a_person_stays_and_vtj_may_know_otherwise() {
        var spec = (ObjectNode) json("""
                {"sukunimi":"Ojala","lapsi":true,"sahkoposti":"a@example.com","vtjTiedot":{"sukunimi":"Toinen"}}
                """);

        var person = new People().make(spec, new SplittableRandom(1));
        var vtj = People.inVtj(person);

        assertEquals("Ojala", person.get("sukunimi").textValue());
        assertTrue(person.get("syntymaaika").textValue().startsWith("20"));
        assertEquals("Toinen", vtj.get("sukunimi").textValue());
        assertEquals("a@example.com", vtj.get("sahkoposti").textValue());
        assertEquals(json("[\"246\"]"), vtj.get("kansalaisuudet"));
        assertEquals(16, vtj.size(), "exactly the fields of the control API");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "$text | {\"a\":{\"b\":[{\"c\":1},{\"c\":2,\"d\":\"e\"}]}}",
                "$status | 201",
                "$.a.b[0].c | 1",
                "$.a.b[?c=2].d | e",
                "$header:location | /x",
                "$cookie:JSESSIONID | abc",
            })
    void a_value_is_picked_out_of_an_answer(String path, String value) {
        assertEquals(
                value,
                answer().pick(path).isTextual()
                        ? answer().pick(path).textValue()
                        : answer().pick(path).toString());
    }

    @ParameterizedTest
    @CsvSource({"$.a.x", "$.a.b[2]", "$.a.b[?c=3].d", "$header:Allow", "$cookie:SID"})
    void what_is_not_there_is_missing(String path) {
        assertTrue(answer().pick(path).isMissingNode());
    }

    private static Answer answer() {
        var headers = Map.of("Location", List.of("/x"), "Set-Cookie", List.of("A=b", "JSESSIONID=abc; Path=/"));
        return new Answer(
                "/x",
                201,
                HttpHeaders.of(headers, (name, value) -> true),
                "{\"a\":{\"b\":[{\"c\":1},{\"c\":2,\"d\":\"e\"}]}}");
    }

    private static JsonNode json(String text) {
        return Json.read(text, JsonNode.class);
    }
}
