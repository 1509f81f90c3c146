package entente;

import entente.graph.Connection;
import entente.graph.Graph;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * Gives tests a {@link Graph}, or the {@link Connection} to it, on a real Neo4j that is empty but for its schema; or,
 * with {@link Sample}, holds the base and the sample dossier. One database serves the whole run: see
 * {@link TestDatabase}.
 */
public final class Neo4jExtension implements ParameterResolver, BeforeAllCallback, BeforeEachCallback {
    private static final ExtensionContext.Namespace NAMESPACE = ExtensionContext.Namespace.create(Neo4jExtension.class);

    @Override
    public void beforeAll(ExtensionContext context) {
        Sample sample = context.getRequiredTestClass().getAnnotation(Sample.class);
        if (sample != null && sample.withExcerpts()) {
            database(context).fillWithExcerpts();
        } else if (sample != null) {
            database(context).fillWithSample();
        }
    }

    @Override
    public void beforeEach(ExtensionContext context) {
        if (!isSample(context)) {
            database(context).empty();
        }
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        Class<?> type = parameter.getParameter().getType();
        return type == Graph.class || type == Connection.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        Graph graph = database(context).graph();
        return parameter.getParameter().getType() == Graph.class ? graph : graph.connection();
    }

    private static boolean isSample(ExtensionContext context) {
        return context.getRequiredTestClass().isAnnotationPresent(Sample.class);
    }

    private static TestDatabase database(ExtensionContext context) {
        return context.getRoot()
                .getStore(NAMESPACE)
                .getOrComputeIfAbsent(TestDatabase.class, key -> TestDatabase.start(), TestDatabase.class);
    }
}
