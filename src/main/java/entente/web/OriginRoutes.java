package entente.web;

import entente.explore.Schemas;
import entente.explore.SourceDetails;
import entente.explore.SourceDetails.SourceKey;
import entente.explore.Sources;
import entente.graph.Graph;
import entente.graph.Limits;
import entente.model.Table;
import entente.model.Vocabulary;
import io.javalin.http.Context;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Where facts come from, and what an answer can hold: sources, the schema and the limits. */
final class OriginRoutes {
    /** How many citations a source has where the request names no {@code limit}. */
    static final int DEFAULT_CITATIONS = 100;

    /** How many sources of a dossier are shown where the request names no {@code limit}. */
    static final int DEFAULT_SOURCES = 100;

    private final Graph graph;
    private final Sources sources;
    private final Schemas schemas;
    private final Limits limits;
    private final int requestsPerMinute;

    /** @param requestsPerMinute how many a client may make, or 0 for any number */
    OriginRoutes(Graph graph, Vocabulary vocabulary, int requestsPerMinute) {
        this.graph = graph;
        this.sources = new Sources(graph, vocabulary);
        this.schemas = new Schemas(graph, vocabulary);
        this.limits = graph.limits();
        this.requestsPerMinute = requestsPerMinute;
    }

    /** The sources of a dossier. */
    void sourcesOfDossier(Context context) throws IOException {
        String dossier = context.pathParam("id");
        Arguments arguments = Arguments.of(context);
        arguments.only(Set.of(Paging.LIMIT, PageCursor.AFTER));
        int limit = arguments.count(Paging.LIMIT, DEFAULT_SOURCES, limits.rows());
        Paging paging = Paging.of(arguments, graph, dossier, limit);
        Table found = sources.ofDossier(dossier, paging.page())
                .orElseThrow(() -> new ProblemException(
                        new Problem(ProblemCode.UNKNOWN_DOSSIER, "No dossier is called \"" + dossier + "\".")));
        Map<String, @Nullable Object> answer = new LinkedHashMap<>();
        answer.put("sources", found);
        answer.put("truncated", found.truncated());
        answer.put("next", paging.next(found.truncated(), paging.page().end()));
        Answer.page(context, answer);
    }

    /** A source by its id alone, which has to be that of one dossier only. */
    void source(Context context) throws IOException {
        String id = context.pathParam("id");
        List<SourceKey> found = sources.find(id);
        if (found.size() > 1) {
            throw new ProblemException(new Problem(
                            ProblemCode.AMBIGUOUS_SOURCE,
                            "Several dossiers have a source \"" + id
                                    + "\"; write the dossier's id and a slash before it.")
                    .with("parameter", "id")
                    .withCandidates(candidates(found)));
        }
        show(context, found.isEmpty() ? id : found.get(0).key(), id);
    }

    void sourceOfDossier(Context context) throws IOException {
        String id = context.pathParam("id");
        show(context, context.pathParam("dossier") + "/" + id, id);
    }

    private void show(Context context, String key, String id) throws IOException {
        Arguments arguments = Arguments.of(context);
        arguments.only(Set.of(Paging.LIMIT, PageCursor.AFTER));
        int limit = arguments.count(Paging.LIMIT, DEFAULT_CITATIONS, limits.rows());
        Paging paging = Paging.of(arguments, graph, key, limit);
        SourceDetails found = sources.details(key, paging.page()).orElseThrow(() -> unknown(key, id));
        Map<String, @Nullable Object> answer = new LinkedHashMap<>(RecordJson.of(found));
        answer.put("next", paging.next(found.truncated(), paging.page().end()));
        Answer.page(context, answer);
    }

    void schema(Context context) throws IOException {
        Arguments.of(context).only(Set.of());
        Answer.json(context, schemas.schema());
    }

    void limits(Context context) throws IOException {
        Arguments.of(context).only(Set.of());
        Answer.json(context, LimitsInForce.of(limits, requestsPerMinute));
    }

    private ProblemException unknown(String key, String id) {
        return new ProblemException(new Problem(ProblemCode.UNKNOWN_SOURCE, "There is no source \"" + key + "\".")
                .withCandidates(candidates(sources.near(id))));
    }

    private static List<Problem.Candidate> candidates(List<SourceKey> keys) {
        return keys.stream()
                .map(key -> new Problem.Candidate(key.key(), key.title()))
                .toList();
    }
}
