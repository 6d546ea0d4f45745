package io.opintosandbox.control;

import io.opintosandbox.control.ControlRoutes.Reply;
import io.opintosandbox.fixtures.Fixtures;
import io.opintosandbox.fixtures.PersonaState;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The named scenarios; at present the ready-made people. */
final class ScenarioControl {
    static final String PERSONAS = "personas";

    private final Fixtures fixtures;

    ScenarioControl(Fixtures fixtures) {
        this.fixtures = fixtures;
    }

    Reply list(ControlCall call) {
        var personas = fixtures.personas();
        Map<String, Object> scenario = new LinkedHashMap<>();
        scenario.put("name", PERSONAS);
        scenario.put("title", personas.title());
        scenario.put(
                "persons",
                PersonaState.of(call.world(), personas.personas()).stream()
                        .map(ScenarioControl::person)
                        .toList());
        scenario.put(
                "tryThis",
                personas.personas().stream()
                        .map(persona -> persona.title() + ": " + persona.tryThis())
                        .toList());
        return Reply.ok(List.of(scenario));
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
}
