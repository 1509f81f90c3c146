package entente.load;

import entente.graph.Writing;
import entente.load.Dossier.EntityFact;
import entente.load.document.Place;
import entente.model.EntityKind;
import entente.model.RelationshipType;
import entente.model.Vocabulary;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Puts dossiers in the place of their earlier versions, within one transaction. The manifests tell what to create,
 * change and remove; what stays is not touched.
 */
final class Replacement {
    private static final String LOCK = """
            MERGE (d:Dossier {id: $dossier})
            SET d.loading = true
            WITH d
            MATCH (d)-[:LISTS]->(m:Manifest)
            RETURN m.content""";
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
    private static final String REMOVE_ASSERTIONS =
            "UNWIND $ids AS id MATCH (:Dossier {id: $dossier})-[a:ASSERTS]->(:Entity {id: id}) DELETE a";
    private static final String REMOVE_RELATIONSHIPS = "UNWIND $ids AS id MATCH ()-[r:`%s` {id: id}]->() DELETE r";
    private static final String WRITE_RELATIONSHIPS = """
            UNWIND $rows AS row
            MATCH (a:Entity {id: row.from})
            MATCH (b:Entity {id: row.to})
            CREATE (a)-[r:`%s`]->(b)
            SET r = row.properties""";
    private static final String TAKEN_IDS =
            "UNWIND $ids AS id MATCH ()-[r:`%s` {id: id}]->() WHERE r.dossier <> $dossier RETURN r.id, r.dossier";
    private static final String REFER = """
            MATCH (d:Dossier {id: $dossier})
            OPTIONAL MATCH (d)-[old:REFERS_TO]->()
            DELETE old
            WITH DISTINCT d
            UNWIND $ids AS id
            MATCH (e:Entity {id: id})
            MERGE (d)-[:REFERS_TO]->(e)""";
    private static final String DESCRIBE = """
            MATCH (d:Dossier {id: $dossier})
            SET d = $properties
            MERGE (m:Manifest {key: $dossier})
            SET m.content = $manifest
            MERGE (d)-[:LISTS]->(m)
            SET d.loadedAt = datetime()""";
    private static final String REMOVE_DOSSIER =
            "MATCH (d:Dossier {id: $dossier}) OPTIONAL MATCH (d)-[:LISTS]->(m) DETACH DELETE m, d";

    private final Writing writing;
    private final Vocabulary vocabulary;
    private final ShownEntities shown;

    Replacement(Writing writing, Vocabulary vocabulary) {
        this.writing = writing;
        this.vocabulary = vocabulary;
        this.shown = new ShownEntities(writing);
    }

    /** The dossiers may use each other's entities, so all entities come before any relationship. */
    List<LoadReport> replace(List<CheckedDossier> dossiers) {
        Map<CheckedDossier, Manifest> before = new LinkedHashMap<>();
        dossiers.forEach(dossier -> before.put(dossier, lock(dossier.id())));
        Set<String> touched = new TreeSet<>();
        before.forEach((dossier, manifest) -> touched.addAll(writeEntities(dossier.dossier(), manifest)));
        before.forEach((dossier, manifest) -> writeRelationships(dossier.dossier(), manifest));
        dossiers.forEach(dossier -> run(REFER, dossier.id(), Map.of("ids", referred(dossier.dossier()))));
        shown.refresh(
                touched,
                dossiers.stream()
                        .map(CheckedDossier::dossier)
                        .map(Dossier::place)
                        .toList());
        dossiers.forEach(this::describe);
        return before.entrySet().stream()
                .map(entry -> report(
                        entry.getKey().id(), new Assertions(entry.getKey().dossier()).manifest(), entry.getValue()))
                .toList();
    }

    LoadReport remove(String dossier) {
        Manifest before = lock(dossier);
        LoadReport report = report(dossier, Manifest.EMPTY, before);
        vocabulary
                .types()
                .values()
                .forEach(type -> removeRelationships(
                        dossier, type, Manifest.EMPTY.since(before, type.name()).removed()));
        run(REMOVE_SOURCES, dossier, Map.of("ids", report.sources().removed()));
        run(REMOVE_DOSSIER, dossier, Map.of());
        shown.refresh(new TreeSet<>(report.entities().removed()), List.of(new Place(dossier, 1, 1)));
        return report;
    }

    private Manifest lock(String dossier) {
        return run(LOCK, dossier, Map.of()).stream()
                .findFirst()
                .map(row -> Manifest.unpack(Base64.getDecoder().decode((String) row.get(0))))
                .orElse(Manifest.EMPTY);
    }

    /** Returns the entities of which the dossier now says something else than before. */
    private Set<String> writeEntities(Dossier dossier, Manifest before) {
        Assertions assertions = new Assertions(dossier);
        Manifest after = assertions.manifest();
        Changes sources = after.since(before, Assertions.SOURCES);
        Set<String> newSources = createdOrChanged(sources);
        run(
                WRITE_SOURCES,
                dossier.id(),
                Map.of(
                        "rows",
                        assertions.sources().stream()
                                .filter(row -> newSources.contains(row.get("id")))
                                .toList()));
        run(REMOVE_SOURCES, dossier.id(), Map.of("ids", sources.removed()));
        Changes entities = after.since(before, Assertions.ENTITIES);
        Set<String> touched = createdOrChanged(entities);
        dossier.entities().stream()
                .filter(entity -> touched.contains(entity.id()))
                .collect(Collectors.groupingBy(EntityFact::kind))
                .forEach((kind, rows) -> run(
                        WRITE_ENTITIES.formatted(labelsBut(kind), labels(kind)),
                        dossier.id(),
                        Map.of("rows", rows.stream().map(Assertions::row).toList())));
        run(REMOVE_ASSERTIONS, dossier.id(), Map.of("ids", entities.removed()));
        touched.addAll(entities.removed());
        return touched;
    }

    private void writeRelationships(Dossier dossier, Manifest before) {
        Assertions assertions = new Assertions(dossier);
        Manifest after = assertions.manifest();
        for (RelationshipType type : vocabulary.types().values()) {
            Changes changes = after.since(before, type.name());
            List<String> old = new ArrayList<>(changes.removed());
            old.addAll(changes.changed());
            removeRelationships(dossier.id(), type, old);
            Set<String> fresh = createdOrChanged(changes);
            refuseTakenIds(dossier, type, fresh);
            List<Map<String, Object>> rows = dossier.relationships().stream()
                    .filter(fact -> fact.type().equals(type) && fresh.contains(fact.id()))
                    .map(assertions::row)
                    .toList();
            if (!rows.isEmpty()) {
                run(WRITE_RELATIONSHIPS.formatted(type.name()), dossier.id(), Map.of("rows", rows));
            }
        }
    }

    private void removeRelationships(String dossier, RelationshipType type, List<String> ids) {
        if (!ids.isEmpty()) {
            run(REMOVE_RELATIONSHIPS.formatted(type.name()), dossier, Map.of("ids", ids));
        }
    }

    /** Derived ids begin with their dossier's; one that a file gives may be another dossier's. */
    private void refuseTakenIds(Dossier dossier, RelationshipType type, Set<String> ids) {
        List<String> given = ids.stream().filter(id -> id.indexOf('/') < 0).toList();
        List<Problem> problems = given.isEmpty()
                ? List.of()
                : run(TAKEN_IDS.formatted(type.name()), dossier.id(), Map.of("ids", given)).stream()
                        .map(row -> new Problem(
                                dossier.place(),
                                "the dossier \"" + row.get(1) + "\" has a " + type.name() + " with the id \""
                                        + row.get(0) + "\" already; give this one another id"))
                        .toList();
        if (!problems.isEmpty()) {
            throw new InvalidInputException(problems);
        }
    }

    private void describe(CheckedDossier checked) {
        Dossier dossier = checked.dossier();
        Map<String, Object> properties = new LinkedHashMap<>(dossier.properties());
        properties.putAll(Map.of(
                "id", dossier.id(),
                "base", dossier.base(),
                "checksum", checked.checksum(),
                "entities", dossier.entities().size(),
                "relationships", dossier.relationships().size()));
        run(
                DESCRIBE,
                dossier.id(),
                Map.of(
                        "properties",
                        properties,
                        "manifest",
                        new Assertions(dossier).manifest().packed()));
    }

    private LoadReport report(String dossier, Manifest after, Manifest before) {
        List<Changes> byType = vocabulary.types().keySet().stream()
                .map(type -> after.since(before, type))
                .toList();
        return new LoadReport(
                dossier,
                false,
                after.since(before, Assertions.ENTITIES),
                Changes.united(byType),
                after.since(before, Assertions.SOURCES));
    }

    private List<List<@Nullable Object>> run(String text, String dossier, Map<String, Object> parameters) {
        Map<String, Object> bound = new LinkedHashMap<>(parameters);
        bound.put("dossier", dossier);
        return writing.run(text, bound);
    }

    private static List<String> referred(Dossier dossier) {
        return dossier.refers().stream().map(Dossier.Reference::id).toList();
    }

    private static Set<String> createdOrChanged(Changes changes) {
        Set<String> ids = new TreeSet<>(changes.created());
        ids.addAll(changes.changed());
        return ids;
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
