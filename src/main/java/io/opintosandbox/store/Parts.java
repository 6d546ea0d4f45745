package io.opintosandbox.store;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;

/** Long lists of values for {@code = any(:names)}, because H2 takes no array of more than 65 536. */
public final class Parts {
    static final int SIZE = 50_000;

    private Parts() {}

    /** What the query answers for all values, asked for as many at a time as the database takes. */
    public static <T, R> List<R> of(Collection<T> values, Function<Collection<T>, List<R>> query) {
        if (values.size() <= SIZE) {
            return query.apply(values);
        }
        var all = List.copyOf(values);
        List<R> answers = new ArrayList<>();
        for (int from = 0; from < all.size(); from += SIZE) {
            answers.addAll(query.apply(all.subList(from, Math.min(from + SIZE, all.size()))));
        }
        return answers;
    }
}
