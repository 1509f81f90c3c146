package entente.query;

import entente.graph.EntityNames;
import entente.graph.Graph;
import entente.graph.Guard;
import entente.graph.ReadSummary;
import entente.graph.Statement;
import entente.model.Names;
import entente.model.Page;
import entente.model.RowSink;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Runs saved queries. Values are bound, never spliced into the Cypher. */
public final class QueryRunner {
    /** How many values a list may be given. */
    public static final int MOST_VALUES = 100;

    private static final String DOSSIER = "MATCH (d:Dossier {id: $id}) RETURN d.id";
    private static final String DOSSIERS = "MATCH (d:Dossier) RETURN d.id ORDER BY d.id";
    /** Among so many the nearest is looked for where one is named that is not there. */
    private static final int MOST_DOSSIERS = 10_000;

    private static final int SHOWN_DOSSIERS = 20;

    private final Graph graph;
    private final Guard guard;
    private final EntityArguments entities;
    private final RecordedTexts recordedTexts;
    private final Clock clock;

    public QueryRunner(Graph graph, EntityNames names) {
        this(graph, names, Clock.systemUTC());
    }

    /** @param clock tells what {@code today} is */
    QueryRunner(Graph graph, EntityNames names, Clock clock) {
        this.graph = graph;
        this.guard = new Guard(graph);
        this.entities = new EntityArguments(names);
        this.recordedTexts = new RecordedTexts(graph);
        this.clock = clock;
    }

    /**
     * Runs a query and keeps its rows.
     *
     * @param arguments the values given for each parameter, as text; several for a list
     * @param limit how many rows to return at the most
     * @throws QueryException as {@link #bind} does
     * @throws entente.graph.GraphException if the database cannot answer
     */
    public QueryResult run(SavedQuery query, Map<String, List<String>> arguments, int limit) {
        return rows(query, bind(query, arguments), limit);
    }

    /**
     * Runs the query that answers a question and keeps its rows.
     *
     * @param beside the values given beside the question, as {@link #run} takes them
     * @throws QueryException as {@link #bind} does
     * @throws entente.graph.GraphException if the database cannot answer
     */
    public QueryResult answer(Understood understood, Map<String, List<String>> beside, int limit) {
        return rows(understood.query(), bind(understood, beside), limit);
    }

    private QueryResult rows(SavedQuery query, Map<String, @Nullable Object> bound, int limit) {
        guard.confirm(query.statement(), bound);
        return new QueryResult(query, bound, graph.read(statement(query, bound), limit));
    }

    /**
     * Runs a query and passes its rows on.
     *
     * @param bound the values that {@link #bind} gave
     * @param page which rows to pass on
     * @param sink gets no row where the query fails before its first
     * @throws QueryException if there are no rows, and an entity that was bound is not there any more
     * @throws entente.graph.GraphException if the database cannot answer
     */
    public ReadSummary run(SavedQuery query, Map<String, @Nullable Object> bound, Page page, RowSink sink) {
        guard.confirm(query.statement(), bound);
        ReadSummary summary = graph.read(statement(query, bound), page, sink);
        if (summary.rows() == 0) {
            confirm(query, bound);
        }
        return summary;
    }

    private void confirm(SavedQuery query, Map<String, @Nullable Object> bound) {
        query.parameters().stream()
                .filter(parameter -> parameter.type() == ParameterType.ENTITY)
                .forEach(parameter -> entities.confirm(parameter.name(), ids(bound.get(parameter.name()))));
    }

    private static List<String> ids(@Nullable Object value) {
        List<?> all = value instanceof List<?> several ? several : value == null ? List.of() : List.of(value);
        return all.stream().map(Object::toString).toList();
    }

    private static Statement statement(SavedQuery query, Map<String, @Nullable Object> bound) {
        return new Statement(query.name(), query.statement(), bound);
    }

    /**
     * The values that {@link #run} binds, by name, in the header's order: what a cache can go by.
     *
     * @param arguments the values given for each parameter, as text; several for a list
     * @throws QueryException if an argument is missing, unknown, repeated, of another type, or names no entity or
     *     several
     */
    public Map<String, @Nullable Object> bind(SavedQuery query, Map<String, List<String>> arguments) {
        refuseUnknown(query, arguments);
        LocalDate today = LocalDate.now(clock);
        Map<String, @Nullable Object> bound = new LinkedHashMap<>();
        query.parameters()
                .forEach(parameter -> bound.put(
                        parameter.name(),
                        value(parameter, arguments.getOrDefault(parameter.name(), List.of()), today)));
        return bound;
    }

    /**
     * The values that the query of a question is run with: those of the question and those given beside it.
     *
     * @throws QueryException as {@link #bind(SavedQuery, Map)} does, in the words of the question where it gave the
     *     value; also if a value is given in both
     */
    public Map<String, @Nullable Object> bind(Understood understood, Map<String, List<String>> beside) {
        Map<String, List<String>> arguments = understood.argumentsWith(beside);
        try {
            return bind(understood.query(), arguments);
        } catch (QueryException fault) {
            throw understood.inItsWords(fault);
        }
    }

    private static void refuseUnknown(SavedQuery query, Map<String, List<String>> arguments) {
        List<String> known = query.parameters().stream().map(Parameter::name).toList();
        arguments.keySet().forEach(name -> {
            if (!known.contains(name)) {
                String nearest = Names.didYouMean(name, known);
                String others =
                        known.isEmpty() ? "; the query takes none" : "; the query takes " + String.join(", ", known);
                throw new QueryException(
                        QueryException.Reason.UNKNOWN_PARAMETER,
                        name,
                        "unknown parameter \"" + name + "\"" + (nearest.isEmpty() ? others : nearest),
                        List.of());
            }
        });
    }

    private @Nullable Object value(Parameter parameter, List<String> texts, LocalDate today) {
        List<String> given = texts;
        if (given.isEmpty()) {
            if (parameter.required()) {
                throw bad(
                        parameter.name(),
                        "parameter \"" + parameter.name() + "\" is missing: " + parameter.description());
            }
            if (parameter.defaultValue() == null) {
                return null;
            }
            given = List.of(parameter.defaultValue());
        }
        return parameter.list() ? values(parameter, given, today) : single(parameter, given, today);
    }

    private List<Object> values(Parameter parameter, List<String> texts, LocalDate today) {
        if (texts.size() > MOST_VALUES) {
            throw bad(
                    parameter.name(),
                    "parameter \"" + parameter.name() + "\" takes at most " + MOST_VALUES + " values");
        }
        List<Object> values = new ArrayList<>();
        texts.forEach(text -> values.add(typed(parameter, text, today)));
        return values;
    }

    private Object single(Parameter parameter, List<String> texts, LocalDate today) {
        if (texts.size() > 1) {
            throw bad(
                    parameter.name(),
                    "parameter \"" + parameter.name() + "\" takes one value, and got " + texts.size());
        }
        return typed(parameter, texts.get(0), today);
    }

    private Object typed(Parameter parameter, String text, LocalDate today) {
        try {
            Object value = ArgumentText.read(parameter, text, today);
            return switch (parameter.type()) {
                case ENTITY -> entities.id(parameter.name(), value.toString(), parameter.kinds());
                case DOSSIER -> dossier(value.toString());
                case STRING -> text(parameter, value.toString());
                case INTEGER, NUMBER, BOOLEAN, DATE, ENUM -> value;
            };
        } catch (IllegalArgumentException unfit) {
            throw QueryException.ofValue(
                    QueryException.Reason.BAD_PARAMETER,
                    parameter.name(),
                    null,
                    String.valueOf(unfit.getMessage()),
                    List.of());
        }
    }

    private String text(Parameter parameter, String text) {
        Recorded recorded = parameter.recorded();
        return recorded == null ? text : recordedTexts.meant(parameter.name(), recorded, text);
    }

    /** Without this, an answer about a dossier that nobody loaded would say that there is nothing on record. */
    private String dossier(String id) {
        if (!texts(new Statement("dossier", DOSSIER, Map.of("id", id))).isEmpty()) {
            return id;
        }
        List<String> loaded = texts(new Statement("dossiers", DOSSIERS));
        String near = Names.didYouMean(id, loaded);
        String shown = loaded.stream().limit(SHOWN_DOSSIERS).collect(Collectors.joining(", "));
        String there = loaded.isEmpty()
                ? "; none is loaded"
                : "; loaded are " + shown + (loaded.size() > SHOWN_DOSSIERS ? ", …" : "");
        throw new IllegalArgumentException("no dossier is called \"" + id + "\"" + (near.isEmpty() ? there : near));
    }

    private List<String> texts(Statement statement) {
        return graph.read(statement, MOST_DOSSIERS).rows().stream()
                .map(row -> String.valueOf(row.get(0)))
                .toList();
    }

    private static QueryException bad(String parameter, String message) {
        return new QueryException(QueryException.Reason.BAD_PARAMETER, parameter, message, List.of());
    }
}
