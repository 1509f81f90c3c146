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
 * @param closed whether a word that is not among them is an error
 * @param otherwise what every other word means where that is none; null where it means nothing
 */
@SuppressWarnings("NullableOptional") // a word may mean nothing, which is not the same as meaning no word
record ValueTable(
        Map<String, Optional<String>> meanings,
        boolean closed,
        @Nullable String otherwise) {
    private static final int SHOWN = 12;

    Outcome of(String word) {
        Optional<String> meaning = meanings.get(word);
        if (meaning == null && closed) {
            return Outcome.fault(
                    "\"" + word + "\" is not among the values " + known() + Names.didYouMean(word, meanings.keySet()));
        }
        String text = meaning == null ? otherwise : meaning.orElse(null);
        return text == null ? Outcome.ABSENT : Outcome.of(text);
    }

    /** All that a word can come to. */
    Set<String> outcomes() {
        Set<String> outcomes = new LinkedHashSet<>();
        meanings.values().forEach(meaning -> meaning.ifPresent(outcomes::add));
        if (otherwise != null) {
            outcomes.add(otherwise);
        }
        return outcomes;
    }

    private String known() {
        List<String> words = meanings.keySet().stream().limit(SHOWN).toList();
        return String.join(", ", words) + (meanings.size() > SHOWN ? ", …" : "");
    }
}
