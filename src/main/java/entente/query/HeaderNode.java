package entente.query;

import entente.model.Names;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/** A value of a header. It knows its line, so that every fault can name it. */
final class HeaderNode {
    /** Deeper than any header is; the library itself would nest until its stack is full. */
    private static final int DEEPEST = 8;

    private final Node node;

    private HeaderNode(Node node) {
        this.node = node;
    }

    /**
     * Parses a document.
     *
     * @param yaml its first line is the file's first
     */
    static HeaderNode parse(String yaml) {
        LoadSettings settings = LoadSettings.builder().setLabel("header").build();
        try {
            refuseDepthAndAliases(new Parse(settings).parseString(yaml));
            return new Compose(settings)
                    .composeString(yaml)
                    .map(HeaderNode::new)
                    .orElseThrow(() -> new FaultyQueryException(1, "the header is empty"));
        } catch (MarkedYamlEngineException malformed) {
            throw new FaultyQueryException(line(malformed.getProblemMark()), malformed.getProblem());
        } catch (YamlEngineException malformed) {
            throw new FaultyQueryException(1, String.valueOf(malformed.getMessage()));
        } catch (NumberFormatException escape) { // the parser lets those of its own escape
            throw new FaultyQueryException(1, "an escape such as \\U in quotes names no character");
        }
    }

    private static void refuseDepthAndAliases(Iterable<Event> events) {
        int depth = 0;
        for (Event event : events) {
            depth += switch (event.getEventId()) {
                case MappingStart, SequenceStart -> 1;
                case MappingEnd, SequenceEnd -> -1;
                default -> 0;
            };
            if (event.getEventId() == Event.ID.Alias) {
                throw new FaultyQueryException(line(event.getStartMark()), "a header takes no aliases");
            }
            if (depth > DEEPEST) {
                throw new FaultyQueryException(line(event.getStartMark()), "the header is nested too deep");
            }
        }
    }

    private static int line(Optional<Mark> mark) {
        return mark.map(Mark::getLine).orElse(0) + 1;
    }

    int line() {
        return line(node.getStartMark());
    }

    FaultyQueryException fault(String message) {
        return new FaultyQueryException(line(), message);
    }

    /** The text of a scalar, whatever it looks like, without the space around it. */
    String text() {
        if (node instanceof ScalarNode scalar && !scalar.getValue().isBlank()) {
            return scalar.getValue().strip();
        }
        throw fault("a text is missing here");
    }

    List<HeaderNode> items() {
        if (node instanceof SequenceNode sequence) {
            return sequence.getValue().stream().map(HeaderNode::new).toList();
        }
        throw fault("a list is missing here");
    }

    /** The values of a mapping, by key, in the order of the file. */
    Map<String, HeaderNode> entries() {
        if (!(node instanceof MappingNode mapping)) {
            throw fault("keys and values are missing here");
        }
        Map<String, HeaderNode> entries = new LinkedHashMap<>();
        for (NodeTuple tuple : mapping.getValue()) {
            HeaderNode key = new HeaderNode(tuple.getKeyNode());
            if (entries.put(key.text(), new HeaderNode(tuple.getValueNode())) != null) {
                throw key.fault("\"" + key.text() + "\" stands here twice");
            }
        }
        return entries;
    }

    /** The values of a mapping that may have certain keys only. */
    Map<String, HeaderNode> entries(Collection<String> known) {
        Map<String, HeaderNode> entries = entries();
        entries.forEach((key, value) -> {
            if (!known.contains(key)) {
                throw value.fault("unknown key \"" + key + "\"" + Names.didYouMean(key, known));
            }
        });
        return entries;
    }
}
