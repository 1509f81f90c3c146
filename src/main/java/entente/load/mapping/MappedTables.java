package entente.load.mapping;

import entente.graph.Graph;
import entente.load.ContentHash;
import entente.load.Dossier;
import entente.load.FactFeed;
import entente.load.FactReader;
import entente.load.InvalidInputException;
import entente.load.Problem;
import entente.load.document.Place;
import entente.load.mapping.Cells.Surroundings;
import entente.load.mapping.Source.Alternative;
import entente.load.mapping.Source.Lookup;
import entente.load.table.MalformedTableException;
import entente.load.table.TableFile;
import entente.load.table.TableReading;
import entente.load.table.TableRow;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.function.LongConsumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The facts that a mapping makes of tables. */
public final class MappedTables implements FactFeed {
    private final Mapping mapping;
    private final Map<String, TableFile> files;
    private final Codes codes;
    private final LongConsumer progress;
    private final Joins joins;

    private MappedTables(Mapping mapping, Map<String, TableFile> files, Codes codes, LongConsumer progress) {
        this.mapping = mapping;
        this.files = files;
        this.codes = codes;
        this.progress = progress;
        this.joins = new Joins(mapping, files, progress);
    }

    /** @throws InvalidInputException if a table is missing, unknown, or lacks a column */
    static MappedTables open(Mapping mapping, Map<String, TableFile> files, Graph graph, LongConsumer progress) {
        new TableChecks(mapping).check(files);
        return new MappedTables(mapping, files, codes(mapping, graph), progress);
    }

    private static Codes codes(Mapping mapping, Graph graph) {
        Set<String> kinds = new TreeSet<>();
        Set<String> properties = new TreeSet<>();
        List<Lookup> lookups = rules(mapping)
                .flatMap(Rule::values)
                .map(Value::source)
                .filter(Lookup.class::isInstance)
                .map(Lookup.class::cast)
                .toList();
        if (lookups.isEmpty()) {
            return Codes.none(mapping.vocabulary());
        }
        lookups.forEach(lookup -> {
            kinds.addAll(lookup.kinds());
            lookup.alternatives().stream().map(Alternative::property).forEach(properties::add);
        });
        properties.removeAll(Set.of(Codes.ID, Codes.NAME));
        boolean all = lookups.stream().anyMatch(lookup -> lookup.kinds().isEmpty());
        return Codes.read(graph, mapping.vocabulary(), mapping.head().id(), all ? Set.of() : kinds, properties);
    }

    static Stream<Rule> rules(Mapping mapping) {
        return Stream.concat(mapping.entities().stream(), mapping.relationships().stream());
    }

    @Override
    public Dossier head() {
        return mapping.head();
    }

    @Override
    public boolean isChecked() {
        return false;
    }

    @Override
    public String checksum() {
        Map<String, String> parts = new HashMap<>();
        files.forEach((name, file) -> parts.put("table " + name, file.sha256()));
        parts.put("mapping", mapping.checksum());
        parts.put("codes", codes.checksum());
        return ContentHash.brief(parts);
    }

    @Override
    public void read(Part part, Consumer<Row> sink) {
        tables(part).forEach(table -> read(table, part, Long.MAX_VALUE, sink));
    }

    /**
     * Hands over the first rows of each table, for somebody to look at.
     *
     * @throws InvalidInputException if a table cannot be read so far
     */
    public void readFirst(int rows, Part part, Consumer<Row> sink) {
        tables(part).forEach(table -> read(table, part, rows, sink));
    }

    /** Those whose rows say something in this part, in the order of the mapping. */
    private List<String> tables(Part part) {
        Stream<Rule> creating = mapping.relationships().stream()
                .filter(rule -> part == Part.RELATIONSHIPS || !rule.creating().isEmpty());
        Stream<Rule> describing = part == Part.ENTITIES ? mapping.entities().stream() : Stream.of();
        Set<String> used = Stream.concat(describing, creating).map(Rule::table).collect(Collectors.toSet());
        return mapping.tables().keySet().stream()
                .filter(used::contains)
                .filter(files::containsKey)
                .toList();
    }

    private void read(String table, Part part, long most, Consumer<Row> sink) {
        Surroundings around = new Surroundings(joins.of(table, sink), codes);
        TableFile file = Optional.ofNullable(files.get(table)).orElseThrow();
        try (TableReading reading = file.read(
                Optional.ofNullable(mapping.tables().get(table)).orElseThrow().layout(), progress)) {
            Map<String, Integer> columns = numbered(reading.columns());
            TableRun run = new TableRun(mapping, table, file.name());
            long count = 0;
            for (TableRow row = reading.next(); row != null; row = ++count < most ? reading.next() : null) {
                sink.accept(run.row(part, row, new Cells(columns, row.cells(), around)));
            }
        } catch (MalformedTableException malformed) {
            throw refused(malformed);
        }
    }

    static InvalidInputException refused(MalformedTableException malformed) {
        return new InvalidInputException(
                List.of(new Problem(malformed.place(), String.valueOf(malformed.getMessage()))));
    }

    static Map<String, Integer> numbered(List<String> columns) {
        Map<String, Integer> numbers = new LinkedHashMap<>();
        columns.forEach(column -> numbers.put(column, numbers.size()));
        return numbers;
    }

    /** All rules of one table. */
    private static final class TableRun {
        private final String file;
        private final List<RuleRun> entities;
        private final List<RuleRun> relationships;

        TableRun(Mapping mapping, String table, String file) {
            this.file = file;
            List<Problem> noted = new ArrayList<>();
            FactReader reader = new FactReader(mapping.vocabulary(), noted);
            this.entities = runs(mapping.entities(), mapping, table, reader, noted);
            this.relationships = runs(mapping.relationships(), mapping, table, reader, noted);
        }

        private List<RuleRun> runs(
                List<Rule> rules, Mapping mapping, String table, FactReader reader, List<Problem> noted) {
            return rules.stream()
                    .filter(rule -> rule.table().equals(table))
                    .map(rule -> new RuleRun(rule, mapping.head().id(), file, reader, noted))
                    .toList();
        }

        Row row(Part part, TableRow row, Cells cells) {
            RowResult result = new RowResult();
            TableRow.Fault fault = row.fault();
            if (fault != null) {
                result.problems().add(new Problem(new Place(file, row.line(), fault.column()), fault.message()));
                return result.row(new Place(file, row.line(), 1), row.cells(), false);
            }
            boolean elsewhere = false;
            for (RuleRun rule : entities) {
                if (rule.takes(cells)) {
                    elsewhere |= part != Part.ENTITIES;
                    if (part == Part.ENTITIES) {
                        rule.entities(row, cells, result);
                    }
                }
            }
            for (RuleRun rule : relationships) {
                if (rule.takes(cells)) {
                    elsewhere |= part != Part.RELATIONSHIPS;
                    if (part == Part.RELATIONSHIPS) {
                        rule.relationships(row, cells, result);
                    } else {
                        rule.created(row, cells, result);
                    }
                }
            }
            return result.row(new Place(file, row.line(), 1), row.cells(), elsewhere);
        }
    }
}
