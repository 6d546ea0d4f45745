package io.opintosandbox.vtj;

import java.util.List;
import java.util.function.ToIntFunction;

/** Draws an item as often as its weight says. Immutable. */
final class Weighted<T> {

    private final List<T> items;
    private final int[] upTo;

    /** @throws IllegalArgumentException when a weight is negative or all are zero */
    Weighted(List<T> items, ToIntFunction<T> weight) {
        this.items = List.copyOf(items);
        this.upTo = new int[items.size()];
        int sum = 0;
        for (int i = 0; i < upTo.length; i++) {
            int own = weight.applyAsInt(items.get(i));
            if (own < 0) {
                throw new IllegalArgumentException("A weight (paino) is zero or more, not " + own);
            }
            sum = Math.addExact(sum, own);
            upTo[i] = sum;
        }
        if (sum == 0) {
            throw new IllegalArgumentException("At least one weight (paino) must be above zero");
        }
    }

    T draw(Draw draw) {
        int at = draw.below(upTo[upTo.length - 1]);
        int i = 0;
        while (upTo[i] <= at) {
            i++;
        }
        return items.get(i);
    }
}
