package entente.load.mapping;

import entente.load.ContentHash;
import entente.load.Dossier;
import entente.load.FactReader;
import entente.load.Fields;
import entente.load.InvalidInputException;
import entente.load.Problem;
import entente.load.document.Documents;
import entente.load.document.MalformedDocumentException;
import entente.load.document.Node;
import entente.load.document.Place;
import entente.load.table.TableLayout;
import entente.model.Slug;
import entente.model.Vocabulary;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Reads a mapping from a document, noting all that is wrong in it. The format is {@code mapping.schema.json}. */
final class MappingReader {
    /** What a dossier has as well, and what it is called there. */
    private static final Map<String, String> OF_DOSSIER = Map.of(
            "mapping",
            "dossier",
            "title",
            "title",
            "description",
            "description",
            "sources",
            "sources",
            "source",
            "source");

    private final Vocabulary vocabulary;
    private final List<Problem> problems = new ArrayList<>();

    MappingReader(Vocabulary vocabulary) {
        this.vocabulary = vocabulary;
    }

    /** @throws InvalidInputException with all that is wrong, if anything is */
    Mapping read(MappingFile file) {
        Mapping mapping = null;
        try {
            mapping = read(Documents.read(file.name(), file.content()), file);
        } catch (MalformedDocumentException malformed) {
            problems.add(new Problem(malformed.place(), String.valueOf(malformed.getMessage())));
        }
        if (mapping == null || !problems.isEmpty()) {
            problems.sort(Comparator.comparing(
                    problem -> Optional.ofNullable(problem.place()).orElse(new Place(file.name(), 1, 1)),
                    Comparator.comparingInt(Place::line).thenComparingInt(Place::column)));
            throw new InvalidInputException(problems);
        }
        return mapping;
    }

    private @Nullable Mapping read(Node document, MappingFile file) {
        Fields fields = Fields.of(document, "a mapping", problems);
        if (fields == null) {
            return null;
        }
        fields.required("mapping");
        OF_DOSSIER.keySet().forEach(fields::has);
        Dossier head = head((Node.Mapping) document);
        Map<String, MappingTable> tables = tables(fields);
        RuleReader rules = new RuleReader(vocabulary, tables, problems);
        List<Rule> entities = rules(fields, "entities", rules::entity);
        List<Rule> relationships = rules(fields, "relationships", rules::relationship);
        if (entities.isEmpty() && relationships.isEmpty() && problems.isEmpty()) {
            fields.fault(fields.place(), "a mapping needs rules under entities or relationships");
        }
        fields.refuseUnknownKeys();
        return head == null
                ? null
                : new Mapping(
                        head,
                        tables,
                        entities,
                        relationships,
                        ContentHash.brief(Base64.getEncoder().encodeToString(file.content())),
                        vocabulary);
    }

    private @Nullable Dossier head(Node.Mapping document) {
        List<Node.Entry> entries = document.entries().stream()
                .filter(entry -> OF_DOSSIER.containsKey(entry.key().text()))
                .map(entry -> new Node.Entry(
                        new Node.Scalar(
                                entry.key().place(),
                                Objects.requireNonNull(
                                        OF_DOSSIER.get(entry.key().text())),
                                false),
                        entry.value()))
                .toList();
        boolean named = entries.stream().anyMatch(entry -> entry.key().text().equals("dossier"));
        return named ? new FactReader(vocabulary, problems).dossier(new Node.Mapping(document.place(), entries)) : null;
    }

    private Map<String, MappingTable> tables(Fields fields) {
        Map<String, MappingTable> tables = new LinkedHashMap<>();
        Node node = fields.node("tables");
        if (!(node instanceof Node.Mapping mapping) || mapping.entries().isEmpty()) {
            fields.fault(fields.placeOf("tables"), "\"tables\" names the tables: {votes: {description: …}}");
            return tables;
        }
        for (Node.Entry entry : mapping.entries()) {
            String name = entry.key().text();
            if (!Slug.isSlug(name)) {
                fields.fault(
                        entry.key().place(),
                        "\"" + name + "\" cannot name a table; take lower-case letters, digits and hyphens");
            }
            MappingTable table = table(name, entry);
            if (table != null) {
                tables.put(name, table);
            }
        }
        return tables;
    }

    private @Nullable MappingTable table(String name, Node.Entry entry) {
        if (entry.value() instanceof Node.Scalar scalar && scalar.empty()) {
            return new MappingTable(entry.key().place(), name, null, null, TableLayout.UNSAID, false);
        }
        Fields fields = Fields.of(entry.value(), "a table", problems);
        if (fields == null) {
            return null;
        }
        MappingTable table = new MappingTable(
                entry.key().place(),
                name,
                fields.text("description"),
                fields.text("key"),
                new LayoutReader(fields).read(),
                Boolean.TRUE.equals(fields.flag("optional")));
        fields.refuseUnknownKeys();
        return table;
    }

    private static List<Rule> rules(Fields fields, String key, Function<Node, @Nullable Rule> reader) {
        List<Rule> rules = new ArrayList<>();
        fields.items(key)
                .forEach(item -> Optional.ofNullable(reader.apply(item)).ifPresent(rules::add));
        return rules;
    }
}
