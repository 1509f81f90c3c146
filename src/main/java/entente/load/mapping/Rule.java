package entente.load.mapping;

import entente.load.document.Place;
import entente.load.mapping.Source.Lookup;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * What each row of a table says.
 *
 * @param table whose rows are read
 * @param where the rows that are taken
 * @param fields how the fields of a fact are made, by the names that they have in a dossier
 */
record Rule(Place place, String table, Filter where, Map<String, Value> fields) {
    /** The fields that may come to an entity which is created where it is missing. */
    List<Value> creating() {
        return fields.values().stream()
                .filter(field -> withNested(field).anyMatch(Rule::creates))
                .toList();
    }

    static boolean creates(Value value) {
        return value.source() instanceof Lookup lookup && lookup.create() != null;
    }

    static Rule created(Value value) {
        return Objects.requireNonNull(((Lookup) value.source()).create());
    }

    Stream<Value.ColumnUse> columns() {
        return Stream.concat(where.columns(table), fields.values().stream().flatMap(value -> value.columns(table)));
    }

    /** Itself, what it joins and what those join. */
    Stream<Value> values() {
        return fields.values().stream().flatMap(Rule::withNested);
    }

    private static Stream<Value> withNested(Value value) {
        return Stream.concat(Stream.of(value), value.nested().flatMap(Rule::withNested));
    }
}
