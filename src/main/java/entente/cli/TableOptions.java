package entente.cli;

import entente.load.Problem;
import entente.load.RejectsFile;
import entente.load.RowReport;
import entente.load.TableReport;
import entente.load.mapping.MappedTables;
import entente.load.mapping.Mapping;
import entente.load.mapping.MappingFile;
import entente.load.table.TableFile;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
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

    /** The option that is given, or null. */
    @Nullable
    String given() {
        return Stream.of("--table", "--on-error", "--rejects")
                .filter(spec.commandLine().getParseResult()::hasMatchedOption)
                .findFirst()
                .orElse(null);
    }

    /**
     * Opens the tables, which may wait for whoever writes them.
     *
     * @param lone the table of a mapping that has one, or null
     */
    OpenTables open(@Nullable String lone) throws IOException {
        OpenTables.refuseTwice(spec);
        Map<String, String> named = new LinkedHashMap<>(tables);
        if (lone != null) {
            if (!tables.isEmpty()) {
                throw new UsageException(
                        "\"" + lone + "\" is given without a name beside --table; give each table by --table");
            }
            named.put(OpenTables.UNNAMED, lone);
        }
        return OpenTables.of(named);
    }

    /**
     * Loads tables, or tells what loading them would do.
     *
     * @param file the mapping, or the id of a bundled one
     */
    void load(OpenGraph open, String file, OpenTables read, boolean dryRun) throws IOException {
        Mapping mapping = Mapping.read(MappingFile.named(file), open.vocabulary());
        Path kept = rejects == null ? Path.of(mapping.head().id() + ".rejects.csv") : rejects;
        if (kept.toString().isBlank()) {
            throw new UsageException("--rejects needs a file, and here it is empty");
        }
        refuseInput(kept, read, file);
        boolean isKept;
        TableReport report;
        try (LoadDisplay display = LoadDisplay.on(spec.commandLine().getErr())) {
            Map<String, TableFile> files = read.named(mapping);
            long bytes = MappedTables.bytesToRead(mapping, files);
            MappedTables feed = mapping.over(files, open.graph(), display.ofBytes(bytes));
            try (RejectsFile rejected = new RejectsFile(kept, feed.columns(), onError == OnError.skip, dryRun)) {
                report = dryRun
                        ? open.loader().tryOut(feed, rejected)
                        : open.loader().load(feed, rejected, display);
                isKept = rejected.isUsed();
            }
        }
        print(report, dryRun);
        if (isKept) {
            spec.commandLine()
                    .getErr()
                    .println(new Problem(null, "entente: " + kept + " has the rows that were not taken up, and why"));
        }
    }

    /** What an earlier load has rejected may be mended and loaded, and must not be written over meanwhile. */
    private static void refuseInput(Path kept, OpenTables read, String mapping) throws IOException {
        List<String> inputs = Stream.concat(
                        Stream.of(mapping), read.files().values().stream().map(TableFile::name))
                .toList();
        for (String input : inputs) {
            for (Path written : List.of(kept, RejectsFile.partOf(kept))) {
                if (Files.exists(written)
                        && Files.exists(Path.of(input))
                        && Files.isSameFile(written, Path.of(input))) {
                    throw new UsageException("rejected rows would be written over \"" + input
                            + "\", which is read; rename it, or name another file with --rejects");
                }
            }
        }
    }

    private void print(TableReport report, boolean inFull) {
        PrintWriter out = spec.commandLine().getOut();
        if (report.same()) {
            out.println(report.dossier() + ": unchanged, loaded already");
            return;
        }
        out.println(report.dossier() + (inFull ? ", if it were loaded:" : ":"));
        report.tables().stream()
                .filter(table -> !isOnlyJoined(table, report))
                .forEach(table -> out.printf(
                        "  %-14s %d rows: %d written, %d unchanged, %d left out, %d rejected%s%n",
                        new Problem(null, named(table, report.tables())),
                        table.read(),
                        table.written(),
                        table.unchanged(),
                        table.leftOut(),
                        table.rejected(),
                        table.partly() == 0 ? "" : " (" + table.partly() + " of them in part: see below)"));
        report.joins()
                .forEach(join -> out.printf(
                        "  %-14s joined: %d rows matched, %d unused, %d rejected; %d keys without a row%n",
                        new Problem(null, join.file()),
                        join.matched(),
                        join.unused(),
                        join.rejected(),
                        join.without()));
        LoadCommand.print("entities", report.entities(), out);
        LoadCommand.print("relationships", report.relationships(), out);
        if (report.tables().stream().anyMatch(table -> table.partly() > 0)) {
            out.println("  rejected in part: the entities of these rows are taken up, their relationships are not,"
                    + " for they do not fit what else there is");
        }
        out.flush();
    }

    /** Of a table that others are joined with, rows are reported by themselves where they are wrong. */
    private static boolean isOnlyJoined(RowReport table, TableReport report) {
        return table.read() == table.rejected()
                && report.joins().stream().anyMatch(join -> join.table().equals(table.table()));
    }

    /** The file; where it is read as several tables, with the name of the table. */
    private static String named(RowReport table, List<RowReport> tables) {
        long same = tables.stream()
                .filter(other -> other.file().equals(table.file()))
                .count();
        return same > 1 ? table.file() + " as " + table.table() : table.file();
    }
}
