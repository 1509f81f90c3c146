package entente.query;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * One way in which the start of a question fits the start of a pattern.
 *
 * @param position how many of the question's words are used up
 * @param literals how many of these are the pattern's own
 * @param arguments the other words, by the parameter that takes them
 */
record Fit(int position, int literals, Map<String, String> arguments) {
    static final Fit NOTHING_YET = new Fit(0, 0, Map.of());

    /** Enough to keep apart what {@code {one} and {other}} can mean, few enough to bound the work. */
    private static final int KEPT_PER_POSITION = 4;

    static final Comparator<Fit> MOST_LITERALS_FIRST =
            Comparator.comparingInt(Fit::literals).reversed();

    Fit afterWord() {
        return new Fit(position + 1, literals + 1, arguments);
    }

    Fit afterValue(int end, String parameter, String value) {
        Map<String, String> more = new LinkedHashMap<>(arguments);
        more.put(parameter, value);
        return new Fit(end, literals, more);
    }

    /** Keeps the best of those that have used up equally many words, so that their number never multiplies. */
    static List<Fit> best(List<Fit> fits) {
        Map<Integer, List<Fit>> byPosition = new TreeMap<>();
        fits.forEach(fit -> byPosition
                .computeIfAbsent(fit.position(), position -> new ArrayList<>())
                .add(fit));
        return byPosition.values().stream()
                .flatMap(rivals ->
                        rivals.stream().distinct().sorted(MOST_LITERALS_FIRST).limit(KEPT_PER_POSITION))
                .toList();
    }
}
