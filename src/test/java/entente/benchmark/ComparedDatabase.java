package entente.benchmark;

import entente.FreePort;
import entente.graph.Connection;
import entente.graph.Keeper;
import entente.graph.bundled.BundledDatabase;
import entente.graph.bundled.BundledSettings;
import entente.graph.bundled.DataDirectory;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Base64;
import org.testcontainers.neo4j.Neo4jContainer;

/**
 * A database that is read through Entente and through Neo4j's own HTTP.
 *
 * @param name which one it is, as it is printed
 * @param http where Neo4j's own HTTP answers
 */
record ComparedDatabase(String name, Connection connection, Keeper keeper, String http, Runnable stop)
        implements AutoCloseable {
    private static final String USER = "neo4j";
    private static final String PASSWORD = "secret123";

    /** Starts the one that the property {@code entente.test.database} names, as for tests. */
    static ComparedDatabase start(Path directory) throws IOException {
        String which = System.getProperty("entente.test.database", "bundled");
        return switch (which) {
            case "bundled" -> bundled(directory);
            case "container" -> container();
            default -> throw new IllegalArgumentException("a database that is bundled or a container, not " + which);
        };
    }

    private static ComparedDatabase bundled(Path directory) throws IOException {
        Path libraries = Path.of(System.getProperty("entente.home"), "neo4j", "lib");
        int http = FreePort.any();
        BundledDatabase database = BundledDatabase.open(
                DataDirectory.at(directory),
                libraries,
                BundledSettings.defaults().withHttpPort(http));
        return new ComparedDatabase(
                "bundled database", database.connection(), database, "http://127.0.0.1:" + http, database::close);
    }

    private static ComparedDatabase container() {
        Neo4jContainer container = new Neo4jContainer("neo4j:5.26-community").withAdminPassword(PASSWORD);
        container.start();
        String bolt = isReached() ? "bolt://" + address(container) + ":7687" : container.getBoltUrl();
        String http = isReached() ? "http://" + address(container) + ":7474" : container.getHttpUrl();
        Connection connection = new Connection(bolt, USER, PASSWORD, null);
        return new ComparedDatabase("database in a container", connection, Keeper.NOBODY, http, container::stop);
    }

    /**
     * Whether the container itself is reached from here. What maps its ports elsewhere hands on each message, and takes
     * the more of the processors the more messages there are, so that it would be measured, too.
     */
    private static boolean isReached() {
        return System.getProperty("os.name").equals("Linux");
    }

    private static String address(Neo4jContainer container) {
        return container.getContainerInfo().getNetworkSettings().getNetworks().values().stream()
                .findFirst()
                .orElseThrow()
                .getIpAddress();
    }

    /** The value of the header {@code Authorization} for Neo4j's own HTTP. */
    String credentials() {
        String both = connection.username() + ":" + connection.password();
        return "Basic " + Base64.getEncoder().encodeToString(both.getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public void close() {
        stop.run();
    }
}
