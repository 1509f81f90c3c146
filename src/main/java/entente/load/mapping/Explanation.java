package entente.load.mapping;

import entente.load.mapping.Filter.Condition;
import entente.load.mapping.Source.DateParts;
import entente.load.mapping.Source.Every;
import entente.load.mapping.Source.First;
import entente.load.mapping.Source.Lookup;
import entente.load.mapping.Source.Text;
import entente.load.table.TableLayout;
import entente.model.Names;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Says in plain words what a mapping yields. */
final class Explanation {
    private static final int SHOWN = 6;

    private final List<String> lines = new ArrayList<>();

    List<String> of(Mapping mapping) {
        mapping.tables().values().forEach(this::explain);
        mapping.entities().forEach(rule -> explain(rule, "an entity"));
        mapping.relationships().forEach(rule -> explain(rule, "a relationship"));
        return lines;
    }

    private void explain(MappingTable table) {
        TableLayout layout = table.layout();
        String rows = layout.header() == 0 ? "each line of " : "each line after line " + layout.header() + " of ";
        if (!layout.columns().isEmpty()) {
            lines.add(rows + table.name() + " is a row; its columns are " + String.join(", ", layout.columns()));
        } else if (layout.header() > 1) {
            lines.add("line " + layout.header() + " of " + table.name() + " names its columns");
        }
    }

    private void explain(Rule rule, String fact) {
        lines.add("each row of " + rule.table() + where(rule.where()) + " yields " + fact);
        int width =
                rule.fields().keySet().stream().mapToInt(String::length).max().orElse(0);
        rule.fields()
                .forEach(
                        (key, value) -> lines.add("  %-".concat(width + "s  %s").formatted(key, words(value))));
    }

    private static String where(Filter filter) {
        return filter.conditions().stream()
                .map(Explanation::condition)
                .collect(Collectors.joining(" and ", filter.conditions().isEmpty() ? "" : " where ", ""));
    }

    private static String condition(Condition condition) {
        List<String> values = condition.values().stream()
                .map(value -> value.isEmpty() ? "empty" : value)
                .toList();
        return condition.column() + (condition.negated() ? " is not " : " is ") + Names.oneOf(values);
    }

    private static String words(Value value) {
        String own = Stream.concat(Stream.of(source(value.source())), steps(value.steps()))
                .filter(words -> !words.isEmpty())
                .collect(Collectors.joining("; "));
        return value.join() == null
                ? own
                : own + "; in the rows of " + value.join().table() + " whose key is {"
                        + value.join().by() + "}";
    }

    private static String source(Source source) {
        if (source instanceof Text text) {
            return text.template().text();
        }
        if (source instanceof First first) {
            return "the first that is filled of " + all(first.values());
        }
        if (source instanceof Every every) {
            return all(every.values());
        }
        if (source instanceof DateParts parts) {
            return "the date of "
                    + Stream.of(parts.year(), parts.month(), parts.day())
                            .flatMap(Stream::ofNullable)
                            .map(Template::text)
                            .collect(Collectors.joining(", "))
                    + (parts.unknown().isEmpty() ? "" : ", where " + texts(parts.unknown()) + " is not known");
        }
        return lookup((Lookup) source);
    }

    private static String all(List<Value> values) {
        return values.stream().map(Explanation::words).collect(Collectors.joining(" | "));
    }

    private static String lookup(Lookup lookup) {
        String kinds = lookup.kinds().isEmpty() ? "entity" : Names.oneOf(List.copyOf(new TreeSet<>(lookup.kinds())));
        String ways = lookup.alternatives().stream()
                .map(alternative -> "whose " + alternative.property() + " is "
                        + alternative.template().text())
                .collect(Collectors.joining(", or where that is empty, "));
        String missing = switch (lookup.missing()) {
            case REQUIRE -> "the row is wrong";
            case SKIP -> "the row is passed over";
            case CREATE ->
                "it is created: "
                        + Objects.requireNonNull(lookup.create()).fields().entrySet().stream()
                                .map(field -> field.getKey() + " " + words(field.getValue()))
                                .collect(Collectors.joining(", "));
        };
        return "the " + kinds + " " + ways + "; if there is none, " + missing;
    }

    private static Stream<String> steps(Steps steps) {
        ValueTable values = steps.values();
        List<DatePattern> dates = steps.dates();
        return Stream.of(
                steps.split() == null ? "" : "each of those between \"" + steps.split() + "\"",
                steps.absent().isEmpty() ? "" : texts(steps.absent()) + " means nothing",
                values == null ? "" : meanings(values),
                dates.isEmpty() ? "" : "a date written " + DatePattern.inWords(dates),
                steps.number() == null
                        ? ""
                        : "a number written like " + steps.number().text(),
                steps.open().isEmpty() ? "" : texts(steps.open()) + " means open",
                steps.exclusive() ? "the first day on which it no longer holds" : "",
                steps.slug() ? "made into an id" : "");
    }

    private static String meanings(ValueTable values) {
        String known = values.meanings().entrySet().stream()
                .limit(SHOWN)
                .map(meaning ->
                        meaning.getKey() + " means " + meaning.getValue().orElse("nothing"))
                .collect(Collectors.joining(", "));
        String more = values.meanings().size() > SHOWN ? ", …" : "";
        return known + more + "; another " + others(values);
    }

    private static String others(ValueTable values) {
        String otherwise = values.otherwise();
        if (otherwise == null) {
            return "is an error";
        }
        return switch (otherwise) {
            case ValueTable.ABSENT -> "means nothing";
            case ValueTable.UNCHANGED -> "means itself";
            default -> "means " + otherwise;
        };
    }

    private static String texts(Set<String> texts) {
        return Names.oneOf(texts.stream()
                .map(text -> text.isEmpty() ? "an empty cell" : text)
                .toList());
    }
}
