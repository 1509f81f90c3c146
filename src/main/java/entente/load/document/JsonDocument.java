package entente.load.document;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Builds the tree from the tokens of a JSON file. */
final class JsonDocument {
    private static final JsonFactory JSON = JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(Documents.MOST_LEVELS + 2)
                    .build())
            .build();

    private final String file;

    JsonDocument(String file) {
        this.file = file;
    }

    Node read(String text) {
        try (JsonParser parser = JSON.createParser(text)) {
            Node root = node(parser, parser.nextToken(), 0);
            if (parser.nextToken() != null) {
                throw fault(parser, "a file holds one document, and here another begins");
            }
            return root;
        } catch (JsonProcessingException malformed) {
            throw notJson(malformed);
        } catch (IOException impossible) {
            throw new IllegalStateException(impossible); // the text is in memory
        }
    }

    /** As {@link Documents#readInParts} says. */
    Node.Mapping readInParts(InputStream bytes, Map<String, Consumer<Node>> lists) throws IOException {
        try (JsonParser parser = JSON.createParser(bytes)) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                throw fault(parser, "a mapping of keys to values must stand here");
            }
            Node.Mapping rest = mapping(parser, place(parser.currentTokenLocation()), 0, lists);
            if (parser.nextToken() != null) {
                throw fault(parser, "a file holds one document, and here another begins");
            }
            return rest;
        } catch (JsonProcessingException malformed) {
            throw notJson(malformed);
        }
    }

    private MalformedDocumentException notJson(JsonProcessingException malformed) {
        return new MalformedDocumentException(
                place(malformed.getLocation()), "this is not JSON: " + malformed.getOriginalMessage());
    }

    /** Hands the items over, or passes over them unread. */
    private void list(JsonParser parser, Consumer<Node> items) throws IOException {
        if (items == Documents.PASSED_OVER) {
            parser.skipChildren();
            return;
        }
        for (JsonToken next = parser.nextToken(); next != JsonToken.END_ARRAY; next = parser.nextToken()) {
            items.accept(node(parser, next, 2));
        }
    }

    private Node node(JsonParser parser, @Nullable JsonToken token, int level) throws IOException {
        if (level > Documents.MOST_LEVELS) {
            throw fault(parser, "this nests too deep");
        }
        Place place = place(parser.currentTokenLocation());
        if (token == JsonToken.START_ARRAY) {
            List<Node> items = new ArrayList<>();
            for (JsonToken next = parser.nextToken(); next != JsonToken.END_ARRAY; next = parser.nextToken()) {
                items.add(node(parser, next, level + 1));
            }
            return new Node.Sequence(place, items);
        }
        if (token == JsonToken.START_OBJECT) {
            return mapping(parser, place, level, Map.of());
        }
        if (token == null || !token.isScalarValue()) {
            throw fault(parser, "a value is missing");
        }
        return new Node.Scalar(place, parser.getText(), token == JsonToken.VALUE_NULL);
    }

    /** @param lists where the lists go that are not kept */
    private Node.Mapping mapping(JsonParser parser, Place place, int level, Map<String, Consumer<Node>> lists)
            throws IOException {
        List<Node.Entry> entries = new ArrayList<>();
        Set<String> keys = new HashSet<>();
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            Node.Scalar key = new Node.Scalar(place(parser.currentTokenLocation()), parser.currentName(), false);
            if (!keys.add(key.text())) {
                throw fault(parser, "the key \"" + key.text() + "\" stands here twice");
            }
            JsonToken value = parser.nextToken();
            Consumer<Node> items = lists.get(key.text());
            if (items != null && value == JsonToken.START_ARRAY) {
                list(parser, items);
            } else {
                entries.add(new Node.Entry(key, node(parser, value, level + 1)));
            }
        }
        return new Node.Mapping(place, entries);
    }

    private MalformedDocumentException fault(JsonParser parser, String message) {
        return new MalformedDocumentException(place(parser.currentTokenLocation()), message);
    }

    private Place place(@Nullable JsonLocation location) {
        return location == null
                ? new Place(file, 1, 1)
                : new Place(file, Math.max(1, location.getLineNr()), Math.max(1, location.getColumnNr()));
    }
}
