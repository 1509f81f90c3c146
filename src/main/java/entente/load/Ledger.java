package entente.load;

import entente.graph.Writing;
import entente.load.Dossier.Reference;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The dossiers that the graph holds: what each is, refers to and lists in its manifest. */
final class Ledger {
    private static final String OPEN = """
            MERGE (d:Dossier {id: $dossier})
            SET d.loading = true
            WITH d
            MATCH (d)-[:LISTS]->(m:Manifest)
            RETURN m.content""";
    private static final String REFER = """
            MATCH (d:Dossier {id: $dossier})
            OPTIONAL MATCH (d)-[old:REFERS_TO]->()
            DELETE old
            WITH DISTINCT d
            UNWIND $ids AS id
            MATCH (e:Entity {id: id})
            MERGE (d)-[:REFERS_TO]->(e)""";
    private static final String CLOSE = """
            MATCH (d:Dossier {id: $dossier})
            SET d = $properties
            MERGE (m:Manifest {key: $dossier})
            SET m.content = $manifest
            MERGE (d)-[:LISTS]->(m)
            SET d.loadedAt = datetime()""";
    private static final String REMOVE =
            "MATCH (d:Dossier {id: $dossier}) OPTIONAL MATCH (d)-[:LISTS]->(m) DETACH DELETE m, d";

    private final Writing writing;

    Ledger(Writing writing) {
        this.writing = writing;
    }

    /** Locks a dossier, so that nobody else replaces it meanwhile, and returns what it asserts so far. */
    Manifest open(String dossier) {
        return writing.run(OPEN, Map.of("dossier", dossier)).stream()
                .findFirst()
                .map(row -> Manifest.unpack(Base64.getDecoder().decode((String) row.get(0))))
                .orElse(Manifest.EMPTY);
    }

    void refer(Dossier dossier) {
        List<String> ids = dossier.refers().stream().map(Reference::id).toList();
        writing.run(REFER, Map.of("dossier", dossier.id(), "ids", ids));
    }

    /** Puts down what the dossier is and asserts now. */
    void close(CheckedDossier checked) {
        Dossier dossier = checked.assertions().dossier();
        Map<String, Object> properties = new LinkedHashMap<>(dossier.properties());
        properties.putAll(Map.of(
                "id", dossier.id(),
                "base", dossier.base(),
                "checksum", checked.checksum(),
                "entities", dossier.entities().size(),
                "relationships", dossier.relationships().size()));
        byte[] manifest = checked.assertions().manifest().packed();
        writing.run(CLOSE, Map.of("dossier", dossier.id(), "properties", properties, "manifest", manifest));
    }

    void remove(String dossier) {
        writing.run(REMOVE, Map.of("dossier", dossier));
    }
}
