package io.opintosandbox.junit;

import io.opintosandbox.Sandbox;
import io.opintosandbox.report.HabitResult;
import java.util.stream.Collectors;

/** What {@link OpintopolkuSandbox#strict} asks of an adapter. */
final class GoodHabits {

    private GoodHabits() {}

    /** Errors: {@link AssertionError}, which names each bad habit, the calls that show it, and what to do instead. */
    static void demand(Sandbox world) {
        var bad = world.report().habits().stream().filter(HabitResult::found).toList();
        if (!bad.isEmpty()) {
            throw new AssertionError(bad.stream()
                            .map(habit -> "  " + habit.title() + " (calls " + numbers(habit) + "). " + habit.instead())
                            .collect(Collectors.joining(
                                    "\n", "The adapter has habits that strict = true does not let pass:\n", "\n"))
                    + "Its calls:\n" + world.requests());
        }
    }

    private static String numbers(HabitResult habit) {
        var shown = habit.requests().stream().map(String::valueOf).collect(Collectors.joining(", "));
        return habit.count() > habit.requests().size() ? shown + " … " + habit.count() + " in all" : shown;
    }
}
