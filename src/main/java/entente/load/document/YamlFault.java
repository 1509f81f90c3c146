package entente.load.document;

import java.util.Optional;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.ReaderException;

/** Says in a writer's words what the parser found, at the place where the writer can mend it. */
final class YamlFault {
    private static final String COLON =
            "a colon and a space begin a value, and here they cannot; a text that holds them must stand in quotes";

    private final String file;

    YamlFault(String file) {
        this.file = file;
    }

    MalformedDocumentException explained(MarkedYamlEngineException fault) {
        String problem = String.valueOf(fault.getProblem());
        String context = String.valueOf(fault.getContext());
        if (context.contains("quoted scalar") && problem.contains("end of stream")) {
            return at(fault.getContextMark(), "the quote that opens here is never closed");
        }
        if (context.contains("simple key")) {
            return at(
                    fault.getContextMark(), "this is neither a key with a colon after it, nor a part of what is above");
        }
        if (context.contains("flow")) {
            return at(fault.getProblemMark(), (problem.endsWith("got :") ? COLON : problem) + unclosed(fault));
        }
        return at(fault.getProblemMark(), blockFault(problem));
    }

    private static String blockFault(String problem) {
        if (problem.startsWith("mapping values are not allowed")) {
            return COLON + ", and a key must be indented as its neighbours are";
        }
        if (problem.contains("TAB")) {
            return "a tab cannot indent; indent with spaces";
        }
        if (problem.contains("cannot start any token")) {
            return "a text cannot begin with this character; put it in quotes";
        }
        if (problem.startsWith("expected <block end>")) {
            return "this does not go on with what is above; check the indentation, and put the text in quotes";
        }
        return "this is not YAML: " + problem;
    }

    /** The colon may as well be the next key's, after a bracket that was forgotten. */
    private static String unclosed(MarkedYamlEngineException fault) {
        return fault.getContextMark()
                .map(mark -> "; or the bracket that opens at line " + (mark.getLine() + 1) + " is not closed")
                .orElse("");
    }

    /** The reader tells a character's position in the text, in code points from 0, and no line. */
    MalformedDocumentException explained(ReaderException fault, String text) {
        int[] before = text.codePoints().limit(fault.getPosition()).toArray();
        int line = 1;
        int column = 1;
        for (int character : before) {
            column = character == '\n' ? 1 : column + 1;
            line += character == '\n' ? 1 : 0;
        }
        return new MalformedDocumentException(
                new Place(file, line, column),
                "the character U+%04X has no place in a text; remove it".formatted(fault.getCodePoint()));
    }

    private MalformedDocumentException at(Optional<Mark> mark, String message) {
        Place place = mark.map(found -> new Place(file, found.getLine() + 1, found.getColumn() + 1))
                .orElse(new Place(file, 1, 1));
        return new MalformedDocumentException(place, message);
    }
}
