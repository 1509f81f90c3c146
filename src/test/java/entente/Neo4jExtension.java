package entente;

import entente.graph.Connection;
import entente.graph.Graph;
import entente.graph.Limits;
import entente.graph.Schema;
import entente.graph.VocabularyFile;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * Gives tests a {@link Graph} on a real Neo4j, empty but for its schema. One database serves the whole run.
 *
 * <p>The property {@code entente.test.database} says which: {@code bundled}, {@code container}, or the address of one
 * that runs already, whose content is lost.
 */
public final class Neo4jExtension implements ParameterResolver, BeforeEachCallback {
    private static final ExtensionContext.Namespace NAMESPACE = ExtensionContext.Namespace.create(Neo4jExtension.class);

    @Override
    public void beforeEach(ExtensionContext context) {
        graph(context).write("clean", writing -> writing.run("MATCH (n) DETACH DELETE n", Map.of()));
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == Graph.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return graph(context);
    }

    private static Graph graph(ExtensionContext context) {
        return context.getRoot().getStore(NAMESPACE).getOrComputeIfAbsent(Graph.class, key -> start(), Graph.class);
    }

    private static Graph start() {
        String database = System.getProperty("entente.test.database", "bolt://127.0.0.1:7687");
        Graph graph = Graph.connect(new Connection(database, "neo4j", "secret123", null), Limits.DEFAULT);
        Schema.apply(graph, VocabularyFile.bundled(), Path.of(System.getProperty("entente.cypher"), "schema"));
        return graph;
    }
}
