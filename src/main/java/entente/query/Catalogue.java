package entente.query;

import entente.graph.Guard;
import java.nio.file.Path;
import java.util.List;

/** The saved queries of a directory, each checked when it is read. */
@SuppressWarnings({"DoNotCallSuggester", "UnusedMethod", "UnusedVariable"})
public final class Catalogue {
    private final List<SavedQuery> queries;
    private final List<Fault> faults;

    private Catalogue(List<SavedQuery> queries, List<Fault> faults) {
        this.queries = queries;
        this.faults = faults;
    }

    /**
     * Why a file of the directory serves no query.
     *
     * @param line from 1
     */
    public record Fault(Path file, int line, String message) {}

    /**
     * Reads every {@code .cypher} file below a directory. A broken file becomes a fault; the others still serve.
     *
     * @throws IllegalArgumentException if the directory cannot be read; the message names it
     */
    public static Catalogue read(Path directory, Guard guard) {
        throw new UnsupportedOperationException();
    }

    /** All of them, by topic and name. */
    public List<SavedQuery> queries() {
        return queries;
    }

    /** The files that serve no query. */
    public List<Fault> faults() {
        return faults;
    }

    /**
     * The query of a name.
     *
     * @throws QueryException with the nearest names where there is none
     */
    public SavedQuery query(String name) {
        throw new UnsupportedOperationException();
    }
}
