package entente.cli;

import entente.load.Dossier.EntityFact;
import entente.load.Dossier.RelationshipFact;
import entente.load.FactFeed.Row;
import entente.load.InvalidInputException;
import entente.load.Problem;
import entente.load.mapping.MappedTables;
import entente.load.mapping.Mapping;
import entente.load.mapping.MappingFile;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** The tables that a mapping is tried on, and how many of their rows are shown. */
final class MappingOptions {
    @Option(
            names = "--table",
            paramLabel = "NAME=FILE",
            description = "A table of the mapping, whose columns are then checked; - is standard input. Repeat it.")
    private Map<String, String> tables = new LinkedHashMap<>();

    @Option(
            names = "--preview",
            paramLabel = "N",
            defaultValue = "0",
            description = "Show what the first rows of each table yield.")
    private int preview;

    @Spec(Spec.Target.MIXEE)
    private CommandSpec spec;

    /** Whether any of them is given. */
    boolean areGiven() {
        return !tables.isEmpty() || preview > 0;
    }

    /**
     * Checks a mapping and says what it yields.
     *
     * @param file the mapping, or the id of a bundled one
     * @return how many of the rows that it showed are wrong
     * @throws InvalidInputException with all that is wrong, if anything is
     */
    long check(OpenGraph open, String file) throws IOException {
        Mapping mapping = Mapping.read(MappingFile.named(file), open.vocabulary());
        if (preview > 0 && tables.isEmpty()) {
            throw new UsageException("--preview shows rows; give the tables: " + OpenTables.optionsFor(mapping));
        }
        PrintWriter out = spec.commandLine().getOut();
        mapping.explained().forEach(line -> out.println(shown(line)));
        OpenTables.refuseTwice(spec);
        return tables.isEmpty() ? 0 : tryOn(open, mapping);
    }

    private long tryOn(OpenGraph open, Mapping mapping) throws IOException {
        AtomicLong wrong = new AtomicLong();
        try (OpenTables read = OpenTables.of(tables)) {
            MappedTables mapped = mapping.over(read.named(mapping), open.graph(), bytes -> {});
            if (preview > 0) {
                mapped.readFirst(preview, row -> {
                    print(row);
                    wrong.addAndGet(row.faults().isEmpty() ? 0 : 1);
                });
            }
        }
        return wrong.get();
    }

    private void print(Row row) {
        PrintWriter out = spec.commandLine().getOut();
        String place = row.place().file() + ":" + row.place().line() + ": ";
        if (!row.isRefused()) {
            row.entities().forEach(fact -> out.println(shown(place + words(fact))));
            row.relationships().forEach(fact -> out.println(shown(place + words(fact))));
        }
        row.faults().forEach(fault -> out.println(shown("wrong: " + fault)));
        row.skips().forEach(skip -> out.println(shown("passed over: " + skip)));
        if (row.leftOut()) {
            out.println(shown(place + "nothing"));
        }
    }

    private static String words(EntityFact fact) {
        return fact.kind().name() + " " + fact.properties();
    }

    private static String words(RelationshipFact fact) {
        String sources = fact.citations().isEmpty()
                ? ""
                : " " + fact.citations().stream().map(citation -> citation.id()).toList();
        return fact.from().id() + " " + fact.type().name() + " " + fact.to().id() + " " + fact.properties() + sources;
    }

    /** What comes from files must not command a terminal. */
    private static String shown(String text) {
        return new Problem(null, text).toString();
    }
}
