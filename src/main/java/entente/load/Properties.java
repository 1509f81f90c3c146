package entente.load;

import entente.model.PartialDate;
import entente.model.PropertyType;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The properties of one fact, as the graph keeps them. What is absent takes no room. */
final class Properties {
    private final Map<String, Object> values = new LinkedHashMap<>();

    Map<String, Object> values() {
        return values;
    }

    void put(String key, @Nullable Object value) {
        if (value != null) {
            values.put(key, value);
        }
    }

    /** A date is kept as its first day and, beside it, its precision. */
    void putDate(String key, @Nullable PartialDate date) {
        if (date != null) {
            values.put(key, date.firstDay());
            values.put(key + "Precision", date.precision().word());
        }
    }

    void putTexts(Fields fields, List<String> keys) {
        keys.forEach(key -> put(key, fields.text(key)));
    }

    /** Takes what the vocabulary lets a kind or a type carry. */
    void putAll(Fields fields, Map<String, PropertyType> types) {
        types.forEach((key, type) -> {
            if (type instanceof PropertyType.Date) {
                putDate(key, fields.date(key));
            } else {
                put(key, value(fields, key, type));
            }
        });
    }

    private static @Nullable Object value(Fields fields, String key, PropertyType type) {
        if (type instanceof PropertyType.Texts) {
            List<String> texts = fields.texts(key);
            return texts.isEmpty() ? null : texts;
        }
        if (type instanceof PropertyType.Numeric) {
            return fields.number(key);
        }
        return type instanceof PropertyType.Word word ? fields.word(key, word.words()) : fields.text(key);
    }
}
