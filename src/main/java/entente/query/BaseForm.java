package entente.query;

import java.util.Map;
import java.util.regex.Pattern;

/**
 * What the forms of an English word have in common, so that a question may be asked in another tense or number than the
 * pattern was written in: {@code opposed} and {@code opposes} are both {@code oppos}. Good for comparing words, not for
 * showing them.
 */
final class BaseForm {
    private static final Map<String, String> IRREGULAR = Map.ofEntries(
            Map.entry("am", "be"),
            Map.entry("are", "be"),
            Map.entry("been", "be"),
            Map.entry("is", "be"),
            Map.entry("was", "be"),
            Map.entry("were", "be"),
            Map.entry("did", "do"),
            Map.entry("does", "do"),
            Map.entry("fought", "fight"),
            Map.entry("had", "have"),
            Map.entry("has", "have"),
            Map.entry("held", "hold"),
            Map.entry("led", "lead"),
            Map.entry("lost", "lose"),
            Map.entry("met", "meet"),
            Map.entry("ran", "run"),
            Map.entry("said", "say"),
            Map.entry("spoke", "speak"),
            Map.entry("stood", "stand"),
            Map.entry("took", "take"));

    private static final Pattern Y_ENDING = Pattern.compile("(?<=\\w{2})(?:ies|ied)$");
    private static final Pattern ENDING =
            Pattern.compile("(?:(?<=\\w{3})(?:ing|ed)|(?<=\\w(?:s|x|z|ch|sh))es|(?<=\\w{2}[^su])s)$");
    private static final Pattern DOUBLED = Pattern.compile("([b-df-hj-np-rtv-z])\\1$");
    private static final Pattern SILENT_E = Pattern.compile("(?<=\\w{2})e$");

    private BaseForm() {}

    /** @param folded a word as {@link Question.Word} has it */
    static String of(String folded) {
        String word = IRREGULAR.getOrDefault(folded, folded);
        String singular = Y_ENDING.matcher(word).replaceFirst("y");
        String bare = ENDING.matcher(singular).replaceFirst("");
        return SILENT_E.matcher(DOUBLED.matcher(bare).replaceFirst("$1")).replaceFirst("");
    }
}
