package io.opintosandbox.report;

import java.util.List;

/**
 * What a journal says of a habit.
 *
 * @param count calls that show it
 * @param requests ids of journal entries, at most 20
 */
public record HabitResult(String id, String title, String instead, int count, List<Long> requests) {
    /** Whether the adapter has it. */
    public boolean found() {
        return count > 0;
    }
}
