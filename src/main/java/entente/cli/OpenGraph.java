package entente.cli;

import entente.graph.Connection;
import entente.graph.Graph;
import entente.graph.Limits;
import entente.graph.Schema;
import entente.graph.bundled.BundledDatabase;
import entente.load.DossierFile;
import entente.load.LoadReport;
import entente.load.Loader;
import entente.model.Vocabulary;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
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

    static OpenGraph open(GraphOptions options, boolean toWrite) {
        Vocabulary vocabulary = options.vocabulary();
        Connection server = options.server();
        BundledDatabase bundled =
                server == null ? BundledDatabase.open(options.directory(), Distribution.neo4jLibraries()) : null;
        Connection connection = bundled == null ? Objects.requireNonNull(server) : bundled.connection();
        OpenGraph open =
                new OpenGraph(bundled, Graph.connect(connection, Limits.DEFAULT), vocabulary, options.withSample());
        try {
            open.graph.verify();
            open.prepare(toWrite);
            return open;
        } catch (RuntimeException failure) {
            open.close();
            throw failure;
        }
    }

    /** A database of the user's is left as it is until something is to be written. */
    private void prepare(boolean toWrite) {
        if (bundled == null && !toWrite) {
            return;
        }
        List<DossierFile> first = dossiersOfAnEmptyGraph();
        if (toWrite || !first.isEmpty()) {
            Schema.apply(graph, vocabulary, Distribution.schema());
        }
        if (!first.isEmpty()) {
            loader().load(first);
        }
    }

    /** The dossiers that the graph gets before any other; none where it holds something. */
    private List<DossierFile> dossiersOfAnEmptyGraph() {
        List<String> first = withSample ? DossierFile.BUNDLED : DossierFile.BUNDLED.subList(0, 1);
        return loader().isEmpty() ? first.stream().map(DossierFile::bundled).toList() : List.of();
    }

    /** Tells what loading would do, to a graph that is left as it is, even where it is empty. */
    List<LoadReport> tryOut(List<DossierFile> dossiers) {
        List<String> named = dossiers.stream().map(DossierFile::name).toList();
        List<DossierFile> first = dossiersOfAnEmptyGraph().stream()
                .filter(dossier -> !named.contains(dossier.name()))
                .toList();
        List<LoadReport> reports =
                loader().tryOut(Stream.concat(first.stream(), dossiers.stream()).toList());
        return reports.subList(first.size(), reports.size());
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
        graph.close();
        if (bundled != null) {
            bundled.close();
        }
    }
}
