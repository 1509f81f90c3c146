package entente.export;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The attributes that a format declares before it uses them, each with its type, in the order in which they came. */
final class AttributeColumns {
    private record Column(String id, AttributeType type) {}

    /** A declared attribute. */
    record Declaration(String id, String name, AttributeType type) {}

    private final String prefix;
    private final Map<String, Column> columns = new LinkedHashMap<>();

    /** @param prefix with which the ids begin, such as {@code n} */
    AttributeColumns(String prefix) {
        this.prefix = prefix;
    }

    /** The id of an attribute, which now can hold the value. */
    String idFor(String name, Object value) {
        AttributeType type = AttributeType.of(value);
        Column column = columns.get(name);
        Column wider = column == null
                ? new Column(prefix + columns.size(), type)
                : new Column(column.id, column.type.or(type));
        columns.put(name, wider);
        return wider.id;
    }

    List<Declaration> declarations() {
        return columns.entrySet().stream()
                .map(column -> new Declaration(column.getValue().id, column.getKey(), column.getValue().type))
                .toList();
    }
}
