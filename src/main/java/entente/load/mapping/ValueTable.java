package entente.load.mapping;

import entente.model.Names;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What the words of a table mean: {@code yes: SUPPORTS}.
 *
 * @param meanings an empty one means nothing
 * @param otherwise what every other word means, which may be nothing; null where another word is an error
 */
@SuppressWarnings("NullableOptional") // a word may mean nothing, which is not the same as meaning no word
record ValueTable(
        Map<String, Optional<String>> meanings, @Nullable Optional<String> otherwise) {
    private static final int SHOWN = 12;

    Outcome of(String word) {
        Optional<String> meaning = meanings.get(word);
        if (meaning == null) {
            meaning = otherwise;
        }
        if (meaning == null) {
            return Outcome.fault(
                    "\"" + word + "\" is not among the values " + known() + Names.didYouMean(word, meanings.keySet()));
        }
        return meaning.map(Outcome::of).orElse(Outcome.ABSENT);
    }

    private String known() {
        List<String> words = meanings.keySet().stream().limit(SHOWN).toList();
        return String.join(", ", words) + (meanings.size() > SHOWN ? ", …" : "");
    }
}
