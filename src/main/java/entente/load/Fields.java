package entente.load;

import entente.load.Dossier.Reference;
import entente.load.document.Node;
import entente.load.document.Place;
import entente.model.Names;
import entente.model.PartialDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * The keys of one mapping, read by name and type. What is wrong is noted and read as absent, so that one pass finds all
 * that is wrong.
 */
public final class Fields {
    private final Place place;
    private final Map<String, Node.Entry> entries = new LinkedHashMap<>();
    private final List<String> asked = new ArrayList<>();
    private final NodeValues values;

    private Fields(Place place, NodeValues values) {
        this.place = place;
        this.values = values;
    }

    /** The fields of a mapping; null, and a problem noted, where the node is none. */
    public static @Nullable Fields of(Node node, String what, List<Problem> problems) {
        NodeValues values = new NodeValues(problems);
        if (!(node instanceof Node.Mapping mapping)) {
            values.fault(node.place(), what + " must be a mapping of keys to values");
            return null;
        }
        Fields fields = new Fields(mapping.place(), values);
        mapping.entries().forEach(entry -> fields.entries.put(entry.key().text(), entry));
        return fields;
    }

    public Place place() {
        return place;
    }

    /** Where a key's value stands; where the mapping does if the key is absent. */
    public Place placeOf(String key) {
        Node.Entry entry = entries.get(key);
        return entry == null ? place : entry.value().place();
    }

    public boolean has(String key) {
        return value(key).isPresent();
    }

    public void fault(Place where, String message) {
        values.fault(where, message);
    }

    /** Notes every key that nobody asked for. */
    public void refuseUnknownKeys() {
        entries.forEach((key, entry) -> {
            if (!asked.contains(key)) {
                fault(entry.key().place(), "unknown key \"" + key + "\"" + hint(key, entry.value()));
            }
        });
    }

    /** The first key that may be a mistyped one of the words, as a hint; nothing where none may. */
    public String misspelt(Collection<String> words) {
        return entries.keySet().stream()
                .flatMap(key -> Names.nearest(key, words).stream()
                        .map(word -> "; is \"" + key + "\" meant to be \"" + word + "\"?"))
                .findFirst()
                .orElse("");
    }

    /** {@code {summary: Talks, then war}} has the key {@code then war}, and nothing behind it. */
    private String hint(String key, Node value) {
        String near = Names.didYouMean(key, asked);
        if (!near.isEmpty()) {
            return near;
        }
        return value instanceof Node.Scalar scalar && scalar.empty()
                ? "; if a text goes on here after a comma, put the text in quotes"
                : "; known here are " + String.join(", ", new TreeSet<>(asked));
    }

    @Nullable
    public String text(String key) {
        return value(key).map(node -> values.text(key, node)).orElse(null);
    }

    @Nullable
    public String required(String key) {
        refuseMissing(key);
        return text(key);
    }

    /** An id, with its place. */
    @Nullable
    public Reference reference(String key) {
        return value(key).map(node -> values.reference(key, node)).orElse(null);
    }

    @Nullable
    public Reference requiredReference(String key) {
        refuseMissing(key);
        return reference(key);
    }

    @Nullable
    public PartialDate date(String key) {
        return value(key).map(node -> values.date(key, node)).orElse(null);
    }

    @Nullable
    public Boolean flag(String key) {
        String text = word(key, List.of("true", "false"));
        return text == null ? null : Boolean.valueOf(text);
    }

    @Nullable
    public String word(String key, List<String> words) {
        return value(key).map(node -> values.word(key, node, words)).orElse(null);
    }

    @Nullable
    public Double number(String key) {
        return value(key).map(node -> values.number(key, node)).orElse(null);
    }

    /** The texts of a list; a single text counts as a list of one. */
    public List<String> texts(String key) {
        return items(key).stream()
                .flatMap(item -> Optional.ofNullable(values.text(key, item)).stream())
                .toList();
    }

    /** The nodes of a list; a single scalar counts as a list of one. */
    public List<Node> items(String key) {
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

    /** The node of a key as it is written, or null. */
    public @Nullable Node node(String key) {
        return value(key).orElse(null);
    }

    /** Every key that is written, in the order of the file. */
    public List<String> keys() {
        return List.copyOf(entries.keySet());
    }

    private void refuseMissing(String key) {
        if (!has(key)) {
            fault(place, "\"" + key + "\" is missing");
        }
    }

    private Optional<Node> value(String key) {
        asked.add(key);
        return Optional.ofNullable(entries.get(key))
                .map(Node.Entry::value)
                .filter(node -> !(node instanceof Node.Scalar scalar && scalar.empty()));
    }
}
