package io.opintosandbox.control;

import io.opintosandbox.config.BadSetting;
import io.opintosandbox.control.ControlRoutes.Reply;
import io.opintosandbox.fixtures.Persona;
import io.opintosandbox.fixtures.PersonaState;
import io.opintosandbox.fixtures.Scenario;
import io.opintosandbox.fixtures.Scenarios;
import io.opintosandbox.fixtures.Schedule;
import io.opintosandbox.fixtures.Scheduled;
import io.opintosandbox.world.World;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The named scenarios: their people, what to try, and of the loaded one how far everything is. */
final class ScenarioControl {
    private final Scenarios scenarios;

    ScenarioControl(Scenarios scenarios) {
        this.scenarios = scenarios;
    }

    Reply list(ControlCall call) {
        try {
            return Reply.ok(scenarios.all().stream()
                    .map(scenario -> json(call.world(), scenario))
                    .toList());
        } catch (BadSetting e) {
            throw ControlProblem.badRequest(e.getMessage());
        }
    }

    private static Map<String, Object> json(World world, Scenario scenario) {
        // The personas are there whatever else is.
        var isPersonas = scenario.name().equals(Scenarios.PERSONAS);
        var loaded = isPersonas || scenario.name().equals(world.settings().scenario());
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("name", scenario.name());
        json.put("title", scenario.title());
        json.put("story", scenario.story());
        json.put("loaded", loaded);
        json.put("clock", scenario.clock() == null ? null : scenario.clock().toString());
        json.put(
                "persons",
                loaded
                        ? PersonaState.of(world, scenario.persons()).stream()
                                .map(ScenarioControl::person)
                                .toList()
                        : scenario.persons().stream()
                                .map(ScenarioControl::absent)
                                .toList());
        json.put("tryThis", scenario.tryThis());
        json.put("schedule", loaded && !isPersonas ? schedule(world) : List.of());
        return json;
    }

    private static Map<String, Object> absent(Persona persona) {
        return person(new PersonaState(persona, null, null, "not loaded"));
    }

    private static Map<String, Object> person(PersonaState state) {
        var persona = state.persona();
        Map<String, Object> person = new LinkedHashMap<>();
        person.put("name", persona.name());
        person.put("title", persona.title());
        person.put("tryThis", persona.tryThis());
        person.put("hetu", persona.hetu());
        person.put("etunimet", persona.etunimet());
        person.put("kutsumanimi", persona.kutsumanimi());
        person.put("sukunimi", persona.sukunimi());
        person.put("oid", state.oid());
        person.put("oppijanumero", state.oppijanumero());
        person.put("state", state.state());
        return person;
    }

    private static List<Map<String, Object>> schedule(World world) {
        return world.part(Schedule.class).all().stream()
                .map(ScenarioControl::scheduled)
                .toList();
    }

    private static Map<String, Object> scheduled(Scheduled item) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("time", item.time().toString());
        json.put("what", item.what());
        json.put("state", item.state().name().toLowerCase(Locale.ROOT));
        json.put("note", item.note());
        return json;
    }
}
