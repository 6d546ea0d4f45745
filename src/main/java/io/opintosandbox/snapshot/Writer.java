package io.opintosandbox.snapshot;

import com.fasterxml.jackson.core.JsonGenerator;
import io.opintosandbox.config.Setting;
import io.opintosandbox.config.Version;
import io.opintosandbox.json.Json;
import io.opintosandbox.store.Column;
import io.opintosandbox.store.Table;
import io.opintosandbox.store.WorldRows;
import io.opintosandbox.world.World;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;

/** Writes a world: what it is, what it keeps in memory, and its rows, table by table. The same world, the same bytes. */
final class Writer {
    private final World world;
    private final JsonGenerator json;

    private Writer(World world, JsonGenerator json) {
        this.world = world;
        this.json = json;
    }

    static void write(World world, OutputStream out) throws IOException {
        try (var json = Json.generator(out)) {
            new Writer(world, json).write();
        }
    }

    private void write() throws IOException {
        var rows = new WorldRows(world.db());
        json.writeStartObject();
        json.writeNumberField("format", Snapshots.FORMAT);
        json.writeStringField("sandbox", Version.TEXT);
        json.writeObjectFieldStart("world");
        json.writeStringField("name", world.name());
        json.writeObjectFieldStart("settings");
        for (var setting :
                Arrays.stream(Setting.values()).filter(Setting::isOfWorld).toList()) {
            json.writeStringField(setting.flag().substring(2), world.settings().value(setting));
        }
        json.writeEndObject();
        json.writeEndObject();
        json.writeObjectFieldStart("clock");
        json.writeStringField("mode", world.clock().mode());
        // Of a running clock the time is the machine's.
        if (world.clock().fixed()) {
            json.writeStringField("now", world.clock().now().toString());
        }
        json.writeEndObject();
        json.writeNumberField("highestNumber", rows.highestNumber());
        json.writeFieldName("state");
        json.writeRawValue(Json.write(State.of(world)));
        json.writeObjectFieldStart("tables");
        for (var table : Table.ALL) {
            json.writeArrayFieldStart(table.name());
            var columns = rows.columns(table);
            rows.each(table, row -> {
                try {
                    write(columns, row);
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            });
            json.writeEndArray();
        }
        json.writeEndObject();
        json.writeEndObject();
    }

    /** What is null is left out. */
    private void write(List<Column> columns, Object[] row) throws IOException {
        json.writeStartObject();
        for (int i = 0; i < row.length; i++) {
            var name = columns.get(i).name();
            if (row[i] instanceof String text) {
                json.writeStringField(name, text);
            } else if (row[i] instanceof Long number) {
                json.writeNumberField(name, number);
            } else if (row[i] instanceof Integer number) {
                json.writeNumberField(name, number);
            } else if (row[i] instanceof Boolean flag) {
                json.writeBooleanField(name, flag);
            } else if (row[i] instanceof LocalDate date) {
                json.writeStringField(name, date.toString());
            }
        }
        json.writeEndObject();
    }
}
