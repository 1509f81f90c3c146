package entente.query;

import entente.graph.EntityNames;
import entente.graph.Graph;
import entente.graph.Guard;
import entente.graph.Statement;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What is asked of the data sets, put to the saved queries. The answers call states what the data sets call them. */
public final class DatasetQuestions {
    private static final int MOST_ROWS = 1_000;
    private static final String PUBLISHED = "2025-06-03";
    private static final Comparator<List<Object>> BY_FIRST = Comparator.comparing(row -> String.valueOf(row.get(0)));

    private final Graph graph;
    private final Catalogue catalogue;
    private final QueryRunner runner;
    private final Map<String, String> labels;
    private final Set<String> namesInVotes;

    /** A row of a result, by column. */
    private record Row(Map<String, @Nullable Object> cells) {
        Object cell(String column) {
            return Objects.requireNonNullElse(cells.get(column), "");
        }

        String id() {
            return String.valueOf(cells.entrySet().stream()
                    .filter(cell -> cell.getKey().endsWith("Id"))
                    .findFirst()
                    .orElseThrow()
                    .getValue());
        }
    }

    /**
     * Takes a graph that holds the data sets.
     *
     * @param labels how the Correlates of War files abbreviate states, by number
     * @param namesInVotes what the votes call states
     */
    public DatasetQuestions(Graph graph, Map<String, String> labels, Set<String> namesInVotes) {
        this.graph = graph;
        this.catalogue =
                QueryDirectory.read(Path.of(System.getProperty("entente.cypher"), "queries"), new Guard(graph));
        this.runner = new QueryRunner(graph, new EntityNames(graph));
        this.labels = labels;
        this.namesInVotes = namesInVotes;
    }

    /** How each question is answered, by the id that it has in the file of questions. */
    public Map<String, Supplier<List<?>>> byId() {
        Map<String, Supplier<List<?>>> answers = new LinkedHashMap<>();
        answers.put("B1", () -> sorted(neighboursToday("uzbekistan").map(this::iso3)));
        answers.put(
                "B2",
                () -> Stream.of("brazil", "china", "germany", "russia")
                        .map(state ->
                                List.of(iso3(state), neighboursToday(state).count()))
                        .toList());
        answers.put(
                "B4",
                () -> sorted(ask("doubly-landlocked", "asOf", PUBLISHED, "dossier", "world-countries")
                        .map(row -> row.cell("code"))));
        answers.put(
                "C1",
                () -> sortedRows(landNeighbours("uzbekistan", "2016-06-15")
                        .map(row -> List.of(label(row.id()), row.cell("since")))));
        answers.put("C2", () -> sorted(landNeighbours("russia", "2009-06-15").map(row -> label(row.id()))));
        answers.put(
                "C4",
                () -> Stream.of(1914, 1946, 1990, 2016)
                        .map(year -> List.of(year, landBorders(year + "-06-15")))
                        .toList());
        answers.put(
                "U1",
                () -> ask(
                                "agreement-between",
                                "first",
                                "Kyrgyzstan",
                                "second",
                                "Russia",
                                "from",
                                "2009-01-01",
                                "to",
                                "2009-12-31")
                        .map(row -> List.of(row.cell("common"), row.cell("identical"), row.cell("share")))
                        .toList());
        answers.put(
                "U2",
                () -> Stream.of("abstained", "no", "yes").map(this::embargo).toList());
        answers.put(
                "U3",
                () -> ask("closest-voters", "actor", "Kyrgyzstan", "year", "2009")
                        .limit(5)
                        .map(row -> List.of(row.cell("code"), row.cell("common"), row.cell("share")))
                        .toList());
        answers.put("A1", () -> sorted(members("atop-4220", "2009-06-30").map(row -> label(row.id()))));
        answers.put(
                "A3",
                () -> Stream.of(1949, 1955, 1999, 2009)
                        .map(year -> year + "-12-31")
                        .map(day -> List.of(day, members("atop-3180", day).count()))
                        .toList());
        answers.put(
                "A5",
                () -> sortedRows(ask("who-left", "alliance", "atop-4220", "year", "1999")
                        .map(row -> List.of(label(row.id()), row.cell("left"), row.cell("returned")))));
        return answers;
    }

    private Stream<String> neighboursToday(String state) {
        return ask("neighbours", "entity", state, "asOf", PUBLISHED, "dossier", "world-countries")
                .map(Row::id);
    }

    private Stream<Row> landNeighbours(String state, String day) {
        return ask("neighbours", "entity", state, "asOf", day, "dossier", "cow-contiguity");
    }

    private long landBorders(String day) {
        return ask("borders-as-of", "asOf", day, "dossier", "cow-contiguity").count();
    }

    private Stream<Row> members(String alliance, String day) {
        return ask("alliance-members", "alliance", alliance, "asOf", day);
    }

    /** Who voted yes is counted and not named. */
    private List<Object> embargo(String vote) {
        List<String> voters = ask("who-voted", "resolution", "R/64/6", "vote", vote)
                .map(Row::id)
                .toList();
        String names = vote.equals("yes")
                ? ""
                : voters.stream().map(this::nameInVotes).sorted().collect(Collectors.joining(";"));
        return List.of(vote.equals("abstained") ? "abstain" : vote, voters.size(), names);
    }

    private String nameInVotes(String id) {
        return texts("[s.name] + coalesce(s.aliases, [])", id).stream()
                .filter(namesInVotes::contains)
                .findFirst()
                .orElseThrow();
    }

    private String iso3(String id) {
        return texts("s.iso3", id).get(0);
    }

    private String label(String id) {
        return texts("s.cow", id).stream().map(labels::get).findFirst().orElseThrow();
    }

    private List<String> texts(String expression, String id) {
        Statement statement = new Statement(
                "texts", "MATCH (s:State {id: $id}) UNWIND " + expression + " AS text RETURN text", Map.of("id", id));
        return graph.readAll(statement, rows -> {
            List<String> texts = new ArrayList<>();
            rows.forEachRemaining(row -> texts.add(String.valueOf(row.get(0))));
            return texts;
        });
    }

    private Stream<Row> ask(String query, String... arguments) {
        Map<String, List<String>> given = new HashMap<>();
        for (int index = 0; index < arguments.length; index += 2) {
            given.put(arguments[index], List.of(arguments[index + 1]));
        }
        var table = runner.run(catalogue.query(query), given, MOST_ROWS).table();
        return table.rows().stream().map(cells -> {
            Map<String, @Nullable Object> row = new LinkedHashMap<>();
            for (int column = 0; column < cells.size(); column++) {
                row.put(table.columns().get(column), cells.get(column));
            }
            return new Row(row);
        });
    }

    private static List<?> sorted(Stream<?> texts) {
        return texts.map(String::valueOf).sorted().collect(Collectors.toList());
    }

    private static List<?> sortedRows(Stream<List<Object>> rows) {
        return rows.sorted(BY_FIRST).toList();
    }
}
