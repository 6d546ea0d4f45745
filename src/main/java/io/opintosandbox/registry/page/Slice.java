package io.opintosandbox.registry.page;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.util.List;
import java.util.function.Function;

/**
 * A page that does not count the rest; pages are counted from 1. Keys in alphabetical order.
 * Contract: registry-api.md 5.2.
 */
@JsonPropertyOrder(alphabetic = true)
public record Slice<T>(boolean first, boolean last, int number, int numberOfElements, List<T> results, int size) {

    /**
     * A slice of what was found.
     *
     * @param found up to one element more than the size, which tells that there is a next slice
     */
    public static <S, T> Slice<T> of(List<S> found, int number, int size, Function<S, T> mapper) {
        var results = found.stream().limit(size).map(mapper).toList();
        return new Slice<>(number == 1, found.size() <= size, number, results.size(), results, size);
    }
}
