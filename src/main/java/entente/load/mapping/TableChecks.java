package entente.load.mapping;

import entente.load.InvalidInputException;
import entente.load.Problem;
import entente.load.document.Place;
import entente.load.mapping.Value.ColumnUse;
import entente.load.table.MalformedTableException;
import entente.load.table.TableFile;
import entente.load.table.TableReading;
import entente.model.Names;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Checks that tables are there and have the columns that a mapping reads. */
final class TableChecks {
    private static final int SHOWN = 20;

    private final Mapping mapping;
    private final List<Problem> problems = new ArrayList<>();
    private final Map<String, List<String>> found = new LinkedHashMap<>();

    TableChecks(Mapping mapping) {
        this.mapping = mapping;
    }

    /**
     * Checks all tables.
     *
     * @return the columns of each, by the table's name
     * @throws InvalidInputException with all that is wrong, if anything is
     */
    Map<String, List<String>> check(Map<String, TableFile> files) {
        Map<String, MappingTable> declared = mapping.tables();
        files.keySet().stream()
                .filter(name -> !declared.containsKey(name))
                .forEach(name -> problems.add(new Problem(
                        null,
                        "the mapping " + mapping.head().id() + " has no table \"" + name + "\""
                                + Names.didYouMean(name, declared.keySet()) + "; its tables are "
                                + String.join(", ", declared.keySet()))));
        declared.values().forEach(table -> {
            TableFile file = files.get(table.name());
            if (file != null) {
                check(table, file);
            } else if (!table.optional()) {
                problems.add(new Problem(
                        null,
                        "the mapping " + mapping.head().id() + " needs the table \"" + table.name() + "\": --table "
                                + table.name() + "=FILE"));
            }
        });
        if (!problems.isEmpty()) {
            throw new InvalidInputException(problems);
        }
        return found;
    }

    private void check(MappingTable table, TableFile file) {
        List<String> columns;
        try (TableReading reading = file.read(table.layout(), bytes -> {})) {
            columns = reading.columns();
        } catch (MalformedTableException malformed) {
            problems.add(new Problem(malformed.place(), String.valueOf(malformed.getMessage())));
            return;
        }
        found.put(table.name(), columns);
        Map<String, ColumnUse> used = new LinkedHashMap<>();
        uses(table).forEach(use -> used.putIfAbsent(use.column(), use));
        List<ColumnUse> unknown = used.values().stream()
                .filter(use -> !columns.contains(use.column()))
                .toList();
        boolean isNoneNear = unknown.stream()
                .allMatch(use -> Names.nearest(use.column(), columns).isEmpty());
        boolean isNoneThere = unknown.size() > 1 && unknown.size() == used.size() && isNoneNear;
        if (isNoneThere && table.layout().columns().isEmpty()) {
            problems.add(new Problem(
                    new Place(file.name(), table.layout().header(), 1), anotherTable(table, used.keySet(), columns)));
        } else {
            unknown.forEach(use -> problems.add(new Problem(use.place(), unknown(use, file, columns))));
        }
    }

    private String anotherTable(MappingTable table, Collection<String> used, List<String> columns) {
        return "this is not the table \"" + table.name() + "\" of the mapping "
                + mapping.head().id() + ", which reads the columns " + first(used) + "; here are " + first(columns)
                + "; if another line names them, say which under tables: {header: 5}";
    }

    private Stream<ColumnUse> uses(MappingTable table) {
        Stream<ColumnUse> key = table.key() == null
                ? Stream.of()
                : Stream.of(new ColumnUse(table.place(), table.name(), String.valueOf(table.key())));
        return Stream.concat(
                key,
                MappedTables.rules(mapping)
                        .flatMap(Rule::columns)
                        .filter(use -> use.table().equals(table.name())
                                && !use.column().equals(Cells.LINE)));
    }

    private static String unknown(ColumnUse use, TableFile file, List<String> columns) {
        String near = Names.didYouMean(use.column(), columns);
        return file.name() + " has no column \"" + use.column() + "\""
                + (near.isEmpty() ? "; its columns are " + first(columns) : near);
    }

    private static String first(Collection<String> columns) {
        return columns.stream().limit(SHOWN).collect(Collectors.joining(", ")) + (columns.size() > SHOWN ? ", …" : "");
    }
}
