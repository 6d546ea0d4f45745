package io.opintosandbox.snapshot;

import static io.opintosandbox.snapshot.BadSnapshot.invalid;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.opintosandbox.config.BadSetting;
import io.opintosandbox.config.Setting;
import io.opintosandbox.config.Settings;
import io.opintosandbox.faults.FaultForm;
import io.opintosandbox.json.Json;
import io.opintosandbox.world.World;
import io.opintosandbox.world.WorldClock;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * Everything of a snapshot but its tables, checked.
 *
 * @param world the name of the world that it was taken of
 * @param settings that world's own, over those of the world that it is put into
 * @param now where the clock stands, or null when it runs
 * @param highestNumber the highest number of the sequence in the tables
 */
record Header(String world, Settings settings, Instant now, long highestNumber, State state) {
    static final List<String> FIELDS = List.of("format", "sandbox", "world", "clock", "highestNumber", "state");
    private static final int NAME = 50;

    /**
     * Reads up to the beginning of the tables.
     *
     * @param json at the beginning of the document
     */
    static Header read(JsonParser json, World into, Texts texts) throws IOException {
        var fields = Json.object();
        if (json.nextToken() != JsonToken.START_OBJECT) {
            throw invalid(null, "The body must be a snapshot: a JSON object as GET /sandbox/snapshot answers it.");
        }
        while (json.nextToken() == JsonToken.FIELD_NAME && !json.currentName().equals("tables")) {
            var name = json.currentName();
            if (!FIELDS.contains(name)) {
                throw invalid("/" + name, "A snapshot has no field of that name.");
            }
            json.nextToken();
            fields.set(name, Json.value(json));
            checkFormat(fields);
            texts.check(fields.get(name), "/" + name);
        }
        if (json.currentToken() != JsonToken.FIELD_NAME) {
            throw invalid("/tables", "The tables are missing; they are the last field of a snapshot.");
        }
        var header = of(fields, into);
        header.checkState(into);
        return header;
    }

    private static void checkFormat(ObjectNode fields) {
        var format = fields.path("format");
        if (!format.isInt() || format.intValue() != Snapshots.FORMAT) {
            throw invalid(
                    "/format",
                    "The format must come first and be " + Snapshots.FORMAT
                            + ", which this version reads; take the snapshot with a server of this version.");
        }
    }

    private static Header of(ObjectNode fields, World into) {
        for (var name : FIELDS) {
            if (!fields.has(name)) {
                throw invalid("/" + name, "The field is missing; it stands before the tables.");
            }
        }
        var world = fields.path("world").path("name");
        if (!world.isTextual()
                || world.textValue().isEmpty()
                || world.textValue().length() > NAME) {
            throw invalid("/world/name", "The name must be that of a world.");
        }
        var highest = fields.path("highestNumber");
        if (!highest.canConvertToLong() || !highest.isIntegralNumber() || highest.longValue() < 0) {
            throw invalid("/highestNumber", "The number must be a whole number from 0.");
        }
        return new Header(
                world.textValue(),
                settings(fields.path("world").path("settings"), into.settings()),
                now(fields.path("clock")),
                highest.longValue(),
                state(fields.path("state")));
    }

    private static Settings settings(JsonNode values, Settings over) {
        var settings = over;
        if (!values.isObject()) {
            throw invalid("/world/settings", "The settings must be an object.");
        }
        for (var entry : values.properties()) {
            var at = "/world/settings/" + entry.getKey();
            var setting = Arrays.stream(Setting.values())
                    .filter(one -> one.isOfWorld() && one.flag().equals("--" + entry.getKey()))
                    .findFirst()
                    .orElseThrow(() -> invalid(at, "A world has no setting of that name."));
            if (!entry.getValue().isTextual()) {
                throw invalid(at, "The value must be a text, as on the command line.");
            }
            try {
                settings = settings.with(setting, entry.getValue().textValue());
            } catch (BadSetting e) {
                throw invalid(at, e.getMessage());
            }
        }
        return settings;
    }

    private static Instant now(JsonNode clock) {
        try {
            return switch (clock.path("mode").asText()) {
                case "running" -> null;
                case "fixed" ->
                    Optional.of(Instant.parse(clock.path("now").asText()))
                            .filter(WorldClock::mayStandAt)
                            .orElseThrow(() -> invalid("/clock/now", "The clock stands from the year 1900 to 2999."));
                default -> throw invalid("/clock/mode", "The mode must be running or fixed.");
            };
        } catch (DateTimeException e) {
            throw invalid("/clock/now", "The time must be an instant in UTC, for example 2026-03-01T08:00:00Z.");
        }
    }

    private static State state(JsonNode json) {
        try {
            var state = Json.convert(json, State.class);
            var given = Arrays.asList(
                    state.readyMadeUsers(),
                    state.people(),
                    state.inVtj(),
                    state.notInVtj(),
                    state.ids(),
                    state.due(),
                    state.externalPermissions(),
                    state.serviceUsers(),
                    state.faults(),
                    state.scheduledFaults());
            if (given.stream().anyMatch(Objects::isNull)
                    || state.serviceUsers().begun() == null
                    || state.serviceUsers().made() == null
                    || state.holdsNull()) {
                throw invalid("/state", "The state lacks a field; take it as GET /sandbox/snapshot answers it.");
            }
            return state;
        } catch (JacksonException | IllegalArgumentException e) {
            throw invalid("/state", "The state cannot be read; take it as GET /sandbox/snapshot answers it.");
        }
    }

    private void checkState(World into) {
        try {
            state.faults(new Usernames(state.readyMadeUsers(), world, into));
        } catch (FaultForm.BadFault e) {
            throw invalid("/state/faults", "One of the faults is none: " + e.getMessage());
        }
    }
}
