package entente.cli;

import entente.load.Problem;
import entente.load.RejectsFile;
import entente.load.TableReport;
import entente.load.mapping.MappedTables;
import entente.load.mapping.Mapping;
import entente.load.mapping.MappingFile;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** The tables that a mapping is loaded with, and what becomes of rows that are wrong. */
final class TableOptions {
    /** What a row that is wrong does. */
    enum OnError {
        fail,
        skip
    }

    @Option(
            names = "--table",
            paramLabel = "NAME=FILE",
            description = "A table of the mapping, in CSV or TSV, also gzipped; - is standard input. Repeat it.")
    private Map<String, String> tables = new LinkedHashMap<>();

    @Option(
            names = "--on-error",
            paramLabel = "fail|skip",
            defaultValue = "fail",
            description =
                    "What a row does that is wrong: fail before anything is written (the default), or be skipped.")
    private OnError onError = OnError.fail;

    @Option(
            names = "--rejects",
            paramLabel = "FILE",
            description = "Where rows go that are skipped, with the reasons; by default MAPPING.rejects.csv.")
    private @Nullable Path rejects;

    @Spec(Spec.Target.MIXEE)
    private CommandSpec spec;

    /** Whether any of them is given. */
    boolean areGiven() {
        return !tables.isEmpty();
    }

    /**
     * Loads tables, or tells what loading them would do.
     *
     * @param file the mapping, or the id of a bundled one
     * @param lone the table of a mapping that has one, or null
     */
    void load(OpenGraph open, String file, @Nullable String lone, boolean dryRun) throws IOException {
        Mapping mapping = Mapping.read(MappingFile.named(file), open.vocabulary());
        PrintWriter err = spec.commandLine().getErr();
        Path kept = rejects == null ? Path.of(mapping.head().id() + ".rejects.csv") : rejects;
        try (OpenTables read = OpenTables.of(named(mapping, lone));
                RejectsFile rejected = new RejectsFile(kept, onError == OnError.skip)) {
            print(load(open, mapping, read, rejected, dryRun), dryRun);
            if (rejected.isUsed()) {
                err.println("entente: " + kept + " has the rows that were not taken up, and why");
            }
        }
    }

    private TableReport load(OpenGraph open, Mapping mapping, OpenTables read, RejectsFile rejected, boolean dryRun) {
        try (LoadDisplay display = LoadDisplay.on(spec.commandLine().getErr())) {
            MappedTables feed = mapping.over(read.files(), open.graph(), display.ofBytes(read.size()));
            return dryRun ? open.loader().tryOut(feed, rejected) : open.loader().load(feed, rejected, display);
        }
    }

    private Map<String, String> named(Mapping mapping, @Nullable String lone) {
        Map<String, String> named = new LinkedHashMap<>(tables);
        if (lone != null) {
            if (mapping.tables().size() != 1) {
                throw new UsageException("\"" + mapping.head().id() + "\" takes several tables; give each by its name: "
                        + OpenTables.optionsFor(mapping));
            }
            named.put(mapping.tables().keySet().iterator().next(), lone);
        }
        return named;
    }

    private void print(TableReport report, boolean inFull) {
        PrintWriter out = spec.commandLine().getOut();
        if (report.same()) {
            out.println(report.dossier() + ": unchanged, loaded already");
            return;
        }
        out.println(report.dossier() + (inFull ? ", if it were loaded:" : ":"));
        report.tables()
                .forEach(table -> out.printf(
                        "  %-14s %d rows: %d written, %d unchanged, %d left out, %d rejected%n",
                        new Problem(null, table.table()),
                        table.read(),
                        table.written(),
                        table.unchanged(),
                        table.leftOut(),
                        table.rejected()));
        LoadCommand.print("entities", report.entities(), out);
        LoadCommand.print("relationships", report.relationships(), out);
        out.flush();
    }
}
