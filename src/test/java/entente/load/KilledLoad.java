package entente.load;

import entente.graph.Connection;
import entente.graph.Graph;
import entente.graph.Limits;
import entente.graph.VocabularyFile;
import entente.load.document.Documents;
import entente.model.Vocabulary;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** A process that loads a dossier and, all of it written and nothing committed, waits to be killed. */
final class KilledLoad {
    static final String WRITING = "writing";

    private KilledLoad() {}

    static Process start(Path dossier, Connection connection) throws IOException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        KilledLoad.class.getName(),
                        dossier.toString(),
                        connection.uri(),
                        String.valueOf(connection.username()),
                        String.valueOf(connection.password()))
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
    }

    /** @param arguments the file, and the address, the name and the password of the database */
    public static void main(String[] arguments) throws IOException {
        DossierFile file = DossierFile.read(Path.of(arguments[0]));
        Vocabulary vocabulary = VocabularyFile.bundled();
        Dossier dossier = Objects.requireNonNull(
                new DossierReader(vocabulary, new ArrayList<>()).read(Documents.read(file.name(), file.content())));
        Connection connection = new Connection(arguments[1], arguments[2], arguments[3], null);
        try (Graph graph = Graph.connect(connection, Limits.DEFAULT)) {
            graph.write("load", writing -> {
                new Replacement(writing, vocabulary)
                        .replace(List.of(new CheckedDossier(new Assertions(dossier), "checksum")));
                System.out.println(WRITING);
                return sleep();
            });
        }
    }

    private static boolean sleep() {
        try {
            Thread.sleep(60_000);
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
        }
        return true;
    }
}
