package io.opintosandbox.report;

import io.opintosandbox.journal.Entry;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/** The calls of a journal, all together and each caller's own, oldest first. */
final class Calls {
    private final List<Call> all;
    private final Map<String, List<Call>> byUser = new LinkedHashMap<>();
    private final Map<Long, Integer> places = new LinkedHashMap<>();

    Calls(List<Entry> entries) {
        this.all = entries.stream().map(Call::new).toList();
        for (var call : all) {
            var own = byUser.computeIfAbsent(call.user(), user -> new ArrayList<>());
            places.put(call.id(), own.size());
            own.add(call);
        }
    }

    List<Call> all() {
        return all;
    }

    List<Call> where(Predicate<Call> wanted) {
        return all.stream().filter(wanted).toList();
    }

    /** The calls of each caller. */
    Collection<List<Call>> byUser() {
        return byUser.values();
    }

    /** What the same caller called next. */
    Optional<Call> next(Call call) {
        var own = byUser.get(call.user());
        var place = places.get(call.id()) + 1;
        return place < own.size() ? Optional.of(own.get(place)) : Optional.empty();
    }
}
