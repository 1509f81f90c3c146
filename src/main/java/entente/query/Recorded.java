package entente.query;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Which texts a parameter takes: those that the graph holds.
 *
 * @param label of the nodes that hold them
 * @param property that is such a text, or a list of them
 * @param written how a value is written, whose one group is what counts of it; null where all of it does
 */
public record Recorded(
        String label, String property, @Nullable Pattern written) {
    /** Whether a text is written as values are. */
    boolean mayBe(String text) {
        return written == null || written.matcher(text).matches();
    }

    /** What counts of a text that may be a value. */
    String counting(String text) {
        Matcher value = written == null ? null : written.matcher(text);
        return value != null && value.matches() ? value.group(1) : text;
    }
}
