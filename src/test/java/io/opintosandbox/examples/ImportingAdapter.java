package io.opintosandbox.examples;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Brings many students in at once: one batch, then patience, then the rows. Each student goes by a key of the student
 * system's own, never by the hetu.
 */
final class ImportingAdapter {
    private static final int MOST_POLLS = 600;

    private final Registry registry;
    private final Runnable pause;

    /** @param pause what to do between two polls: wait a second, not less */
    ImportingAdapter(Registry registry, Runnable pause) {
        this.registry = registry;
        this.pause = pause;
    }

    /** Sends the batch and answers the import's id, which is worth keeping. */
    long bringIn(Map<String, Learner> learners) {
        List<Map<String, Object>> rows = learners.entrySet().stream()
                .map(learner -> Map.of("tunniste", learner.getKey(), "henkilo", learner.getValue()))
                .toList();
        var begun = ok(registry.call("PUT", "/yleistunniste", Adapter.write(Map.of("henkilot", rows))));
        return begun.get("id").asLong();
    }

    /**
     * The oppijanumerot by the students' keys, when all rows have been gone through. New people are identified some
     * seconds after that: for those who are still empty, ask again later with the same id, not with a new batch.
     */
    Map<String, Optional<String>> oppijanumerot(long id) {
        var path = "/yleistunniste/tuonti=" + id;
        // The rows themselves answer 403 until the first of them are there, so they are not what is polled.
        for (int polls = 0;
                !ok(registry.call("GET", path + "/perustiedot", null))
                        .get("kasitelty")
                        .asBoolean();
                polls++) {
            if (polls == MOST_POLLS) {
                throw new IllegalStateException("The import " + id + " has not ended; ask for it again later.");
            }
            pause.run();
        }
        return oppijanumerot(ok(registry.call("GET", path, null)).get("henkilot"));
    }

    private static Map<String, Optional<String>> oppijanumerot(JsonNode rows) {
        Map<String, Optional<String>> found = new HashMap<>();
        for (var row : rows) {
            var number = row.path("henkilo").path("oppijanumero").textValue();
            found.put(row.get("tunniste").asText(), Optional.ofNullable(number).filter(text -> !text.isEmpty()));
        }
        return found;
    }

    private static JsonNode ok(HttpResponse<String> answer) {
        if (answer.statusCode() != 200) {
            throw new IllegalStateException("import: " + answer.statusCode() + " " + answer.body());
        }
        return Adapter.read(answer.body());
    }
}
