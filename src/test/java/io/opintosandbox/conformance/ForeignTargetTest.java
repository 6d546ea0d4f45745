package io.opintosandbox.conformance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.opintosandbox.json.Json;
import io.opintosandbox.testing.TestSandbox;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A server that nobody may steer, with credentials of its own. */
class ForeignTargetTest {
    private static final String ASK = """
            {"as":"yleistunniste","method":"GET","path":"/yleistunniste/hae/{{unknownOid}}",
             "expect":{"status":404,"json":{"$error":"basic"}}}
            """;

    @RegisterExtension
    static final TestSandbox sandbox = new TestSandbox();

    @Test
    void a_case_that_steers_nothing_runs_with_the_credentials_of_the_file() {
        sandbox.userWith("oma", Map.of(TestSandbox.A, List.of(TestSandbox.YLEISTUNNISTE_LUONTI)));
        var target = target("yleistunniste.username=oma", "yleistunniste.secret=salasana");
        var one = caseOf("{}", ASK);

        assertEquals(Optional.empty(), target.cannotRun(one));
        assertEquals(List.of(), new CaseRun(target, one, 1, new People()).differences());
    }

    @Test
    void another_answer_than_the_recorded_one_is_told() {
        var target = target(
                "yleistunniste.username=yleistunniste",
                "yleistunniste.secret=" + sandbox.user("yleistunniste").get("clientSecret"));
        var one = caseOf("{}", ASK.replace("404", "200"));

        var differences = new CaseRun(target, one, 1, new People()).differences();

        assertTrue(differences.toString().contains("status: expected 200, got 404"), differences.toString());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"settle\":true}",
                "{\"vtj\":\"p1\",\"set\":{}}",
                "{\"user\":{\"alias\":\"self\"}}",
                "{\"method\":\"GET\",\"path\":\"/\",\"as\":\"yleistunniste\",\"token\":\"expired\"}",
            })
    void a_step_that_steers_the_server_is_not_for_others(String step) {
        assertTrue(ForeignTarget.needsControl(caseOf("{}", step)).isPresent());
    }

    @Test
    void neither_is_a_person_who_must_be_in_the_population_register() {
        assertTrue(ForeignTarget.needsControl(caseOf("{\"p1\":{}}", ASK)).isPresent());
        assertFalse(ForeignTarget.needsControl(caseOf("{\"p1\":{\"vtj\":false}}", ASK))
                .isPresent());
    }

    @Test
    void what_the_credentials_lack_is_named() {
        var ticket = "{\"ticket\":\"yleistunniste\",\"save\":\"st\"}";
        var organisation = ASK.replace("{{unknownOid}}", "{{org.a}}");
        var oid = ASK.replace("{{unknownOid}}", "{{users.yleistunniste.oid}}");

        assertEquals(
                Optional.of("the credentials have no yleistunniste.username"), target().cannotRun(caseOf("{}", ASK)));
        assertEquals(
                Optional.of("the credentials have no yleistunniste.secret"),
                target("yleistunniste.username=a").cannotRun(caseOf("{}", ASK)));
        assertEquals(
                Optional.of("the credentials have no yleistunniste.password"),
                target("yleistunniste.username=a").cannotRun(caseOf("{}", ticket)));
        assertEquals(
                Optional.of("the credentials have no org.a"),
                target("yleistunniste.username=a", "yleistunniste.secret=b").cannotRun(caseOf("{}", organisation)));
        assertEquals(
                Optional.of("the credentials have no yleistunniste.oid"),
                target("yleistunniste.username=a", "yleistunniste.secret=b").cannotRun(caseOf("{}", oid)));
    }

    @Test
    void several_cases_are_fit_for_a_server_that_nobody_may_steer() {
        var fit = Case.all().stream()
                .filter(one -> ForeignTarget.needsControl(one).isEmpty())
                .count();

        assertTrue(fit > 50, "only " + fit);
    }

    private static ForeignTarget target(String... lines) {
        var properties = new Properties();
        for (var line : lines) {
            var parts = line.split("=", 2);
            properties.setProperty(parts[0], parts[1]);
        }
        return new ForeignTarget(sandbox.baseUrl(), properties);
    }

    private static Case caseOf(String persons, String step) {
        return Case.of(
                "area",
                Json.read(
                        "{\"id\":\"area/one\",\"title\":\"One\",\"persons\":" + persons + ",\"steps\":[" + step + "]}",
                        JsonNode.class));
    }
}
