package entente.load.mapping;

import entente.graph.Graph;
import entente.load.ContentHash;
import entente.load.Dossier;
import entente.load.FactFeed;
import entente.load.InvalidInputException;
import entente.load.JoinReport;
import entente.load.Problem;
import entente.load.mapping.Cells.Surroundings;
import entente.load.mapping.Source.Alternative;
import entente.load.mapping.Source.Lookup;
import entente.load.table.MalformedTableException;
import entente.load.table.TableFile;
import entente.load.table.TableReading;
import entente.load.table.TableRow;
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
    private final Map<String, List<String>> columns;
    private final Codes codes;
    private final LongConsumer progress;
    private final Joins joins;

    private MappedTables(
            Mapping mapping,
            Map<String, TableFile> files,
            Map<String, List<String>> columns,
            Codes codes,
            LongConsumer progress) {
        this.mapping = mapping;
        this.files = files;
        this.columns = columns;
        this.codes = codes;
        this.progress = progress;
        this.joins = new Joins(mapping, files, progress);
    }

    /** @throws InvalidInputException if a table is missing, unknown, or lacks a column */
    static MappedTables open(Mapping mapping, Map<String, TableFile> files, Graph graph, LongConsumer progress) {
        Map<String, List<String>> columns = new TableChecks(mapping).check(files);
        return new MappedTables(mapping, files, columns, codes(mapping, graph), progress);
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

    /**
     * How many bytes of the tables' files are read: one may be read for its entities, its relationships and by others.
     */
    public static long bytesToRead(Mapping mapping, Map<String, TableFile> files) {
        Stream<String> read = Stream.of(Part.values()).flatMap(part -> tables(part, mapping, files).stream());
        return Stream.concat(read, Joins.joined(mapping).filter(files::containsKey))
                .mapToLong(table ->
                        Optional.ofNullable(files.get(table)).orElseThrow().size())
                .sum();
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

    /** The columns of each table, by the table's name. */
    public Map<String, List<String>> columns() {
        return columns;
    }

    @Override
    public List<JoinReport> joins() {
        return joins.reports();
    }

    @Override
    public void read(Part part, Consumer<Row> sink) {
        tables(part)
                .forEach(table -> read(
                        table,
                        Long.MAX_VALUE,
                        sink,
                        switch (part) {
                            case ENTITIES ->
                                (run, row, cells) -> run.all(row, cells).withoutRelationships();
                            case RELATIONSHIPS -> TableRun::relationships;
                        }));
    }

    /**
     * Hands over the first rows of each table with all that they say, for somebody to look at.
     *
     * @throws InvalidInputException if a table cannot be read so far
     */
    public void readFirst(int rows, Consumer<Row> sink) {
        Stream.of(Part.values())
                .flatMap(part -> tables(part).stream())
                .distinct()
                .forEach(table -> read(table, rows, sink, TableRun::all));
    }

    /** What is asked of the rules of a table for each row. */
    private interface Asked {
        Row of(TableRun run, TableRow row, Cells cells);
    }

    /** Those whose rows say something in this part, in the order of the mapping. */
    private List<String> tables(Part part) {
        return tables(part, mapping, files);
    }

    private static List<String> tables(Part part, Mapping mapping, Map<String, TableFile> files) {
        Stream<Rule> creating = mapping.relationships().stream()
                .filter(rule -> part == Part.RELATIONSHIPS || !rule.creating().isEmpty());
        Stream<Rule> describing = part == Part.ENTITIES ? mapping.entities().stream() : Stream.of();
        Set<String> used = Stream.concat(describing, creating).map(Rule::table).collect(Collectors.toSet());
        return mapping.tables().keySet().stream()
                .filter(used::contains)
                .filter(files::containsKey)
                .toList();
    }

    private void read(String table, long most, Consumer<Row> sink, Asked asked) {
        Surroundings around = new Surroundings(joins.of(table, sink), codes);
        TableFile file = Optional.ofNullable(files.get(table)).orElseThrow();
        try (TableReading reading = file.read(
                Optional.ofNullable(mapping.tables().get(table)).orElseThrow().layout(), progress)) {
            Map<String, Integer> numbers = numbered(reading.columns());
            TableRun run = new TableRun(mapping, table, file.name());
            long count = 0;
            for (TableRow row = reading.next(); row != null; row = ++count < most ? reading.next() : null) {
                sink.accept(asked.of(run, row, new Cells(row.line(), numbers, row.cells(), around)));
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
}
