package entente.cli;

import entente.explore.Subgraphs;
import entente.explore.WholeGraph;
import entente.export.CsvGraph;
import entente.export.GraphFormat;
import entente.export.GraphFormats;
import entente.export.GraphWriter;
import entente.graph.Graph;
import entente.graph.GraphException;
import entente.load.StoredDossiers;
import entente.model.Names;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Writes the graph, or a part of it, to files. */
@Command(
        name = "export",
        mixinStandardHelpOptions = true,
        description = {
            "Writes the graph to a file, in the format of its ending: .json, .jsonl, .csv, .graphml, .gexf, .jgf or"
                    + " .cyjs (Cytoscape). With --around, only what lies around an entity.",
            "With --dossiers, writes each dossier to a file of its own in a new directory. That is a backup: loaded"
                    + " together into an empty graph, they give the same graph, as 'entente digest' tells."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  entente export everything.graphml",
            "  entente export entities.csv --rows nodes",
            "  entente export osh.gexf --around osh-base --hops 2 --as-of 2009-07-31",
            "  entente export --dossiers backup",
            "  entente load --no-sample backup/*.json --data NEW"
        })
final class ExportCommand implements Callable<Integer> {
    @Parameters(paramLabel = "FILE", description = "The file to write, or the directory; it must not be there yet.")
    private Path target;

    @Option(names = "--dossiers", description = "Write a file for each dossier into the directory FILE.")
    private boolean dossiers;

    @Option(
            names = "--around",
            paramLabel = "ENTITY",
            description = "Only what lies around this entity, named by its id or name.")
    private @Nullable String center;

    @Option(names = "--hops", paramLabel = "HOPS", description = "How many steps around it, 1 to 4; 1 unless named.")
    private @Nullable Integer hops;

    /** The words that users type. */
    enum Rows {
        relationships(CsvGraph.Rows.RELATIONSHIPS),
        nodes(CsvGraph.Rows.NODES);

        private final CsvGraph.Rows rows;

        Rows(CsvGraph.Rows rows) {
            this.rows = rows;
        }
    }

    @Option(
            names = "--rows",
            description = "What CSV has a row for: ${COMPLETION-CANDIDATES}; relationships unless named.")
    private @Nullable Rows rows;

    @Option(names = "--safe", description = "In CSV, let no cell be a formula to a spreadsheet.")
    private boolean safe;

    @Mixin
    private FilterOptions filter;

    @Mixin
    private GraphOptions graphOptions;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        GraphFormat format = dossiers ? null : format();
        refuseIdleOptions(format);
        try (OpenGraph open = graphOptions.openToRead()) {
            String version = open.graph().version();
            refuseStrangeTypes(open);
            String written = format == null ? writeDossiers(open, version) : writeGraph(open, format, version);
            spec.commandLine().getOut().println(target + ": " + written);
            return ExitCode.DONE;
        }
    }

    private GraphFormat format() {
        String name = target.getFileName().toString();
        String ending = name.substring(name.lastIndexOf('.') + 1);
        GraphFormat format = GraphFormats.byEnding().get(ending);
        if (format == null) {
            throw new UsageException("\"" + name + "\" must end in ."
                    + Names.oneOf(List.copyOf(GraphFormats.byEnding().keySet()))
                            .replace(", ", ", .")
                            .replace("or ", "or .")
                    + "; or --dossiers makes it a directory of dossiers");
        }
        return format instanceof CsvGraph
                ? new CsvGraph(rows == null ? CsvGraph.Rows.RELATIONSHIPS : rows.rows, safe)
                : format;
    }

    /** What an option asks for is done, or it is refused. */
    private void refuseIdleOptions(@Nullable GraphFormat format) {
        if (format == null && (center != null || hops != null || safe || rows != null || filter.isGiven())) {
            throw new UsageException("--dossiers writes all that there is; --around, --hops, --safe, --rows and filters"
                    + " are for graphs");
        }
        if (format != null && !(format instanceof CsvGraph) && (safe || rows != null)) {
            throw new UsageException("--safe and --rows are for CSV; name a file that ends in .csv");
        }
        if (center == null && hops != null) {
            throw new UsageException("--hops are counted from the entity that --around names");
        }
        if (center == null && filter.hasDirection()) {
            throw new UsageException("--direction is seen from the entity that --around names");
        }
        UsageException.unlessWithin("--hops", hops(), Subgraphs.MOST_HOPS);
    }

    /** Without the relationships of some types, what is written would look whole. */
    private void refuseStrangeTypes(OpenGraph open) {
        List<String> strange =
                filter.namesTypes() ? List.of() : new WholeGraph(open.graph()).typesBeside(open.vocabulary());
        if (!strange.isEmpty()) {
            throw new UsageException("the graph holds relationships of types that the vocabulary does not have: "
                    + String.join(", ", strange)
                    + "; give the file that adds these with --vocabulary, so that none is left out");
        }
    }

    private int hops() {
        return hops == null ? 1 : hops;
    }

    private String writeGraph(OpenGraph open, GraphFormat format, String version) throws IOException {
        GraphPart part = new GraphPart(open.graph(), filter.filter(open.vocabulary()), center, hops());
        Map<String, Object> about = new LinkedHashMap<>();
        NewFile.write(target, out -> {
            try (GraphWriter graph = format.begin(out)) {
                about.putAll(part.into(graph));
                refuseChange(open.graph(), version);
                graph.finish(about);
            }
        });
        if (Boolean.TRUE.equals(about.get("truncated"))) {
            spec.commandLine()
                    .getErr()
                    .println("entente: only the nearest " + Subgraphs.MOST_RELATIONSHIPS
                            + " relationships are in the file");
        }
        Map<?, ?> totals = (Map<?, ?>) Objects.requireNonNull(about.get("totals"));
        return totals.get("nodes") + " entities, " + totals.get("relationships") + " relationships";
    }

    /** All of it, or nothing: a part of a backup would look whole. */
    private String writeDossiers(OpenGraph open, String version) throws IOException {
        if (Files.exists(target) && !isEmptyDirectory()) {
            throw new UsageException(
                    target + " is not empty; name a new directory, so that nothing else is in the backup");
        }
        Files.createDirectories(target);
        StoredDossiers stored = new StoredDossiers(open.graph(), open.vocabulary());
        List<String> ids = stored.ids();
        try {
            for (String id : ids) {
                NewFile.write(target.resolve(id + ".json"), out -> stored.write(id, out));
            }
            refuseChange(open.graph(), version);
        } catch (IOException | RuntimeException failure) {
            for (String id : ids) {
                Files.deleteIfExists(target.resolve(id + ".json"));
            }
            throw failure;
        }
        return ids.size() + " dossiers";
    }

    private boolean isEmptyDirectory() throws IOException {
        try (Stream<Path> files = Files.list(target)) {
            return files.findAny().isEmpty();
        }
    }

    private static void refuseChange(Graph graph, String version) {
        if (!graph.version().equals(version)) {
            throw new GraphException.Overloaded(
                    "the graph changed while it was written down, so the files do not fit together; export again",
                    null);
        }
    }
}
