package entente.load.document;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.common.ScalarStyle;
import org.snakeyaml.engine.v2.events.AliasEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.MappingStartEvent;
import org.snakeyaml.engine.v2.events.NodeEvent;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.events.SequenceStartEvent;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.ReaderException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/**
 * Builds the tree from the parser's events, so that nothing is resolved, repeated or constructed on the way: anchors
 * and aliases, through which a small file can become a huge one, are refused.
 */
final class YamlDocument {
    private static final int LONGEST_LINE = 2_000_000;
    private static final Set<String> NULLS = Set.of("", "~", "null", "Null", "NULL");

    private final String file;

    YamlDocument(String file) {
        this.file = file;
    }

    Node read(String text) {
        LoadSettings settings = LoadSettings.builder()
                .setLabel(file)
                .setCodePointLimit(Integer.MAX_VALUE)
                .build();
        refuseLongLines(text);
        try {
            Iterator<Event> events = new Parse(settings).parseString(text).iterator();
            events.next(); // the stream starts
            if (events.next().getEventId() != Event.ID.DocumentStart) {
                throw new MalformedDocumentException(new Place(file, 1, 1), "there is nothing in this file");
            }
            Node root = node(events, events.next(), 0);
            events.next(); // the document ends
            Event after = events.next();
            if (after.getEventId() != Event.ID.StreamEnd) {
                throw fault(after, "a file holds one document, and here another begins");
            }
            return root;
        } catch (MarkedYamlEngineException malformed) {
            throw new YamlFault(file).explained(malformed);
        } catch (ReaderException unprintable) {
            throw new YamlFault(file).explained(unprintable, text);
        } catch (YamlEngineException malformed) {
            throw new MalformedDocumentException(new Place(file, 1, 1), "this is not YAML: " + malformed.getMessage());
        } catch (NumberFormatException escape) { // the parser lets those of its own escape
            throw new MalformedDocumentException(
                    placeOfLongEscape(text), "an escape such as \\U in quotes names no character");
        }
    }

    /** <em>Measured</em>: the parser's time grows with the square of a line's length, 15 s for eight megabytes. */
    private void refuseLongLines(String text) {
        int line = 1;
        int start = 0;
        for (int position = 0; position < text.length(); position++) {
            if (text.charAt(position) == '\n') {
                line++;
                start = position + 1;
            } else if (position - start == LONGEST_LINE) {
                throw new MalformedDocumentException(
                        new Place(file, line, 1),
                        "a line has more than " + LONGEST_LINE + " characters; break it, or write the file as JSON");
            }
        }
    }

    private Place placeOfLongEscape(String text) {
        String before = text.substring(0, Math.max(0, text.indexOf("\\U")));
        return new Place(
                file,
                1 + (int) before.chars().filter(character -> character == '\n').count(),
                1);
    }

    private Node node(Iterator<Event> events, Event event, int level) {
        if (event instanceof AliasEvent
                || (event instanceof NodeEvent named && named.getAnchor().isPresent())) {
            throw fault(
                    event, "anchors (&) and aliases (*) are not taken; write the value out, or quote it if it is text");
        }
        if (level > Documents.MOST_LEVELS) {
            throw fault(event, "this nests too deep");
        }
        if (event instanceof ScalarEvent scalar) {
            return scalar(scalar);
        }
        return event instanceof SequenceStartEvent ? sequence(events, event, level) : mapping(events, event, level);
    }

    private Node.Scalar scalar(ScalarEvent scalar) {
        if (scalar.getTag().isPresent()) {
            throw fault(scalar, "tags (!) are not taken; put a text that begins with one in quotes");
        }
        boolean plain = scalar.getScalarStyle() == ScalarStyle.PLAIN;
        return new Node.Scalar(place(scalar), scalar.getValue(), plain && NULLS.contains(scalar.getValue()));
    }

    private Node sequence(Iterator<Event> events, Event start, int level) {
        List<Node> items = new ArrayList<>();
        for (Event event = events.next(); event.getEventId() != Event.ID.SequenceEnd; event = events.next()) {
            items.add(node(events, event, level + 1));
        }
        return new Node.Sequence(place(start), items);
    }

    private Node mapping(Iterator<Event> events, Event start, int level) {
        if (!(start instanceof MappingStartEvent)) {
            throw fault(start, "a value is missing");
        }
        List<Node.Entry> entries = new ArrayList<>();
        Set<String> keys = new HashSet<>();
        for (Event event = events.next(); event.getEventId() != Event.ID.MappingEnd; event = events.next()) {
            if (!(node(events, event, level + 1) instanceof Node.Scalar key)) {
                throw fault(event, "a key must be a word");
            }
            if (!keys.add(key.text())) {
                throw fault(event, "the key \"" + key.text() + "\" stands here twice");
            }
            entries.add(new Node.Entry(key, node(events, events.next(), level + 1)));
        }
        return new Node.Mapping(place(start), entries);
    }

    private MalformedDocumentException fault(Event event, String message) {
        return new MalformedDocumentException(place(event), message);
    }

    private Place place(Event event) {
        Optional<Mark> mark = event.getStartMark();
        return mark.map(this::place).orElse(new Place(file, 1, 1));
    }

    private Place place(Mark mark) {
        return new Place(file, mark.getLine() + 1, mark.getColumn() + 1);
    }
}
