package entente.query;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * The leading {@code //} lines of a saved query, which are one YAML document.
 *
 * @param parameters in the order of the file
 * @param columns what each means, in the order of the file
 */
record Header(
        Located<String> title,
        Located<String> description,
        List<Located<String>> ask,
        List<Located<Parameter>> parameters,
        Map<String, Located<String>> columns) {
    private static final List<String> KEYS = List.of("title", "description", "ask", "parameters", "columns");
    private static final int LONGEST = 32_000;

    /**
     * A value and where it stands.
     *
     * @param line of the file, from 1
     */
    record Located<T>(T value, int line) {}

    /**
     * Reads the header of a file.
     *
     * @throws FaultyQueryException at its first fault
     */
    static Header of(String file) {
        String yaml = yaml(file);
        if (yaml.isBlank()) {
            throw new FaultyQueryException(1, "the file has no header; it begins with // title: …");
        }
        if (yaml.length() > LONGEST) {
            throw new FaultyQueryException(1, "the header has more than " + LONGEST + " characters");
        }
        HeaderNode root = HeaderNode.parse(yaml);
        Map<String, HeaderNode> entries = root.entries(KEYS);
        return new Header(
                located(required(root, entries, "title")),
                located(required(root, entries, "description")),
                entries.containsKey("ask") ? patterns(required(root, entries, "ask")) : List.of(),
                entries.containsKey("parameters") ? parameters(required(root, entries, "parameters")) : List.of(),
                columns(required(root, entries, "columns")));
    }

    /** One space after the slashes belongs to them. The lines keep their numbers. */
    private static String yaml(String file) {
        return file.lines()
                .takeWhile(line -> line.startsWith("//"))
                .map(line -> line.substring(line.startsWith("// ") ? 3 : 2))
                .collect(Collectors.joining("\n"));
    }

    private static HeaderNode required(HeaderNode root, Map<String, HeaderNode> entries, String key) {
        HeaderNode entry = entries.get(key);
        if (entry == null) {
            throw root.fault("the header lacks \"" + key + "\"");
        }
        return entry;
    }

    private static Located<String> located(HeaderNode node) {
        return new Located<>(node.text(), node.line());
    }

    private static List<Located<String>> patterns(HeaderNode list) {
        return list.items().stream().map(Header::located).toList();
    }

    private static List<Located<Parameter>> parameters(HeaderNode mapping) {
        return mapping.entries().entrySet().stream()
                .map(entry -> new Located<>(
                        ParameterDefinition.read(entry.getKey(), entry.getValue()),
                        entry.getValue().line()))
                .toList();
    }

    private static Map<String, Located<String>> columns(HeaderNode mapping) {
        Map<String, Located<String>> columns = new LinkedHashMap<>();
        mapping.entries().forEach((name, meaning) -> columns.put(name, located(meaning)));
        if (columns.isEmpty()) {
            throw mapping.fault("the header describes no column");
        }
        return columns;
    }
}
