package io.opintosandbox.registry.page;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.util.List;
import java.util.function.Function;

/**
 * A page that tells how much there is in all; pages are counted from 1. Keys in alphabetical order.
 * Contract: registry-api.md 5.2. Odd on purpose: an empty result is not its last page, nor is one beyond the end.
 */
@JsonPropertyOrder(alphabetic = true)
public record Page<T>(
        boolean first,
        boolean last,
        int number,
        int numberOfElements,
        List<T> results,
        int size,
        long totalElements,
        long totalPages) {

    public static <T> Page<T> of(List<T> results, int number, int size, long total) {
        var pages = (total + size - 1) / size;
        return new Page<>(number == 1, pages == number, number, results.size(), results, size, total, pages);
    }

    /** The same page of something else made of each element. */
    public <R> Page<R> map(Function<T, R> mapper) {
        return of(results.stream().map(mapper).toList(), number, size, totalElements);
    }
}
