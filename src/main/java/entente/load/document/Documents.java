package entente.load.document;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;

/** Reads documents: JSON where the file's name ends in {@code .json}, YAML 1.2 otherwise. */
public final class Documents {
    /** How deep a document may nest; a dossier needs five. */
    static final int MOST_LEVELS = 20;

    /** Takes the items of a list that is not even to be read. */
    public static final Consumer<Node> PASSED_OVER = item -> {};

    private Documents() {}

    /** Whether a file of that name is read as JSON. */
    public static boolean isJson(String file) {
        return file.toLowerCase(Locale.ROOT).endsWith(".json");
    }

    /**
     * Reads a JSON document that is too large to hold.
     *
     * @param file as the user named it
     * @param lists the keys at the top whose lists are not kept, and where the items go, one by one
     * @return what stands beside the lists
     * @throws MalformedDocumentException with the first place that is wrong
     */
    public static Node readInParts(String file, InputStream bytes, Map<String, Consumer<Node>> lists)
            throws IOException {
        return new JsonDocument(file).readInParts(bytes, lists);
    }

    /**
     * Reads a document.
     *
     * @param file as the user named it
     * @param content the file's bytes, which must be UTF-8
     * @throws MalformedDocumentException with the first place that is wrong
     */
    public static Node read(String file, byte[] content) {
        String text = decode(file, content);
        if (text.isBlank()) {
            throw new MalformedDocumentException(new Place(file, 1, 1), "there is nothing in this file");
        }
        return isJson(file) ? new JsonDocument(file).read(text) : new YamlDocument(file).read(text);
    }

    private static String decode(String file, byte[] content) {
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(content))
                    .toString();
            return text.startsWith("\uFEFF") ? text.substring(1) : text;
        } catch (CharacterCodingException notUtf8) {
            throw new MalformedDocumentException(
                    firstMalformed(file, content), "the file is not UTF-8 text; save it as UTF-8");
        }
    }

    private static Place firstMalformed(String file, byte[] content) {
        ByteBuffer bytes = ByteBuffer.wrap(content);
        java.nio.CharBuffer characters = java.nio.CharBuffer.allocate(content.length + 1);
        StandardCharsets.UTF_8
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .decode(bytes, characters, true);
        String before = characters.flip().toString();
        int line =
                1 + (int) before.chars().filter(character -> character == '\n').count();
        return new Place(file, line, before.length() - before.lastIndexOf('\n'));
    }
}
