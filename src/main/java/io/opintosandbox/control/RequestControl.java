package io.opintosandbox.control;

import com.fasterxml.jackson.databind.JsonNode;
import io.opintosandbox.control.ControlRoutes.Reply;
import io.opintosandbox.journal.Entry;
import io.opintosandbox.journal.Journal;
import io.opintosandbox.journal.Query;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** What clients have called. Contract: control-api.md, "requests" and "journal entry". */
final class RequestControl {
    private static final Duration LONGEST = Duration.ofSeconds(60);
    private static final int MOST = 100_000;
    private static final List<String> FIELDS = List.of("method", "path", "status", "username");
    private static final String STATUS =
            "status must be a number such as 404, a class such as 4xx, or none for calls that got no answer.";

    Reply list(ControlCall call) {
        call.onlyQuery("since", "path", "method", "status", "username", "limit");
        var found = call.world().part(Journal.class).find(query(call));
        var limit = call.queryNumber("limit", MOST, 0, MOST);
        return Reply.ok(found.subList(Math.max(0, found.size() - limit), found.size()));
    }

    Reply count(ControlCall call) {
        call.onlyQuery("since", "path", "method", "status", "username");
        var journal = call.world().part(Journal.class);
        return Reply.ok(new Count(journal.count(query(call)), journal.dropped()));
    }

    /** How many entries match, and how many of all have gone to make room. */
    record Count(int count, long dropped) {}

    Reply entry(ControlCall call) {
        return Optional.of(call.path("id"))
                .filter(id -> id.matches("\\d{1,18}"))
                .flatMap(id -> call.world().part(Journal.class).find(Long.parseLong(id)))
                .map(Reply::ok)
                .orElseThrow(
                        () -> ControlProblem.notFound(
                                "No call has that id, or it had to make room; GET /sandbox/requests lists those that are kept."));
    }

    Reply clear(ControlCall call) {
        call.world().part(Journal.class).clear();
        return Reply.noContent();
    }

    /** The matching calls as soon as there are enough. The time is real, whatever the world's clock does. */
    CompletableFuture<Reply> await(ControlCall call) {
        var body = call.body("match", "atLeast", "timeout");
        var query = match(body.path("match"));
        var atLeast = atLeast(body.get("atLeast"));
        var timeout = timeout(ControlCall.text(body, "timeout"));
        var journal = call.world().part(Journal.class);
        return journal.await(query, atLeast)
                .orTimeout(timeout.toMillis(), TimeUnit.MILLISECONDS)
                // Not by whoever makes the call that is waited for, nor by the one timer of the machine.
                .handleAsync((found, error) -> {
                    if (found == null) {
                        throw timeIsOver(error, journal.count(query), atLeast, timeout);
                    }
                    return Reply.ok(new Awaited(found.size(), found));
                });
    }

    /** What was waited for. */
    record Awaited(int count, List<Entry> requests) {}

    private static ControlProblem timeIsOver(Throwable error, int count, int atLeast, Duration timeout) {
        if (!(error instanceof TimeoutException)) {
            throw new IllegalStateException(error);
        }
        return ControlProblem.timeIsOver("Only " + count + " of " + atLeast + " matching calls came within " + timeout
                + "; GET /sandbox/requests shows what did come.");
    }

    private static Query query(ControlCall call) {
        var since = call.queryText("since");
        var query = since == null ? Query.ALL : since(since);
        var status = call.queryText("status");
        if (status != null && !Query.isStatus(status)) {
            throw ControlProblem.badRequest("The parameter " + STATUS);
        }
        return query.withPath(call.queryText("path"))
                .withMethod(call.queryText("method"))
                .withStatus(status)
                .withUsername(call.queryText("username"));
    }

    private static Query since(String text) {
        if (text.matches("\\d{1,18}")) {
            return Query.ALL.after(Long.parseLong(text));
        }
        try {
            return Query.ALL.since(Instant.parse(text));
        } catch (DateTimeParseException e) {
            throw ControlProblem.badRequest(
                    "The parameter since must be the id of an entry, or a time such as 2026-03-01T08:00:00Z.");
        }
    }

    private static Query match(JsonNode match) {
        if (match.isMissingNode() || match.isNull()) {
            return Query.ALL;
        }
        if (!match.isObject()) {
            throw ControlProblem.badField(
                    "/match", "The match must be an object with method, path, status and username, or left out.");
        }
        match.fieldNames().forEachRemaining(field -> {
            if (!FIELDS.contains(field)) {
                throw ControlProblem.unknownField("/match/" + field, String.join(", ", FIELDS));
            }
        });
        var status = match.path("status").isInt()
                ? match.get("status").asText()
                : ControlCall.text(match, "status", "/match/status");
        if (status != null && !Query.isStatus(status)) {
            throw ControlProblem.badField("/match/status", "The field " + STATUS);
        }
        return Query.ALL
                .withPath(ControlCall.text(match, "path", "/match/path"))
                .withMethod(ControlCall.text(match, "method", "/match/method"))
                .withStatus(status)
                .withUsername(ControlCall.text(match, "username", "/match/username"));
    }

    private static int atLeast(JsonNode atLeast) {
        if (atLeast == null || atLeast.isNull()) {
            return 1;
        }
        if (!atLeast.isInt() || atLeast.asInt() < 0 || atLeast.asInt() > MOST) {
            throw ControlProblem.badField("/atLeast", "The field must be a whole number from 0 to " + MOST + ".");
        }
        return atLeast.asInt();
    }

    private static Duration timeout(String text) {
        if (text == null) {
            return Duration.ofSeconds(10);
        }
        try {
            var timeout = Duration.parse(text);
            if (!timeout.isNegative() && timeout.compareTo(LONGEST) <= 0) {
                return timeout;
            }
        } catch (DateTimeParseException e) {
            // answered below, as one out of bounds is
        }
        throw ControlProblem.badField("/timeout", "The field must be a duration from PT0S to " + LONGEST + ".");
    }
}
