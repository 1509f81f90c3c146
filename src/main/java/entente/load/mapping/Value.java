package entente.load.mapping;

import entente.load.document.Place;
import entente.load.mapping.JoinedTable.JoinedRow;
import entente.load.mapping.Source.DateParts;
import entente.load.mapping.Source.Every;
import entente.load.mapping.Source.First;
import entente.load.mapping.Source.Lookup;
import entente.load.mapping.Source.Text;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * How a field of a fact is made of a row.
 *
 * @param place where the mapping has it
 * @param join the table whose row is taken instead, or null
 */
record Value(
        Place place, Source source, Steps steps, @Nullable Join join) {
    /**
     * Rows of another table.
     *
     * @param by the column of the table here whose text is the key there
     */
    record Join(Place place, String table, String by) {}

    /** A column that a value reads. */
    record ColumnUse(Place place, String table, String column) {}

    /** What it comes to in a row. */
    Outcome in(Cells row) {
        if (join == null) {
            return ownIn(row);
        }
        JoinedTable other = row.around().joined().getOrDefault(join.table(), JoinedTable.NONE);
        String key = row.cell(join.by()).strip();
        Optional<String> fault = other.fault(key);
        if (fault.isPresent()) {
            return Outcome.fault(fault.get()).becauseOf(join.by());
        }
        List<JoinedRow> found = key.isEmpty() ? List.of() : other.rows(key);
        Set<String> texts = new LinkedHashSet<>();
        for (JoinedRow joined : found) {
            Outcome one = ownIn(new Cells(joined.line(), other.columns(), joined.cells(), row.around()));
            if (!one.isUsable()) {
                return one.toldIn(other.file() + ":" + joined.line());
            }
            if (found.size() == 1) {
                return one;
            }
            texts.addAll(one.texts());
        }
        return Outcome.ofSeveral(List.copyOf(texts));
    }

    private Outcome ownIn(Cells row) {
        if (source instanceof Text text) {
            String found = text.template().in(row, steps.absent());
            return found == null ? Outcome.ABSENT : steps.of(found);
        }
        if (source instanceof Lookup lookup) {
            return new LookedUp(lookup, steps).in(row);
        }
        if (source instanceof DateParts parts) {
            String date = date(parts, row);
            return date == null ? Outcome.ABSENT : steps.of(date);
        }
        return source instanceof First first ? first(first.values(), row) : every(((Every) source).values(), row);
    }

    private Outcome first(List<Value> values, Cells row) {
        for (Value value : values) {
            Outcome one = value.in(row);
            if (!one.isAbsent()) {
                return one.isUsable() ? stepped(one) : one;
            }
        }
        return Outcome.ABSENT;
    }

    private Outcome every(List<Value> values, Cells row) {
        if (values.size() == 1) {
            return values.get(0).in(row);
        }
        List<String> texts = new ArrayList<>();
        for (Value value : values) {
            Outcome one = value.in(row);
            if (!one.isUsable()) {
                return one;
            }
            texts.addAll(one.texts());
        }
        return Outcome.of(texts);
    }

    private Outcome stepped(Outcome outcome) {
        List<String> texts = new ArrayList<>();
        for (String text : outcome.texts()) {
            Outcome one = steps.of(text);
            if (!one.isUsable()) {
                return one;
            }
            texts.addAll(one.texts());
        }
        return Outcome.of(texts);
    }

    /** Itself, or those of which it is made in a row: the first that is there, or all. */
    Stream<Value> chosen(Cells row) {
        if (source instanceof First first) {
            return first.values().stream()
                    .filter(value -> !value.in(row).isAbsent())
                    .limit(1)
                    .flatMap(value -> value.chosen(row));
        }
        return source instanceof Every every
                ? every.values().stream().flatMap(value -> value.chosen(row))
                : Stream.of(this);
    }

    private @Nullable String date(DateParts parts, Cells row) {
        String year = part(parts.year(), parts, row);
        if (year == null) {
            return null;
        }
        String date = year;
        String month = part(parts.month(), parts, row);
        String day = month == null ? null : part(parts.day(), parts, row);
        return date + (month == null ? "" : "-" + padded(month, 2)) + (day == null ? "" : "-" + padded(day, 2));
    }

    private @Nullable String part(@Nullable Template template, DateParts parts, Cells row) {
        String text = template == null ? null : template.in(row, steps.absent());
        return text == null || parts.unknown().contains(text.strip()) ? null : text.strip();
    }

    private static String padded(String digits, int length) {
        return "0".repeat(Math.max(0, length - digits.length())) + digits;
    }

    /**
     * All columns that it reads.
     *
     * @param table the one whose rows are read
     */
    Stream<ColumnUse> columns(String table) {
        String own = join == null ? table : join.table();
        Stream<ColumnUse> by = join == null ? Stream.of() : Stream.of(new ColumnUse(join.place(), table, join.by()));
        Stream<ColumnUse> nested = nested().flatMap(value -> value.columns(own));
        Stream<ColumnUse> used = templates()
                .flatMap(template ->
                        template.columns().stream().map(column -> new ColumnUse(template.place(), own, column)));
        return Stream.of(by, used, nested).flatMap(uses -> uses);
    }

    /** The column of the table here that stands first in it, or null. */
    @Nullable
    String firstColumn() {
        return join != null
                ? join.by()
                : columns("").map(ColumnUse::column).findFirst().orElse(null);
    }

    Stream<Value> nested() {
        if (source instanceof First first) {
            return first.values().stream();
        }
        if (source instanceof Every every) {
            return every.values().stream();
        }
        return source instanceof Lookup lookup && lookup.create() != null
                ? lookup.create().fields().values().stream()
                : Stream.of();
    }

    private Stream<Template> templates() {
        if (source instanceof Text text) {
            return Stream.of(text.template());
        }
        if (source instanceof DateParts parts) {
            return Stream.of(parts.year(), parts.month(), parts.day()).flatMap(Stream::ofNullable);
        }
        return source instanceof Lookup lookup
                ? lookup.alternatives().stream().map(Source.Alternative::template)
                : Stream.of();
    }
}
