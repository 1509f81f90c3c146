package entente.load;

import entente.graph.Writing;
import java.util.Base64;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/** The dossiers that the graph holds: what each is, refers to and lists in its manifest. */
final class Ledger {
    private static final String OPEN = """
            MERGE (d:Dossier {id: $dossier})
            SET d.loading = true
            WITH d
            MATCH (d)-[:LISTS]->(m:Manifest)
            RETURN m.content
            ORDER BY m.key""";
    private static final String REFER = """
            MATCH (d:Dossier {id: $dossier})
            OPTIONAL MATCH (d)-[old:REFERS_TO]->()
            DELETE old
            WITH DISTINCT d
            UNWIND $ids AS id
            MATCH (e:Entity {id: id})
            MERGE (d)-[:REFERS_TO]->(e)""";
    private static final String FINISH =
            "MATCH (d:Dossier {id: $dossier}) SET d = $properties, d.loadedAt = datetime()";
    private static final String LIST = """
            MATCH (d:Dossier {id: $dossier})
            CALL (d) { MATCH (d)-[:LISTS]->(old:Manifest) DETACH DELETE old }
            CREATE (d)-[:LISTS]->(:Manifest {key: $dossier + '/', content: $manifest})""";
    private static final String REMOVE =
            "MATCH (d:Dossier {id: $dossier}) OPTIONAL MATCH (d)-[:LISTS]->(m) DETACH DELETE m, d";

    private final Writing writing;

    Ledger(Writing writing) {
        this.writing = writing;
    }

    /** Locks a dossier, so that nobody else replaces it meanwhile, and returns what it asserts so far. */
    Manifest open(String dossier) {
        return writing.run(OPEN, Map.of("dossier", dossier)).stream()
                .map(row -> Base64.getDecoder().decode((String) row.get(0)))
                .collect(Collectors.collectingAndThen(Collectors.toList(), Manifest::united));
    }

    /** @param ids the entities of other dossiers that it may use */
    void refer(String dossier, Collection<String> ids) {
        writing.run(REFER, Map.of("dossier", dossier, "ids", ids));
    }

    /** Puts down what the dossier is and asserts now. */
    void close(CheckedDossier checked) {
        Dossier dossier = checked.assertions().dossier();
        finish(
                dossier,
                checked.checksum(),
                dossier.entities().size(),
                dossier.relationships().size());
        byte[] manifest = checked.assertions().manifest().packed();
        writing.run(LIST, Map.of("dossier", dossier.id(), "manifest", manifest));
    }

    /** Puts down what the dossier is now. */
    void finish(Dossier dossier, String checksum, long entities, long relationships) {
        Map<String, Object> properties = new LinkedHashMap<>(dossier.properties());
        properties.putAll(Map.of(
                "id", dossier.id(),
                "base", dossier.base(),
                "checksum", checksum,
                "entities", entities,
                "relationships", relationships));
        writing.run(FINISH, Map.of("dossier", dossier.id(), "properties", properties));
    }

    void remove(String dossier) {
        writing.run(REMOVE, Map.of("dossier", dossier));
    }
}
