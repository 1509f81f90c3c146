package entente.load;

import entente.load.Dossier.Reference;
import entente.load.document.Node;
import entente.load.document.Place;
import entente.model.Names;
import entente.model.PartialDate;
import entente.model.Slug;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads single values. What is wrong is noted, with its place, and read as null. */
final class NodeValues {
    private static final int LONGEST_TEXT = 10_000;

    private final List<Problem> problems;

    NodeValues(List<Problem> problems) {
        this.problems = problems;
    }

    void fault(Place where, String message) {
        problems.add(new Problem(where, message));
    }

    static String mustBeOneText(String key) {
        return "\"" + key + "\" must be one text";
    }

    /** @param what the value is, for messages: its key */
    @Nullable
    String text(String what, Node node) {
        if (!(node instanceof Node.Scalar scalar)) {
            fault(node.place(), mustBeOneText(what));
            return null;
        }
        String text = scalar.text().strip();
        if (scalar.empty() || text.isEmpty() || text.length() > LONGEST_TEXT) {
            fault(node.place(), "\"" + what + "\" must be a text of 1 to " + LONGEST_TEXT + " characters");
            return null;
        }
        if (isPlaceholder(text)) {
            fault(node.place(), "\"" + what + "\" is not filled in yet; " + text.substring(1, text.length() - 1));
            return null;
        }
        if (holdsHidden(text)) {
            fault(node.place(), "\"" + what + "\" holds a control character; remove it");
            return null;
        }
        return text;
    }

    @Nullable
    Reference reference(String what, Node node) {
        String id = text(what, node);
        if (id != null && !Slug.isSlug(id)) {
            fault(
                    node.place(),
                    "\"" + id
                            + "\" cannot be an id; ids are lower-case letters and digits with hyphens between, such as osh-base");
            return null;
        }
        return id == null ? null : new Reference(node.place(), id);
    }

    @Nullable
    PartialDate date(String what, Node node) {
        String text = text(what, node);
        if (text == null) {
            return null;
        }
        try {
            return PartialDate.parse(text);
        } catch (DateTimeException impossible) {
            fault(node.place(), String.valueOf(impossible.getMessage()));
            return null;
        }
    }

    @Nullable
    String word(String what, Node node, List<String> words) {
        String text = text(what, node);
        if (text != null && !words.contains(text)) {
            fault(node.place(), "\"" + text + "\" is not a value of \"" + what + "\"; take " + Names.oneOf(words));
            return null;
        }
        return text;
    }

    @Nullable
    Double number(String what, Node node) {
        String text = text(what, node);
        if (text == null) {
            return null;
        }
        try {
            double number = new BigDecimal(text).doubleValue();
            if (Double.isFinite(number)) {
                return number;
            }
        } catch (NumberFormatException noNumber) {
            // told below, as is a number beyond all that the graph can keep
        }
        fault(node.place(), "\"" + text + "\" is not a number that can be kept");
        return null;
    }

    /** What a file to begin with has where only its author knows what to say. */
    private static boolean isPlaceholder(String text) {
        return text.startsWith("<fill in ") && text.endsWith(">");
    }

    /** Control characters but for a line's end and a tab, and halves of a character. */
    private static boolean holdsHidden(String text) {
        for (int position = 0; position < text.length(); position++) {
            char character = text.charAt(position);
            if (Character.isHighSurrogate(character)
                    && position + 1 < text.length()
                    && Character.isLowSurrogate(text.charAt(position + 1))) {
                position++;
            } else if (Character.isSurrogate(character)
                    || (Character.isISOControl(character) && character != '\n' && character != '\t')) {
                return true;
            }
        }
        return false;
    }
}
