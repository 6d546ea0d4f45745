package io.opintosandbox.control;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.opintosandbox.config.BadSetting;
import io.opintosandbox.config.Profile;
import io.opintosandbox.config.Setting;
import io.opintosandbox.config.Settings;
import io.opintosandbox.fixtures.Scenarios;

/** How a world is to be, as a reset and a new world are told: {@code seed}, {@code profile}, {@code scenario}. */
final class WorldSettings {
    private final Scenarios scenarios;

    WorldSettings(Scenarios scenarios) {
        this.scenarios = scenarios;
    }

    /**
     * The settings that are asked for; what is left out stays as it is in {@code base}. The scenario has been read, so
     * that a file that is wrong costs nobody a world.
     */
    Settings of(ObjectNode body, Settings base) {
        var wanted = base;
        var scenario = ControlCall.text(body, "scenario");
        if (scenario != null) {
            if (!scenarios.names().contains(scenario)) {
                throw ControlProblem.notFound(
                        "No scenario has that name; there are " + String.join(", ", scenarios.names()) + ".");
            }
            wanted = wanted.with(Setting.SCENARIO, scenario);
        }
        var seed = body.get("seed");
        if (seed != null && !seed.isNull()) {
            if (!seed.isIntegralNumber() || !seed.canConvertToLong()) {
                throw ControlProblem.badField("/seed", "The seed must be a whole number.");
            }
            wanted = wanted.with(Setting.SEED, seed.asText());
        }
        var profile = ControlCall.text(body, "profile");
        if (profile != null) {
            if (Profile.named(profile).isEmpty()) {
                throw ControlProblem.badField("/profile", "The profile must be one of sandbox, test, production.");
            }
            wanted = wanted.with(Setting.PROFILE, profile);
        }
        try {
            scenarios.named(wanted.scenario());
        } catch (BadSetting e) {
            throw ControlProblem.badRequest(e.getMessage());
        }
        return wanted;
    }
}
