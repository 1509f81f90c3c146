package entente.web;

import entente.Neo4jExtension;
import entente.Sample;
import entente.graph.Graph;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.ExtendWith;

/** Tests of a server over the sample. */
@Tag("database")
@Sample
@ExtendWith(Neo4jExtension.class)
abstract class SampleApi {
    static Api api;

    @BeforeAll
    static void start(Graph graph) {
        api = Api.on(graph);
    }

    @AfterAll
    static void stop() {
        api.close();
    }
}
