package io.opintosandbox.control;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.opintosandbox.access.ServiceUser;
import io.opintosandbox.access.ServiceUsers;
import io.opintosandbox.control.ControlRoutes.Reply;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/** Service users of a world. Contract: control-api.md, "service-users". */
final class UserControl {
    private static final String[] FIELDS = {"username", "password", "clientSecret", "oid", "kayttajaTyyppi", "roles"};
    private static final Pattern NAME = Pattern.compile("\\p{Graph}{1,100}", Pattern.UNICODE_CHARACTER_CLASS);
    private static final Pattern OID = Pattern.compile("(?=.{3,64}$)\\d{1,20}(\\.\\d{1,20}){1,15}");
    private static final int LONGEST = 100;
    private static final int LONGEST_ORGANISATION = 64;

    Reply list(ControlCall call) {
        return Reply.ok(call.world().part(ServiceUsers.class).all());
    }

    Reply add(ControlCall call) {
        var body = call.body(FIELDS);
        var user = user(body, ControlCall.text(body, "username"));
        var users = call.world().part(ServiceUsers.class);
        if (users.find(user.username()).isPresent()) {
            throw ControlProblem.conflict("/username", "A user of this name is there already; PUT replaces it.");
        }
        store(users, user);
        return created(users, user);
    }

    Reply put(ControlCall call) {
        var body = call.body(FIELDS);
        var name = call.path("username");
        var inBody = ControlCall.text(body, "username");
        if (inBody != null && !inBody.equals(name)) {
            throw ControlProblem.badField("/username", "The name must be the one in the path, or left out.");
        }
        var user = user(body, name);
        var users = call.world().part(ServiceUsers.class);
        return store(users, user)
                ? created(users, user)
                : Reply.ok(users.find(name).orElseThrow());
    }

    Reply remove(ControlCall call) {
        if (!call.world().part(ServiceUsers.class).remove(call.path("username"))) {
            throw ControlProblem.notFound("No user has that name; GET /sandbox/service-users lists them.");
        }
        return Reply.noContent();
    }

    private static boolean store(ServiceUsers users, ServiceUser user) {
        try {
            return users.put(user);
        } catch (ServiceUsers.NameTaken e) {
            throw ControlProblem.conflict("/username", "A user of another world has this name; choose another.");
        }
    }

    private static Reply created(ServiceUsers users, ServiceUser user) {
        return new Reply(201, users.find(user.username()).orElseThrow(), null);
    }

    private static ServiceUser user(ObjectNode body, String name) {
        if (name == null || !NAME.matcher(name).matches() || storedLength(name) > LONGEST) {
            throw ControlProblem.badField("/username", "The name must be 1 to 100 visible characters.");
        }
        var password = ControlCall.text(body, "password");
        if (password == null || password.isEmpty()) {
            throw ControlProblem.badField("/password", "The password is missing; any text will do.");
        }
        var secret = ControlCall.text(body, "clientSecret");
        var oid = ControlCall.text(body, "oid");
        if (oid != null && !OID.matcher(oid).matches()) {
            throw ControlProblem.badField(
                    "/oid", "The OID must be numbers with dots between them, at most 64 characters, or left out.");
        }
        return new ServiceUser(
                name,
                password,
                secret == null ? password : secret,
                oid,
                ControlCall.oneOf(body, "kayttajaTyyppi", "PALVELU", "PALVELU", "VIRKAILIJA"),
                roles(body));
    }

    /** Letters that need two places, or get longer in lower case, make the stored name longer than it looks. */
    private static int storedLength(String name) {
        return Math.max(name.length(), name.toLowerCase(Locale.ROOT).length());
    }

    private static Map<String, List<String>> roles(ObjectNode body) {
        Map<String, List<String>> roles = new LinkedHashMap<>();
        var node = body.path("roles");
        if (!node.isMissingNode() && !node.isNull() && !node.isObject()) {
            throw ControlProblem.badField(
                    "/roles", "The roles must be an object from organisation OID to a list of rights.");
        }
        node.properties().forEach(entry -> {
            if (!entry.getValue().isArray()) {
                throw ControlProblem.badField("/roles/" + entry.getKey(), "The rights must be a list of texts.");
            }
            if (entry.getKey().length() > LONGEST_ORGANISATION) {
                throw ControlProblem.badField("/roles", "An organisation's OID must be at most 64 characters.");
            }
            List<String> rights = new ArrayList<>();
            entry.getValue().forEach(right -> {
                if (!right.isTextual()) {
                    throw ControlProblem.badField("/roles/" + entry.getKey(), "The rights must be a list of texts.");
                }
                rights.add(right.textValue());
            });
            roles.put(entry.getKey(), rights);
        });
        return roles;
    }
}
