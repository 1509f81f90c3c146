package entente.load;

import entente.load.document.Node;
import entente.load.document.Place;
import entente.model.Names;
import entente.model.PartialDate;
import entente.model.PropertyType;
import entente.model.Slug;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The keys of one mapping, read by name and type. What is wrong is noted and read as absent, so that one pass finds all
 * that is wrong.
 */
final class Fields {
    private static final int LONGEST_TEXT = 10_000;

    private final Place place;
    private final Map<String, Node.Entry> entries = new LinkedHashMap<>();
    private final List<String> asked = new ArrayList<>();
    private final List<Problem> problems;

    private Fields(Place place, List<Problem> problems) {
        this.place = place;
        this.problems = problems;
    }

    /** The fields of a mapping; null, and a problem noted, where the node is none. */
    static @Nullable Fields of(Node node, String what, List<Problem> problems) {
        if (!(node instanceof Node.Mapping mapping)) {
            problems.add(new Problem(node.place(), what + " must be a mapping of keys to values"));
            return null;
        }
        Fields fields = new Fields(mapping.place(), problems);
        mapping.entries().forEach(entry -> fields.entries.put(entry.key().text(), entry));
        return fields;
    }

    Place place() {
        return place;
    }

    /** Where a key's value stands; where the mapping does if the key is absent. */
    Place placeOf(String key) {
        Node.Entry entry = entries.get(key);
        return entry == null ? place : entry.value().place();
    }

    boolean has(String key) {
        return value(key).isPresent();
    }

    void fault(Place where, String message) {
        problems.add(new Problem(where, message));
    }

    /** Notes every key that nobody asked for. */
    void refuseUnknownKeys() {
        entries.forEach((key, entry) -> {
            if (!asked.contains(key)) {
                fault(entry.key().place(), "unknown key \"" + key + "\"" + Names.didYouMean(key, asked));
            }
        });
    }

    @Nullable
    String text(String key) {
        return value(key).map(node -> text(key, node)).orElse(null);
    }

    @Nullable
    String required(String key) {
        if (value(key).isEmpty()) {
            fault(place, "\"" + key + "\" is missing");
        }
        return text(key);
    }

    /** An id, with its place. */
    Dossier.@Nullable Reference reference(String key) {
        return value(key).map(node -> reference(key, node)).orElse(null);
    }

    Dossier.@Nullable Reference requiredReference(String key) {
        if (value(key).isEmpty()) {
            fault(place, "\"" + key + "\" is missing");
        }
        return reference(key);
    }

    /** An id where a list holds it. */
    Dossier.@Nullable Reference reference(String what, Node node) {
        String id = text(what, node);
        if (id != null && !Slug.isSlug(id)) {
            fault(
                    node.place(),
                    "\"" + id
                            + "\" cannot be an id; ids are lower-case letters and digits with hyphens between, such as osh-base");
            return null;
        }
        return id == null ? null : new Dossier.Reference(node.place(), id);
    }

    @Nullable
    PartialDate date(String key) {
        String text = text(key);
        if (text == null) {
            return null;
        }
        try {
            return PartialDate.parse(text);
        } catch (DateTimeException impossible) {
            fault(placeOf(key), String.valueOf(impossible.getMessage()));
            return null;
        }
    }

    @Nullable
    Boolean flag(String key) {
        String text = word(key, List.of("true", "false"));
        return text == null ? null : Boolean.valueOf(text);
    }

    @Nullable
    String word(String key, List<String> words) {
        String text = text(key);
        if (text != null && !words.contains(text)) {
            fault(placeOf(key), "\"" + text + "\" is not a value of \"" + key + "\"; take " + Names.oneOf(words));
            return null;
        }
        return text;
    }

    /** The texts of a list; a single text counts as a list of one. */
    List<String> texts(String key) {
        return items(key).stream()
                .map(item -> text(key, item))
                .flatMap(text -> Optional.ofNullable(text).stream())
                .toList();
    }

    /** The nodes of a list; a single scalar counts as a list of one. */
    List<Node> items(String key) {
        Optional<Node> node = value(key);
        if (node.isEmpty()) {
            return List.of();
        }
        if (node.get() instanceof Node.Sequence sequence) {
            return sequence.items();
        }
        if (node.get() instanceof Node.Scalar) {
            return List.of(node.get());
        }
        fault(node.get().place(), "\"" + key + "\" must be a list");
        return List.of();
    }

    /** Reads a property of the vocabulary and puts it, where present, as the graph keeps it. */
    void put(String key, PropertyType type, Map<String, Object> properties) {
        if (type instanceof PropertyType.Date) {
            putDate(key, date(key), properties);
        } else if (type instanceof PropertyType.Texts) {
            List<String> texts = texts(key);
            putIfPresent(key, texts.isEmpty() ? null : texts, properties);
        } else if (type instanceof PropertyType.Numeric) {
            putIfPresent(key, number(key), properties);
        } else if (type instanceof PropertyType.Word word) {
            putIfPresent(key, word(key, word.words()), properties);
        } else {
            putIfPresent(key, text(key), properties);
        }
    }

    static void putIfPresent(String key, @Nullable Object value, Map<String, Object> properties) {
        if (value != null) {
            properties.put(key, value);
        }
    }

    /** Puts a date as its first day and, beside it, its precision. */
    static void putDate(String key, @Nullable PartialDate date, Map<String, Object> properties) {
        if (date != null) {
            properties.put(key, date.firstDay());
            properties.put(key + "Precision", date.precision().word());
        }
    }

    private @Nullable Double number(String key) {
        String text = text(key);
        try {
            return text == null ? null : Double.valueOf(new BigDecimal(text).doubleValue());
        } catch (NumberFormatException noNumber) {
            fault(placeOf(key), "\"" + text + "\" is not a number");
            return null;
        }
    }

    private Optional<Node> value(String key) {
        asked.add(key);
        return Optional.ofNullable(entries.get(key))
                .map(Node.Entry::value)
                .filter(node -> !(node instanceof Node.Scalar scalar && scalar.empty()));
    }

    private @Nullable String text(String what, Node node) {
        if (!(node instanceof Node.Scalar scalar)) {
            fault(node.place(), "\"" + what + "\" must be one text");
            return null;
        }
        String text = scalar.text().strip();
        if (text.isEmpty() || text.length() > LONGEST_TEXT || text.chars().anyMatch(Fields::isHidden)) {
            fault(
                    node.place(),
                    "\"" + what + "\" must be a text of 1 to " + LONGEST_TEXT
                            + " characters without control characters");
            return null;
        }
        return text;
    }

    private static boolean isHidden(int character) {
        return Character.isISOControl(character) && character != '\n' && character != '\t';
    }
}
