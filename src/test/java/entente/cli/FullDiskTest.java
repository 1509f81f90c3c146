package entente.cli;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import entente.Neo4jExtension;
import entente.SmallDisk;
import entente.graph.Connection;
import entente.graph.Graph;
import entente.graph.Limits;
import entente.graph.Statement;
import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/**
 * A disk that has no room left, wherever a load or an export writes: no matter to which Neo4j, so it is filled once.
 */
@ExtendWith(Neo4jExtension.class)
class FullDiskTest {
    private static final String FULL = "No space left on device";

    @TempDir
    private Path directory;

    private Program entente;
    private SmallDisk disk;

    @BeforeEach
    void disk(Connection connection) throws IOException {
        entente = new Program(directory).on(connection);
        disk = SmallDisk.at(directory.resolve("disk"), 1);
        Assembly.writeMapping(directory);
        Assembly.writeVotes(directory.resolve("votes.csv"));
    }

    @AfterEach
    void release() throws IOException {
        disk.close();
    }

    @Test
    void writesNothingWhereCheckedFactsHaveNoRoom(Graph graph) {
        Program.Run run = withTemporaryFilesOnTheDisk().run("load", "--no-sample", Assembly.MAPPING, "votes.csv");

        assertThat(run.exitCode()).isEqualTo(ExitCode.FAILED);
        assertThat(run.err())
                .contains("cannot be kept in the directory of temporary files, " + disk.directory() + ": " + FULL)
                .contains("ENTENTE_JAVA_OPTS=-Djava.io.tmpdir=DIR")
                .doesNotContain("\tat ");
        assertThat(disk.directory()).isEmptyDirectory();
        assertThat(dossiers(graph)).isEqualTo(1);
    }

    @Test
    void writesNothingWhereStandardInputHasNoRoom(Graph graph) throws IOException {
        Program.Run run = withTemporaryFilesOnTheDisk()
                .given(Assembly.csv(2 * Assembly.ROWS, row -> "yes"))
                .run("load", "--no-sample", Assembly.MAPPING, "-");

        assertThat(run.exitCode()).isEqualTo(ExitCode.FAILED);
        assertThat(run.err())
                .contains(
                        "entente: -: cannot be read",
                        disk.directory() + ": it has more than 0 MB, half of what is free")
                .contains("ENTENTE_JAVA_OPTS=-Djava.io.tmpdir=DIR")
                .doesNotContain("\tat ");
        assertThat(disk.directory()).isEmptyDirectory();
        assertThat(dossiers(graph)).as("it is read before the graph is touched").isZero();
    }

    @Test
    void writesNothingWhereRejectedRowsHaveNoRoom(Graph graph) throws IOException {
        Files.writeString(
                directory.resolve("wrong.csv"),
                Assembly.csv(20_000, row -> row < 100 ? "yes" : "perhaps"),
                StandardCharsets.UTF_8);

        Program.Run run = entente.run(
                "load",
                "--no-sample",
                Assembly.MAPPING,
                "wrong.csv",
                "--on-error",
                "skip",
                "--rejects",
                "disk/rejects.csv");

        assertThat(run.exitCode()).isEqualTo(ExitCode.FAILED);
        assertThat(run.err())
                .startsWith("entente: disk/rejects.csv: the rows that are not taken up cannot be kept there")
                .contains(FULL, "name another file with --rejects")
                .doesNotContain("\tat ");
        assertThat(dossiers(graph)).isEqualTo(1);
    }

    @Test
    void leavesNoPartOfABackup() throws IOException {
        entente.run("load", "--no-sample", "states");
        disk.fill(20_000);

        Program.Run run = entente.run("export", "--dossiers", "disk/backup");

        assertThat(run.exitCode()).isEqualTo(ExitCode.FAILED);
        assertThat(run.err())
                .startsWith("entente: disk/backup/states.json: cannot be written: " + FULL)
                .doesNotContain("\tat ");
        assertThat(directory.resolve("disk/backup")).isEmptyDirectory();
    }

    /** What the database's own disk does to a load is the same whoever runs it. */
    @Test
    void endsWhereItsOwnDatabaseHasNoRoomAndIsDoneAgainWhenItHas() throws Exception {
        try (SmallDisk data = SmallDisk.at(directory.resolve("data"), 256)) {
            Path err = directory.resolve("err");
            String[] load = {"load", "--data", "data/db", "--no-sample", Assembly.MAPPING, "votes.csv"};
            Process first = entente.startTelling(err, load);
            try (Graph graph = Graph.connect(OwnDatabase.connection(directory.resolve("data/db")), Limits.DEFAULT)) {
                while (first.isAlive() && Assembly.loading(graph) == 0) {
                    Thread.sleep(10);
                }
            }
            data.fill(1 << 20);

            assertThat(first.waitFor()).isEqualTo(ExitCode.FAILED);
            assertThat(err).content().contains("is its disk full?").doesNotContain("\tat ");
            data.clear();
            assertThat(entente.run(load).exitCode()).isZero();
            try (OwnDatabase own = OwnDatabase.open(directory.resolve("data/db"))) {
                Assembly.isAsIfLoadedUndisturbed(own.graph(), directory.resolve("votes.csv"));
            }
        }
    }

    /** GEXF tells of the whole graph before it writes any of it, and so much does not fit into memory. */
    @Test
    void refusesAnAnswerThatHasNoRoomAndGivesThoseThatNeedNone() throws Exception {
        entente.run("load", "--no-sample", Assembly.MAPPING, "votes.csv");
        String body = "{\"statement\": \"MATCH (a)-[r:SUPPORTS]->(b) RETURN r LIMIT 10000\"}";
        Process serve = withTemporaryFilesOnTheDisk().start("serve", "--port", "0", "--no-sample");
        try (BufferedReader said = serve.inputReader()) {
            String api = requireNonNull(said.readLine()).replaceFirst(".* (http://\\S+)/$", "$1") + "/api/v1/cypher";

            assertThat(post(api + ".gexf?limit=10000", body)).contains("\"code\":\"no-space\"");
            assertThat(disk.directory()).isEmptyDirectory();
            assertThat(post(api + ".jsonl?limit=10000", body).lines())
                    .hasSize(10_000)
                    .allMatch(line -> line.contains("SUPPORTS"));
            assertThat(post(api + ".gexf", body).stripTrailing()).endsWith("</gexf>");
        } finally {
            serve.destroyForcibly().waitFor();
        }
    }

    private static String post(String url, String body) throws IOException, InterruptedException {
        return HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create(url))
                                .header("Content-Type", "application/json")
                                .POST(HttpRequest.BodyPublishers.ofString(body))
                                .build(),
                        HttpResponse.BodyHandlers.ofString())
                .body();
    }

    private Program withTemporaryFilesOnTheDisk() {
        return entente.with("JAVA_TOOL_OPTIONS", "-Djava.io.tmpdir=" + disk.directory());
    }

    /** The base dossier of states comes first into an empty graph. */
    private static long dossiers(Graph graph) {
        return (Long) graph.read(new Statement("dossiers", "MATCH (d:Dossier) RETURN count(d)"), 1)
                .rows()
                .get(0)
                .get(0);
    }
}
