package entente.export;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.StreamWriteFeature;
import entente.model.Entity;
import entente.model.Relationship;
import entente.model.Table;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.util.Collection;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Writes plain values as JSON: those of a {@link Table}, and a table itself as the list of its rows, each an object
 * keyed by column.
 *
 * <p>A date is an ISO string, an entity {@code {id, labels, name, properties}}, a relationship {@code {id, type, from,
 * to, properties}}. Numbers that JSON lacks are the strings {@code "NaN"}, {@code "Infinity"} and {@code "-Infinity"};
 * half a character is U+FFFD.
 */
public final class PlainJson {
    static final JsonFactory FACTORY = JsonFactory.builder()
            .disable(StreamWriteFeature.AUTO_CLOSE_TARGET)
            .disable(StreamWriteFeature.FLUSH_PASSED_TO_STREAM)
            .build();

    private PlainJson() {}

    /** Writes one value; the writer is neither flushed nor closed. */
    public static void write(@Nullable Object value, Writer out) throws IOException {
        try (JsonGenerator json = FACTORY.createGenerator(out)) {
            write(value, json);
        }
    }

    /** The JSON of one value. */
    public static String text(@Nullable Object value) {
        StringWriter text = new StringWriter();
        try {
            write(value, text);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return text.toString();
    }

    static void write(@Nullable Object value, JsonGenerator json) throws IOException {
        // Most values are texts, and to ask a text first whether it is a list or a map takes longer than to write it.
        if (value instanceof String text) {
            json.writeString(wellFormed(text));
        } else if (value == null) {
            json.writeNull();
        } else if (value instanceof Boolean truth) {
            json.writeBoolean(truth);
        } else if (value instanceof Double number) {
            json.writeNumber(number);
        } else if (value instanceof Number number) {
            json.writeNumber(number.longValue());
        } else {
            writeStructure(value, json);
        }
    }

    private static void writeStructure(Object value, JsonGenerator json) throws IOException {
        if (value instanceof Map<?, ?> map) {
            writeMap(map, json);
        } else if (value instanceof Collection<?> list) {
            writeList(list, json);
        } else if (value instanceof Table table) {
            writeRows(table, json);
        } else if (value instanceof Entity entity) {
            writeEntity(entity, json);
        } else if (value instanceof Relationship relationship) {
            writeRelationship(relationship, json);
        } else {
            json.writeString(wellFormed(value.toString()));
        }
    }

    /** Half a character, which UTF-8 cannot hold, becomes U+FFFD. */
    static String wellFormed(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (Character.isSurrogate(text.charAt(i))) {
                int[] characters = text.codePoints()
                        .map(character -> Character.getType(character) == Character.SURROGATE ? 0xFFFD : character)
                        .toArray();
                return new String(characters, 0, characters.length);
            }
        }
        return text;
    }

    private static void writeMap(Map<?, ?> map, JsonGenerator json) throws IOException {
        json.writeStartObject();
        for (Map.Entry<?, ?> entry : map.entrySet()) {
            writeField(String.valueOf(entry.getKey()), entry.getValue(), json);
        }
        json.writeEndObject();
    }

    private static void writeList(Collection<?> list, JsonGenerator json) throws IOException {
        json.writeStartArray();
        for (Object item : list) {
            write(item, json);
        }
        json.writeEndArray();
    }

    private static void writeRows(Table table, JsonGenerator json) throws IOException {
        json.writeStartArray();
        for (List<@Nullable Object> row : table.rows()) {
            writeRow(table.columns(), row, json);
        }
        json.writeEndArray();
    }

    static void writeRow(List<String> columns, List<@Nullable Object> row, JsonGenerator json) throws IOException {
        json.writeStartObject();
        Iterator<@Nullable Object> values = row.iterator();
        for (String column : columns) {
            writeField(column, values.next(), json);
        }
        json.writeEndObject();
    }

    private static void writeEntity(Entity entity, JsonGenerator json) throws IOException {
        json.writeStartObject();
        writeField("id", entity.id(), json);
        writeField("labels", entity.labels(), json);
        writeField("name", entity.properties().get("name"), json);
        writeField("properties", entity.properties(), json);
        json.writeEndObject();
    }

    private static void writeRelationship(Relationship relationship, JsonGenerator json) throws IOException {
        json.writeStartObject();
        writeField("id", relationship.id(), json);
        writeField("type", relationship.type(), json);
        writeField("from", relationship.from(), json);
        writeField("to", relationship.to(), json);
        writeField("properties", relationship.properties(), json);
        json.writeEndObject();
    }

    static void writeField(String name, @Nullable Object value, JsonGenerator json) throws IOException {
        json.writeFieldName(wellFormed(name));
        write(value, json);
    }

    /** Writes one row of a table as an object, on one line. */
    static void writeRow(List<String> columns, List<@Nullable Object> row, Writer out) throws IOException {
        try (JsonGenerator json = FACTORY.createGenerator(out)) {
            writeRow(columns, row, json);
        }
    }
}
