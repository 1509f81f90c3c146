package entente.load.mapping;

import entente.load.Fields;
import entente.load.Problem;
import entente.load.document.Node;
import entente.load.mapping.Filter.Condition;
import entente.model.Basis;
import entente.model.Confidence;
import entente.model.Names;
import entente.model.PropertyType;
import entente.model.Vocabulary;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Reads the rules of a mapping: what each row of a table says. */
final class RuleReader {
    private static final List<String> OF_ENTITIES = List.of("id", "kind", "name", "summary", "aliases");
    private static final List<String> OF_RELATIONSHIPS = List.of(
            "type",
            "from",
            "to",
            "since",
            "until",
            "on",
            "key",
            "id",
            "confidence",
            "basis",
            "summary",
            "claim",
            "sources",
            "statedBy");
    /** What takes several texts; of {@code from} and {@code to}, each makes a relationship. */
    private static final Set<String> SEVERAL = Set.of("aliases", "sources", "from", "to");

    private final Vocabulary vocabulary;
    private final Map<String, MappingTable> tables;
    private final List<Problem> problems;
    private final ValueReader values;

    RuleReader(Vocabulary vocabulary, Map<String, MappingTable> tables, List<Problem> problems) {
        this.vocabulary = vocabulary;
        this.tables = tables;
        this.problems = problems;
        this.values = new ValueReader(tables, new LookupReader(vocabulary, this::created, problems), problems);
    }

    /** A rule that yields entities; null, and a problem noted, where it cannot be read. */
    @Nullable
    Rule entity(Node item) {
        Fields fields = Fields.of(item, "a rule", problems);
        return fields == null ? null : rule(fields, table(fields), filter(fields), entityFields(fields));
    }

    /** A rule that yields relationships; null, and a problem noted, where it cannot be read. */
    @Nullable
    Rule relationship(Node item) {
        Fields fields = Fields.of(item, "a rule", problems);
        if (fields == null) {
            return null;
        }
        String table = table(fields);
        Filter filter = filter(fields);
        Map<String, Value> read = fields(fields, OF_RELATIONSHIPS);
        Set<String> types = allowed(fields, read.get("type"), vocabulary.types().keySet(), "type");
        Map<String, PropertyType> properties = new LinkedHashMap<>();
        types.forEach(type -> properties.putAll(vocabulary.type(type).properties()));
        readProperties(fields, properties, read);
        allowed(fields, read.get("basis"), Basis.words(), "basis");
        allowed(fields, read.get("confidence"), Confidence.words(), "confidence");
        refuseMissing(fields, read, List.of("type", "from", "to"));
        return rule(fields, table, filter, read);
    }

    private @Nullable Rule created(Node item) {
        Fields fields = Fields.of(item, "what is created", problems);
        return fields == null ? null : rule(fields, "", new Filter(List.of()), entityFields(fields));
    }

    private Map<String, Value> entityFields(Fields fields) {
        Map<String, Value> read = fields(fields, OF_ENTITIES);
        Set<String> kinds = allowed(fields, read.get("kind"), vocabulary.kinds().keySet(), "kind");
        Map<String, PropertyType> properties = new LinkedHashMap<>();
        kinds.forEach(kind -> properties.putAll(vocabulary.kind(kind).properties()));
        readProperties(fields, properties, read);
        refuseMissing(fields, read, List.of("id", "kind"));
        return read;
    }

    private static Rule rule(Fields fields, String table, Filter filter, Map<String, Value> read) {
        fields.refuseUnknownKeys();
        return new Rule(fields.place(), table, filter, read);
    }

    /** The one that is named, or the only one that there is. */
    private String table(Fields fields) {
        String named = fields.text("table");
        if (named == null) {
            if (tables.size() != 1) {
                fields.fault(fields.place(), "\"table\" is missing");
            }
            return tables.keySet().stream().findFirst().orElse("");
        }
        if (!tables.containsKey(named)) {
            fields.fault(
                    fields.placeOf("table"),
                    "unknown table \"" + named + "\"" + Names.didYouMean(named, tables.keySet())
                            + "; tables are named under tables");
        }
        return named;
    }

    private Filter filter(Fields fields) {
        List<Condition> conditions = new ArrayList<>();
        Node node = fields.node("where");
        if (node instanceof Node.Mapping mapping) {
            mapping.entries().forEach(entry -> conditions.add(condition(entry)));
        } else if (node != null) {
            fields.fault(node.place(), "where takes columns and what they hold: {conttype: [\"1\"]}");
        }
        return new Filter(conditions);
    }

    private Condition condition(Node.Entry entry) {
        Node node = entry.value();
        boolean negated = node instanceof Node.Mapping;
        if (node instanceof Node.Mapping mapping) {
            boolean only = mapping.entries().size() == 1
                    && mapping.entries().get(0).key().text().equals("not");
            if (!only) {
                problems.add(new Problem(node.place(), "a condition is a list of texts, or {not: [texts]}"));
            }
            node = mapping.entries().isEmpty()
                    ? entry.key()
                    : mapping.entries().get(0).value();
        }
        List<Node> items = node instanceof Node.Sequence sequence ? sequence.items() : List.of(node);
        Set<String> texts = new LinkedHashSet<>();
        items.forEach(item -> {
            if (item instanceof Node.Scalar scalar) {
                texts.add(scalar.text().strip());
            } else {
                problems.add(new Problem(item.place(), "a condition is a list of texts, or {not: [texts]}"));
            }
        });
        return new Condition(entry.key().place(), entry.key().text().strip(), texts, negated);
    }

    private Map<String, Value> fields(Fields fields, List<String> keys) {
        Map<String, Value> read = new LinkedHashMap<>();
        keys.forEach(key -> read(fields, key, SEVERAL.contains(key), read));
        return read;
    }

    private void readProperties(Fields fields, Map<String, PropertyType> properties, Map<String, Value> read) {
        properties.forEach((key, type) -> read(fields, key, type instanceof PropertyType.Texts, read));
    }

    private void read(Fields fields, String key, boolean several, Map<String, Value> read) {
        Node node = fields.node(key);
        Value value = node == null ? null : values.read(node);
        if (value == null) {
            return;
        }
        read.put(key, value);
        boolean list = value.steps().split() != null
                || (value.source() instanceof Source.Every every
                        && every.values().size() != 1);
        if (list && !several) {
            fields.fault(value.place(), "\"" + key + "\" takes one text, and here several are made");
        }
    }

    private static void refuseMissing(Fields fields, Map<String, Value> read, List<String> required) {
        required.stream()
                .filter(key -> !read.containsKey(key) && !fields.has(key))
                .forEach(key -> fields.fault(fields.place(), "\"" + key + "\" is missing"));
    }

    /** Those of the known words that a value can come to; all where only the rows tell. */
    private Set<String> allowed(Fields fields, @Nullable Value value, Collection<String> known, String what) {
        Optional<Set<String>> outcomes = value == null ? Optional.empty() : outcomes(value);
        if (outcomes.isEmpty()) {
            return new TreeSet<>(known);
        }
        Set<String> allowed = new LinkedHashSet<>();
        outcomes.get().forEach(word -> {
            if (known.contains(word)) {
                allowed.add(word);
            } else {
                String near = Names.didYouMean(word, known);
                fields.fault(
                        Objects.requireNonNull(value).place(),
                        "unknown " + what + " \"" + word + "\""
                                + (near.isEmpty() ? "; take " + Names.oneOf(List.copyOf(known)) : near));
            }
        });
        return allowed;
    }

    /** Empty where the rows decide. */
    private static Optional<Set<String>> outcomes(Value value) {
        ValueTable table = value.steps().values();
        if (table != null) {
            return table.outcomes();
        }
        return value.source() instanceof Source.Text text && text.template().isConstant()
                ? Optional.of(Set.of(text.template().constant()))
                : Optional.empty();
    }
}
