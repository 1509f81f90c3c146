package entente.load.mapping;

import entente.load.Fields;
import entente.load.Problem;
import entente.load.document.Node;
import entente.load.mapping.Source.Alternative;
import entente.load.mapping.Source.Lookup;
import entente.load.mapping.Source.Missing;
import entente.load.mapping.Source.Text;
import entente.model.Names;
import entente.model.PropertyType;
import entente.model.Vocabulary;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads by what an entity is looked up, and what is done where it is missing. */
final class LookupReader {
    private static final List<String> POLICIES = Stream.of(Missing.values())
            .map(policy -> policy.name().toLowerCase(Locale.ROOT))
            .toList();

    private final Vocabulary vocabulary;
    private final List<Problem> problems;
    private final Function<Node, @Nullable Rule> created;

    /** @param created reads what is created where an entity is missing */
    LookupReader(Vocabulary vocabulary, Function<Node, @Nullable Rule> created, List<Problem> problems) {
        this.vocabulary = vocabulary;
        this.created = created;
        this.problems = problems;
    }

    /** @param steps what is done to a text before it is looked up */
    @Nullable
    Lookup read(Fields fields, Steps steps, ValueReader values) {
        Set<String> kinds = kinds(fields);
        List<Alternative> alternatives = new ArrayList<>();
        for (Node item : fields.items("lookup")) {
            alternatives.addAll(alternatives(item, kinds, values));
        }
        String policy = fields.word("missing", POLICIES);
        Missing missing = policy == null ? Missing.REQUIRE : Missing.valueOf(policy.toUpperCase(Locale.ROOT));
        Rule create = create(fields, missing);
        Rule named = create == null ? null : named(create, alternatives, steps);
        return alternatives.isEmpty() ? null : new Lookup(fields.place(), alternatives, kinds, missing, named);
    }

    /** What is created is called as the mapping says, or else by the name by which it is looked up. */
    private static Rule named(Rule create, List<Alternative> alternatives, Steps steps) {
        Map<String, Value> fields = new LinkedHashMap<>(create.fields());
        alternatives.stream()
                .filter(alternative -> alternative.property().equals(Codes.NAME))
                .map(Alternative::template)
                .map(template -> new Value(template.place(), new Text(template), steps, null))
                .findFirst()
                .ifPresent(name -> fields.putIfAbsent(Codes.NAME, name));
        return new Rule(create.place(), create.table(), create.where(), fields);
    }

    private Set<String> kinds(Fields fields) {
        Set<String> kinds = new TreeSet<>(fields.texts("kinds"));
        List<String> known = new ArrayList<>(vocabulary.kinds().keySet());
        known.addAll(List.of(Vocabulary.ACTOR, Vocabulary.ENTITY));
        kinds.stream().filter(kind -> !known.contains(kind)).toList().forEach(kind -> {
            fields.fault(fields.placeOf("kinds"), "unknown kind \"" + kind + "\"" + Names.didYouMean(kind, known));
            kinds.remove(kind);
        });
        return kinds;
    }

    private List<Alternative> alternatives(Node item, Set<String> kinds, ValueReader values) {
        Fields fields = Fields.of(item, "a look-up", problems);
        if (fields == null) {
            return List.of();
        }
        Set<String> known = properties(kinds);
        List<Alternative> alternatives = new ArrayList<>();
        known.forEach(property -> {
            Template template = values.template(fields, property);
            if (template != null) {
                alternatives.add(new Alternative(property, template));
            }
        });
        fields.refuseUnknownKeys();
        if (fields.keys().size() != 1) {
            fields.fault(
                    fields.place(),
                    "a look-up is by one of " + Names.oneOf(List.copyOf(known)) + ": [{iso2: …}, {name: …}]");
        }
        return alternatives;
    }

    /** What entities of the kinds may be known by. */
    private Set<String> properties(Set<String> kinds) {
        Set<String> properties = new TreeSet<>(Set.of(Codes.ID, Codes.NAME));
        vocabulary.kinds().values().stream()
                .filter(kind -> kinds.isEmpty() || kind.isAmong(kinds))
                .forEach(kind -> kind.properties().forEach((name, type) -> {
                    if (type instanceof PropertyType.Text || type instanceof PropertyType.Texts) {
                        properties.add(name);
                    }
                }));
        return properties;
    }

    private @Nullable Rule create(Fields fields, Missing missing) {
        Node node = fields.node("create");
        if (missing == Missing.CREATE && node == null) {
            fields.fault(fields.place(), "missing: create needs create: {id: …, kind: …}");
        }
        if (node != null && missing != Missing.CREATE) {
            fields.fault(node.place(), "create goes with missing: create");
        }
        if (node != null && fields.has("split")) {
            fields.fault(node.place(), "create cannot go with split: an entity would be made of several items");
        }
        if (node != null && fields.has("join")) {
            fields.fault(node.place(), "create cannot go with join; let a rule of the other table yield the entity");
        }
        return node == null ? null : created.apply(Objects.requireNonNull(node));
    }
}
