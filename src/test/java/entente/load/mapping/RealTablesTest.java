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
                .with("issues", DATA.resolve("un_issues.csv.gz"))
                .mapped(MappingFile.bundled("un-votes"));
        long[] counts = new long[3];
        tables.read(Part.RELATIONSHIPS, row -> {
            counts[0]++;
            counts[1] += row.relationships().size();
            counts[2] += row.faults().size() + row.skips().size();
        });

        assertThat(counts).containsExactly(870_109, 870_109, 0);
    }
}
