package entente.load.mapping;

import entente.load.Problem;
import entente.load.document.Node;
import entente.load.mapping.Template.Column;
import entente.load.mapping.Template.Literal;
import entente.load.mapping.Template.Piece;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads templates; a brace that is meant as such is written twice. */
final class TemplateReader {
    private final List<Problem> problems;

    TemplateReader(List<Problem> problems) {
        this.problems = problems;
    }

    /** Null, and a problem noted, where the node is no template. */
    @Nullable
    Template read(Node node) {
        if (!(node instanceof Node.Scalar scalar)
                || scalar.empty()
                || scalar.text().isEmpty()) {
            return fault(node, "here must stand a text, such as a constant or a column: \"{country}\"");
        }
        List<Piece> pieces = new ArrayList<>();
        StringBuilder literal = new StringBuilder();
        String text = scalar.text();
        for (int position = 0; position < text.length(); position++) {
            char character = text.charAt(position);
            if ((character == '{' || character == '}') && text.startsWith("" + character + character, position)) {
                literal.append(character);
                position++;
            } else if (character == '}') {
                return fault(node, "a brace closes here that never opened; a brace that is text is written }}");
            } else if (character == '{') {
                int end = text.indexOf('}', position);
                String name = end < 0 ? "" : text.substring(position + 1, end).strip();
                if (name.isEmpty() || name.indexOf('{') >= 0) {
                    return fault(
                            node,
                            "between braces stands the name of a column, such as {country}; a brace that is text is"
                                    + " written {{");
                }
                close(literal, pieces);
                pieces.add(new Column(name));
                position = end;
            } else {
                literal.append(character);
            }
        }
        close(literal, pieces);
        return new Template(node.place(), text, List.copyOf(pieces));
    }

    private static void close(StringBuilder literal, List<Piece> pieces) {
        if (!literal.isEmpty()) {
            pieces.add(new Literal(literal.toString()));
            literal.setLength(0);
        }
    }

    private @Nullable Template fault(Node node, String message) {
        problems.add(new Problem(node.place(), message));
        return null;
    }
}
