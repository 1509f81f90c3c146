package entente.load;

import entente.graph.Writing;
import entente.model.EntityKind;
import entente.model.Vocabulary;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Writes what a dossier says of entities, and its sources. */
final class WrittenEntities {
    private static final String WRITE_SOURCES = """
            MATCH (d:Dossier {id: $dossier})
            UNWIND $rows AS row
            MERGE (s:Source {key: row.key})
            SET s = row.properties
            MERGE (d)-[:CITES]->(s)""";
    private static final String REMOVE_SOURCES =
            "UNWIND $ids AS id MATCH (s:Source {key: $dossier + '/' + id}) DETACH DELETE s";
    private static final String WRITE_ENTITIES = """
            MATCH (d:Dossier {id: $dossier})
            UNWIND $rows AS row
            MERGE (e:Entity {id: row.id})
            REMOVE e%s
            SET e%s
            MERGE (d)-[a:ASSERTS]->(e)
            SET a = row.properties""";
    /** From the entity: a plan that was made while the graph was small might go through all that a dossier asserts. */
    private static final String REMOVE_ASSERTIONS = """
            UNWIND $ids AS id
            MATCH (:Dossier {id: $dossier})-[a:ASSERTS]->(e:Entity {id: id})
            USING INDEX e:Entity(id)
            DELETE a""";

    private final Writing writing;
    private final Vocabulary vocabulary;

    WrittenEntities(Writing writing, Vocabulary vocabulary) {
        this.writing = writing;
        this.vocabulary = vocabulary;
    }

    /** Returns the ids of the entities of which the dossier now says something else than before. */
    Set<String> write(Assertions assertions, Manifest before) {
        String dossier = assertions.dossier().id();
        Changes sources = assertions.manifest().since(before, Assertions.SOURCES);
        writeSources(dossier, assertions.sources(sources.createdOrChanged()));
        removeSources(dossier, sources.removed());
        Changes entities = assertions.manifest().since(before, Assertions.ENTITIES);
        assertions.entities(entities.createdOrChanged()).forEach((kind, rows) -> write(dossier, kind, rows));
        removeAssertions(dossier, entities.removed());
        Set<String> touched = new TreeSet<>(entities.createdOrChanged());
        touched.addAll(entities.removed());
        return touched;
    }

    /** @param rows as {@link FactRows} makes them */
    void writeSources(String dossier, List<Map<String, Object>> rows) {
        run(WRITE_SOURCES, dossier, "rows", rows);
    }

    /** @param rows as {@link FactRows} makes them, all of one kind */
    void write(String dossier, EntityKind kind, List<Map<String, Object>> rows) {
        run(WRITE_ENTITIES.formatted(labelsBut(kind), labels(kind)), dossier, "rows", rows);
    }

    void removeAssertions(String dossier, List<String> ids) {
        run(REMOVE_ASSERTIONS, dossier, "ids", ids);
    }

    void removeSources(String dossier, List<String> ids) {
        run(REMOVE_SOURCES, dossier, "ids", ids);
    }

    private void run(String text, String dossier, String name, Collection<?> values) {
        if (!values.isEmpty()) {
            writing.run(text, Map.of("dossier", dossier, name, values));
        }
    }

    private static String labels(EntityKind kind) {
        return (kind.actor() ? ":" + Vocabulary.ACTOR : "") + ":`" + kind.name() + "`";
    }

    /** The labels of every other kind, which the entity may have had before. */
    private String labelsBut(EntityKind kind) {
        return vocabulary.kinds().keySet().stream()
                        .filter(name -> !name.equals(kind.name()))
                        .map(name -> ":`" + name + "`")
                        .collect(Collectors.joining())
                + (kind.actor() ? "" : ":" + Vocabulary.ACTOR);
    }
}
