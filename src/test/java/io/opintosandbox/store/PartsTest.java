package io.opintosandbox.store;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Lists longer than the database takes are asked for in parts. */
class PartsTest {

    @Test
    void every_value_is_asked_for_once_and_in_order() {
        var values = IntStream.range(0, 2 * Parts.SIZE + 1).boxed().toList();
        List<Integer> sizes = new ArrayList<>();

        var answers = Parts.of(values, part -> {
            sizes.add(part.size());
            return List.copyOf(part);
        });

        assertEquals(values, answers);
        assertEquals(List.of(Parts.SIZE, Parts.SIZE, 1), sizes);
    }

    @Test
    void an_array_of_one_part_is_one_that_the_database_takes() {
        try (var database = Database.inMemory()) {
            var ids = IntStream.range(0, Parts.SIZE).mapToObj(Long::valueOf).toList();

            assertEquals(
                    Parts.SIZE,
                    database.sql("select count(*) from unnest(cast(:ids as bigint array)) haettu(id)")
                            .set("ids", ids)
                            .number());
        }
    }
}
