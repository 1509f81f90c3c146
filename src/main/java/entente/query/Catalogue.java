package entente.query;

import entente.model.Names;
import entente.model.Sha256;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Saved queries, each checked before it is handed out to be run, and the faults of files that serve none. */
public final class Catalogue {
    private static final int SHOWN_CANDIDATES = 5;

    private final List<SavedQuery> queries;
    private final List<Fault> faults;
    private final Map<String, SavedQuery> byName;
    /** What has yet to pass before a query is handed out, by the query's name; gone once it has passed. */
    private final Map<String, Runnable> outstanding;

    private final String fingerprint;

    Catalogue(List<SavedQuery> queries, List<Fault> faults, Map<String, Runnable> outstanding) {
        this.queries = queries.stream()
                .sorted(Comparator.comparing(SavedQuery::topic).thenComparing(SavedQuery::name))
                .toList();
        this.byName = this.queries.stream()
                .collect(Collectors.toUnmodifiableMap(SavedQuery::name, Function.identity(), (first, same) -> first));
        this.faults = List.copyOf(faults);
        this.outstanding = new ConcurrentHashMap<>(outstanding);
        this.fingerprint = HexFormat.of().formatHex(Sha256.of(this.queries.toString() + this.faults));
    }

    /**
     * Why a file of the directory serves no query.
     *
     * @param line from 1
     */
    public record Fault(Path file, int line, String message) {
        static Fault of(Path file, FaultyQueryException faulty) {
            return new Fault(file, faulty.line(), String.valueOf(faulty.getMessage()));
        }

        /** {@code path:line: message}, as compilers write it. */
        @Override
        public String toString() {
            return file + ":" + line + ": " + message;
        }
    }

    /**
     * This catalogue, and for every file that broke since, the query that it served before, where that had been judged.
     * The faults stay.
     *
     * @param before what was read from the same directory
     */
    public Catalogue keeping(Catalogue before) {
        List<SavedQuery> kept = new ArrayList<>(queries);
        faults.stream()
                .map(fault -> QueryFile.name(fault.file()))
                .filter(name -> find(name).isEmpty() && !before.outstanding.containsKey(name))
                .flatMap(name -> before.find(name).stream())
                .distinct()
                .forEach(kept::add);
        return new Catalogue(kept, faults, outstanding);
    }

    /** The same queries, with one fault in the place of all others. */
    Catalogue beside(Fault fault) {
        return new Catalogue(queries, List.of(fault), outstanding);
    }

    /** All of them, by topic and name, to be shown; {@link #query} hands out those that are to be run. */
    public List<SavedQuery> queries() {
        return queries;
    }

    /** A hash of all that there is to be run and shown, the same for equal catalogues. */
    public String fingerprint() {
        return fingerprint;
    }

    /** The files that serve no query. */
    public List<Fault> faults() {
        return faults;
    }

    /**
     * The query of a name, to be run.
     *
     * @throws QueryException with the nearest names where there is none
     * @throws InvalidQueryException if its file is broken
     */
    public SavedQuery query(String name) {
        SavedQuery query = find(name).orElseThrow(() -> missing(name));
        Runnable judgement = outstanding.get(name);
        if (judgement != null) {
            judgement.run();
            outstanding.remove(name, judgement);
        }
        return query;
    }

    private Optional<SavedQuery> find(String name) {
        return Optional.ofNullable(byName.get(name));
    }

    private RuntimeException missing(String name) {
        return faults.stream()
                .filter(fault -> fault.file().getFileName().toString().equals(name + QueryFile.ENDING))
                .findFirst()
                .<RuntimeException>map(InvalidQueryException::new)
                .orElseGet(() -> unknown(name));
    }

    private QueryException unknown(String name) {
        List<String> names = queries.stream().map(SavedQuery::name).toList();
        List<QueryException.Candidate> candidates = Stream.concat(
                        Names.nearest(name, names).flatMap(this::find).stream(),
                        new NearestQueries(queries).to(name, SHOWN_CANDIDATES).stream())
                .distinct()
                .limit(SHOWN_CANDIDATES)
                .map(QueryException.Candidate::of)
                .toList();
        return new QueryException(
                QueryException.Reason.UNKNOWN_QUERY,
                null,
                "no query is called \"" + name + "\"" + Names.didYouMean(name, names),
                candidates);
    }
}
