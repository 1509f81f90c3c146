package entente.query;

import entente.graph.GraphException;
import entente.graph.Guard;
import entente.model.Names;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The saved queries of a directory, each checked before it is handed out to be run. */
public final class Catalogue {
    private static final int SHOWN_CANDIDATES = 5;

    private final List<SavedQuery> queries;
    private final List<Fault> faults;
    /** What has yet to pass before a query is handed out, by the query's name. */
    private final Map<String, Runnable> outstanding;

    private Catalogue(List<SavedQuery> queries, List<Fault> faults, Map<String, Runnable> outstanding) {
        this.queries = queries.stream()
                .sorted(Comparator.comparing(SavedQuery::topic).thenComparing(SavedQuery::name))
                .toList();
        this.faults = List.copyOf(faults);
        this.outstanding = Map.copyOf(outstanding);
    }

    /**
     * Why a file of the directory serves no query.
     *
     * @param line from 1
     */
    public record Fault(Path file, int line, String message) {
        private static Fault of(Path file, FaultyQueryException faulty) {
            return new Fault(file, faulty.line(), String.valueOf(faulty.getMessage()));
        }

        /** {@code path:line: message}, as compilers write it. */
        @Override
        public String toString() {
            return file + ":" + line + ": " + message;
        }
    }

    /**
     * Reads every {@code .cypher} file below a directory. A broken file becomes a fault; the others still serve.
     *
     * @throws UnreadableDirectoryException if the directory cannot be read; the message names it
     * @throws GraphException if no database can judge the files
     */
    public static Catalogue read(Path directory, Guard guard) {
        return read(directory, guard, true);
    }

    /**
     * Reads like {@link #read}, but has the database judge a query only when {@link #query} hands it out. That is for
     * whoever runs one query and should not wait for all to be judged; the faults are then those of the headers alone.
     *
     * @throws UnreadableDirectoryException if the directory cannot be read; the message names it
     */
    public static Catalogue readToRunOne(Path directory, Guard guard) {
        return read(directory, guard, false);
    }

    /**
     * What is wrong with one file, wherever it stands.
     *
     * @return the first fault, or nothing where it is in order
     * @throws GraphException if no database can judge it
     */
    public static Optional<Fault> faultOf(Path file, Guard guard) {
        try {
            QueryFile.read(file).judge(guard);
            return Optional.empty();
        } catch (FaultyQueryException faulty) {
            return Optional.of(Fault.of(file, faulty));
        }
    }

    private static Catalogue read(Path directory, Guard guard, boolean judgedAtOnce) {
        Map<String, Path> taken = new TreeMap<>();
        List<SavedQuery> queries = new ArrayList<>();
        List<Fault> faults = new ArrayList<>();
        Map<String, Runnable> outstanding = new HashMap<>();
        for (Path path : files(directory)) {
            try {
                QueryFile.checkPlace(directory, path);
                QueryFile file = QueryFile.read(path);
                if (judgedAtOnce) {
                    file.judge(guard);
                } else {
                    outstanding.putIfAbsent(QueryFile.name(path), () -> judge(path, file, guard));
                }
                takeName(taken, path);
                queries.add(file.query());
            } catch (FaultyQueryException faulty) {
                faults.add(Fault.of(path, faulty));
            }
        }
        return new Catalogue(queries, faults, outstanding);
    }

    private static void judge(Path path, QueryFile file, Guard guard) {
        try {
            file.judge(guard);
        } catch (FaultyQueryException faulty) {
            throw new InvalidQueryException(Fault.of(path, faulty));
        }
    }

    private static void takeName(Map<String, Path> taken, Path path) {
        String name = QueryFile.name(path);
        Path other = taken.putIfAbsent(name, path);
        if (other != null) {
            throw new FaultyQueryException(1, "the name \"" + name + "\" is that of " + other);
        }
    }

    /** The files of a directory that should be saved queries, in the order of their paths. */
    static List<Path> files(Path directory) {
        try (Stream<Path> files = Files.walk(directory)) {
            return files.filter(file -> file.toString().endsWith(QueryFile.ENDING) && Files.isRegularFile(file))
                    .sorted()
                    .toList();
        } catch (IOException | UncheckedIOException unreadable) {
            throw new UnreadableDirectoryException(directory, unreadable);
        }
    }

    /**
     * This catalogue, and for every file that broke since, the query that it served before. The faults stay.
     *
     * @param before what was read from the same directory
     */
    public Catalogue keeping(Catalogue before) {
        List<SavedQuery> kept = new ArrayList<>(queries);
        faults.stream()
                .map(fault -> QueryFile.name(fault.file()))
                .filter(name -> find(name).isEmpty())
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

    /** The files that serve no query. */
    public List<Fault> faults() {
        return faults;
    }

    /**
     * The query of a name, to be run.
     *
     * @throws QueryException with the nearest names where there is none
     * @throws InvalidQueryException if the query had yet to be judged and is broken
     */
    public SavedQuery query(String name) {
        SavedQuery query = find(name).orElseThrow(() -> unknown(name));
        outstanding.getOrDefault(name, () -> {}).run();
        return query;
    }

    private Optional<SavedQuery> find(String name) {
        return queries.stream().filter(query -> query.name().equals(name)).findFirst();
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
