package entente.benchmark;

import entente.graph.Graph;
import entente.graph.Statement;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.neo4j.driver.AuthTokens;
import org.neo4j.driver.Driver;
import org.neo4j.driver.GraphDatabase;
import org.neo4j.driver.Session;
import org.neo4j.driver.summary.ResultSummary;
import org.testcontainers.neo4j.Neo4jContainer;
import org.testcontainers.utility.MountableFile;

/**
 * The other side: {@code LOAD CSV} writes the votes that Entente wrote, with the same properties under the same
 * constraints and indexes.
 *
 * <p>It is spared what Entente does beside. Its rows are Entente's own facts, ready to be written: no codes to look up,
 * no joins, no checks. There is a file a type, so that one statement each has a type that the planner knows. What all
 * votes share stands in the statement instead of the rows. The states and the roll calls are there already, while
 * Entente's time includes the roll calls.
 */
final class LoadCsv implements AutoCloseable {
    private static final List<String> TYPES = List.of("SUPPORTS", "OPPOSES", "NEUTRAL_ON");
    private static final String IMPORT = "/var/lib/neo4j/import/";

    private static final String FACTS = """
            MATCH (a:State)-[r:%s {dossier: 'un-votes'}]->(b:Proposal)
            RETURN a.id, b.id, r.id, toString(r.validFrom), toString(r.on), r.sources[0]""";

    private static final String LOAD = """
            LOAD CSV WITH HEADERS FROM 'file:///%1$s.csv' AS row
            CALL (row) {
              MATCH (a:Entity {id: row.from})
              MATCH (b:Entity {id: row.to})
              MERGE (a)-[r:%1$s {id: row.id}]->(b)
              SET r.validFrom = date(row.validFrom), r.fromPrecision = 'day',
                r.validTo = date('9999-12-31'), r.toPrecision = 'unknown',
                r.on = date(row.on), r.onPrecision = 'day', r.basis = 'voted', r.dossier = 'un-votes', r.sources = [row.source]%2$s
            } IN TRANSACTIONS OF 10000 ROWS""";

    private static final String FORGET = """
            MATCH ()-[r:SUPPORTS|OPPOSES|NEUTRAL_ON {dossier: 'un-votes'}]->() WITH r LIMIT 500000
            CALL (r) { DELETE r } IN TRANSACTIONS OF 20000 ROWS""";
    private static final String FORGET_ROLL_CALLS = """
            MATCH (p:Proposal) CALL (p) { DETACH DELETE p } IN TRANSACTIONS OF 20000 ROWS""";
    private static final String FORGET_DOSSIER = """
            MATCH (d:Dossier {id: 'un-votes'})
            OPTIONAL MATCH (d)-[:LISTS|CITES]->(m)
            DETACH DELETE d, m""";

    private final Neo4jContainer neo4j;
    private final Driver driver;

    LoadCsv(Neo4jContainer neo4j) {
        this.neo4j = neo4j;
        this.driver = GraphDatabase.driver(neo4j.getBoltUrl(), AuthTokens.basic("neo4j", neo4j.getAdminPassword()));
    }

    /** Puts the votes of the graph where {@code LOAD CSV} finds them. */
    void prepare(Graph graph, Path directory) throws IOException {
        for (String type : TYPES) {
            Path file = Files.createTempFile(directory, type, ".csv");
            try (BufferedWriter out = Files.newBufferedWriter(file)) {
                out.write("from,to,id,validFrom,on,source\n");
                graph.walkAll(new Statement("facts", FACTS.formatted(type), Map.of()), rows -> {
                    rows.forEachRemaining(row -> write(out, row));
                    return true;
                });
            }
            Files.setPosixFilePermissions(file, java.nio.file.attribute.PosixFilePermissions.fromString("rw-r--r--"));
            neo4j.copyFileToContainer(MountableFile.forHostPath(file), IMPORT + type + ".csv");
            Files.delete(file);
        }
    }

    private static void write(BufferedWriter out, List<?> row) {
        try {
            out.write(String.join(",", row.stream().map(String::valueOf).toList()) + "\n");
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** Writes all votes. */
    void load() {
        for (String type : TYPES) {
            run(LOAD.formatted(type, type.equals("NEUTRAL_ON") ? ", r.position = 'abstains'" : ""));
        }
    }

    /** Leaves the graph without the votes. */
    void forgetVotes() {
        // The database holds all that it is to forget: a share at a time
        for (int forgotten = 1; forgotten > 0; ) {
            forgotten = run(FORGET).counters().relationshipsDeleted();
        }
    }

    /** Leaves the graph as if the votes had never been loaded. */
    void forgetAll() {
        forgetVotes();
        run(FORGET_ROLL_CALLS);
        run(FORGET_DOSSIER);
    }

    private ResultSummary run(String text) {
        try (Session session = driver.session()) {
            return session.run(text).consume();
        }
    }

    @Override
    public void close() {
        driver.close();
    }
}
