package io.opintosandbox.control;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.opintosandbox.config.BadSetting;
import io.opintosandbox.config.Version;
import io.opintosandbox.control.ControlRoutes.Reply;
import io.opintosandbox.registry.henkilo.Henkilot;
import io.opintosandbox.registry.tuonti.Tuonnit;
import io.opintosandbox.registry.viestit.Viestit;
import io.opintosandbox.registry.yksilointi.Yksilointi;
import io.opintosandbox.vtj.muutostieto.Muutostiedot;
import io.opintosandbox.world.WorldClock;
import io.opintosandbox.world.Worlds;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.Period;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Status, reset, settle and clock of a world. */
final class WorldControl {
    private final Worlds worlds;
    private final WorldSettings settings;
    private final long startedAt;

    WorldControl(Worlds worlds, WorldSettings settings, long startedAt) {
        this.worlds = worlds;
        this.settings = settings;
        this.startedAt = startedAt;
    }

    Reply status(ControlCall call) {
        var world = call.world();
        Map<String, Object> counts = new LinkedHashMap<>();
        counts.put("persons", world.part(Henkilot.class).count());
        counts.put("imports", world.part(Tuonnit.class).count());
        counts.put(
                "openWork",
                world.part(Tuonnit.class).unfinished()
                        + world.part(Yksilointi.class).waiting()
                        + world.part(Muutostiedot.class).waiting()
                        + world.part(Viestit.class).jonossa());
        Map<String, Object> status = new LinkedHashMap<>();
        status.put("version", Version.TEXT);
        status.put("uptimeMs", Duration.ofNanos(System.nanoTime() - startedAt).toMillis());
        status.put("world", world.name());
        status.put("seed", world.settings().seed());
        status.put("profile", world.settings().profile().label());
        status.put("clock", clock(world.clock()));
        status.put("oidNode", world.settings().oidNode());
        status.put("counts", counts);
        return Reply.ok(status);
    }

    Reply reset(ControlCall call) {
        var body = call.body("seed", "profile", "scenario");
        var wanted = settings.of(body, call.world().origin());
        try {
            worlds.reset(call.world(), wanted);
        } catch (Worlds.NameTaken e) {
            throw ControlProblem.conflict(
                    null,
                    "Another world has a user with a name of this one's ready-made users; remove that user first.");
        } catch (BadSetting e) {
            throw ControlProblem.badRequest(e.getMessage());
        }
        return Reply.noContent();
    }

    Reply settle(ControlCall call) {
        call.body();
        var done = call.world().settle();
        Map<String, Object> answer = new LinkedHashMap<>();
        for (var kind : List.of("imports", "identified", "failed", "changes", "mails")) {
            answer.put(kind, done.getOrDefault(kind, 0));
        }
        return Reply.ok(answer);
    }

    Reply clock(ControlCall call) {
        return Reply.ok(clock(call.world().clock()));
    }

    Reply moveClock(ControlCall call) {
        var body = call.body("now", "advance", "mode");
        if (body.size() != 1) {
            throw ControlProblem.badRequest(
                    "Send one of {\"now\": instant}, {\"advance\": duration} and {\"mode\": \"running\"}.");
        }
        var world = call.world();
        if (body.has("mode")) {
            if (mode(body).equals("running")) {
                world.run();
            } else {
                world.move(now -> now);
            }
        } else if (body.has("now")) {
            world.moveTo(bounded("/now", instant(ControlCall.text(body, "now"))));
        } else {
            var amount = ControlCall.text(body, "advance");
            world.move(now -> bounded("/advance", later(now, amount)));
        }
        return Reply.ok(clock(world.clock()));
    }

    private static Map<String, Object> clock(WorldClock clock) {
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("now", clock.now().toString());
        answer.put("mode", clock.mode());
        return answer;
    }

    private static String mode(ObjectNode body) {
        var mode = ControlCall.oneOf(body, "mode", null, "running", "fixed");
        if (mode == null) {
            throw ControlProblem.badField("/mode", "The mode must be running or fixed.");
        }
        return mode;
    }

    private static Instant instant(String text) {
        try {
            return Instant.parse(String.valueOf(text));
        } catch (DateTimeException e) {
            throw ControlProblem.badField(
                    "/now", "The time must be an instant in UTC, for example 2026-03-01T08:00:00Z.");
        }
    }

    /** Hours, minutes and seconds are exact; days and longer follow the calendar in UTC. */
    private static Instant later(Instant now, String text) {
        Instant then;
        try {
            then = now.plus(Duration.parse(String.valueOf(text)));
        } catch (DateTimeException | ArithmeticException e) {
            try {
                then = now.atOffset(ZoneOffset.UTC)
                        .plus(Period.parse(String.valueOf(text)))
                        .toInstant();
            } catch (DateTimeException | ArithmeticException notEither) {
                throw ControlProblem.badField(
                        "/advance", "The amount must be an ISO 8601 duration, for example PT15M or P1D.");
            }
        }
        if (then.isBefore(now)) {
            throw ControlProblem.badField("/advance", "The amount must not be negative; {\"now\": …} moves back.");
        }
        return then;
    }

    private static Instant bounded(String field, Instant instant) {
        if (!WorldClock.mayStandAt(instant)) {
            throw ControlProblem.badField(field, "The clock can stand from the year 1900 to 2999.");
        }
        return instant;
    }
}
