package entente.query;

import entente.graph.GraphException;
import entente.graph.Guard;
import entente.model.Vocabulary;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.BiFunction;
import java.util.stream.Stream;

/** Reads saved queries from the files of a directory. */
public final class QueryDirectory {
    private QueryDirectory() {}

    /**
     * Reads every {@code .cypher} file below a directory. A broken file becomes a fault; the others still serve.
     *
     * @throws UnreadableDirectoryException if the directory cannot be read; the message names it
     * @throws GraphException if no database can judge the files, or only one that has no place for that now
     */
    public static Catalogue read(Path directory, Guard guard) {
        return read(directory, (path, file) -> judgeNow(path, file, guard));
    }

    /**
     * Reads like {@link #read}, but has the database judge a query only when {@link Catalogue#query} hands it out. That
     * is for whoever runs one query and should not wait for all to be judged; the faults are then those of the headers
     * alone.
     *
     * @throws UnreadableDirectoryException if the directory cannot be read; the message names it
     */
    public static Catalogue readToRunOne(Path directory, Guard guard) {
        return read(directory, (path, file) -> Optional.of(() -> judge(path, file, guard)));
    }

    /**
     * Reads the queries to tell of them: none of them is judged, and their faults are those of the headers alone.
     *
     * @throws UnreadableDirectoryException if the directory cannot be read; the message names it
     */
    public static Catalogue readToShow(Path directory) {
        return read(directory, (path, file) -> Optional.empty());
    }

    /**
     * What is wrong with one file, wherever it stands.
     *
     * @param vocabulary what names mean something though nothing in the graph bears them yet
     * @return the first fault of a file that serves no query, or all names that make it find nothing
     * @throws GraphException if no database can judge it
     */
    public static List<Catalogue.Fault> faultsOf(Path file, Guard guard, Vocabulary vocabulary) {
        try {
            QueryFile query = QueryFile.read(file);
            query.judge(guard);
            return query.misspelt(guard, vocabulary).stream()
                    .map(name -> new Catalogue.Fault(file, name.line(), name.value()))
                    .toList();
        } catch (FaultyQueryException faulty) {
            return List.of(Catalogue.Fault.of(file, faulty));
        }
    }

    /** @param judging what is outstanding for a file before its query is handed out; it may throw the file's fault */
    private static Catalogue read(Path directory, BiFunction<Path, QueryFile, Optional<Runnable>> judging) {
        Map<String, Path> taken = new TreeMap<>();
        List<SavedQuery> queries = new ArrayList<>();
        List<Catalogue.Fault> faults = new ArrayList<>();
        Map<String, Runnable> outstanding = new HashMap<>();
        for (Path path : files(directory)) {
            try {
                QueryFile.checkPlace(directory, path);
                QueryFile file = QueryFile.read(path);
                Optional<Runnable> judge = judging.apply(path, file);
                takeName(taken, path);
                queries.add(file.query());
                judge.ifPresent(judgement -> outstanding.put(QueryFile.name(path), judgement));
            } catch (FaultyQueryException faulty) {
                faults.add(Catalogue.Fault.of(path, faulty));
            }
        }
        return new Catalogue(queries, faults, outstanding);
    }

    /** A file that takes the database too long to judge is judged when its query is to be run. */
    private static Optional<Runnable> judgeNow(Path path, QueryFile file, Guard guard) {
        try {
            file.judge(guard);
            return Optional.empty();
        } catch (GraphException.TimedOut late) {
            return Optional.of(() -> judge(path, file, guard));
        }
    }

    private static void judge(Path path, QueryFile file, Guard guard) {
        try {
            file.judge(guard);
        } catch (FaultyQueryException faulty) {
            throw new InvalidQueryException(Catalogue.Fault.of(path, faulty));
        }
    }

    private static void takeName(Map<String, Path> taken, Path path) {
        String name = QueryFile.name(path);
        Path other = taken.putIfAbsent(name, path);
        if (other != null) {
            throw new FaultyQueryException(
                    1, "the name \"" + name + "\" is that of a file of the topic " + QueryFile.topic(other));
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
}
