package entente.graph.bundled;

import entente.graph.Graph;
import entente.graph.GraphException;
import java.nio.file.Path;

/** Another process, which joins a data directory's database, reads what does not end, gives that up, and ends. */
final class EndlessReader {
    private EndlessReader() {}

    public static void main(String[] arguments) {
        DataDirectory directory = DataDirectory.at(Path.of(arguments[0]));
        try (BundledDatabase database = BundledDatabase.open(directory, Signing.NEO4J_LIBRARIES);
                Graph graph = Graph.connect(database.connection(), SupervisorTest.SHORT, database)) {
            graph.read(SupervisorTest.ENDLESS, 1);
            throw new AssertionError("it ended");
        } catch (GraphException.TimedOut givenUp) {
            System.out.println(givenUp.getMessage());
        }
    }
}
