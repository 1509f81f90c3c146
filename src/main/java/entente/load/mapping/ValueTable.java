package entente.load.mapping;

import entente.model.Names;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What the words of a table mean: {@code yes: SUPPORTS}.
 *
 * @param meanings an empty one means nothing
 * @param otherwise what every other word means, {@link #ABSENT} or {@link #UNCHANGED}; null where it is an error
 */
@SuppressWarnings("NullableOptional") // a word may mean nothing, which is not the same as meaning no word
record ValueTable(
        Map<String, Optional<String>> meanings, @Nullable String otherwise) {
    /** Other words mean nothing. */
    static final String ABSENT = "absent";
    /** Other words mean themselves. */
    static final String UNCHANGED = "unchanged";

    private static final int SHOWN = 12;

    Outcome of(String word) {
        Optional<String> meaning = meanings.get(word);
        if (meaning != null) {
            return meaning.map(Outcome::of).orElse(Outcome.ABSENT);
        }
        if (otherwise == null) {
            return Outcome.fault(
                    "\"" + word + "\" is not among the values " + known() + Names.didYouMean(word, meanings.keySet()));
        }
        return switch (otherwise) {
            case ABSENT -> Outcome.ABSENT;
            case UNCHANGED -> Outcome.of(word);
            default -> Outcome.of(otherwise);
        };
    }

    /** All that a word can come to; empty where the words decide. */
    Optional<Set<String>> outcomes() {
        if (UNCHANGED.equals(otherwise)) {
            return Optional.empty();
        }
        Set<String> outcomes = new LinkedHashSet<>();
        meanings.values().forEach(meaning -> meaning.ifPresent(outcomes::add));
        if (otherwise != null && !otherwise.equals(ABSENT)) {
            outcomes.add(otherwise);
        }
        return Optional.of(outcomes);
    }

    private String known() {
        List<String> words = meanings.keySet().stream().limit(SHOWN).toList();
        return String.join(", ", words) + (meanings.size() > SHOWN ? ", …" : "");
    }
}
