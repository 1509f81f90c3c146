package entente.web;

import entente.explore.NamedEnds;
import entente.explore.ResultGraph;
import entente.export.CsvFormat;
import entente.export.CsvRows;
import entente.export.JsonLinesRows;
import entente.export.JsonRows;
import entente.export.RowWriter;
import entente.export.SpoolException;
import entente.graph.Graph;
import entente.graph.GraphException;
import entente.model.GraphSink;
import entente.model.RowSink;
import io.javalin.http.Context;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Passes rows on to the client while they are read: as JSON with all that is to be said of them, as JSON Lines with a
 * last line for what is worth saying; as CSV, whose text has to be kept until a header can say whether it is complete;
 * and as the graph that the rows hold. Where they do not pass at once, the rows are let go before the client gets the
 * first of them, however slowly it takes the rest.
 */
final class RowAnswer {
    private final Context context;
    private final Format format;
    private final Graph graph;
    private final boolean safe;

    /**
     * @param graph where the ends of relationships are read that the rows do not hold
     * @param safe whether no cell of CSV may be a formula
     */
    RowAnswer(Context context, Format format, Graph graph, boolean safe) {
        this.context = context;
        this.format = format;
        this.graph = graph;
        this.safe = safe;
    }

    /** Reads rows, and tells what there is to be told of them at the end. */
    interface Source {
        Map<String, @Nullable Object> into(RowSink sink);
    }

    /**
     * Answers with rows. What fails before the client got anything is its problem as ever; what fails later ends the
     * rows with {@code truncated} and the problem as {@code error}.
     *
     * @param before what JSON tells in front of the rows
     */
    void write(Map<String, ? extends @Nullable Object> before, Source source) throws IOException {
        if (format == Format.CSV) {
            writeCsv(source);
            return;
        }
        if (format.isOfGraphs()) {
            GraphAnswer.write(context, format.ofGraph(), sink -> ofGraph(before, source, sink));
            return;
        }
        context.contentType(format.mediaType());
        Answer.keepBack(context);
        // Not closed where it fails: what nobody has got yet must not go out before the problem.
        OutputStream out = AnswerCache.out(context);
        boolean lines = format == Format.JSON_LINES;
        RowWriter rows = lines ? new JsonLinesRows(out) : new JsonRows(out, before);
        try {
            Map<String, @Nullable Object> about = about(rows, source);
            Answer.tellInHeaders(context, about);
            rows.finish(lines ? worthSaying(about) : about);
        } catch (UncheckedIOException gone) {
            throw gone.getCause();
        }
    }

    private void writeCsv(Source source) throws IOException {
        context.contentType(CsvFormat.CONTENT_TYPE);
        try (CsvRows rows = new CsvRows(Answer.writer(context), safe)) {
            Map<String, @Nullable Object> about = named(rows, source);
            Answer.tellInHeaders(context, about);
            rows.finish(about);
        } catch (UncheckedIOException gone) {
            throw gone.getCause();
        } catch (SpoolException full) {
            Answer.giveUp(context, full);
        }
    }

    private Map<String, @Nullable Object> ofGraph(
            Map<String, ? extends @Nullable Object> before, Source source, GraphSink sink) {
        ResultGraph rows = new ResultGraph(graph);
        Map<String, @Nullable Object> about = new LinkedHashMap<>(before);
        about.putAll(source.into(rows));
        if (rows.isMissing()) {
            throw new ProblemException(new Problem(
                    ProblemCode.NO_GRAPH,
                    "These rows hold no entities or relationships, so they are no graph; return some, such as RETURN a,"
                            + " s, b, or ask for JSON, JSON Lines or CSV."));
        }
        about.put("leftOut", rows.give(sink));
        return about;
    }

    private Map<String, @Nullable Object> about(RowWriter rows, Source source) {
        try {
            return named(rows, source);
        } catch (GraphException | ProblemException failure) {
            return Answer.failure(context, failure);
        }
    }

    private Map<String, @Nullable Object> named(RowSink rows, Source source) {
        NamedEnds named = new NamedEnds(graph, rows);
        Map<String, @Nullable Object> about = source.into(named);
        named.finish();
        return about;
    }

    private static Map<String, @Nullable Object> worthSaying(Map<String, @Nullable Object> about) {
        Map<String, @Nullable Object> said = new LinkedHashMap<>(about);
        said.values().removeIf(value -> value == null || value.equals(false) || value.equals(List.of()));
        return said;
    }
}
