package entente.load.mapping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import entente.Neo4jExtension;
import entente.Sample;
import entente.graph.Graph;
import entente.load.FactFeed.Part;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** Mappings of the tables that analysts hold, where these are. */
@Tag("database")
@Sample
@ExtendWith(Neo4jExtension.class)
class RealTablesTest {
    private static final Path DATA = Path.of(System.getProperty("entente.cypher"))
            .resolve("../../shared/data")
            .normalize();

    static final String VOTES = """
            mapping: votes
            sources: [{id: unvotes, title: UN votes}]
            tables: {votes: , rollcalls: {key: rcid}}
            relationships:
              - table: votes
                type: {value: "{vote}", values: {yes: SUPPORTS, no: OPPOSES, abstain: NEUTRAL_ON}}
                position: {value: "{vote}", values: {abstain: abstains}, otherwise: absent}
                from: {lookup: [{iso2: "{country_code}"}, {name: "{country}"}], kinds: [State]}
                to: unga-{rcid}
                on: {value: "{date}", join: rollcalls, by: rcid}
                basis: voted
                sources: ["unvotes#{rcid}"]
            """;

    @TempDir
    private Path directory;

    @BeforeEach
    void needsTheData() {
        assumeTrue(Files.isDirectory(DATA), "there are no real tables in " + DATA);
    }

    @Test
    void makesAStanceOfEveryVote(Graph graph) {
        MappedTables tables = new Tables(directory, graph)
                .with("votes", DATA.resolve("un_votes.csv.gz"))
                .with("rollcalls", DATA.resolve("un_roll_calls.csv.gz"))
                .mapped(VOTES);
        long[] counts = new long[3];
        tables.read(Part.RELATIONSHIPS, row -> {
            counts[0]++;
            counts[1] += row.relationships().size();
            counts[2] += row.faults().size() + row.skips().size();
        });

        assertThat(counts).containsExactly(870_109, 870_109, 0);
    }
}
