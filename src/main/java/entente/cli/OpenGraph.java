package entente.cli;

import entente.graph.Connection;
import entente.graph.Graph;
import entente.graph.Limits;
import entente.graph.Schema;
import entente.graph.bundled.BundledDatabase;
import entente.graph.bundled.BundledSettings;
import entente.graph.bundled.DataDirectory;
import entente.load.DossierFile;
import entente.load.LoadProgress;
import entente.load.LoadReport;
import entente.load.Loader;
import entente.model.Vocabulary;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The graph of one command, and the database below it where that is Entente's own. */
final class OpenGraph implements AutoCloseable {
    private final @Nullable BundledDatabase bundled;
    private final Graph graph;
    private final Vocabulary vocabulary;
    private final boolean withSample;

    private OpenGraph(@Nullable BundledDatabase bundled, Graph graph, Vocabulary vocabulary, boolean withSample) {
        this.bundled = bundled;
        this.graph = graph;
        this.vocabulary = vocabulary;
        this.withSample = withSample;
    }

    /**
     * Opens the graph that the options name.
     *
     * @param lasting whether it is opened for as long as somebody wants it, and not for one command
     * @param preparation what is done with it before it is handed out
     */
    static OpenGraph open(GraphOptions options, boolean lasting, Consumer<OpenGraph> preparation) {
        Vocabulary vocabulary = options.vocabulary();
        Limits limits = options.limits();
        Connection server = options.server();
        BundledDatabase bundled = server == null ? bundled(options, lasting) : null;
        Graph graph = bundled == null
                ? connect(Objects.requireNonNull(server), limits)
                : Graph.connect(bundled.connection(), limits, bundled);
        OpenGraph open = new OpenGraph(bundled, graph, vocabulary, options.withSample());
        try {
            open.graph.verify();
            preparation.accept(open);
            return open;
        } catch (RuntimeException failure) {
            open.close();
            throw failure;
        }
    }

    private static BundledDatabase bundled(GraphOptions options, boolean lasting) {
        DataDirectory directory = options.directory();
        if (directory.isNew()) {
            options.tell(
                    "a new graph is made in " + directory.path() + ", which takes half a minute or a minute, once");
        }
        return BundledDatabase.open(
                directory,
                Distribution.neo4jLibraries(),
                BundledSettings.defaults()
                        .withLasting(lasting)
                        .withArchive(Distribution.neo4jArchive())
                        .withJavaOptions(Distribution.neo4jJavaOptions()));
    }

    private static Graph connect(Connection connection, Limits limits) {
        try {
            return Graph.connect(connection, limits);
        } catch (IllegalArgumentException noAddress) {
            String meant = connection.uri().contains("://")
                    ? "; it looks like bolt://localhost:7687"
                    : "; did you mean bolt://" + connection.uri() + "?";
            throw new UsageException("NEO4J_URI names no Neo4j: " + noAddress.getMessage() + meant, noAddress);
        }
    }

    /** Brings the schema up to date, and gives an empty graph its first dossiers. */
    void fill() {
        prepareToLoad();
        List<DossierFile> first = firstDossiers();
        if (!first.isEmpty()) {
            loader().load(first);
        }
    }

    /** Fills a graph of Entente's own; a database of the user's is left as it is until something is to be written. */
    void fillIfBundled() {
        if (bundled != null && loader().isEmpty()) {
            fill();
        }
    }

    /** Brings the schema up to date. */
    void prepareToLoad() {
        Schema.apply(graph, vocabulary, Distribution.schema());
    }

    /** Loads dossiers, and before them those that an empty graph gets: all, or where one is mistaken, none. */
    List<LoadReport> load(List<DossierFile> dossiers, LoadProgress progress) {
        return loader().load(dossiers, firstDossiers(), progress);
    }

    /** Tells what loading would do, to a graph that is left as it is, even where it is empty. */
    List<LoadReport> tryOut(List<DossierFile> dossiers, LoadProgress progress) {
        return loader().tryOut(dossiers, firstDossiers(), progress);
    }

    private List<DossierFile> firstDossiers() {
        List<String> first = withSample ? DossierFile.BUNDLED : DossierFile.BUNDLED.subList(0, 1);
        return loader().isEmpty() ? first.stream().map(DossierFile::bundled).toList() : List.of();
    }

    Graph graph() {
        return graph;
    }

    Vocabulary vocabulary() {
        return vocabulary;
    }

    Loader loader() {
        return new Loader(graph, vocabulary);
    }

    @Override
    public void close() {
        try {
            graph.close();
        } finally {
            if (bundled != null) {
                bundled.close();
            }
        }
    }
}
