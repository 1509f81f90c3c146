package entente.graph;

import entente.model.EntityKind;
import entente.model.PropertyType;
import entente.model.RelationshipType;
import entente.model.Vocabulary;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiFunction;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/** Reads {@code vocabulary.yaml}, and a file of the user's that adds to it. */
public final class VocabularyFile {
    private static final Pattern KIND = Pattern.compile("[A-Z][A-Za-z]{0,49}");
    private static final Pattern TYPE = Pattern.compile("[A-Z][A-Z_]{0,49}");
    private static final Pattern PROPERTY = Pattern.compile("[a-z][A-Za-z0-9]{0,49}");

    private final String name;

    private VocabularyFile(String name) {
        this.name = name;
    }

    /** The vocabulary that comes with Entente. */
    public static Vocabulary bundled() {
        try (InputStream file = Objects.requireNonNull(VocabularyFile.class.getResourceAsStream("/vocabulary.yaml"))) {
            String text = new String(file.readAllBytes(), StandardCharsets.UTF_8);
            return new VocabularyFile("vocabulary.yaml").read(text, new Vocabulary(Map.of(), Map.of()));
        } catch (IOException unreadable) {
            throw new IllegalStateException(unreadable);
        }
    }

    /**
     * The bundled vocabulary and what a file adds to it.
     *
     * @throws InvalidVocabularyException if the file cannot be read or is no vocabulary; the message names the path
     */
    public static Vocabulary extendedBy(Path file) {
        try {
            return new VocabularyFile(file.toString()).read(Files.readString(file), bundled());
        } catch (NoSuchFileException missing) {
            throw new InvalidVocabularyException(file + ": no such file", missing);
        } catch (IOException unreadable) {
            throw new InvalidVocabularyException(file + ": cannot be read as UTF-8 text", unreadable);
        }
    }

    private Vocabulary read(String text, Vocabulary base) {
        try {
            Map<?, ?> file =
                    map(new Load(LoadSettings.builder().setLabel(name).build()).loadFromString(text), "the file");
            checkKeys(file, Set.of("kinds", "relationships"), "the file");
            Vocabulary vocabulary = new Vocabulary(
                    extended(base.kinds(), file.get("kinds"), KIND, ReservedWords.KINDS, this::kind),
                    extended(base.types(), file.get("relationships"), TYPE, ReservedWords.TYPES, this::type));
            vocabulary.types().values().forEach(type -> checkEnds(type, vocabulary));
            return vocabulary;
        } catch (YamlEngineException malformed) {
            throw new InvalidVocabularyException(name + ": " + malformed.getMessage(), malformed);
        }
    }

    private <T> Map<String, T> extended(
            Map<String, T> base,
            @Nullable Object section,
            Pattern form,
            Set<String> reserved,
            BiFunction<String, Map<?, ?>, T> reader) {
        Map<String, T> all = new LinkedHashMap<>(base);
        if (section == null) {
            return all;
        }
        map(section, "a section").forEach((key, definition) -> {
            String word = String.valueOf(key);
            require(form.matcher(word).matches(), "\"" + word + "\" must match " + form);
            require(!reserved.contains(word) && !all.containsKey(word), "\"" + word + "\" is taken");
            all.put(word, reader.apply(word, map(definition, word)));
        });
        return all;
    }

    private EntityKind kind(String word, Map<?, ?> definition) {
        checkKeys(definition, Set.of("description", "actor", "properties"), word);
        return new EntityKind(
                word,
                description(word, definition),
                flag(word, "actor", definition),
                properties(word, definition.get("properties")));
    }

    private RelationshipType type(String word, Map<?, ?> definition) {
        checkKeys(
                definition,
                Set.of("description", "from", "to", "symmetric", "instant", "sign", "properties", "required"),
                word);
        Map<String, PropertyType> properties = properties(word, definition.get("properties"));
        Set<String> required = words(word, "required", definition);
        require(properties.keySet().containsAll(required), word + " requires a property that it does not have");
        return new RelationshipType(
                word,
                description(word, definition),
                words(word, "from", definition),
                words(word, "to", definition),
                flag(word, "symmetric", definition),
                flag(word, "instant", definition),
                sign(word, definition),
                properties,
                required);
    }

    private Map<String, PropertyType> properties(String owner, @Nullable Object section) {
        Map<String, PropertyType> properties = new LinkedHashMap<>();
        if (section != null) {
            map(section, owner + ".properties").forEach((key, type) -> {
                String property = String.valueOf(key);
                require(PROPERTY.matcher(property).matches(), "\"" + property + "\" must match " + PROPERTY);
                require(
                        !ReservedWords.isProperty(property),
                        owner + "." + property + ": every entity or relationship has its own \"" + property
                                + "\"; take another name");
                properties.put(property, propertyType(owner + "." + property, type));
            });
        }
        return properties;
    }

    private PropertyType propertyType(String place, @Nullable Object type) {
        if (type instanceof List<?> list && !list.isEmpty()) {
            return new PropertyType.Word(list.stream().map(String::valueOf).toList());
        }
        return switch (String.valueOf(type)) {
            case "text" -> new PropertyType.Text();
            case "texts" -> new PropertyType.Texts();
            case "number" -> new PropertyType.Numeric();
            case "date" -> new PropertyType.Date();
            default -> throw fault(place + " must be text, texts, number, date or a list of words");
        };
    }

    private void checkEnds(RelationshipType type, Vocabulary vocabulary) {
        Set<String> known = new HashSet<>(vocabulary.kinds().keySet());
        known.addAll(Set.of(Vocabulary.ENTITY, Vocabulary.ACTOR));
        require(
                !type.from().isEmpty()
                        && !type.to().isEmpty()
                        && known.containsAll(type.from())
                        && known.containsAll(type.to()),
                type.name() + " must go from known kinds to known kinds, in the lists from and to");
    }

    private String description(String word, Map<?, ?> definition) {
        require(definition.get("description") instanceof String, word + " has no description");
        return String.valueOf(definition.get("description"));
    }

    private boolean flag(String word, String key, Map<?, ?> definition) {
        Object value = definition.get(key);
        require(value == null || value instanceof Boolean, word + "." + key + " must be true or false");
        return Boolean.TRUE.equals(value);
    }

    private int sign(String word, Map<?, ?> definition) {
        Object sign = definition.get("sign");
        require(
                sign == null
                        || Integer.valueOf(1).equals(sign)
                        || Integer.valueOf(-1).equals(sign),
                word + ".sign must be 1 or -1");
        return sign instanceof Integer number ? number : 0;
    }

    private Set<String> words(String word, String key, Map<?, ?> definition) {
        Set<String> words = new TreeSet<>();
        if (definition.get(key) instanceof List<?> items) {
            items.forEach(item -> words.add(String.valueOf(item)));
        } else {
            require(definition.get(key) == null, word + "." + key + " must be a list");
        }
        return words;
    }

    private Map<?, ?> map(@Nullable Object value, String place) {
        if (value instanceof Map<?, ?> map) {
            return map;
        }
        throw fault(place + " must be a mapping");
    }

    private void checkKeys(Map<?, ?> map, Set<String> known, String place) {
        map.keySet()
                .forEach(
                        key -> require(known.contains(String.valueOf(key)), "unknown key \"" + key + "\" in " + place));
    }

    private void require(boolean holds, String message) {
        if (!holds) {
            throw fault(message);
        }
    }

    private InvalidVocabularyException fault(String message) {
        return new InvalidVocabularyException(name + ": " + message, null);
    }
}
