package entente.cli;

import entente.graph.Connection;
import entente.graph.Graph;
import entente.graph.Limits;
import entente.graph.Schema;
import entente.graph.bundled.BundledDatabase;
import entente.load.DossierFile;
import entente.load.Loader;
import entente.model.Vocabulary;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The graph of one command, and the database below it where that is Entente's own. */
final class OpenGraph implements AutoCloseable {
    private final @Nullable BundledDatabase bundled;
    private final Graph graph;
    private final Vocabulary vocabulary;

    private OpenGraph(@Nullable BundledDatabase bundled, Graph graph, Vocabulary vocabulary) {
        this.bundled = bundled;
        this.graph = graph;
        this.vocabulary = vocabulary;
    }

    static OpenGraph open(GraphOptions options, boolean toWrite) {
        Vocabulary vocabulary = options.vocabulary();
        Connection server = options.server();
        BundledDatabase bundled =
                server == null ? BundledDatabase.open(options.directory(), Distribution.neo4jLibraries()) : null;
        Connection connection = bundled == null ? Objects.requireNonNull(server) : bundled.connection();
        OpenGraph open = new OpenGraph(bundled, Graph.connect(connection, Limits.DEFAULT), vocabulary);
        try {
            open.graph.verify();
            open.prepare(toWrite, options.withSample());
            return open;
        } catch (RuntimeException failure) {
            open.close();
            throw failure;
        }
    }

    /** A database of the user's is left as it is until something is to be written. */
    private void prepare(boolean toWrite, boolean withSample) {
        if (bundled == null && !toWrite) {
            return;
        }
        boolean empty = loader().isEmpty();
        if (empty || toWrite) {
            Schema.apply(graph, vocabulary, Distribution.schema());
        }
        if (empty) {
            List<String> first = withSample ? DossierFile.BUNDLED : DossierFile.BUNDLED.subList(0, 1);
            loader().load(first.stream().map(DossierFile::bundled).toList());
        }
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
