package io.opintosandbox.control;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.opintosandbox.access.ServiceUsers;
import io.opintosandbox.config.BadSetting;
import io.opintosandbox.config.Settings;
import io.opintosandbox.control.ControlRoutes.Reply;
import io.opintosandbox.world.World;
import io.opintosandbox.world.Worlds;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;

/** The worlds of the server. Contract: control-api.md, "worlds". */
final class WorldsControl {
    /** Short enough for the names of its users, and fit for a URL, a header and a file. */
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,49}");

    private final Worlds worlds;
    private final WorldSettings settings;

    WorldsControl(Worlds worlds, WorldSettings settings) {
        this.worlds = worlds;
        this.settings = settings;
    }

    Reply list(ControlCall call) {
        return Reply.ok(worlds.all().stream().map(WorldsControl::summary).toList());
    }

    Reply show(ControlCall call) {
        return Reply.ok(whole(worlds.world(call.path("name")).orElseThrow(WorldsControl::unknown)));
    }

    Reply create(ControlCall call) {
        var body = call.body("name", "seed", "profile", "scenario");
        var name = name(body);
        var world = create(name, settings.of(body, worlds.settings()));
        return new Reply(201, whole(world), "/sandbox/worlds/" + world.name());
    }

    Reply remove(ControlCall call) {
        var name = call.path("name");
        if (worlds.world(name).map(World::name).filter(Worlds.DEFAULT::equals).isPresent()) {
            throw ControlProblem.conflict(null, "The default world is always there; POST /sandbox/reset empties it.");
        }
        if (!worlds.remove(name)) {
            throw unknown();
        }
        return Reply.noContent();
    }

    private World create(String name, Settings wanted) {
        try {
            return name == null ? worlds.createNext(wanted) : worlds.create(name, wanted);
        } catch (Worlds.NameTaken e) {
            throw ControlProblem.conflict(
                    "/name",
                    "A world of this name is there, or a user whose name ends like those of its users; choose another"
                            + " name, or DELETE that world first.");
        } catch (Worlds.TooMany e) {
            throw ControlProblem.conflict(
                    "/name", "There are " + Worlds.MOST + " worlds already; DELETE those that nobody needs any more.");
        } catch (BadSetting e) {
            throw ControlProblem.badRequest(e.getMessage());
        }
    }

    private static String name(ObjectNode body) {
        var name = ControlCall.text(body, "name");
        if (name != null && !NAME.matcher(name).matches()) {
            throw ControlProblem.badField(
                    "/name",
                    "The name must be 1 to 50 letters a to z, digits, dots, hyphens and underscores, and begin with a"
                            + " letter or digit; for example ci-42. Left out, a free one is taken.");
        }
        return name;
    }

    private static ControlProblem unknown() {
        return ControlProblem.notFound("No world has that name; GET /sandbox/worlds lists them.");
    }

    private static Map<String, Object> summary(World world) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("name", world.name());
        json.put("seed", world.settings().seed());
        json.put("profile", world.settings().profile().label());
        json.put("scenario", world.settings().scenario());
        return json;
    }

    /** With the credentials that lead into the world. */
    private static Map<String, Object> whole(World world) {
        var json = summary(world);
        json.put("serviceUsers", world.part(ServiceUsers.class).all());
        return json;
    }
}
