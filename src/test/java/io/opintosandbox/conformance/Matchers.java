package io.opintosandbox.conformance;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.opintosandbox.json.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * Holds an answer against an expectation: values exactly, objects with one {@code $key} as matchers. What is not there is a
 * {@link MissingNode}. Every method answers one line for each difference, none when it fits.
 */
final class Matchers {
    private static final Pattern ISO =
            Pattern.compile("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d(\\.\\d{1,9})?(Z|[+-]\\d\\d:?\\d\\d)");
    private static final Pattern DATE = Pattern.compile("\\d{4}-\\d\\d-\\d\\d");
    private static final long YEAR_2000 = 946_684_800_000L;
    private static final long YEAR_2100 = 4_102_444_800_000L;
    private static final Map<Integer, String> REASONS = Map.of(
            400, "Bad Request",
            401, "Unauthorized",
            403, "Forbidden",
            404, "Not Found",
            405, "Method Not Allowed",
            406, "Not Acceptable",
            409, "Conflict",
            415, "Unsupported Media Type",
            500, "Internal Server Error");

    /** What {@code $error} takes from the answer itself. */
    private final int status;

    private final String requestPath;

    Matchers(int status, String requestPath) {
        this.status = status;
        this.requestPath = requestPath;
    }

    List<String> compare(JsonNode expected, JsonNode got, String at) {
        if (isMatcher(expected)) {
            var matcher = expected.properties().iterator().next();
            return match(matcher.getKey(), matcher.getValue(), got, at);
        }
        if (expected.isObject()) {
            return object(expected, got, at, true);
        }
        if (expected.isArray()) {
            return list(expected, got, at);
        }
        return check(same(expected, got), at, show(expected), got);
    }

    private List<String> match(String name, JsonNode argument, JsonNode got, String at) {
        var there = !got.isMissingNode();
        return switch (name) {
            case "$any" -> check(there, at, "some value", got);
            case "$absent" -> check(!there, at, "nothing", got);
            case "$type" ->
                check(oneOrMore(argument).anyMatch(type -> isOfType(type.asText(), got)), at, "type " + argument, got);
            case "$regex" ->
                check(
                        got.isTextual()
                                && Pattern.compile(argument.textValue(), Pattern.DOTALL)
                                        .matcher(got.textValue())
                                        .matches(),
                        at,
                        "text like " + argument,
                        got);
            case "$range" ->
                check(got.isNumber() && within(argument, got.doubleValue()), at, "a number in " + argument, got);
            case "$length" -> check(hasLength(argument, got), at, "length " + argument, got);
            case "$oid" ->
                check(got.isTextual() && Identifiers.isPersonOid(got.textValue()), at, "a person's OID", got);
            case "$millis" ->
                check(
                        got.isIntegralNumber() && got.longValue() >= YEAR_2000 && got.longValue() <= YEAR_2100,
                        at,
                        "epoch milliseconds",
                        got);
            case "$iso" -> check(isText(got, ISO), at, "an ISO timestamp with zone", got);
            case "$date" -> check(isText(got, DATE), at, "a date", got);
            case "$unordered" -> unordered(argument, got, at, true);
            case "$contains" -> unordered(argument, got, at, false);
            case "$notContains" ->
                check(
                        got.isArray()
                                && elements(argument)
                                        .noneMatch(e -> elements(got).anyMatch(fits(e))),
                        at,
                        "a list without " + show(argument),
                        got);
            case "$each" -> each(argument, got, at);
            case "$atLeast" -> object(argument, got, at, false);
            case "$all" ->
                elements(argument)
                        .flatMap(part -> compare(part, got, at).stream())
                        .toList();
            case "$oneOf" ->
                check(elements(argument).anyMatch(one -> fits(one).test(got)), at, "one of " + show(argument), got);
            case "$not" -> check(!fits(argument).test(got), at, "anything but " + show(argument), got);
            case "$error" -> error(argument, got, at);
            default -> throw new IllegalArgumentException("there is no matcher " + name);
        };
    }

    /** The error bodies of the registry. Contract: registry-api.md 2. */
    private List<String> error(JsonNode argument, JsonNode got, String at) {
        var more = argument.isObject() ? argument : Json.object().set("shape", argument);
        var body = Json.object();
        body.putObject("timestamp").put("$millis", true);
        var expectedStatus = more.path("status").asInt(status);
        body.put("status", expectedStatus);
        body.put("error", more.path("error").asText(REASONS.getOrDefault(expectedStatus, "")));
        body.put("path", more.path("path").asText(requestPath));
        if (more.path("shape").asText("basic").equals("rich")) {
            body.putObject("exception").put("$type", "string");
            body.putObject("message").putArray("$type").add("string").add("null");
        }
        more.path("more").properties().forEach(field -> body.set(field.getKey(), field.getValue()));
        return compare(body, got, at);
    }

    private List<String> object(JsonNode expected, JsonNode got, String at, boolean exactly) {
        if (!got.isObject()) {
            return check(false, at, show(expected), got);
        }
        var lines = new ArrayList<String>();
        expected.properties()
                .forEach(field ->
                        lines.addAll(compare(field.getValue(), got.path(field.getKey()), at + "." + field.getKey())));
        if (exactly) {
            got.properties().stream()
                    .filter(field -> !expected.has(field.getKey()))
                    .forEach(field ->
                            lines.add(at + "." + field.getKey() + ": unexpected key, value " + show(field.getValue())));
        }
        return lines;
    }

    private List<String> list(JsonNode expected, JsonNode got, String at) {
        if (!got.isArray() || got.size() != expected.size()) {
            return check(false, at, "the list " + show(expected), got);
        }
        return IntStream.range(0, got.size())
                .boxed()
                .flatMap(i -> compare(expected.get(i), got.get(i), at + "[" + i + "]").stream())
                .toList();
    }

    /** Every expected element has an element of its own, in any order. */
    private List<String> unordered(JsonNode expected, JsonNode got, String at, boolean exactly) {
        if (!got.isArray() || (exactly && got.size() != expected.size())) {
            return check(false, at, "the elements " + show(expected), got);
        }
        var left = new ArrayList<>(elements(got).toList());
        var lines = new ArrayList<String>();
        elements(expected).forEach(wanted -> {
            var hit = left.stream().filter(fits(wanted)).findFirst();
            if (hit.isPresent()) {
                left.remove(hit.get());
            } else {
                lines.add(at + ": no element like " + show(wanted) + " in " + show(got));
            }
        });
        return lines;
    }

    private List<String> each(JsonNode expected, JsonNode got, String at) {
        if (!got.isArray()) {
            return check(false, at, "a list", got);
        }
        return IntStream.range(0, got.size())
                .boxed()
                .flatMap(i -> compare(expected, got.get(i), at + "[" + i + "]").stream())
                .toList();
    }

    private Predicate<JsonNode> fits(JsonNode expected) {
        return got -> compare(expected, got, "").isEmpty();
    }

    private static boolean same(JsonNode expected, JsonNode got) {
        if (expected.isNumber() && got.isNumber()) {
            return expected.decimalValue().compareTo(got.decimalValue()) == 0;
        }
        return expected.equals(got);
    }

    private static boolean hasLength(JsonNode argument, JsonNode got) {
        if (!got.isContainerNode() && !got.isTextual()) {
            return false;
        }
        var length = got.isTextual() ? got.textValue().length() : got.size();
        return argument.isArray() ? within(argument, length) : argument.intValue() == length;
    }

    /** A null end is open. */
    private static boolean within(JsonNode range, double number) {
        return number >= range.get(0).asDouble(Double.NEGATIVE_INFINITY)
                && number <= range.get(1).asDouble(Double.POSITIVE_INFINITY);
    }

    private static boolean isText(JsonNode got, Pattern pattern) {
        return got.isTextual() && pattern.matcher(got.textValue()).matches();
    }

    private static boolean isOfType(String type, JsonNode got) {
        return switch (type) {
            case "string" -> got.isTextual();
            case "integer" -> got.isIntegralNumber();
            case "number" -> got.isNumber();
            case "boolean" -> got.isBoolean();
            case "object" -> got.isObject();
            case "array" -> got.isArray();
            case "null" -> got.isNull();
            default -> throw new IllegalArgumentException("there is no type " + type);
        };
    }

    private static boolean isMatcher(JsonNode expected) {
        return expected instanceof ObjectNode
                && expected.size() == 1
                && expected.fieldNames().next().startsWith("$");
    }

    private static Stream<JsonNode> oneOrMore(JsonNode node) {
        return node.isArray() ? elements(node) : Stream.of(node);
    }

    private static Stream<JsonNode> elements(JsonNode list) {
        return StreamSupport.stream(list.spliterator(), false);
    }

    private static List<String> check(boolean fits, String at, String expected, JsonNode got) {
        return fits ? List.of() : List.of(at + ": expected " + expected + ", got " + show(got));
    }

    private static String show(JsonNode node) {
        var text = node.isMissingNode() ? "nothing" : node.toString();
        return text.length() <= 160 ? text : text.substring(0, 157) + "...";
    }
}
