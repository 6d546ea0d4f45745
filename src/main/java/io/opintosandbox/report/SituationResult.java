package io.opintosandbox.report;

import java.util.List;
import java.util.Map;

/**
 * What a journal says of a situation.
 *
 * @param count how often it was met
 * @param requests ids of journal entries, at most 20
 * @param next what the same caller did after it, and how often; the most frequent first
 */
public record SituationResult(
        String id,
        String title,
        String contract,
        String provoke,
        int count,
        List<Long> requests,
        Map<String, Integer> next) {
    /** Whether the adapter has met it at all. */
    public boolean met() {
        return count > 0;
    }
}
