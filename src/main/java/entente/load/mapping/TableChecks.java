package entente.load.mapping;

import entente.load.InvalidInputException;
import entente.load.Problem;
import entente.load.mapping.Value.ColumnUse;
import entente.load.table.MalformedTableException;
import entente.load.table.TableFile;
import entente.load.table.TableReading;
import entente.model.Names;
import java.util.ArrayList;
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

    TableChecks(Mapping mapping) {
        this.mapping = mapping;
    }

    /** @throws InvalidInputException with all that is wrong, if anything is */
    void check(Map<String, TableFile> files) {
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
    }

    private void check(MappingTable table, TableFile file) {
        List<String> columns;
        try (TableReading reading = file.read(table.layout(), bytes -> {})) {
            columns = reading.columns();
        } catch (MalformedTableException malformed) {
            problems.add(new Problem(malformed.place(), String.valueOf(malformed.getMessage())));
            return;
        }
        Map<String, ColumnUse> unknown = new LinkedHashMap<>();
        uses(table)
                .filter(use -> !columns.contains(use.column()))
                .forEach(use -> unknown.putIfAbsent(use.column() + " " + use.place(), use));
        unknown.values().forEach(use -> problems.add(new Problem(use.place(), unknown(use, file, columns))));
    }

    private Stream<ColumnUse> uses(MappingTable table) {
        Stream<ColumnUse> key = table.key() == null
                ? Stream.of()
                : Stream.of(new ColumnUse(table.place(), table.name(), String.valueOf(table.key())));
        return Stream.concat(
                key,
                MappedTables.rules(mapping)
                        .flatMap(Rule::columns)
                        .filter(use -> use.table().equals(table.name())));
    }

    private static String unknown(ColumnUse use, TableFile file, List<String> columns) {
        String near = Names.didYouMean(use.column(), columns);
        String known =
                columns.stream().limit(SHOWN).collect(Collectors.joining(", ")) + (columns.size() > SHOWN ? ", …" : "");
        return file.name() + " has no column \"" + use.column() + "\""
                + (near.isEmpty() ? "; its columns are " + known : near);
    }
}
