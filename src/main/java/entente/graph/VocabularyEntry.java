package entente.graph;

import entente.model.PropertyType;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The definition of one kind or type in a vocabulary file. Every method throws {@link InvalidVocabularyException},
 * naming the file and the word, where the definition is not as it must be.
 *
 * @param word what is defined
 * @param definition its keys and values, as YAML gives them
 * @param file named in what is wrong
 */
record VocabularyEntry(String word, Map<?, ?> definition, String file) {
    private static final Pattern PROPERTY = Pattern.compile("[a-z][A-Za-z0-9]{0,49}");

    void checkKeys(Set<String> known) {
        definition
                .keySet()
                .forEach(key -> require(known.contains(String.valueOf(key)), "unknown key \"" + key + "\" in " + word));
    }

    String description() {
        Object description = definition.get("description");
        require(description instanceof String, word + " has no description");
        return String.valueOf(description);
    }

    boolean flag(String key) {
        Object value = definition.get(key);
        require(value == null || value instanceof Boolean, word + "." + key + " must be true or false");
        return Boolean.TRUE.equals(value);
    }

    int sign() {
        Object sign = definition.get("sign");
        require(
                sign == null
                        || Integer.valueOf(1).equals(sign)
                        || Integer.valueOf(-1).equals(sign),
                word + ".sign must be 1 or -1");
        return sign instanceof Integer number ? number : 0;
    }

    Set<String> words(String key) {
        Set<String> words = new TreeSet<>();
        if (definition.get(key) instanceof List<?> items) {
            items.forEach(item -> words.add(String.valueOf(item)));
        } else {
            require(definition.get(key) == null, word + "." + key + " must be a list");
        }
        return words;
    }

    Map<String, PropertyType> properties() {
        Object section = definition.get("properties");
        require(section == null || section instanceof Map, word + ".properties must be a mapping");
        Map<String, PropertyType> properties = new LinkedHashMap<>();
        if (section instanceof Map<?, ?> named) {
            named.forEach((key, type) -> properties.put(property(String.valueOf(key)), propertyType(key, type)));
        }
        return properties;
    }

    private String property(String name) {
        require(PROPERTY.matcher(name).matches(), "\"" + name + "\" must match " + PROPERTY);
        require(
                !ReservedWords.isProperty(name),
                word + "." + name + ": every entity or relationship has its own \"" + name + "\"; take another name");
        return name;
    }

    private PropertyType propertyType(Object name, @Nullable Object type) {
        if (type instanceof List<?> list && !list.isEmpty()) {
            return new PropertyType.Word(list.stream().map(String::valueOf).toList());
        }
        return switch (String.valueOf(type)) {
            case "text" -> new PropertyType.Text();
            case "texts" -> new PropertyType.Texts();
            case "number" -> new PropertyType.Numeric();
            case "date" -> new PropertyType.Date();
            default -> throw fault(word + "." + name + " must be text, texts, number, date or a list of words");
        };
    }

    private void require(boolean holds, String message) {
        if (!holds) {
            throw fault(message);
        }
    }

    private InvalidVocabularyException fault(String message) {
        return new InvalidVocabularyException(file + ": " + message, null);
    }
}
