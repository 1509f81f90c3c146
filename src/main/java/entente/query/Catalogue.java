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
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The saved queries of a directory, each checked when it is read. */
public final class Catalogue {
    private static final int SHOWN_CANDIDATES = 5;

    private final List<SavedQuery> queries;
    private final List<Fault> faults;

    private Catalogue(List<SavedQuery> queries, List<Fault> faults) {
        this.queries = queries.stream()
                .sorted(Comparator.comparing(SavedQuery::topic).thenComparing(SavedQuery::name))
                .toList();
        this.faults = List.copyOf(faults);
    }

    /**
     * Why a file of the directory serves no query.
     *
     * @param line from 1
     */
    public record Fault(Path file, int line, String message) {
        /** {@code path:line: message}, as compilers write it. */
        @Override
        public String toString() {
            return file + ":" + line + ": " + message;
        }
    }

    /**
     * Reads every {@code .cypher} file below a directory. A broken file becomes a fault; the others still serve.
     *
     * @throws IllegalArgumentException if the directory cannot be read; the message names it
     * @throws GraphException if no database can judge the files
     */
    public static Catalogue read(Path directory, Guard guard) {
        Map<String, Path> taken = new TreeMap<>();
        List<SavedQuery> queries = new ArrayList<>();
        List<Fault> faults = new ArrayList<>();
        for (Path file : files(directory)) {
            try {
                SavedQuery query = QueryFile.read(directory, file, guard);
                Path other = taken.putIfAbsent(query.name(), file);
                if (other != null) {
                    throw new FaultyQueryException(1, "the name \"" + query.name() + "\" is that of " + other);
                }
                queries.add(query);
            } catch (FaultyQueryException faulty) {
                faults.add(new Fault(file, faulty.line(), String.valueOf(faulty.getMessage())));
            }
        }
        return new Catalogue(queries, faults);
    }

    /** The files of a directory that should be saved queries, in the order of their paths. */
    static List<Path> files(Path directory) {
        try (Stream<Path> files = Files.walk(directory)) {
            return files.filter(file -> file.toString().endsWith(QueryFile.ENDING) && Files.isRegularFile(file))
                    .sorted()
                    .toList();
        } catch (IOException | UncheckedIOException unreadable) {
            throw new IllegalArgumentException(directory + ": the saved queries cannot be read", unreadable);
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
        return new Catalogue(kept, faults);
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
        return find(name).orElseThrow(() -> unknown(name));
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
