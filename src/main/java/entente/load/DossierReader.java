package entente.load;

import entente.load.Dossier.EntityFact;
import entente.load.Dossier.Reference;
import entente.load.Dossier.RelationshipFact;
import entente.load.Dossier.SourceFact;
import entente.load.document.Node;
import entente.model.Names;
import entente.model.Vocabulary;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads a dossier from a document, noting all that is wrong in it. The format is {@code dossier.schema.json}. */
final class DossierReader {
    private static final Pattern WEB_ADDRESS = Pattern.compile("https?://[^\\s<>\"]{1,2000}");

    private final List<Problem> problems;
    private final EntityReader entities;
    private final RelationshipReader relationships;

    DossierReader(Vocabulary vocabulary, List<Problem> problems) {
        this.problems = problems;
        this.entities = new EntityReader(vocabulary, problems);
        this.relationships = new RelationshipReader(vocabulary, problems);
    }

    /**
     * @return null where the document is no dossier at all; otherwise what could be read, which may lack what is wrong
     */
    @Nullable
    Dossier read(Node document) {
        Fields file = Fields.of(document, "a dossier", problems);
        if (file == null) {
            return null;
        }
        Reference id = file.requiredReference("dossier");
        Properties properties = new Properties();
        properties.putTexts(file, List.of("title", "description"));
        boolean base = Boolean.TRUE.equals(file.flag("base"));
        List<SourceFact> sources = section(file, "sources", this::source);
        properties.put("source", speaking(file, sources));
        List<Reference> refers = section(file, "refers", item -> new NodeValues(problems).reference("refers", item));
        List<EntityFact> described = new ArrayList<>();
        entityLists(described::add).forEach((key, reader) -> file.items(key).forEach(reader));
        List<RelationshipFact> facts = new ArrayList<>();
        relationshipLists(id == null ? "" : id.id(), facts::add)
                .forEach((key, reader) -> file.items(key).forEach(reader));
        file.refuseUnknownKeys();
        return id == null
                ? null
                : new Dossier(id.id(), id.place(), base, properties.values(), sources, refers, described, facts);
    }

    /**
     * By the key of each list of entities in a dossier, what reads its items, and hands over those that can be read.
     */
    Map<String, Consumer<Node>> entityLists(Consumer<EntityFact> sink) {
        Map<String, Consumer<Node>> lists = new LinkedHashMap<>();
        lists.put("actors", reader(entities::actor, sink));
        lists.put("agreements", reader(entities::agreement, sink));
        lists.put("entities", reader(entities::entity, sink));
        return lists;
    }

    /**
     * The same for the lists of relationships.
     *
     * @param dossier the id of the dossier
     */
    Map<String, Consumer<Node>> relationshipLists(String dossier, Consumer<RelationshipFact> sink) {
        Map<String, Consumer<Node>> lists = new LinkedHashMap<>();
        lists.put("stances", reader(item -> relationships.stance(item, dossier), sink));
        lists.put("signatures", reader(item -> relationships.signature(item, dossier), sink));
        lists.put("borders", reader(item -> relationships.border(item, dossier), sink));
        lists.put("relationships", reader(item -> relationships.relationship(item, dossier), sink));
        return lists;
    }

    private static <T> Consumer<Node> reader(Function<Node, @Nullable T> reader, Consumer<T> sink) {
        return item -> {
            T fact = reader.apply(item);
            if (fact != null) {
                sink.accept(fact);
            }
        };
    }

    /** The source that speaks for facts which name none: the one that the file says, or its only one. */
    private static @Nullable String speaking(Fields file, List<SourceFact> sources) {
        Reference said = file.reference("source");
        if (said == null) {
            return sources.size() == 1 ? sources.get(0).id() : null;
        }
        List<String> known = sources.stream().map(SourceFact::id).toList();
        if (!known.contains(said.id())) {
            file.fault(said.place(), "unknown source \"" + said.id() + "\"" + Names.didYouMean(said.id(), known));
        }
        return said.id();
    }

    private static <T> List<T> section(Fields file, String key, Function<Node, @Nullable T> reader) {
        List<T> facts = new ArrayList<>();
        for (Node item : file.items(key)) {
            T fact = reader.apply(item);
            if (fact != null) {
                facts.add(Objects.requireNonNull(fact));
            }
        }
        return facts;
    }

    private @Nullable SourceFact source(Node item) {
        Fields fields = Fields.of(item, "a source", problems);
        if (fields == null) {
            return null;
        }
        Reference id = fields.requiredReference("id");
        Properties properties = new Properties();
        properties.putTexts(fields, List.of("title", "author", "publisher", "url", "summary"));
        properties.putDate("publishedOn", fields.date("publishedOn"));
        if (properties.values().get("url") instanceof String url
                && !WEB_ADDRESS.matcher(url).matches()) {
            fields.fault(fields.placeOf("url"), "\"" + url + "\" is not an http or https address");
        }
        fields.refuseUnknownKeys();
        return id == null ? null : new SourceFact(id.place(), id.id(), properties.values());
    }
}
