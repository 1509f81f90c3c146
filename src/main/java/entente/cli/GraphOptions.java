package entente.cli;

import entente.graph.Connection;
import entente.graph.Limits;
import entente.graph.bundled.DataDirectory;
import entente.model.Vocabulary;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Where the graph is, for every command that needs one. */
final class GraphOptions {
    @Option(
            names = "--data",
            paramLabel = "DIR",
            description = "Keep the graph in this directory, in a Neo4j of Entente's own. It beats NEO4J_URI; without"
                    + " both, the directory is in your user's data directory.")
    private @Nullable Path data;

    @Option(
            names = "--no-sample",
            description = "Put only the base dossier of states into an empty graph, not the sample dossier.")
    private boolean noSample;

    @Mixin
    private VocabularyOption vocabulary;

    @Mixin
    private LimitOptions limits;

    @Spec(Spec.Target.MIXEE)
    private CommandSpec spec;

    /** Opens the graph as it is, even where it is empty. */
    OpenGraph openAsItIs() {
        return OpenGraph.open(this, false, open -> {});
    }

    /** Opens the graph to ask it: one of Entente's own that is empty gets its first dossiers. */
    OpenGraph openToRead() {
        return OpenGraph.open(this, false, OpenGraph::fillIfBundled);
    }

    /** Opens the graph to serve it: its schema is up to date, and it is not empty. */
    OpenGraph openFilled() {
        return OpenGraph.open(this, true, OpenGraph::fill);
    }

    /** Opens the graph to load dossiers: its schema is up to date. */
    OpenGraph openToLoad() {
        return OpenGraph.open(this, false, OpenGraph::prepareToLoad);
    }

    /** The Neo4j that the environment names, or null where Entente runs its own. */
    @Nullable
    Connection server() {
        Map<String, String> environment = System.getenv();
        String uri = filled(environment.get("NEO4J_URI"));
        if (data != null || uri == null) {
            return null;
        }
        return new Connection(
                uri,
                filled(environment.get("NEO4J_USERNAME")),
                filled(environment.get("NEO4J_PASSWORD")),
                filled(environment.get("NEO4J_DATABASE")));
    }

    /** The address that the environment names, or null for none. */
    static @Nullable String serverOfEnvironment() {
        return filled(System.getenv().get("NEO4J_URI"));
    }

    private static @Nullable String filled(@Nullable String value) {
        return value == null || value.isBlank() ? null : value;
    }

    /** The option that makes another command use the same directory, or nothing where it needs none. */
    String dataOption() {
        return data == null ? "" : " --data " + data;
    }

    /** Says what somebody who waits wants to know. */
    void tell(String notice) {
        PrintWriter err = spec.commandLine().getErr();
        err.println("entente: " + notice);
        err.flush();
    }

    /** Where the graph is, in words. */
    String place() {
        Connection server = server();
        return server == null ? directory().path().toString() : server.uri();
    }

    DataDirectory directory() {
        return DataDirectory.at(directoryPath());
    }

    /** Where the data directory is or shall be; nothing is made there. */
    Path directoryPath() {
        if (data != null && data.toString().isBlank()) {
            throw new UsageException("--data needs a directory, and here it is empty");
        }
        return data == null ? DataDirectory.usualPath() : data;
    }

    Limits limits() {
        return limits.limits();
    }

    boolean withSample() {
        return !noSample;
    }

    Vocabulary vocabulary() {
        return vocabulary.vocabulary();
    }
}
