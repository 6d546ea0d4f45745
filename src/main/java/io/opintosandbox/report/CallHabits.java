package io.opintosandbox.report;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Habits about how often, how fast and how stubbornly somebody asks. Contract: clients.md, registry-api.md 4. */
final class CallHabits {
    private static final int BATCH = 10;
    private static final Duration IN_A_ROW = Duration.ofMinutes(1);
    private static final Set<Integer> REFUSALS = Set.of(400, 404, 409);
    private static final Pattern HETU = Pattern.compile("\"hetu\"\\s*:\\s*\"([^\"]+)\"");

    /** POSTs that change something and answer 200; all others of these only ask. */
    private static final Pattern CHANGING = Pattern.compile("/henkilo/[\\d.]+/.+|/(yleistunniste|oppija)/tuonti=\\d+");

    private CallHabits() {}

    /**
     * Runs of questions about one person each, which end when the caller does something else or nothing for a while.
     * To ask about a person again is no matter for a batch.
     */
    static List<Call> single(Calls calls) {
        List<Call> found = new ArrayList<>();
        for (var own : calls.byUser()) {
            Map<String, Call> run = new LinkedHashMap<>();
            Call last = null;
            for (var call : own) {
                if (!call.isApi()) {
                    continue;
                }
                var asksOne = asksOne(call);
                var goesOn = asksOne
                        && last != null
                        && last.operation().equals(call.operation())
                        && call.since(last).compareTo(IN_A_ROW) <= 0;
                if (!goesOn) {
                    keepLong(run, found);
                    run.clear();
                }
                last = asksOne ? call : null;
                if (asksOne) {
                    run.putIfAbsent(person(call), call);
                }
            }
            keepLong(run, found);
        }
        return found;
    }

    private static boolean asksOne(Call call) {
        return call.isHae()
                || call.is("POST", "/henkilo/exists")
                || (call.entry().method().equals("GET") && call.own().matches("/(yleistunniste/hae|henkilo)/.*\\d.*"));
    }

    private static String person(Call call) {
        if (call.entry().method().equals("GET")) {
            return call.own();
        }
        var body = String.valueOf(call.entry().body());
        var hetu = HETU.matcher(body);
        return hetu.find() ? hetu.group(1) : body;
    }

    private static void keepLong(Map<String, Call> run, List<Call> found) {
        if (run.size() >= BATCH) {
            found.addAll(run.values());
        }
    }

    /** A clock that stands tells nothing about how fast a client is. */
    static List<Call> fastPolls(Calls calls) {
        List<Call> found = new ArrayList<>();
        for (var own : calls.byUser()) {
            Map<String, Call> last = new HashMap<>();
            for (var call : own) {
                if (!call.reads() || !call.own().matches("/(yleistunniste|oppija)/tuonti=\\d+(/perustiedot)?")) {
                    continue;
                }
                var before = last.put(call.entry().path(), call);
                if (before != null
                        && (before.isForbidden() || before.answers("\"kasitelty\":false"))
                        && call.since(before).toMillis() > 0
                        && call.since(before).toMillis() < 1_000) {
                    found.add(call);
                }
            }
        }
        return found;
    }

    /** Refused, and refused again in the same way, though the caller had changed nothing in between. */
    static List<Call> repeats(Calls calls) {
        List<Call> found = new ArrayList<>();
        for (var own : calls.byUser()) {
            Map<String, Integer> refused = new HashMap<>();
            for (var call : own) {
                if (!call.isApi() || call.entry().truncated()) {
                    continue;
                }
                if (REFUSALS.contains(call.status())) {
                    var before = Optional.ofNullable(refused.put(call.question(), call.status()));
                    before.filter(status -> status == call.status()).ifPresent(same -> found.add(call));
                } else if (changesSomething(call)) {
                    refused.clear();
                } else if (call.isOk()) {
                    refused.remove(call.question());
                }
            }
        }
        return found;
    }

    private static boolean changesSomething(Call call) {
        return call.isOk()
                && !call.reads()
                && (!call.entry().method().equals("POST")
                        || call.status() == 201
                        || CHANGING.matcher(call.own()).matches());
    }
}
