package io.opintosandbox.conformance;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.opintosandbox.json.Json;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** One step of a case. The keys are those of the case files; a key that nobody knows is refused. */
sealed interface Step {

    /** Background work is finished. */
    record Settle(boolean settle) implements Step {}

    /** Waits for an import; {@code api} is the path whose {@code /tuonti=ID/perustiedot} is asked. */
    record ImportDone(JsonNode import_done, String as, String api) implements Step {}

    /** A person changes in the population register. */
    record VtjChange(String vtj, ObjectNode set) implements Step {}

    /** A service user of this case only. */
    record NewUser(ObjectNode user) implements Step {}

    /** A CAS service ticket. */
    record Ticket(String ticket, String save, String service) implements Step {}

    /** Requests sent at the same time. */
    record Parallel(List<Request> parallel, ParallelExpect expect) implements Step {}

    /** What parallel requests answer: one status at least once, and none beside {@code statuses}. */
    record ParallelExpect(int atLeastOne, List<Integer> statuses, JsonNode json) {}

    /** A request; what is missing is null. */
    record Request(
            String as,
            String method,
            String path,
            boolean root,
            String server,
            Map<String, String> headers,
            JsonNode json,
            String raw,
            Map<String, String> form,
            String token,
            Expect expect,
            Map<String, String> save)
            implements Step {

        /** Whether more than its status is compared. */
        boolean checksAnswer() {
            return expect != null && (expect.headers() != null || expect.json() != null || expect.text() != null);
        }
    }

    /** What a request answers: a number or a list of them, headers, and one of the two forms of the body. */
    record Expect(JsonNode status, ObjectNode headers, JsonNode json, JsonNode text) {}

    static Step of(JsonNode node) {
        var type = Stream.of(
                        Map.entry("settle", Settle.class),
                        Map.entry("import_done", ImportDone.class),
                        Map.entry("vtj", VtjChange.class),
                        Map.entry("user", NewUser.class),
                        Map.entry("ticket", Ticket.class),
                        Map.entry("parallel", Parallel.class))
                .filter(kind -> node.has(kind.getKey()))
                .<Class<? extends Step>>map(Map.Entry::getValue)
                .findFirst()
                .orElse(Request.class);
        try {
            return Json.convert(node, type);
        } catch (JacksonException e) {
            throw new IllegalArgumentException("not a step: " + node, e);
        }
    }

    /** The requests that the step itself spells out. */
    default List<Request> requests() {
        if (this instanceof Request request) {
            return List.of(request);
        }
        return this instanceof Parallel parallel ? parallel.parallel() : List.of();
    }
}
