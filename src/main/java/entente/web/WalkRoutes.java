package entente.web;

import entente.explore.Between;
import entente.explore.Paths;
import entente.explore.RelationshipFilter;
import entente.explore.RouteRequest;
import entente.explore.Routes;
import entente.explore.Subgraph;
import entente.explore.SubgraphRequest;
import entente.explore.Subgraphs;
import entente.export.CsvGraph;
import entente.export.GraphFormat;
import entente.graph.EntityNames;
import entente.graph.Graph;
import entente.model.Entity;
import entente.model.Vocabulary;
import entente.query.EntityArguments;
import io.javalin.http.Context;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What lies around an entity, and between two. */
final class WalkRoutes {
    private static final String HOPS = "hops";
    private static final String MAX_HOPS = "maxHops";
    private static final String ROWS = "rows";
    private static final String SAFE = "safe";
    private static final String ENTITIES = "entities";
    private static final String RELATIONSHIPS = "relationships";
    private static final String FROM = "from";
    private static final String TO = "to";
    private static final Set<String> OF_SUBGRAPHS = Set.of(
            HOPS,
            Paging.LIMIT,
            PageCursor.AFTER,
            RelationshipArguments.TYPES,
            RelationshipArguments.DIRECTION,
            RelationshipArguments.AS_OF,
            RelationshipArguments.MIN_CONFIDENCE);
    private static final Set<String> OF_BETWEEN = Set.of(
            ENTITIES,
            RELATIONSHIPS,
            Paging.LIMIT,
            PageCursor.AFTER,
            RelationshipArguments.TYPES,
            RelationshipArguments.AS_OF,
            RelationshipArguments.MIN_CONFIDENCE);
    private static final Set<String> OF_CSV = Set.of(ROWS, SAFE);
    private static final Set<String> OF_PATHS = Set.of(
            FROM,
            TO,
            MAX_HOPS,
            Paging.LIMIT,
            RelationshipArguments.TYPES,
            RelationshipArguments.DIRECTION,
            RelationshipArguments.AS_OF,
            RelationshipArguments.MIN_CONFIDENCE);

    private final Graph graph;
    private final EntityNames names;
    private final EntityArguments entities;
    private final Vocabulary vocabulary;

    WalkRoutes(Graph graph, EntityNames names, Vocabulary vocabulary) {
        this.graph = graph;
        this.names = names;
        this.entities = new EntityArguments(names);
        this.vocabulary = vocabulary;
    }

    /** CSV alone has rows to choose and cells to make safe. */
    private static GraphFormat written(Format format, Arguments arguments) {
        if (format == Format.CSV) {
            CsvGraph.Rows rows = arguments.read(ROWS, WalkRoutes::rows);
            return new CsvGraph(rows == null ? CsvGraph.Rows.RELATIONSHIPS : rows, arguments.flag(SAFE));
        }
        return format.ofGraph();
    }

    private static CsvGraph.Rows rows(String text) {
        return switch (text) {
            case RELATIONSHIPS -> CsvGraph.Rows.RELATIONSHIPS;
            case "nodes" -> CsvGraph.Rows.NODES;
            default -> throw new IllegalArgumentException("\"" + text + "\" is not relationships or nodes");
        };
    }

    void subgraph(Context context, Format format) throws IOException {
        Arguments arguments = Arguments.of(context);
        arguments.only(known(OF_SUBGRAPHS, format));
        String center = context.pathParam("id");
        RelationshipFilter filter = RelationshipArguments.filter(arguments, vocabulary);
        int hops = arguments.count(HOPS, 1, Subgraphs.MOST_HOPS);
        int limit = arguments.count(Paging.LIMIT, Subgraphs.DEFAULT_RELATIONSHIPS, Subgraphs.MOST_RELATIONSHIPS);
        Paging paging = Paging.of(arguments, graph, center + " " + hops + " " + filter, limit);
        SubgraphRequest request = new SubgraphRequest(center, filter, hops, paging.page());
        GraphAnswer.write(context, written(format, arguments), sink -> {
            Subgraph found =
                    new Subgraphs(graph).walk(request, sink).orElseThrow(() -> ExploreRoutes.unknown(center, names));
            return about(center, found, paging.next(found.truncated(), found.next()));
        });
    }

    private static Map<String, @Nullable Object> about(String center, Subgraph found, @Nullable String next) {
        Map<String, Object> totals = new LinkedHashMap<>();
        totals.put("nodes", found.nodes());
        totals.put(RELATIONSHIPS, found.relationships());
        Map<String, @Nullable Object> about = new LinkedHashMap<>();
        about.put("center", center);
        about.put("totals", totals);
        about.put("truncated", found.truncated());
        about.put("next", next);
        return about;
    }

    /** What lies between entities that are named. */
    void between(Context context, Format format) throws IOException {
        Arguments arguments = Arguments.of(context);
        arguments.only(known(OF_BETWEEN, format));
        List<String> ids = arguments.all(ENTITIES);
        if (ids.stream().allMatch(String::isEmpty)) {
            throw new ProblemException(Problem.badParameter(
                    ENTITIES, "Give entities, the ids of those to show, such as entities=russia,osh-base."));
        }
        if (ids.size() > Between.MOST_ENTITIES) {
            throw new ProblemException(Problem.badParameter(
                    ENTITIES, "entities: there can be up to " + Between.MOST_ENTITIES + ", not " + ids.size() + "."));
        }
        // The key at the end of an id may hold commas.
        List<String> only = arguments.repeated(RELATIONSHIPS);
        RelationshipFilter filter = RelationshipArguments.filter(arguments, vocabulary);
        int limit = arguments.count(Paging.LIMIT, Between.DEFAULT_RELATIONSHIPS, Between.MOST_RELATIONSHIPS);
        Paging paging = Paging.of(arguments, graph, ids + " " + only + " " + filter, limit);
        GraphAnswer.write(context, written(format, arguments), sink -> {
            Between.Found found = new Between(graph).find(ids, only, filter, paging.page(), sink);
            Map<String, @Nullable Object> about = new LinkedHashMap<>();
            about.put("unknown", found.unknown());
            about.put("unknownRelationships", found.unknownRelationships());
            about.put("truncated", found.truncated());
            about.put("next", paging.next(found.truncated(), paging.page().end()));
            return about;
        });
    }

    private static Set<String> known(Set<String> parameters, Format format) {
        return format == Format.CSV
                ? Stream.concat(parameters.stream(), OF_CSV.stream()).collect(Collectors.toUnmodifiableSet())
                : parameters;
    }

    void paths(Context context, Format format) throws IOException {
        Arguments arguments = Arguments.of(context);
        arguments.only(known(OF_PATHS, format));
        RelationshipFilter filter = RelationshipArguments.filter(arguments, vocabulary);
        int maxHops = arguments.count(MAX_HOPS, Paths.DEFAULT_HOPS, Paths.MOST_HOPS);
        int limit = arguments.count(Paging.LIMIT, Paths.DEFAULT_ROUTES, Paths.MOST_ROUTES);
        String from = arguments.required(FROM, "the id or name of an entity", text -> entities.id(FROM, text));
        String to = arguments.required(TO, "the id or name of an entity", text -> entities.id(TO, text));
        Routes routes = routes(new RouteRequest(from, to, filter, maxHops, limit));
        if (routes.length() == null || from.equals(to)) {
            // Both answers are the same without the entities, which may only be remembered.
            entities.confirm(FROM, List.of(from));
            entities.confirm(TO, List.of(to));
        }
        Map<String, @Nullable Object> whole = new LinkedHashMap<>();
        whole.put(FROM, from);
        whole.put(TO, to);
        whole.put("length", routes.length());
        whole.put("total", routes.total());
        if (format == Format.JSON) {
            whole.put("paths", routes.listed().stream().map(WalkRoutes::object).toList());
        }
        whole.put("truncated", routes.truncated());
        if (format == Format.JSON) {
            Answer.writeJson(context, whole);
        } else {
            GraphAnswer.write(context, written(format, arguments), sink -> {
                routes.give(sink);
                return whole;
            });
        }
    }

    private Routes routes(RouteRequest request) {
        try {
            return new Paths(graph).find(request);
        } catch (Routes.TooLarge large) {
            throw new ProblemException(Problem.badParameter(
                    Paging.LIMIT,
                    "limit: " + large.getMessage() + "; ask for fewer routes, or for fewer types of relationship."));
        }
    }

    private static Map<String, Object> object(Routes.Route route) {
        Map<String, Object> object = new LinkedHashMap<>();
        object.put("nodes", route.nodes().stream().map(WalkRoutes::object).toList());
        object.put("steps", route.steps().stream().map(RecordJson::of).toList());
        return object;
    }

    private static Map<String, @Nullable Object> object(Entity node) {
        Map<String, @Nullable Object> object = new LinkedHashMap<>();
        object.put("id", node.id());
        object.put("labels", node.labels());
        object.put("name", node.properties().get("name"));
        return object;
    }
}
