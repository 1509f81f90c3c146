package entente.cli;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** The arguments of a saved query as they are typed: {@code --name value} or {@code --name=value}. */
final class QueryArguments {
    private static final Pattern HYPHEN_AND_LETTER = Pattern.compile("-([a-z])");

    private QueryArguments() {}

    /**
     * Reads them. A name may be typed as the query has it, {@code --asOf}, or as options are, {@code --as-of}.
     *
     * @throws UsageException if a word stands where an option should, or an option has no value
     */
    static Map<String, List<String>> parse(List<String> words) {
        Map<String, List<String>> values = new LinkedHashMap<>();
        for (int index = 0; index < words.size(); index++) {
            String word = words.get(index);
            if (!word.startsWith("--") || word.length() == 2) {
                throw new UsageException(
                        "\"" + word + "\" is not expected here; values are given as --name value; names of several"
                                + " words, and questions, stand in quotes");
            }
            int equals = word.indexOf('=');
            if (equals < 0 && index + 1 == words.size()) {
                throw new UsageException(word + " needs a value: " + word + " VALUE");
            }
            String value = equals < 0 ? words.get(++index) : word.substring(equals + 1);
            values.computeIfAbsent(name(equals < 0 ? word : word.substring(0, equals)), key -> new ArrayList<>())
                    .add(value);
        }
        return values;
    }

    private static String name(String option) {
        return HYPHEN_AND_LETTER
                .matcher(option.substring(2))
                .replaceAll(letter -> letter.group(1).toUpperCase(java.util.Locale.ROOT));
    }
}
