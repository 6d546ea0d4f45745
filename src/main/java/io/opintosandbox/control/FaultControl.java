package io.opintosandbox.control;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.opintosandbox.control.ControlRoutes.Reply;
import io.opintosandbox.json.Json;
import io.opintosandbox.world.Faults.Fault;
import io.opintosandbox.world.Faults.Kind;
import io.opintosandbox.world.Faults.Match;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What is to go wrong. Contract: control-api.md, "faults". */
final class FaultControl {
    private static final List<String> LATER = List.of("delay", "drop", "cas", "import");

    Reply list(ControlCall call) {
        return Reply.ok(
                call.world().faults().all().stream().map(FaultControl::json).toList());
    }

    Reply add(ControlCall call) {
        var body = call.body("match", "effect", "times");
        var effect = body.path("effect");
        if (!effect.isObject() || effect.isEmpty()) {
            throw ControlProblem.badField("/effect", "The effect is missing; for example {\"status\": 503}.");
        }
        var kind = kind(effect);
        if (kind == Kind.VTJ_DOWN && !body.path("match").isEmpty()) {
            throw ControlProblem.badField(
                    "/match", "VTJ is down for everybody, background work included; leave the match out.");
        }
        var status = kind == Kind.STATUS ? status(effect) : 0;
        var fault = call.world().faults().add(match(body.path("match")), kind, status, times(body, kind));
        return new Reply(201, json(fault), "/sandbox/faults/" + fault.id());
    }

    Reply remove(ControlCall call) {
        var id = call.path("id");
        if (!id.matches("\\d{1,18}") || !call.world().faults().remove(Long.parseLong(id))) {
            throw ControlProblem.notFound("No fault has that id; GET /sandbox/faults lists them.");
        }
        return Reply.noContent();
    }

    Reply clear(ControlCall call) {
        call.world().faults().clear();
        return Reply.noContent();
    }

    private static Kind kind(JsonNode effect) {
        for (var name : LATER) {
            if (effect.has(name)) {
                throw ControlProblem.notSimulated("The effect " + name);
            }
        }
        if (effect.path("vtj").asText().equals("slow")) {
            throw ControlProblem.notSimulated("The effect vtj slow");
        }
        if (effect.size() != 1) {
            throw ControlProblem.badField("/effect", "The effect must have one field: status, vtj, session or token.");
        }
        var name = effect.fieldNames().next();
        var value = effect.get(name).asText();
        return switch (name + "=" + (name.equals("status") ? "" : value)) {
            case "status=" -> Kind.STATUS;
            case "vtj=down" -> Kind.VTJ_DOWN;
            case "session=expire" -> Kind.SESSION_EXPIRE;
            case "token=expire" -> Kind.TOKEN_EXPIRE;
            default ->
                throw ControlProblem.badField(
                        "/effect",
                        "The effect must be {\"status\": n}, {\"vtj\": \"down\"}, {\"session\": \"expire\"} or {\"token\":"
                                + " \"expire\"}.");
        };
    }

    private static int status(JsonNode effect) {
        var status = effect.get("status");
        if (!status.isInt() || status.asInt() < 400 || status.asInt() > 599) {
            throw ControlProblem.badField("/effect/status", "The status must be a number from 400 to 599.");
        }
        return status.asInt();
    }

    private static Match match(JsonNode match) {
        if (match.isMissingNode() || match.isNull()) {
            return Match.ALL;
        }
        if (!match.isObject()) {
            throw ControlProblem.badField(
                    "/match", "The match must be an object with method, path and username, or left out.");
        }
        match.fieldNames().forEachRemaining(field -> {
            if (!List.of("method", "path", "username").contains(field)) {
                throw ControlProblem.unknownField("/match/" + field, "method, path, username");
            }
        });
        return new Match(
                ControlCall.text(match, "method", "/match/method"),
                ControlCall.text(match, "path", "/match/path"),
                ControlCall.text(match, "username", "/match/username"));
    }

    private static Integer times(ObjectNode body, Kind kind) {
        var times = body.get("times");
        if (times == null || times.isNull()) {
            return kind == Kind.VTJ_DOWN ? null : Integer.valueOf(1);
        }
        if (!times.isInt() || times.asInt() < 1) {
            throw ControlProblem.badField("/times", "The times must be a whole number from 1, or left out.");
        }
        return times.asInt();
    }

    private static Map<String, Object> json(Fault fault) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("id", fault.id());
        json.put("match", matchJson(fault.match()));
        json.put("effect", effectJson(fault));
        json.put("times", fault.times());
        json.put("struck", fault.struck());
        return json;
    }

    private static ObjectNode matchJson(Match match) {
        var json = Json.object();
        putUnlessNull(json, "method", match.method());
        putUnlessNull(json, "path", match.path());
        putUnlessNull(json, "username", match.username());
        return json;
    }

    private static void putUnlessNull(ObjectNode json, String field, String value) {
        if (value != null) {
            json.put(field, value);
        }
    }

    private static Map<String, Object> effectJson(Fault fault) {
        return switch (fault.kind()) {
            case STATUS -> Map.of("status", fault.status());
            case VTJ_DOWN -> Map.of("vtj", "down");
            case SESSION_EXPIRE -> Map.of("session", "expire");
            case TOKEN_EXPIRE -> Map.of("token", "expire");
        };
    }
}
