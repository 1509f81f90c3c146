package entente.query;

import entente.graph.Graph;
import entente.graph.Statement;
import entente.model.Names;
import entente.model.Table;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.function.BiPredicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Finds which of the texts on record a value means, so that a slip is no question about nothing. */
final class RecordedTexts {
    private static final String GIVEN = "MATCH (n:%s) WHERE $text IN ([] + n.%s) OR n.id = $text RETURN $text LIMIT 1";
    private static final String ALL = "MATCH (n:%s) UNWIND n.%s AS text RETURN DISTINCT text ORDER BY text";
    private static final int MOST = 100_000;
    private static final int SHOWN = 12;

    /** How a text may mean another, by the folded words of both: one that fits better wins. */
    private static final List<BiPredicate<List<String>, List<String>>> FITS =
            List.of(List::equals, (given, text) -> Collections.indexOfSubList(text, given) >= 0, RecordedTexts::begins);

    private final Graph graph;

    RecordedTexts(Graph graph) {
        this.graph = graph;
    }

    /**
     * The text on record that is meant, or the id of a node that holds one, as given.
     *
     * @throws QueryException if none is meant, or several may be, with those; but where none is on record at all, or
     *     more than can be gone through, the text is taken as it is
     */
    String meant(String parameter, Recorded recorded, String text) {
        if (!read(GIVEN, recorded, Map.of("text", text)).rows().isEmpty()) {
            return text;
        }
        Table all = read(ALL, recorded, Map.of());
        List<String> known =
                all.rows().stream().map(row -> String.valueOf(row.get(0))).toList();
        if (known.isEmpty() || all.truncated()) {
            return text;
        }
        List<String> given = words(recorded.counting(text));
        List<String> meant = FITS.stream()
                .map(fit -> known.stream()
                        .filter(one -> fit.test(given, words(one)))
                        .toList())
                .filter(fitting -> !fitting.isEmpty())
                .findFirst()
                .orElse(List.of());
        if (meant.size() == 1) {
            return meant.get(0);
        }
        throw QueryException.ofValue(
                QueryException.Reason.BAD_PARAMETER,
                parameter,
                null,
                meant.isEmpty() ? nothing(text, known) : "\"" + text + "\" may mean " + shown(meant),
                List.of());
    }

    private Table read(String text, Recorded recorded, Map<String, String> values) {
        String statement = text.formatted(recorded.label(), recorded.property());
        return graph.read(new Statement("recorded", statement, Map.copyOf(values)), MOST);
    }

    private static String nothing(String text, List<String> known) {
        String near = Names.didYouMean(text, known);
        String few = known.size() > SHOWN ? "" : "; there are " + shown(known);
        return "nothing on record is called \"" + text + "\"" + (near.isEmpty() ? few : near);
    }

    private static String shown(List<String> texts) {
        return Stream.concat(texts.stream().limit(SHOWN), texts.size() > SHOWN ? Stream.of("…") : Stream.empty())
                .collect(Collectors.joining(", "));
    }

    /** Whether words stand within others, of which the last only begins so: {@code 2758} within {@code R/26/2758A}. */
    private static boolean begins(List<String> given, List<String> text) {
        int last = given.size() - 1;
        for (int start = 0; start + last < text.size(); start++) {
            if (text.subList(start, start + last).equals(given.subList(0, last))
                    && text.get(start + last).startsWith(given.get(last))) {
                return true;
            }
        }
        return false;
    }

    private static List<String> words(String text) {
        return List.of(Names.fold(text).split(" "));
    }
}
