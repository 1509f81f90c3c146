package entente.load;

import entente.graph.Writing;
import entente.load.Batch.Fresh;
import entente.load.Dossier.RelationshipFact;
import entente.load.document.Place;
import entente.model.RelationshipType;
import entente.model.Vocabulary;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Writes the relationships of a dossier, type by type, and removes those that it asserts no longer. */
final class WrittenRelationships {
    private static final String REMOVE = "UNWIND $ids AS id MATCH ()-[r:`%s` {id: id}]->() DELETE r";
    private static final String WRITE = """
            UNWIND $rows AS row
            MATCH (a:Entity {id: row.from})
            MATCH (b:Entity {id: row.to})
            CREATE (a)-[r:`%s`]->(b)
            SET r = row.properties
            RETURN count(r)""";
    /** Ids of relationships of a type that other dossiers have. */
    static final String TAKEN_IDS =
            "UNWIND $ids AS id MATCH ()-[r:`%s` {id: id}]->() WHERE r.dossier <> $dossier RETURN r.id, r.dossier";

    private final Writing writing;
    private final Vocabulary vocabulary;

    WrittenRelationships(Writing writing, Vocabulary vocabulary) {
        this.writing = writing;
        this.vocabulary = vocabulary;
    }

    /** Removes what one manifest lists and the other does not, or lists with another content. */
    void remove(String dossier, Manifest after, Manifest before) {
        for (String type : after.typesWith(before)) {
            Changes changes = after.since(before, type);
            List<String> old = new ArrayList<>(changes.removed());
            old.addAll(changes.changed());
            remove(type, old);
        }
    }

    /** @param type fit to stand in a statement */
    void remove(String type, List<String> ids) {
        if (!ids.isEmpty()) {
            writing.run(REMOVE.formatted(type), Map.of("ids", ids));
        }
    }

    /**
     * Writes relationships of one type, those that the graph holds with another content in the place of these.
     *
     * @throws InvalidInputException if another dossier has a relationship with an id that this one gives, or an entity
     *     that was there when the dossier was checked is there no longer
     */
    void replace(Batch batch, Dossier dossier) {
        Map<String, Place> given = batch.facts().stream()
                .map(Fresh::id)
                .filter(RelationshipFact::isGiven)
                .collect(Collectors.toMap(id -> id, id -> dossier.place()));
        refuseTakenIds(dossier.id(), batch.section(), given);
        remove(batch.section(), batch.changedIds());
        RelationshipColumns columns = new RelationshipColumns(batch);
        Object written =
                writing.run(columns.statement(), columns.parameters()).get(0).get(0);
        refuseUnlessAll(batch.facts().size(), written, dossier.place());
    }

    /**
     * Writes what is new or has another content than before, which {@link #remove} has taken away.
     *
     * @throws InvalidInputException if another dossier has a relationship with an id that this one gives, or an entity
     *     that was there when the dossier was checked is there no longer
     */
    void write(Assertions assertions, Manifest before) {
        for (RelationshipType type : vocabulary.types().values()) {
            Set<String> fresh = assertions.manifest().since(before, type.name()).createdOrChanged();
            if (!fresh.isEmpty()) {
                refuseTakenIds(assertions.dossier(), type, fresh);
                write(assertions, type, fresh);
            }
        }
    }

    private void write(Assertions assertions, RelationshipType type, Set<String> ids) {
        Object written = writing.run(WRITE.formatted(type.name()), Map.of("rows", assertions.relationships(type, ids)))
                .get(0)
                .get(0);
        refuseUnlessAll(ids.size(), written, assertions.dossier().place());
    }

    private static void refuseUnlessAll(int facts, @Nullable Object written, Place dossier) {
        if (!Long.valueOf(facts).equals(written)) {
            throw new InvalidInputException(List.of(new Problem(
                    dossier, "an entity that the dossier uses was removed while it was loaded; load it again")));
        }
    }

    private void refuseTakenIds(Dossier dossier, RelationshipType type, Set<String> ids) {
        Map<String, Place> given = dossier.relationships().stream()
                .filter(fact -> fact.hasGivenId() && fact.type().equals(type) && ids.contains(fact.id()))
                .collect(Collectors.toMap(RelationshipFact::id, RelationshipFact::place));
        refuseTakenIds(dossier.id(), type.name(), given);
    }

    private void refuseTakenIds(String dossier, String type, Map<String, Place> given) {
        if (given.isEmpty()) {
            return;
        }
        List<Problem> problems =
                writing.run(TAKEN_IDS.formatted(type), Map.of("dossier", dossier, "ids", given.keySet())).stream()
                        .map(row -> taken(
                                given.get(String.valueOf(row.get(0))),
                                type,
                                String.valueOf(row.get(0)),
                                String.valueOf(row.get(1))))
                        .toList();
        if (!problems.isEmpty()) {
            throw new InvalidInputException(problems);
        }
    }

    /** What there is to say of a relationship that is given an id which one of another dossier has. */
    static Problem taken(@Nullable Place place, String type, String id, String dossier) {
        return new Problem(
                place,
                "the dossier \"" + dossier + "\" has a " + type + " with the id \"" + id
                        + "\" already; give this one another id");
    }
}
