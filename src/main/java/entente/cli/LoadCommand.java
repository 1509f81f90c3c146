package entente.cli;

import entente.load.Changes;
import entente.load.DossierFile;
import entente.load.LoadProgress;
import entente.load.LoadReport;
import entente.load.Tally;
import entente.load.document.FilesNearby;
import entente.load.mapping.MappingFile;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Loads dossiers. */
@Command(
        name = "load",
        mixinStandardHelpOptions = true,
        description = {
            "Puts dossiers into the graph, in the place of what they said before; or tables, by a mapping.",
            "All files are checked first: if anything is wrong with one of them, everything wrong is reported and"
                    + " nothing is written."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  entente load my-topic.yaml                 loads it, or replaces what it said",
            "  entente load --dry-run my-topic.yaml       tells what that would change",
            "  entente load states osh-base-2009          the dossiers that come with Entente",
            "  entente load world-countries countries.csv a table, by a mapping that comes with Entente",
            "  entente load my-mapping.yaml --table votes=votes.csv.gz --table rolls=rolls.csv"
        })
final class LoadCommand implements Callable<Integer> {
    private static final List<String> BUNDLED = Stream.concat(
                    DossierFile.BUNDLED.stream(), MappingFile.BUNDLED.stream())
            .toList();

    @Parameters(
            arity = "1..*",
            paramLabel = "FILE",
            description =
                    "Dossiers in YAML or JSON, or the id of a bundled one; or a mapping, and its table where it has"
                            + " one.")
    private List<String> files = new ArrayList<>();

    @Option(names = "--dry-run", description = "Tell what would be created, changed and removed; write nothing.")
    private boolean dryRun;

    @Mixin
    private TableOptions tables;

    @Mixin
    private GraphOptions graphOptions;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        EndNotice ended = EndNotice.begin(
                spec.commandLine().getErr(),
                "the load was ended before it was done; "
                        + (dryRun ? "it wrote nothing" : "what it wrote stays, and the same command completes it"));
        try {
            return load();
        } finally {
            ended.done();
        }
    }

    private int load() throws IOException {
        if (MappingFile.isMapping(files.get(0))) {
            return loadTables(files.get(0));
        }
        if (tables.given() != null) {
            refuseUnknown(files.get(0));
            throw new UsageException(tables.given() + " goes with a mapping, and \"" + files.get(0) + "\" is none");
        }
        List<DossierFile> dossiers = read(files);
        try (OpenGraph open = dryRun ? graphOptions.openAsItIs() : graphOptions.openToLoad()) {
            load(open, dossiers).forEach(report -> print(report, dryRun));
            return ExitCode.DONE;
        }
    }

    private List<LoadReport> load(OpenGraph open, List<DossierFile> dossiers) {
        try (LoadDisplay display = LoadDisplay.on(spec.commandLine().getErr())) {
            return dryRun ? open.tryOut(dossiers, display) : open.load(dossiers, display);
        }
    }

    private int loadTables(String mapping) throws IOException {
        if (files.size() > 2) {
            throw new UsageException("load one mapping at a time, with its tables");
        }
        String lone = files.size() == 2 ? files.get(1) : null;
        try (OpenTables read = tables.open(lone);
                OpenGraph open = dryRun ? graphOptions.openAsItIs() : graphOptions.openToLoad()) {
            if (!dryRun) {
                open.load(List.of(), LoadProgress.UNSEEN);
            } else if (open.loader().isEmpty()) {
                spec.commandLine()
                        .getErr()
                        .println("entente: nothing is loaded yet, so nothing can be looked up; a load begins with the"
                                + " bundled dossiers, which 'entente load states' loads alone");
            }
            tables.load(open, mapping, read, dryRun);
            return ExitCode.DONE;
        }
    }

    /** What is no file may be the id of a bundled dossier. */
    static List<DossierFile> read(List<String> files) throws IOException {
        List<DossierFile> dossiers = new ArrayList<>();
        for (String file : files) {
            refuseUnknown(file);
            Path path = Path.of(file);
            dossiers.add(Files.exists(path) ? DossierFile.read(path) : DossierFile.bundled(file));
        }
        return dossiers;
    }

    private static void refuseUnknown(String file) throws IOException {
        Path path = Path.of(file);
        if (!Files.exists(path) && MappingFile.BUNDLED.contains(file)) {
            throw new UsageException("\"" + file + "\" is a mapping; load it alone, with its table");
        }
        if (!Files.exists(path) && !DossierFile.BUNDLED.contains(file)) {
            throw new IOException(file + ": no such file, and nothing that comes with Entente"
                    + FilesNearby.didYouMean(path, BUNDLED) + "\n  dossiers that come with it: "
                    + String.join(", ", DossierFile.BUNDLED) + "\n  mappings that come with it: "
                    + String.join(", ", MappingFile.BUNDLED));
        }
    }

    private void print(LoadReport report, boolean inFull) {
        PrintWriter out = spec.commandLine().getOut();
        if (report.same()) {
            out.println(report.dossier() + ": unchanged, loaded already");
        } else {
            out.println(report.dossier() + (inFull ? ", if it were loaded:" : ":"));
            print("entities", report.entities(), inFull);
            print("relationships", report.relationships(), inFull);
            print("sources", report.sources(), inFull);
        }
        out.flush();
    }

    private void print(String what, Changes changes, boolean inFull) {
        PrintWriter out = spec.commandLine().getOut();
        print(what, changes.tally(), out);
        if (inFull) {
            changes.created().forEach(id -> out.println("    + " + id));
            changes.changed().forEach(id -> out.println("    ~ " + id));
            changes.removed().forEach(id -> out.println("    - " + id));
        }
    }

    static void print(String what, Tally tally, PrintWriter out) {
        out.printf(
                "  %-14s %d created, %d changed, %d removed, %d unchanged%n",
                what, tally.created(), tally.changed(), tally.removed(), tally.unchanged());
    }
}
