package io.opintosandbox.faults;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.opintosandbox.json.Json;
import io.opintosandbox.world.Effect;
import io.opintosandbox.world.Faults.Fault;
import io.opintosandbox.world.Faults.Match;
import java.time.DateTimeException;
import java.time.Duration;
import java.util.List;
import java.util.Locale;

/**
 * A fault as JSON: {@code {"match","effect","times"}}. Errors of the readers: {@link BadFault}. Contract: control-api.md,
 * "faults".
 */
public final class FaultForm {
    private static final int LONGEST_PATH = 1_000;
    private static final List<String> METHODS = List.of("GET", "HEAD", "POST", "PUT", "DELETE", "PATCH", "OPTIONS");
    private static final String EFFECTS =
            "{\"status\": 503}, {\"delay\": \"PT3S\"}, {\"drop\": true}, {\"drop\": \"after\"},"
                    + " {\"session\": \"expire\"}, {\"token\": \"expire\"}, {\"vtj\": \"down\"}, {\"vtj\": \"slow\", \"delay\":"
                    + " \"PT3S\"}, {\"cas\": \"down\"} or {\"import\": {\"stallAfterRows\": n}}";

    private FaultForm() {}

    /** A fault that is none, and where. */
    public static final class BadFault extends RuntimeException {
        private static final long serialVersionUID = 1L;
        private final String pointer;
        private final boolean unknown;

        private BadFault(String pointer, String message, boolean unknown) {
            super(message, null, false, false);
            this.pointer = pointer;
            this.unknown = unknown;
        }

        BadFault(String pointer, String message) {
            this(pointer, message, false);
        }

        /** What is wrong, as a JSON pointer. */
        public String pointer() {
            return pointer;
        }

        /** Whether the field is not known at all; then the message lists those that are. */
        public boolean unknown() {
            return unknown;
        }
    }

    /** The effect of {@code {"effect": …}}. */
    public static Effect effect(JsonNode effect) {
        if (!effect.isObject() || effect.isEmpty()) {
            throw new BadFault("/effect", "The effect is missing; it is one of " + EFFECTS + ".");
        }
        if (effect.has("vtj")) {
            return vtj(effect);
        }
        if (effect.size() > 1) {
            throw new BadFault(
                    "/effect", "The effect must be one thing; what is to go wrong twice over needs two faults.");
        }
        var name = effect.fieldNames().next();
        var value = effect.get(name);
        return switch (name) {
            case "status" -> new Effect.Status(number(value, 400, 599, "/effect/status"));
            case "delay" -> new Effect.Delay(delay(value));
            case "drop" -> drop(value);
            case "session" -> word(value, "expire", new Effect.SessionExpires(), "/effect/session");
            case "token" -> word(value, "expire", new Effect.TokenExpires(), "/effect/token");
            case "cas" -> word(value, "down", new Effect.CasDown(), "/effect/cas");
            case "import" -> stall(value);
            default ->
                throw new BadFault("/effect/" + name, "Nothing is called that; the effect is one of " + EFFECTS + ".");
        };
    }

    private static Effect vtj(JsonNode effect) {
        var slow = effect.path("vtj").asText().equals("slow");
        known(effect, "/effect", slow ? List.of("vtj", "delay") : List.of("vtj"));
        return slow
                ? new Effect.VtjSlow(delay(effect.path("delay")))
                : word(effect.get("vtj"), "down", new Effect.VtjDown(), "/effect/vtj");
    }

    private static Effect drop(JsonNode value) {
        if (value.isBoolean() && value.booleanValue()) {
            return new Effect.Drop(false);
        }
        if (value.isTextual() && value.textValue().equals("after")) {
            return new Effect.Drop(true);
        }
        throw new BadFault(
                "/effect/drop",
                "The drop must be true, or \"after\" for a call that is carried out before it is dropped.");
    }

    private static Effect stall(JsonNode value) {
        if (!value.isObject()) {
            throw new BadFault(
                    "/effect/import", "The import must be an object; for example {\"stallAfterRows\": 100}.");
        }
        known(value, "/effect/import", List.of("stallAfterRows"));
        return new Effect.ImportStall(
                number(value.path("stallAfterRows"), 0, Integer.MAX_VALUE, "/effect/import/stallAfterRows"));
    }

    private static Effect word(JsonNode value, String word, Effect effect, String pointer) {
        if (!value.isTextual() || !value.textValue().equals(word)) {
            throw new BadFault(pointer, "The value must be \"" + word + "\"; effects are " + EFFECTS + ".");
        }
        return effect;
    }

    private static int number(JsonNode value, int least, int most, String pointer) {
        if (!value.isInt() || value.intValue() < least || value.intValue() > most) {
            throw new BadFault(pointer, "The value must be a whole number from " + least + " to " + most + ".");
        }
        return value.intValue();
    }

    private static Duration delay(JsonNode value) {
        try {
            var delay = Duration.parse(value.isTextual() ? value.textValue() : "");
            if (delay.toMillis() > 0 && delay.compareTo(Effect.LONGEST) <= 0) {
                return delay;
            }
        } catch (DateTimeException | ArithmeticException e) {
            // answered below, as one out of bounds is
        }
        throw new BadFault(
                "/effect/delay",
                "The delay must be an ISO 8601 duration over zero and up to " + Effect.LONGEST + "; for example PT3S.");
    }

    /** The match of {@code {"match": …}} for an effect. */
    public static Match match(JsonNode match, Effect effect) {
        if (match.isMissingNode() || match.isNull() || (match.isObject() && match.isEmpty())) {
            return Match.ALL;
        }
        if (!match.isObject()) {
            throw new BadFault("/match", "The match must be an object with method, path and username, or left out.");
        }
        if (effect instanceof Effect.OnWorld) {
            throw new BadFault(
                    "/match",
                    "This effect stands for the whole world, whoever calls; leave the match out, or take {\"status\": 503}.");
        }
        known(match, "/match", List.of("method", "path", "username"));
        var method = text(match, "method");
        if (method != null && !METHODS.contains(method.toUpperCase(Locale.ROOT))) {
            throw new BadFault("/match/method", "The method must be one of " + String.join(", ", METHODS) + ".");
        }
        var path = text(match, "path");
        if (path != null && !path.startsWith("/") && !path.startsWith("*") && !path.startsWith("?")) {
            throw new BadFault("/match/path", "The path must begin with a slash or with *, or nothing would match it.");
        }
        if (path != null && path.length() > LONGEST_PATH) {
            throw new BadFault("/match/path", "The path must be at most " + LONGEST_PATH + " characters.");
        }
        if (path != null && (path.equals("/sandbox") || path.startsWith("/sandbox/"))) {
            throw new BadFault("/match/path", "Faults never strike /sandbox; name a path of the services.");
        }
        return new Match(method, path, text(match, "username"));
    }

    private static String text(JsonNode match, String field) {
        var value = match.path(field);
        if (value.isMissingNode() || value.isNull()) {
            return null;
        }
        if (!value.isTextual() || value.textValue().isEmpty()) {
            throw new BadFault("/match/" + field, "The field must be a text that is not empty, or left out.");
        }
        return value.textValue();
    }

    /** The times of {@code {"times": …}} for an effect; null for until it is deleted. */
    public static Integer times(JsonNode times, Effect effect) {
        if (times.isMissingNode() || times.isNull()) {
            return effect instanceof Effect.OnWorld ? null : Integer.valueOf(1);
        }
        if (effect instanceof Effect.ImportStall) {
            throw new BadFault("/times", "Imports stand until the fault is deleted; leave the times out.");
        }
        return number(times, 1, Integer.MAX_VALUE, "/times");
    }

    private static void known(JsonNode object, String pointer, List<String> names) {
        object.fieldNames().forEachRemaining(name -> {
            if (!names.contains(name)) {
                throw new BadFault(pointer + "/" + name, String.join(", ", names), true);
            }
        });
    }

    /** {@code {"id","match","effect","times","struck"}}. */
    public static ObjectNode json(Fault fault) {
        var json = Json.object();
        json.put("id", fault.id());
        json.set("match", json(fault.match()));
        json.set("effect", json(fault.effect()));
        json.put("times", fault.times());
        json.put("struck", fault.struck());
        return json;
    }

    private static ObjectNode json(Match match) {
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

    private static ObjectNode json(Effect effect) {
        var json = Json.object();
        if (effect instanceof Effect.Status status) {
            json.put("status", status.status());
        } else if (effect instanceof Effect.Delay late) {
            json.put("delay", late.delay().toString());
        } else if (effect instanceof Effect.Drop drop) {
            json.set("drop", drop.after() ? json.textNode("after") : json.booleanNode(true));
        } else if (effect instanceof Effect.SessionExpires) {
            json.put("session", "expire");
        } else if (effect instanceof Effect.TokenExpires) {
            json.put("token", "expire");
        } else if (effect instanceof Effect.VtjDown) {
            json.put("vtj", "down");
        } else if (effect instanceof Effect.VtjSlow slow) {
            json.put("vtj", "slow").put("delay", slow.delay().toString());
        } else if (effect instanceof Effect.CasDown) {
            json.put("cas", "down");
        } else if (effect instanceof Effect.ImportStall stall) {
            json.putObject("import").put("stallAfterRows", stall.afterRows());
        }
        return json;
    }
}
