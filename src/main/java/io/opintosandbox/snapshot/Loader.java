package io.opintosandbox.snapshot;

import static io.opintosandbox.snapshot.BadSnapshot.invalid;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.opintosandbox.store.Column;
import io.opintosandbox.store.Table;
import io.opintosandbox.store.WorldRows;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Reads the tables of a snapshot into a world, a batch of rows at a time. */
final class Loader {
    private static final int BATCH = 1000;

    private final JsonParser json;
    private final WorldRows rows;
    private final Texts texts;
    private final Usernames names;
    private final long highest;
    private final long moved;

    /**
     * A loader for one document.
     *
     * @param json at the field of the tables
     * @param highest the highest number that a row may have
     * @param moved what is added to every number
     */
    Loader(JsonParser json, WorldRows rows, Texts texts, Usernames names, long highest, long moved) {
        this.json = json;
        this.rows = rows;
        this.texts = texts;
        this.names = names;
        this.highest = highest;
        this.moved = moved;
    }

    /** Errors: {@link BadSnapshot}, {@link io.opintosandbox.store.StoreException}. */
    void load() throws IOException {
        expect(JsonToken.START_OBJECT, "The tables must be an object.");
        Set<String> missing = new HashSet<>();
        Table.ALL.forEach(table -> missing.add(table.name()));
        while (json.nextToken() == JsonToken.FIELD_NAME) {
            var name = json.currentName();
            var table = Table.ALL.stream()
                    .filter(one -> one.name().equals(name))
                    .findFirst()
                    .orElseThrow(() -> invalid(pointer(), "A snapshot has no table of that name."));
            missing.remove(name);
            load(table);
        }
        if (!missing.isEmpty()) {
            throw invalid("/tables/" + missing.iterator().next(), "The table is missing; it may be empty.");
        }
        if (json.nextToken() != JsonToken.END_OBJECT) {
            throw invalid("/tables", "The tables must be the last field of a snapshot.");
        }
        if (json.nextToken() != null) {
            throw invalid(null, "The body must be one JSON object and nothing after it.");
        }
        rows.dangling().ifPresent(found -> {
            throw BadSnapshot.conflict(
                    "/tables/" + found.table(),
                    "In column " + found.column() + " the number " + (found.number() - moved)
                            + " leads to no row of the snapshot.");
        });
    }

    private void load(Table table) throws IOException {
        expect(JsonToken.START_ARRAY, "A table must be an array of rows.");
        var columns = rows.columns(table);
        Map<String, Integer> places = new HashMap<>();
        columns.forEach(column -> places.put(column.name(), places.size()));
        List<Object[]> batch = new ArrayList<>(BATCH);
        while (json.nextToken() != JsonToken.END_ARRAY) {
            if (json.currentToken() != JsonToken.START_OBJECT) {
                throw invalid(pointer(), "A row must be an object with the names of columns.");
            }
            batch.add(row(table, columns, places));
            if (batch.size() == BATCH) {
                rows.insert(table, batch);
                batch.clear();
            }
        }
        rows.insert(table, batch);
    }

    private Object[] row(Table table, List<Column> columns, Map<String, Integer> places) throws IOException {
        var row = new Object[columns.size()];
        while (json.nextToken() == JsonToken.FIELD_NAME) {
            var place = places.get(json.currentName());
            if (place == null) {
                throw invalid(pointer(), "The table has no column of that name.");
            }
            json.nextToken();
            row[place] = value(table, columns.get(place));
        }
        if (table.name().equals(Table.USERS)) {
            var name = places.get("tunnus");
            row[name] = names.of((String) row[name]);
            row[places.get("tunnus_avain")] =
                    row[name] == null ? null : row[name].toString().toLowerCase(Locale.ROOT);
        } else if (places.containsKey("kayttaja")) {
            row[places.get("kayttaja")] = names.of((String) row[places.get("kayttaja")]);
        }
        for (int i = 0; i < row.length; i++) {
            if (row[i] == null && !columns.get(i).nullable()) {
                throw invalid(pointer() + "/" + columns.get(i).name(), "The column needs a value in every row.");
            }
        }
        return row;
    }

    private Object value(Table table, Column column) throws IOException {
        var token = json.currentToken();
        if (token == JsonToken.VALUE_NULL) {
            return null;
        }
        return switch (column.type()) {
            case TEXT -> text(table, column, token);
            case INT -> (int) number(token, Integer.MIN_VALUE, Integer.MAX_VALUE);
            case LONG ->
                table.numbers().containsKey(column.name())
                        ? numberOfSequence(column, token)
                        : (Object) number(token, Long.MIN_VALUE, Long.MAX_VALUE);
            case FLAG -> {
                if (!token.isBoolean()) {
                    throw invalid(pointer(), "The value must be true or false.");
                }
                yield json.getBooleanValue();
            }
            case DATE -> date(token);
        };
    }

    private Object numberOfSequence(Column column, JsonToken token) throws IOException {
        // 0 and -1 stand for places before everything in the feed.
        var least = column.name().equals("perustieto_avain") ? -1 : 1;
        var number = number(token, least, highest);
        return number > 0 ? number + moved : number;
    }

    private long number(JsonToken token, long least, long most) throws IOException {
        var fits = token == JsonToken.VALUE_NUMBER_INT
                && (json.getNumberType() == JsonParser.NumberType.INT
                        || json.getNumberType() == JsonParser.NumberType.LONG);
        if (!fits || json.getLongValue() < least || json.getLongValue() > most) {
            throw invalid(pointer(), "The value must be a whole number from " + least + " to " + most + ".");
        }
        return json.getLongValue();
    }

    private String text(Table table, Column column, JsonToken token) throws IOException {
        var text = token == JsonToken.VALUE_STRING ? json.getText() : null;
        if (text == null || text.length() > column.length()) {
            throw invalid(pointer(), "The value must be a text of at most " + column.length() + " characters.");
        }
        texts.check(text, this::pointer);
        Meanings.check(table.name(), column.name(), text, this::pointer, texts);
        return text;
    }

    private LocalDate date(JsonToken token) throws IOException {
        try {
            return LocalDate.parse(token == JsonToken.VALUE_STRING ? json.getText() : "");
        } catch (DateTimeException e) {
            throw invalid(pointer(), "The value must be a date, for example 1990-01-31.");
        }
    }

    private void expect(JsonToken token, String message) throws IOException {
        if (json.nextToken() != token) {
            throw invalid(pointer(), message);
        }
    }

    private String pointer() {
        return json.getParsingContext().pathAsPointer().toString();
    }
}
