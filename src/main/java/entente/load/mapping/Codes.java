package entente.load.mapping;

import entente.graph.Graph;
import entente.graph.Statement;
import entente.load.ContentHash;
import entente.model.Names;
import entente.model.Vocabulary;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * The codes and names of the graph's entities, as dossiers other than the one to be filled give them: what that one
 * said itself must not decide what it says next.
 */
final class Codes {
    static final String ID = "id";
    static final String NAME = "name";

    private static final String WHAT_OTHERS_SAY = """
            MATCH (d:Dossier)-[a:ASSERTS]->(e:Entity)
            WHERE d.id <> $dossier AND (size($kinds) = 0 OR a.kind IN $kinds)
            RETURN e.id, a.kind, a.name, a.aliases, [property IN $properties | a[property]]
            ORDER BY e.id, d.id""";

    /** How many texts are remembered of a sort that is looked up, and for how many a name is proposed. */
    private static final int MOST_KEPT = 50_000;

    private static final int MOST_PROPOSALS = 50;

    /** What texts are looked up as. */
    private record Sought(String property, Set<String> kinds) {}

    private final List<String> properties;
    private final Vocabulary vocabulary;
    private final Map<String, String> kinds = new HashMap<>();
    private final Map<String, Map<String, Set<String>>> ids = new HashMap<>();
    private final Map<Sought, Map<String, Found>> found = new HashMap<>();
    private final Map<String, String> proposed = new HashMap<>();

    /** The entities that a code or a name fits, as what a value comes to: their one id, or what is wrong. */
    record Found(boolean isEmpty, Outcome outcome) {}

    private Codes(Vocabulary vocabulary, Set<String> properties) {
        this.vocabulary = vocabulary;
        this.properties = List.copyOf(properties);
    }

    /** No entities, for rules that look up none. */
    static Codes none(Vocabulary vocabulary) {
        return new Codes(vocabulary, Set.of());
    }

    /**
     * Reads what other dossiers say.
     *
     * @param dossier the one to be filled
     * @param kinds those that are looked up, all where it is empty
     * @param properties the codes that are looked up
     */
    static Codes read(Graph graph, Vocabulary vocabulary, String dossier, Set<String> kinds, Set<String> properties) {
        Codes codes = new Codes(vocabulary, new TreeSet<>(properties));
        Map<String, Object> bound =
                Map.of("dossier", dossier, "kinds", List.copyOf(codes.single(kinds)), "properties", codes.properties);
        graph.readAll(new Statement("codes", WHAT_OTHERS_SAY, bound), rows -> {
            codes.clear();
            rows.forEachRemaining(codes::add);
            return true;
        });
        return codes;
    }

    /** Of all that decides what is found: who says so, and how often, does not. */
    String checksum() {
        return ContentHash.brief(Map.of("kinds", kinds, "ids", ids));
    }

    /**
     * Finds an entity.
     *
     * @param property one of those that were read, or {@code name}, in any case and with any accents, or {@code id}
     * @param kindsAllowed what it may be, anything where it is empty
     */
    Found find(String property, String text, Set<String> kindsAllowed) {
        Map<String, Found> known = found.computeIfAbsent(new Sought(property, kindsAllowed), key -> new HashMap<>());
        if (known.size() == MOST_KEPT) {
            known.clear();
        }
        return known.computeIfAbsent(text, key -> search(property, text, kindsAllowed));
    }

    /** What to say of a text that nothing fits. */
    String unknown(String property, String text, Set<String> kindsAllowed) {
        String what = kindsAllowed.isEmpty() ? "entity" : Names.oneOf(List.copyOf(new TreeSet<>(kindsAllowed)));
        if (!property.equals(NAME)) {
            return "no " + what + " has the " + property + " \"" + text + "\"";
        }
        return "no " + what + " is called \"" + text + "\"" + proposal(Names.fold(text));
    }

    private String proposal(String folded) {
        if (proposed.size() == MOST_PROPOSALS && !proposed.containsKey(folded)) {
            return "";
        }
        return proposed.computeIfAbsent(
                folded,
                name -> Names.nearest(name, ids.getOrDefault(NAME, Map.of()).keySet())
                        .map(near -> "; did you mean \"" + near + "\"?")
                        .orElse(""));
    }

    private Found search(String property, String text, Set<String> kindsAllowed) {
        Set<String> allowed = single(kindsAllowed);
        String key = property.equals(NAME) ? Names.fold(text) : text;
        List<String> fitting = ids.getOrDefault(property, Map.of()).getOrDefault(key, Set.of()).stream()
                .filter(id -> allowed.isEmpty() || allowed.contains(String.valueOf(kinds.get(id))))
                .toList();
        if (fitting.isEmpty()) {
            return new Found(true, Outcome.ABSENT);
        }
        if (fitting.size() == 1) {
            return new Found(false, Outcome.of(fitting.get(0)));
        }
        return new Found(
                false,
                Outcome.fault("the " + property + " \"" + text + "\" fits " + String.join(" and ", fitting)
                        + "; it must fit one"));
    }

    /** The kinds that words such as {@code Actor} stand for. */
    private Set<String> single(Set<String> words) {
        if (words.contains(Vocabulary.ENTITY)) {
            return Set.of();
        }
        Set<String> single = new TreeSet<>(words);
        if (single.remove(Vocabulary.ACTOR)) {
            vocabulary.kinds().values().stream().filter(kind -> kind.actor()).forEach(kind -> single.add(kind.name()));
        }
        return single;
    }

    private void clear() {
        kinds.clear();
        ids.clear();
    }

    private void add(List<@Nullable Object> row) {
        String id = String.valueOf(row.get(0));
        kinds.put(id, String.valueOf(row.get(1)));
        put(ID, id, id);
        names(row).forEach(name -> put(NAME, Names.fold(name), id));
        List<?> codes = (List<?>) row.get(4);
        for (int index = 0; codes != null && index < properties.size(); index++) {
            String property = properties.get(index);
            texts(codes.get(index)).forEach(code -> put(property, code, id));
        }
    }

    private static Set<String> names(List<@Nullable Object> row) {
        Set<String> names = new HashSet<>(texts(row.get(2)));
        names.addAll(texts(row.get(3)));
        return names;
    }

    private static List<String> texts(@Nullable Object value) {
        if (value instanceof List<?> list) {
            return list.stream().map(String::valueOf).toList();
        }
        return value == null ? List.of() : List.of(String.valueOf(value));
    }

    private void put(String property, String text, String id) {
        ids.computeIfAbsent(property, key -> new HashMap<>())
                .computeIfAbsent(text, key -> new TreeSet<>())
                .add(id);
    }
}
