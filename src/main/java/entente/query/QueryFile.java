package entente.query;

import entente.graph.GraphException;
import entente.graph.Guard;
import entente.graph.StatementPlace;
import entente.model.Slug;
import entente.model.Vocabulary;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Reads one {@code .cypher} file and checks that it keeps what its header says. */
final class QueryFile {
    private static final long LARGEST = 64_000;
    static final String ENDING = ".cypher";
    /** What gives another value each time, or the time; that of today is a parameter's business. */
    private static final Pattern OF_THE_MOMENT = Pattern.compile(
            "\\b(rand|randomUUID|timestamp|(local)?(date)?time)`?\\s*(\\.[\\s`\\w]+)?\\(", Pattern.CASE_INSENSITIVE);

    private static final Pattern HEADER_LINE = Pattern.compile("\\G//[^\\r\\n]*(?:\\r\\n|\\r|\\n|\\z)");
    private static final Pattern COMMENT = Pattern.compile("(?m)^\\s*//.*$");

    private final Path path;
    private final String text;
    private final Header header;
    private final String statement;

    private QueryFile(Path path, String text) {
        this.path = path;
        this.text = text;
        this.header = Header.of(text);
        this.statement = withoutHeader(text);
    }

    /** <em>Measured</em>: Neo4j reads all that stands before a statement each time, and is 7 % slower with a header. */
    private static String withoutHeader(String text) {
        return HEADER_LINE.matcher(text).replaceAll("\n");
    }

    /**
     * Reads a file and checks what can be checked without a database.
     *
     * @throws FaultyQueryException if it is no saved query
     */
    static QueryFile read(Path path) {
        checkName(path);
        QueryFile file = new QueryFile(path, text(path));
        file.checkAsk();
        return file;
    }

    /**
     * Checks that a file is where the saved queries of a directory are.
     *
     * @throws FaultyQueryException if it is not
     */
    static void checkPlace(Path root, Path path) {
        if (root.equals(path.getParent()) || !Slug.isSlug(topic(path))) {
            throw new FaultyQueryException(
                    1, "the file must stand in a directory that bears the name of a topic, such as stances");
        }
    }

    /**
     * Checks that the Cypher only reads, and takes and gives what the header says.
     *
     * @throws FaultyQueryException if not
     * @throws GraphException if no database can judge it
     */
    void judge(Guard guard) {
        check(judged(guard));
    }

    /** The names in the Cypher that neither the graph nor the vocabulary knows: such a query finds nothing. */
    List<Header.Located<String>> misspelt(Guard guard, Vocabulary vocabulary) {
        return judged(guard).unknown().stream()
                .flatMap(name ->
                        name.misspelt(vocabulary).stream().map(message -> new Header.Located<>(message, name.line())))
                .toList();
    }

    /** The name that a file gives to its query. */
    static String name(Path path) {
        String file = path.getFileName().toString();
        return file.substring(0, file.length() - ENDING.length());
    }

    private static void checkName(Path path) {
        if (!Slug.isSlug(name(path))) {
            throw new FaultyQueryException(
                    1, "the file's name is the query's: lower-case letters, digits and single hyphens, then " + ENDING);
        }
    }

    static String topic(Path path) {
        Path parent = path.getParent();
        return parent == null || parent.getFileName() == null
                ? ""
                : parent.getFileName().toString();
    }

    private static String text(Path path) {
        try {
            if (Files.size(path) > LARGEST) {
                throw new FaultyQueryException(1, "the file has more than " + LARGEST + " bytes");
            }
            return Files.readString(path);
        } catch (IOException unreadable) {
            throw new FaultyQueryException(1, "the file cannot be read as UTF-8 text");
        }
    }

    private void checkAsk() {
        List<Parameter> parameters = parameters();
        header.ask().forEach(pattern -> {
            try {
                AskPattern.parse(pattern.value(), parameters);
            } catch (IllegalArgumentException malformed) {
                throw new FaultyQueryException(pattern.line(), String.valueOf(malformed.getMessage()));
            }
        });
    }

    private Guard.Passed judged(Guard guard) {
        try {
            return guard.pass(statement);
        } catch (GraphException.Refused | GraphException.Faulty failure) {
            StatementPlace place = failure.place();
            throw new FaultyQueryException(
                    place == null ? firstLineOfCypher() : place.line(), String.valueOf(failure.getMessage()));
        }
    }

    private void check(Guard.Passed reading) {
        Set<String> unused = new TreeSet<>();
        header.parameters().forEach(parameter -> {
            if (!reading.parameters().contains(parameter.value().name())) {
                throw new FaultyQueryException(
                        parameter.line(),
                        "the Cypher does not use $" + parameter.value().name());
            }
            unused.add(parameter.value().name());
        });
        Set<String> undeclared = new TreeSet<>(reading.parameters());
        undeclared.removeAll(unused);
        if (!undeclared.isEmpty()) {
            throw new FaultyQueryException(
                    firstLineOfCypher(), "the header does not declare $" + String.join(", $", undeclared));
        }
        checkColumns(reading.columns());
        if (!reading.ordered()) {
            throw new FaultyQueryException(firstLineOfCypher(), "the Cypher lacks an ORDER BY");
        }
    }

    private void checkColumns(List<String> returned) {
        List<String> declared = List.copyOf(header.columns().keySet());
        if (!declared.equals(returned)) {
            int line = header.columns().values().iterator().next().line();
            throw new FaultyQueryException(
                    line,
                    "the header describes the columns " + String.join(", ", declared) + ", and the Cypher returns "
                            + String.join(", ", returned));
        }
    }

    private int firstLineOfCypher() {
        return 1 + (int) text.lines().takeWhile(line -> line.startsWith("//")).count();
    }

    SavedQuery query() {
        return new SavedQuery(
                name(path),
                topic(path),
                header.title().value(),
                header.description().value(),
                header.ask().stream().map(Header.Located::value).toList(),
                parameters(),
                columns(),
                text,
                statement,
                OF_THE_MOMENT.matcher(COMMENT.matcher(text).replaceAll("")).find());
    }

    private List<Parameter> parameters() {
        return header.parameters().stream().map(Header.Located::value).collect(Collectors.toUnmodifiableList());
    }

    private Map<String, String> columns() {
        Map<String, String> columns = new LinkedHashMap<>();
        header.columns().forEach((name, meaning) -> columns.put(name, meaning.value()));
        return columns;
    }
}
