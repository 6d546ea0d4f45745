package io.opintosandbox.control;

import com.fasterxml.jackson.databind.JsonNode;
import io.opintosandbox.control.ControlRoutes.Reply;
import io.opintosandbox.neighbours.kayttooikeus.ExternalPermissionService;
import io.opintosandbox.neighbours.kayttooikeus.UlkoisetPalvelut;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** What the external permission services of a world answer. Contract: neighbours.md 1.1. */
final class ExternalPermissionControl {

    Reply list(ControlCall call) {
        var palvelut = call.world().part(UlkoisetPalvelut.class);
        return Reply.ok(Arrays.stream(ExternalPermissionService.values())
                .map(service -> json(service, palvelut))
                .toList());
    }

    Reply put(ControlCall call) {
        var service = service(call.path("service"));
        var body = call.body("allow", "oids");
        var palvelut = call.world().part(UlkoisetPalvelut.class);
        if (body.has("allow") == body.has("oids")) {
            throw ControlProblem.badRequest(
                    "The body must be {\"allow\": true}, {\"allow\": false} or {\"oids\": [\"…\"]}.");
        }
        if (body.has("oids")) {
            palvelut.answersFor(service, oids(body.get("oids")));
        } else if (body.get("allow").isBoolean()) {
            palvelut.answersAll(service, body.get("allow").booleanValue());
        } else {
            throw ControlProblem.badField("/allow", "The field must be true or false.");
        }
        return Reply.ok(json(service, palvelut));
    }

    private static ExternalPermissionService service(String name) {
        return Arrays.stream(ExternalPermissionService.values())
                .filter(service -> service.name().equals(name))
                .findFirst()
                .orElseThrow(() -> ControlProblem.notFound("No external permission service has that name; there are "
                        + Arrays.stream(ExternalPermissionService.values())
                                .map(ExternalPermissionService::name)
                                .collect(Collectors.joining(", "))
                        + "."));
    }

    private static Set<String> oids(JsonNode list) {
        Set<String> oids = new TreeSet<>();
        if (!list.isArray()) {
            throw ControlProblem.badField("/oids", "The field must be a list of person OIDs.");
        }
        list.forEach(oid -> {
            if (!oid.isTextual()) {
                throw ControlProblem.badField("/oids", "The field must be a list of person OIDs.");
            }
            oids.add(oid.textValue());
        });
        return oids;
    }

    private static Map<String, Object> json(ExternalPermissionService service, UlkoisetPalvelut palvelut) {
        var answer = palvelut.answer(service);
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("service", service.name());
        json.put("allow", answer.allow());
        json.put("oids", answer.oids().orElse(null));
        return json;
    }
}
