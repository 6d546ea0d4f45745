package io.opintosandbox.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The list of tables is that of schema.sql: a table that is forgotten there would be in no snapshot, and never emptied. */
class TablesTest {
    private static final Pattern TABLE = Pattern.compile("create table (\\w+) \\((.*?)\\n\\);", Pattern.DOTALL);
    private static final Pattern NUMBER = Pattern.compile("(?m)^    (id|\\w+_id|perustieto_avain) bigint");

    @Test
    void every_table_of_the_schema_is_in_the_list_with_its_columns() throws IOException {
        Map<String, TreeSet<String>> numbers = new TreeMap<>();
        try (var in = Database.class.getResourceAsStream("schema.sql")) {
            TABLE.matcher(new String(in.readAllBytes(), StandardCharsets.UTF_8))
                    .results()
                    .forEach(table -> numbers.put(
                            table.group(1),
                            NUMBER.matcher(table.group(2))
                                    .results()
                                    .map(column -> column.group(1))
                                    .collect(Collectors.toCollection(TreeSet::new))));
        }

        assertTrue(numbers.size() > 20, "schema.sql has another form now");
        assertEquals(
                numbers,
                Table.ALL.stream()
                        .collect(Collectors.toMap(
                                Table::name,
                                table -> new TreeSet<>(table.numbers().keySet()),
                                (a, b) -> a,
                                TreeMap::new)));
    }
}
