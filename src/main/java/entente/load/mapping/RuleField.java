package entente.load.mapping;

import entente.load.document.Node;
import entente.load.document.Place;
import entente.load.mapping.Value.ColumnUse;
import entente.load.table.TableRow;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * One field of a rule while a table is read. What it comes to depends on its columns alone, and tables repeat
 * themselves, so that is kept.
 */
final class RuleField {
    private static final int MOST_KEPT = 1_000;
    /** In characters: longer cells hardly come twice, and would fill the memory. */
    private static final int LONGEST_KEPT = 100;

    private final Node.Scalar key;
    private final Value value;
    private final boolean end;
    private final @Nullable String first;
    private final List<String> columns;
    private final Map<List<String>, Outcome> kept = new HashMap<>();

    /**
     * Prepares a field.
     *
     * @param key in a dossier
     * @param table whose rows are read
     * @param end whether it is an end, of which each text makes a relationship
     */
    RuleField(String key, Value value, String table, boolean end) {
        this.key = new Node.Scalar(value.place(), key, false);
        this.value = value;
        this.end = end;
        this.first = value.firstColumn();
        this.columns = List.copyOf(new LinkedHashSet<>(value.columns(table)
                .filter(use -> use.table().equals(table))
                .map(ColumnUse::column)
                .toList()));
    }

    Node.Scalar key() {
        return key;
    }

    /** That rows of the table that it joins contradict each other. */
    String contradicted(Cells cells) {
        Value.Join join = Objects.requireNonNull(value.join());
        return "rows of \"" + join.table() + "\" with the key \""
                + cells.cell(join.by()).strip() + "\" say different things";
    }

    /** That it came to nothing, and of which columns it is made. */
    String missing() {
        String made = columns.stream().map(column -> "\"" + column + "\"").collect(Collectors.joining(", "));
        return "\"" + key.text() + "\" is missing"
                + (columns.isEmpty()
                        ? ""
                        : ": nothing comes of the " + (columns.size() == 1 ? "column " : "columns ") + made + " here");
    }

    boolean isEnd() {
        return end;
    }

    boolean isList() {
        return value.steps().split() != null || value.join() != null;
    }

    /** What it comes to in a row. */
    Outcome in(Cells cells) {
        List<String> texts = new ArrayList<>(columns.size());
        for (String column : columns) {
            String cell = cells.cell(column);
            if (cell.length() > LONGEST_KEPT) {
                return value.in(cells);
            }
            texts.add(cell);
        }
        Outcome known = kept.get(texts);
        if (known != null) {
            return known;
        }
        if (kept.size() == MOST_KEPT) {
            kept.clear();
        }
        Outcome outcome = value.in(cells);
        kept.put(texts, outcome);
        return outcome;
    }

    /** Where it stands in a row: the column is the number of the first cell that it is made of. */
    Place place(String file, TableRow row, Cells cells) {
        return place(first, file, row, cells);
    }

    /** Where the cell stands because of which it cannot be used. */
    Place place(Outcome outcome, String file, TableRow row, Cells cells) {
        return place(outcome.column() == null ? first : outcome.column(), file, row, cells);
    }

    private static Place place(@Nullable String column, String file, TableRow row, Cells cells) {
        int index = column == null ? 0 : cells.columns().getOrDefault(column, 0);
        return new Place(file, row.line(), index + 1);
    }
}
