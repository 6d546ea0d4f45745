package io.opintosandbox.stories;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeout;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.opintosandbox.config.Setting;
import io.opintosandbox.config.Settings;
import io.opintosandbox.json.Json;
import io.opintosandbox.testing.TestSandbox;
import io.restassured.response.Response;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A year of a thousand events comes out the same, however the clock gets through it. */
class YearTest {
    private static final String KEEPER = "rekisterinpitaja";
    private static final Settings SETTINGS =
            Settings.defaults().with(Setting.FIXTURES, Year.fixtures().toString());
    private static final int DAYS = 365;

    // A server each, so that neither has what the other has used up.
    @RegisterExtension
    static final TestSandbox atOnce = new TestSandbox(SETTINGS);

    @RegisterExtension
    static final TestSandbox dayByDay = new TestSandbox(SETTINGS);

    @Test
    void a_year_in_one_call_takes_seconds_and_ends_as_day_by_day() {
        var inSteps = Story.load(dayByDay, Year.NAME);
        for (int day = 0; day < DAYS; day++) {
            inSteps.move("P1D");
        }

        var inOneCall = Story.load(atOnce, Year.NAME);
        // A few seconds on an idle machine; the bound is for one that has other things to do.
        assertTimeout(Duration.ofSeconds(60), () -> inOneCall.move("P" + DAYS + "D"));

        var state = state(inOneCall);
        assertEquals(state, state(inSteps));
        assertTrue(state.size() > 70, "so many people: " + state.size());
        assertTrue(state.values().stream().anyMatch(henkilo -> henkilo.contains("\"passivoitu\":true")));
        assertTrue(state.values().stream().anyMatch(henkilo -> henkilo.contains("\"turvakielto\":true")));
    }

    /** Everybody in the registry, with guardians and municipalities, by OID in the order of change. */
    private static Map<String, String> state(Story story) {
        story.hasGoneAsPlanned();
        Map<String, String> state = new TreeMap<>();
        var oids = list(story.calls().get(KEEPER, "/s2s/changedSince/2025-12-31T00:00:00Z?amount=10000"));
        var henkilot = list(story.calls().post(KEEPER, "/henkilo/henkilotByHenkiloOidList", oids));
        henkilot.forEach(henkilo -> state.put(henkilo.get("oidHenkilo").textValue(), withoutIds(henkilo)));
        state.put("order of change", Json.write(oids));
        for (var username : new String[] {"kotikuntahistoria", "turvakielto"}) {
            var path = "/s2s/henkilo/kotikuntahistoria" + (username.equals("turvakielto") ? "/turvakielto" : "");
            state.put(username, Json.write(list(story.calls().post(username, path, oids))));
        }
        for (var oid : oids) {
            var huoltajat = list(story.calls().get(KEEPER, "/henkilo/" + oid.textValue() + "/huoltajat"));
            state.put("guardians of " + oid.textValue(), Json.write(huoltajat.findValuesAsText("oidHenkilo")));
        }
        return state;
    }

    /** Row ids count what was written, and only that. */
    private static String withoutIds(JsonNode henkilo) {
        henkilo.get("yhteystiedotRyhma").forEach(ryhma -> ((ObjectNode) ryhma).remove("id"));
        return Json.write(henkilo);
    }

    private static ArrayNode list(Response answer) {
        assertEquals(200, answer.statusCode(), answer.asString());
        return Json.read(answer.asString(), ArrayNode.class);
    }
}
