package entente.query;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Finds the queries that share the most words with a text. A word counts the less the more queries have it. */
final class NearestQueries {
    private final Map<SavedQuery, Set<String>> words = new HashMap<>();
    private final Map<String, Integer> spread = new HashMap<>();
    private final List<SavedQuery> queries;

    NearestQueries(List<SavedQuery> queries) {
        this.queries = queries;
        queries.forEach(query -> {
            Set<String> own = new HashSet<>();
            Stream.concat(Stream.of(query.name(), query.title()), query.ask().stream())
                    .forEach(text -> own.addAll(words(text)));
            words.put(query, own);
            own.forEach(word -> spread.merge(word, 1, Integer::sum));
        });
    }

    /** Each as it is and in its base form, so that the same word counts for more than another form of it. */
    private static Set<String> words(String text) {
        return Question.of(text).words().stream()
                .map(Question.Word::folded)
                .flatMap(word -> Stream.of(word, BaseForm.of(word)))
                .collect(Collectors.toSet());
    }

    /** The nearest first; those that share no word are left out. */
    List<SavedQuery> to(String text, int most) {
        Set<String> asked = words(text);
        Map<SavedQuery, Double> nearness = new HashMap<>();
        words.forEach((query, own) -> nearness.put(query, nearness(asked, own)));
        List<SavedQuery> nearest = new ArrayList<>(queries);
        nearest.removeIf(query -> nearness.getOrDefault(query, 0.0) == 0);
        nearest.sort(Comparator.<SavedQuery>comparingDouble(query -> -nearness.getOrDefault(query, 0.0))
                .thenComparing(SavedQuery::name));
        return nearest.subList(0, Math.min(most, nearest.size()));
    }

    private double nearness(Set<String> asked, Set<String> own) {
        return asked.stream()
                .filter(own::contains)
                .mapToDouble(word -> 1.0 / spread.getOrDefault(word, 1))
                .sum();
    }
}
