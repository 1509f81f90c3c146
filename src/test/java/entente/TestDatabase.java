package entente;

import entente.graph.Connection;
import entente.graph.Graph;
import entente.graph.Keeper;
import entente.graph.Limits;
import entente.graph.Schema;
import entente.graph.VocabularyFile;
import entente.graph.bundled.BundledDatabase;
import entente.graph.bundled.BundledSettings;
import entente.graph.bundled.DataDirectory;
import entente.load.DossierFile;
import entente.load.Loader;
import entente.load.mapping.MappingFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.opentest4j.TestAbortedException;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.neo4j.Neo4jContainer;

/**
 * The one database of a test run. The property {@code entente.test.database} says which: {@code bundled},
 * {@code container}, or the address of one that runs already, whose content is lost.
 */
final class TestDatabase implements AutoCloseable {
    private static final String IMAGE = "neo4j:5.26-community";
    private static final long MOST_AT_ONCE = 50_000;
    private static final String PASSWORD = "secret123";
    /** A test asks a database little: what it does is mostly to start. */
    private static final String JAVA_OPTIONS = "-XX:TieredStopAtLevel=1";

    private enum Content {
        ANY,
        SAMPLE,
        EXCERPTS
    }

    private final Runnable stop;
    private final Graph graph;
    private Content content = Content.ANY;

    private TestDatabase(Runnable stop, Connection connection, Keeper keeper) {
        this.stop = stop;
        this.graph = Graph.connect(connection, Limits.DEFAULT, keeper);
        Schema.apply(graph, VocabularyFile.bundled(), Path.of(System.getProperty("entente.cypher"), "schema"));
    }

    static TestDatabase start() {
        String which = System.getProperty("entente.test.database", "bundled");
        return switch (which) {
            case "bundled" -> bundled();
            case "container" -> container();
            default -> new TestDatabase(() -> {}, new Connection(which, "neo4j", PASSWORD, null), Keeper.NOBODY);
        };
    }

    private static TestDatabase bundled() {
        try {
            Path directory = Files.createTempDirectory("entente-test");
            Path libraries = Path.of(System.getProperty("entente.home"), "neo4j", "lib");
            BundledSettings settings = BundledSettings.defaults().withJavaOptions(List.of(JAVA_OPTIONS));
            BundledDatabase database = BundledDatabase.open(DataDirectory.at(directory), libraries, settings);
            return new TestDatabase(database::close, database.connection(), database);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static TestDatabase container() {
        if (!DockerClientFactory.instance().isDockerAvailable()) {
            throw new TestAbortedException("no Docker here: not run against " + IMAGE);
        }
        Neo4jContainer container =
                new Neo4jContainer(IMAGE).withAdminPassword(PASSWORD).withEnv("JDK_JAVA_OPTIONS", JAVA_OPTIONS);
        container.start();
        return new TestDatabase(
                container::stop, new Connection(container.getBoltUrl(), "neo4j", PASSWORD, null), Keeper.NOBODY);
    }

    Graph graph() {
        return graph;
    }

    void empty() {
        content = Content.ANY;
        deleteAll("MATCH ()-[r]->() WITH r LIMIT %d DELETE r RETURN count(*)");
        deleteAll("MATCH (n) WITH n LIMIT %d DETACH DELETE n RETURN count(*)");
    }

    /** In parts: what a data set leaves behind does not fit into one transaction. */
    private void deleteAll(String some) {
        long deleted = MOST_AT_ONCE;
        while (deleted == MOST_AT_ONCE) {
            deleted = graph.write("clean", writing -> (Long) Objects.requireNonNull(
                    writing.run(some.formatted(MOST_AT_ONCE), Map.of()).get(0).get(0)));
        }
    }

    void fillWithSample() {
        if (content != Content.SAMPLE) {
            empty();
            new Loader(graph, VocabularyFile.bundled())
                    .load(DossierFile.BUNDLED.stream().map(DossierFile::bundled).toList());
            content = Content.SAMPLE;
        }
    }

    void fillWithExcerpts() {
        if (content != Content.EXCERPTS) {
            fillWithSample();
            content = Content.ANY;
            MappingFile.BUNDLED.forEach(mapping -> DataSets.EXCERPTS.load(graph, mapping));
            content = Content.EXCERPTS;
        }
    }

    @Override
    public void close() {
        graph.close();
        stop.run();
    }
}
