package io.opintosandbox.report;

import io.opintosandbox.journal.Entry;
import io.opintosandbox.journal.Journal;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The report card of an adapter, made of the journal of what it called: which situations it has met, and which habits
 * it shows. Counts and evidence, no score. Contract: control-api.md, "report".
 *
 * @param entries how many calls it is made of
 * @param dropped how many older calls had gone from the journal
 */
public record Report(int entries, long dropped, List<SituationResult> situations, List<HabitResult> habits) {
    private static final int MOST_EVIDENCE = 20;
    private static final int MOST_NEXT = 5;

    /** The report on what a journal holds. */
    public static Report of(Journal journal) {
        return of(journal.all(), journal.dropped());
    }

    /** The report on these entries, oldest first. */
    public static Report of(List<Entry> entries) {
        return of(entries, 0);
    }

    /** The report on these entries, oldest first, when so many older ones are gone. */
    public static Report of(List<Entry> entries, long dropped) {
        var calls = new Calls(entries);
        return new Report(
                entries.size(),
                dropped,
                Situations.ALL.stream()
                        .map(situation -> result(situation, calls))
                        .toList(),
                Habits.ALL.stream().map(habit -> result(habit, calls)).toList());
    }

    /** The habit of an id. */
    public HabitResult habit(String id) {
        return habits.stream().filter(one -> one.id().equals(id)).findFirst().orElseThrow();
    }

    /** The situation of an id. */
    public SituationResult situation(String id) {
        return situations.stream()
                .filter(one -> one.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private static SituationResult result(Situation situation, Calls calls) {
        var met = calls.where(situation.met());
        return new SituationResult(
                situation.id(),
                situation.title(),
                situation.contract(),
                situation.provoke(),
                met.size(),
                ids(met),
                next(met, calls));
    }

    private static HabitResult result(Habit habit, Calls calls) {
        var found = habit.finder().apply(calls);
        return new HabitResult(habit.id(), habit.title(), habit.instead(), found.size(), ids(found));
    }

    private static List<Long> ids(List<Call> calls) {
        return calls.stream().limit(MOST_EVIDENCE).map(Call::id).toList();
    }

    private static Map<String, Integer> next(List<Call> met, Calls calls) {
        Map<String, Integer> counts = new TreeMap<>();
        for (var call : met) {
            var what = calls.next(call)
                    .map(next -> next.question().equals(call.question())
                            ? "the same call again"
                            : next.operation() + (next.status() == 0 ? "" : " -> " + next.status()))
                    .orElse("nothing more");
            counts.merge(what, 1, Integer::sum);
        }
        Map<String, Integer> most = new LinkedHashMap<>();
        counts.entrySet().stream()
                .sorted(Map.Entry.<String, Integer>comparingByValue(Comparator.reverseOrder()))
                .limit(MOST_NEXT)
                .forEach(one -> most.put(one.getKey(), one.getValue()));
        return most;
    }
}
