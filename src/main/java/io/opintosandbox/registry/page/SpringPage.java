package io.opintosandbox.registry.page;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.util.List;

/**
 * A page in the framework's own form; pages are counted from 0. Keys in alphabetical order.
 * Contract: registry-api.md 5.2.
 */
@JsonPropertyOrder(alphabetic = true)
public record SpringPage<T>(
        List<T> content,
        boolean empty,
        boolean first,
        boolean last,
        int number,
        int numberOfElements,
        Pageable pageable,
        int size,
        Sort sort,
        long totalElements,
        long totalPages) {

    /** What was asked for. */
    @JsonPropertyOrder(alphabetic = true)
    public record Pageable(long offset, int pageNumber, int pageSize, boolean paged, Sort sort, boolean unpaged) {}

    /** That the page is sorted. */
    @JsonPropertyOrder(alphabetic = true)
    public record Sort(boolean empty, boolean sorted, boolean unsorted) {}

    public static <T> SpringPage<T> of(List<T> content, int number, int size, long total) {
        var sort = new Sort(false, true, false);
        var pages = (total + size - 1) / size;
        return new SpringPage<>(
                content,
                content.isEmpty(),
                number == 0,
                number + 1 >= pages,
                number,
                content.size(),
                new Pageable((long) number * size, number, size, true, sort, false),
                size,
                sort,
                total,
                pages);
    }
}
