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
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/** Reads {@code vocabulary.yaml}, and a file of the user's that adds to it. */
public final class VocabularyFile {
    private static final Pattern KIND = Pattern.compile("[A-Z][A-Za-z]{0,49}");
    private static final Pattern TYPE = Pattern.compile("[A-Z][A-Z_]{0,49}");

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
            new VocabularyEntry("the file", file, name).checkKeys(Set.of("kinds", "relationships"));
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
            Function<VocabularyEntry, T> reader) {
        Map<String, T> all = new LinkedHashMap<>(base);
        if (section == null) {
            return all;
        }
        map(section, "a section").forEach((key, definition) -> {
            String word = String.valueOf(key);
            require(form.matcher(word).matches(), "\"" + word + "\" must match " + form);
            require(!reserved.contains(word) && !all.containsKey(word), "\"" + word + "\" is taken");
            all.put(word, reader.apply(new VocabularyEntry(word, map(definition, word), name)));
        });
        return all;
    }

    private EntityKind kind(VocabularyEntry entry) {
        entry.checkKeys(Set.of("description", "actor", "properties"));
        return new EntityKind(entry.word(), entry.description(), entry.flag("actor"), entry.properties());
    }

    private RelationshipType type(VocabularyEntry entry) {
        entry.checkKeys(Set.of("description", "from", "to", "symmetric", "instant", "sign", "properties", "required"));
        Map<String, PropertyType> properties = entry.properties();
        Set<String> required = entry.words("required");
        require(properties.keySet().containsAll(required), entry.word() + " requires a property that it does not have");
        return new RelationshipType(
                entry.word(),
                entry.description(),
                entry.words("from"),
                entry.words("to"),
                entry.flag("symmetric"),
                entry.flag("instant"),
                entry.sign(),
                properties,
                required);
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

    private Map<?, ?> map(@Nullable Object value, String place) {
        if (value instanceof Map<?, ?> map) {
            return map;
        }
        throw fault(place + " must be a mapping");
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
