package io.opintosandbox.registry.page;

import java.util.List;

/** A page in the framework's newer form; pages are counted from 0. Contract: registry-api.md 5.2. */
public record PagedModel<T>(List<T> content, Numbers page) {

    /** Which page, and how much there is in all. */
    public record Numbers(int size, int number, long totalElements, long totalPages) {}

    public static <T> PagedModel<T> of(List<T> content, int number, int size, long total) {
        return new PagedModel<>(content, new Numbers(size, number, total, (total + size - 1) / size));
    }
}
