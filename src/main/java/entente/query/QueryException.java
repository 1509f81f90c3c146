package entente.query;

import entente.graph.EntityNames;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Why a saved query cannot be run as it was asked to. The message says what to do instead. */
public final class QueryException extends RuntimeException {
    /** What was wrong. */
    public enum Reason {
        /** No query bears the name. */
        UNKNOWN_QUERY,
        /** No query answers the question. */
        NOT_UNDERSTOOD,
        /** A parameter is missing, repeated or of another type. */
        BAD_PARAMETER,
        /** The query takes no parameter of the name. */
        UNKNOWN_PARAMETER,
        /** No entity bears the name. */
        UNKNOWN_ENTITY,
        /** Several entities bear the name. */
        AMBIGUOUS_ENTITY
    }

    private final Reason reason;
    private final @Nullable String parameter;
    private final @Nullable String value;
    private final String problem;
    private final transient List<Candidate> candidates;

    /**
     * What may have been meant.
     *
     * @param id a query's name or an entity's id
     * @param name a query's title or an entity's name
     */
    public record Candidate(String id, String name) {
        static Candidate of(SavedQuery query) {
            return new Candidate(query.name(), query.title());
        }

        static Candidate of(EntityNames.Candidate entity) {
            return new Candidate(entity.id(), entity.name());
        }
    }

    QueryException(Reason reason, @Nullable String parameter, String message, List<Candidate> candidates) {
        this(reason, parameter, null, message, candidates);
    }

    QueryException(
            Reason reason,
            @Nullable String parameter,
            @Nullable String value,
            String message,
            List<Candidate> candidates) {
        this(reason, parameter, value, message, message, candidates);
    }

    private QueryException(
            Reason reason,
            @Nullable String parameter,
            @Nullable String value,
            String message,
            String problem,
            List<Candidate> candidates) {
        super(message);
        this.reason = reason;
        this.parameter = parameter;
        this.value = value;
        this.problem = problem;
        this.candidates = candidates;
    }

    /**
     * Of a parameter's value, which the message tells with the parameter's name before it.
     *
     * @param value the name that means no entity or several, or null where that is not what is wrong
     */
    static QueryException ofValue(
            Reason reason, String parameter, @Nullable String value, String problem, List<Candidate> candidates) {
        return new QueryException(
                reason, parameter, value, "parameter \"" + parameter + "\": " + problem, problem, candidates);
    }

    /**
     * The same for somebody who asked in words and named no parameter.
     *
     * @param more what to tell beside it, or nothing
     */
    QueryException inWords(String more) {
        return new QueryException(reason, parameter, value, problem + more, problem, candidates);
    }

    public Reason reason() {
        return reason;
    }

    /** The parameter at fault, or null where none is. */
    public @Nullable String parameter() {
        return parameter;
    }

    /** The name that means no entity or several, as it was given, or null where that is not what is wrong. */
    public @Nullable String value() {
        return value;
    }

    /** The nearest first; empty where nothing is near. */
    public List<Candidate> candidates() {
        return candidates;
    }
}
