package entente.web;

import entente.export.GraphFormat;
import entente.export.GraphWriter;
import entente.export.SpoolException;
import entente.graph.GraphException;
import entente.model.GraphSink;
import io.javalin.http.Context;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Passes a graph on to the client while it is read. */
final class GraphAnswer {
    private GraphAnswer() {}

    /** Reads a graph, and tells what there is to be told of it as a whole. */
    interface Source {
        Map<String, @Nullable Object> into(GraphSink sink);
    }

    /**
     * Answers with a graph. What fails before the client got anything is its problem as ever; what fails later ends the
     * graph with {@code truncated} and the problem as {@code error}.
     */
    static void write(Context context, GraphFormat format, Source source) throws IOException {
        context.contentType(format.mediaType());
        Answer.keepBack(context);
        // Not closed where it fails: what nobody has got yet must not go out before the problem.
        Writer out = Answer.writer(context);
        try (GraphWriter graph = format.begin(out)) {
            Map<String, @Nullable Object> about = about(context, graph, source);
            Answer.tellInHeaders(context, about);
            graph.finish(about);
            out.flush();
        } catch (UncheckedIOException gone) {
            throw gone.getCause();
        } catch (SpoolException full) {
            Answer.giveUp(context, full);
        }
    }

    private static Map<String, @Nullable Object> about(Context context, GraphWriter graph, Source source) {
        try {
            return source.into(graph);
        } catch (GraphException | ProblemException failure) {
            return Answer.failure(context, failure);
        }
    }
}
