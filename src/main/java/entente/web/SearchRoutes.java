package entente.web;

import entente.explore.Comparisons;
import entente.explore.EntityHits;
import entente.explore.EntitySearch;
import entente.explore.RelationshipFilter;
import entente.graph.EntityNames;
import entente.graph.Graph;
import entente.model.Vocabulary;
import entente.query.EntityArguments;
import io.javalin.http.Context;
import java.io.IOException;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Which entities there are by the sound of a name, and what became of one between two days. */
final class SearchRoutes {
    /** How many entities a search gives where the request names no {@code limit}. */
    static final int DEFAULT_ENTITIES = 20;
    /** How many relationships a comparison gives where the request names no {@code limit}. */
    static final int DEFAULT_RELATIONSHIPS = 1_000;

    private static final String TEXT = "q";
    private static final String KIND = "kind";
    private static final String ENTITY = "entity";
    private static final String FROM = "from";
    private static final String TO = "to";

    private final Graph graph;
    private final EntitySearch search;
    private final Comparisons comparisons;
    private final EntityNames names;
    private final EntityArguments entities;
    private final Vocabulary vocabulary;
    private final int mostRows;

    SearchRoutes(Graph graph, EntityNames names, Vocabulary vocabulary) {
        this.graph = graph;
        this.search = new EntitySearch(graph, vocabulary);
        this.comparisons = new Comparisons(graph);
        this.names = names;
        this.entities = new EntityArguments(names);
        this.vocabulary = vocabulary;
        this.mostRows = graph.limits().rows();
    }

    void search(Context context) throws IOException {
        Arguments arguments = Arguments.of(context);
        arguments.only(Set.of(TEXT, KIND, Paging.LIMIT, PageCursor.AFTER));
        String given = arguments.one(TEXT);
        String text = given == null ? "" : given;
        List<String> kinds = arguments.all(KIND);
        if (text.isBlank() && kinds.isEmpty()) {
            throw new ProblemException(Problem.badParameter(
                    TEXT, "Give q, a name or the beginning of one, or kind, such as kind=State, or both."));
        }
        int limit = arguments.count(Paging.LIMIT, DEFAULT_ENTITIES, EntitySearch.MOST);
        Paging paging = Paging.of(arguments, graph, text + " " + kinds, limit);
        EntityHits hits = Arguments.checked(KIND, () -> search.search(text, kinds, paging.page()));
        Map<String, @Nullable Object> answer = new LinkedHashMap<>();
        answer.put("q", text);
        answer.putAll(RecordJson.of(hits));
        answer.put("next", paging.next(hits.next() != null, Objects.requireNonNullElse(hits.next(), 0L)));
        Answer.page(context, answer);
    }

    void compare(Context context) throws IOException {
        Arguments arguments = Arguments.of(context);
        arguments.only(Set.of(
                ENTITY,
                FROM,
                TO,
                Paging.LIMIT,
                RelationshipArguments.TYPES,
                RelationshipArguments.DIRECTION,
                RelationshipArguments.MIN_CONFIDENCE));
        Comparisons.Days days = days(arguments);
        RelationshipFilter filter = RelationshipArguments.filter(arguments, vocabulary);
        int limit = arguments.count(Paging.LIMIT, DEFAULT_RELATIONSHIPS, mostRows);
        String id = arguments.required(ENTITY, "an entity's id or name", text -> entities.id(ENTITY, text.strip()));
        Answer.json(
                context,
                comparisons.compare(id, days, filter, limit).orElseThrow(() -> ExploreRoutes.unknown(id, names)));
    }

    private static Comparisons.Days days(Arguments arguments) {
        LocalDate from = arguments.required(FROM, "the first day, such as 2009-06-30", RelationshipArguments::day);
        LocalDate to = arguments.required(TO, "the second day, such as 2009-07-31", RelationshipArguments::day);
        return Arguments.checked(FROM, () -> new Comparisons.Days(from, to));
    }
}
