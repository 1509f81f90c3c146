package entente.load.mapping;

import entente.load.FactFeed.Row;
import entente.load.InvalidInputException;
import entente.load.JoinReport;
import entente.load.Problem;
import entente.load.document.Place;
import entente.load.mapping.JoinedTable.JoinedRow;
import entente.load.mapping.Value.ColumnUse;
import entente.load.table.MalformedTableException;
import entente.load.table.TableFile;
import entente.load.table.TableReading;
import entente.load.table.TableRow;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.LongConsumer;
import java.util.stream.Stream;

/** The tables that others are joined with, read when they are first needed and held in memory. */
final class Joins {
    /** How much of all joined tables together is held, in characters. */
    private static final long MOST = 20_000_000;
    /** What a row or a cell takes beside its text, counted as characters. */
    private static final int OVERHEAD = 20;
    /** Of so many rows that are wrong the keys are remembered. */
    private static final int MOST_WRONG = 100_000;

    private final Mapping mapping;
    private final Map<String, TableFile> files;
    private final LongConsumer progress;
    private final Map<String, JoinedTable> read = new TreeMap<>();
    private long held;

    Joins(Mapping mapping, Map<String, TableFile> files, LongConsumer progress) {
        this.mapping = mapping;
        this.files = files;
        this.progress = progress;
    }

    /**
     * The tables that the rules of a table need.
     *
     * @param sink gets the rows of theirs that cannot be used
     * @throws InvalidInputException if one cannot be read, or is too large
     */
    Map<String, JoinedTable> of(String table, Consumer<Row> sink) {
        Map<String, JoinedTable> joined = new HashMap<>();
        joined(MappedTables.rules(mapping).filter(rule -> rule.table().equals(table)))
                .forEach(other -> joined.put(other, read.computeIfAbsent(other, name -> read(name, sink))));
        return joined;
    }

    /** What became of the rows of each, so far. */
    List<JoinReport> reports() {
        List<JoinReport> reports = new ArrayList<>();
        read.forEach((name, table) -> {
            if (table != JoinedTable.NONE) {
                reports.add(table.report(name));
            }
        });
        return reports;
    }

    /** The tables that others are joined with. */
    static Stream<String> joined(Mapping mapping) {
        return joined(MappedTables.rules(mapping));
    }

    private static Stream<String> joined(Stream<Rule> rules) {
        return rules.flatMap(Rule::values)
                .map(Value::join)
                .filter(Objects::nonNull)
                .map(join -> Objects.requireNonNull(join).table())
                .distinct();
    }

    private JoinedTable read(String table, Consumer<Row> sink) {
        TableFile file = files.get(table);
        if (file == null) {
            return JoinedTable.NONE;
        }
        MappingTable declared = Optional.ofNullable(mapping.tables().get(table)).orElseThrow();
        Map<String, List<JoinedRow>> rows = new LinkedHashMap<>();
        Map<String, Integer> wrong = new HashMap<>();
        int rejected = 0;
        try (TableReading reading = file.read(declared.layout(), progress)) {
            Map<String, Integer> columns = MappedTables.numbered(reading.columns());
            List<String> used = used(table, columns.keySet());
            int key = Optional.ofNullable(columns.get(String.valueOf(declared.key())))
                    .orElseThrow();
            for (TableRow row = reading.next(); row != null; row = reading.next()) {
                TableRow.Fault fault = row.fault();
                if (fault != null) {
                    sink.accept(TableRun.faulty(table, file.name(), row, fault));
                    rejected++;
                    if (key < row.cells().size() && wrong.size() < MOST_WRONG) {
                        wrong.putIfAbsent(row.cells().get(key).strip(), row.line());
                    }
                    continue;
                }
                List<String> cells = new ArrayList<>(used.size());
                for (String column : used) {
                    cells.add(row.cells()
                            .get(Optional.ofNullable(columns.get(column)).orElseThrow()));
                }
                String text = row.cells().get(key).strip();
                hold(file, row, text, cells);
                rows.computeIfAbsent(text, found -> new ArrayList<>(1)).add(new JoinedRow(row.line(), cells));
            }
            return new JoinedTable(file.name(), MappedTables.numbered(used), rows, wrong, rejected);
        } catch (MalformedTableException malformed) {
            throw MappedTables.refused(malformed);
        }
    }

    /** The columns that rules read; the line of a row is none of them unless one is called so. */
    private List<String> used(String table, Set<String> columns) {
        return MappedTables.rules(mapping)
                .flatMap(Rule::columns)
                .filter(use -> use.table().equals(table))
                .map(ColumnUse::column)
                .filter(columns::contains)
                .sorted()
                .distinct()
                .toList();
    }

    private void hold(TableFile file, TableRow row, String key, List<String> cells) {
        held += OVERHEAD + key.length();
        for (String cell : cells) {
            held += OVERHEAD + cell.length();
        }
        if (held > MOST) {
            throw new InvalidInputException(List.of(new Problem(
                    new Place(file.name(), row.line(), 1),
                    "tables that others are joined with hold more than " + MOST / 1_000_000
                            + " million characters up to here, the most that is kept in memory; join the smaller table"
                            + " to the larger, or leave out columns that are long")));
        }
    }
}
