package entente.web;

import entente.model.Entity;
import entente.model.Relationship;
import entente.model.Table;
import java.lang.reflect.RecordComponent;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The records that the API shows, as JSON objects: each component under its own name, in order. So the names of their
 * components are part of the API. What {@link entente.export.PlainJson} has a form for stays what it is.
 */
final class RecordJson {
    private RecordJson() {}

    static Map<String, @Nullable Object> of(Record record) {
        Map<String, @Nullable Object> object = new LinkedHashMap<>();
        for (RecordComponent component : record.getClass().getRecordComponents()) {
            object.put(component.getName(), plain(value(component, record)));
        }
        return object;
    }

    private static @Nullable Object value(RecordComponent component, Record record) {
        try {
            return component.getAccessor().invoke(record);
        } catch (ReflectiveOperationException hidden) {
            throw new IllegalStateException(record.getClass() + " is not for the API to show", hidden);
        }
    }

    private static @Nullable Object plain(@Nullable Object value) {
        if (value instanceof Collection<?> list) {
            return list.stream().map(RecordJson::plain).collect(Collectors.toList());
        }
        if (value instanceof Enum<?> word) {
            return word.name().toLowerCase(Locale.ROOT);
        }
        boolean hasForm = value instanceof Entity || value instanceof Relationship || value instanceof Table;
        return value instanceof Record record && !hasForm ? of(record) : value;
    }
}
