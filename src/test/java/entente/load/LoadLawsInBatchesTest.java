package entente.load;

import entente.graph.Graph;
import entente.model.Vocabulary;

/** The laws of {@link LoadLawsTest} where every dossier is too large for one transaction. */
class LoadLawsInBatchesTest extends LoadLawsTest {
    @Override
    Loader loader(Graph graph, Vocabulary vocabulary) {
        return new Loader(graph, vocabulary, 0);
    }
}
