package entente.load.mapping;

import entente.load.Fields;
import entente.load.Problem;
import entente.load.document.Node;
import entente.load.mapping.Source.DateParts;
import entente.load.mapping.Source.Every;
import entente.load.mapping.Source.First;
import entente.load.mapping.Source.Text;
import entente.load.mapping.Value.Join;
import entente.model.Names;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads how a field is made: a text, a list, or a mapping that says more. */
final class ValueReader {
    private static final Set<String> SOURCES = Set.of("value", "first", "year", "lookup");

    private final Map<String, MappingTable> tables;
    private final List<Problem> problems;
    private final TemplateReader templates;
    private final LookupReader lookups;

    ValueReader(Map<String, MappingTable> tables, LookupReader lookups, List<Problem> problems) {
        this.tables = tables;
        this.problems = problems;
        this.templates = new TemplateReader(problems);
        this.lookups = lookups;
    }

    /** Null, and a problem noted, where the node is no value. */
    @Nullable
    Value read(Node node) {
        if (node instanceof Node.Sequence sequence) {
            return new Value(node.place(), new Every(values(sequence.items())), Steps.NONE, null);
        }
        if (node instanceof Node.Scalar) {
            Template template = templates.read(node);
            return template == null ? null : new Value(node.place(), new Text(template), Steps.NONE, null);
        }
        Fields fields = Objects.requireNonNull(Fields.of(node, "a value", problems));
        List<String> given = SOURCES.stream().filter(fields::has).toList();
        if (given.size() != 1) {
            fields.fault(
                    fields.place(),
                    "a value needs one of value, first, year (with month and day) and lookup, and only one"
                            + fields.misspelt(SOURCES));
            return null;
        }
        Steps steps = steps(fields);
        Source source = source(given.get(0), fields, steps);
        Join join = join(fields);
        fields.refuseUnknownKeys();
        return source == null ? null : new Value(node.place(), source, steps, join);
    }

    private @Nullable Source source(String key, Fields fields, Steps steps) {
        return switch (key) {
            case "value" -> text(fields);
            case "first" -> new First(values(fields.items("first")));
            case "year" -> parts(fields);
            default -> lookups.read(fields, steps, this);
        };
    }

    private @Nullable Source text(Fields fields) {
        Template template = template(fields, "value");
        return template == null ? null : new Text(template);
    }

    private @Nullable Source parts(Fields fields) {
        Template year = template(fields, "year");
        Template month = template(fields, "month");
        Template day = template(fields, "day");
        Set<String> unknown = words(fields, "unknown");
        if (day != null && month == null) {
            fields.fault(fields.placeOf("day"), "a day needs a month beside it");
        }
        return year == null ? null : new DateParts(year, month, day, unknown);
    }

    @Nullable
    Template template(Fields fields, String key) {
        Node node = fields.node(key);
        return node == null ? null : templates.read(node);
    }

    private List<Value> values(List<Node> items) {
        List<Value> values = new ArrayList<>();
        items.forEach(item -> Optional.ofNullable(read(item)).ifPresent(values::add));
        return values;
    }

    private Steps steps(Fields fields) {
        return new Steps(
                separator(fields),
                !Boolean.FALSE.equals(fields.flag("trim")),
                words(fields, "absent"),
                valueTable(fields),
                words(fields, "open"),
                patterns(fields),
                number(fields),
                Boolean.TRUE.equals(fields.flag("exclusive")),
                Boolean.TRUE.equals(fields.flag("slug")));
    }

    /** It may be a space, which a text is not. */
    private @Nullable String separator(Fields fields) {
        Node node = fields.node("split");
        if (node == null) {
            return null;
        }
        if (node instanceof Node.Scalar scalar && !scalar.text().isEmpty()) {
            return scalar.text();
        }
        fields.fault(node.place(), "split takes what stands between two items, such as \",\"");
        return null;
    }

    private List<DatePattern> patterns(Fields fields) {
        List<DatePattern> patterns = new ArrayList<>();
        for (Node item : fields.items("date")) {
            String text = item instanceof Node.Scalar scalar ? scalar.text().strip() : "";
            Optional<DatePattern> pattern = DatePattern.of(text);
            if (pattern.isEmpty()) {
                fields.fault(
                        item.place(),
                        "\"" + text
                                + "\" is no pattern of a date; write it of YYYY, MM or M, DD or D, MON for the name of"
                                + " a month, and * for what follows and does not count, such as YYYYMM, DD/MM/YYYY,"
                                + " D MON YYYY or YYYY-MM-DD*");
            }
            pattern.ifPresent(patterns::add);
        }
        return patterns;
    }

    private static @Nullable NumberPattern number(Fields fields) {
        String example = fields.text("number");
        if (example == null) {
            return null;
        }
        Stream.of("date", "slug", "exclusive")
                .filter(fields::has)
                .forEach(other -> fields.fault(fields.placeOf(other), "\"" + other + "\" makes no sense with number"));
        Optional<NumberPattern> pattern = NumberPattern.of(example);
        if (pattern.isEmpty()) {
            fields.fault(
                    fields.placeOf("number"),
                    "\"" + example + "\" does not show how numbers are written; give one such as \"1,234.5\","
                            + " \"1.234,5\", \"1 234\" or \"0,5\"");
        }
        return pattern.orElse(null);
    }

    private @Nullable ValueTable valueTable(Fields fields) {
        Node node = fields.node("values");
        String otherwise = fields.text("otherwise");
        if (node == null) {
            if (otherwise != null) {
                fields.fault(fields.placeOf("otherwise"), "otherwise goes with values");
            }
            return null;
        }
        if (!(node instanceof Node.Mapping mapping)) {
            fields.fault(node.place(), "values takes words and what they mean: {yes: SUPPORTS, no: OPPOSES}");
            return null;
        }
        Map<String, Optional<String>> meanings = new LinkedHashMap<>();
        for (Node.Entry entry : mapping.entries()) {
            if (entry.value() instanceof Node.Scalar scalar) {
                String text = scalar.text().strip();
                meanings.put(
                        entry.key().text().strip(),
                        scalar.empty() || text.isEmpty() ? Optional.empty() : Optional.of(text));
            } else {
                fields.fault(entry.value().place(), "a word means one text");
            }
        }
        return new ValueTable(meanings, otherwise);
    }

    private @Nullable Join join(Fields fields) {
        String table = fields.text("join");
        String by = fields.text("by");
        if (table == null || by == null) {
            if (table != null || by != null) {
                fields.fault(
                        fields.place(), "join names a table, and by the column here that holds its key: both or none");
            }
            return null;
        }
        MappingTable joined = tables.get(table);
        if (joined == null) {
            fields.fault(
                    fields.placeOf("join"),
                    "unknown table \"" + table + "\"" + Names.didYouMean(table, tables.keySet()));
        } else if (joined.key() == null) {
            fields.fault(
                    fields.placeOf("join"),
                    "the table \"" + table + "\" needs a key to be joined by: " + table
                            + ": {key: COLUMN} under tables");
        }
        return new Join(fields.placeOf("join"), table, by);
    }

    /** Texts as they are written; an empty one is one, too. */
    Set<String> words(Fields fields, String key) {
        Set<String> words = new LinkedHashSet<>();
        for (Node item : fields.items(key)) {
            if (item instanceof Node.Scalar scalar) {
                words.add(scalar.text().strip());
            } else {
                fields.fault(item.place(), "\"" + key + "\" takes texts");
            }
        }
        return words;
    }
}
