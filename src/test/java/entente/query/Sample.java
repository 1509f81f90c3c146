package entente.query;

import entente.graph.Graph;
import entente.graph.VocabularyFile;
import entente.load.DossierFile;
import entente.load.Loader;
import java.util.Map;

/** The bundled dossiers, on which the saved queries' examples have an answer. */
final class Sample {
    private Sample() {}

    /** Loads them and waits until their names can be found. */
    static void load(Graph graph) {
        new Loader(graph, VocabularyFile.bundled())
                .load(DossierFile.BUNDLED.stream().map(DossierFile::bundled).toList());
        graph.write("await", writing -> writing.run("CALL db.awaitIndexes(60)", Map.of()));
    }
}
