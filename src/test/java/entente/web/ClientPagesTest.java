package entente.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The clients that the README shows, run as they stand there. */
class ClientPagesTest extends SampleApi {
    @TempDir
    private Path directory;

    @Test
    void pullsASubgraphWithCurl() throws Exception {
        String said = run("sh", "client.sh", "curl", "sh", "-e");

        assertThat(said).isEqualTo("nothing was cut\n" + relationships() + "\n");
        assertThat(directory.resolve("osh.graphml")).content().contains("osh-base");
        assertThat(directory.resolve("osh.csv")).content().startsWith("\"id\",\"type\",\"from\",");
    }

    @Test
    void pullsASubgraphPageByPageWithJavaScript() throws Exception {
        String said = run("js", "client.mjs", "node", "node");

        assertThat(relationships()).isGreaterThan(20);
        assertThat(said).contains(" entities, " + relationships() + " relationships");
    }

    private static int relationships() {
        return Shape.json(api.get("/api/v1/entities/osh-base/subgraph?hops=2&asOf=2009-07-31"))
                .path("relationships")
                .size();
    }

    /** Runs the first block of a language, on this server. */
    private String run(String language, String file, String needed, String... interpreter) throws Exception {
        assumeTrue(isThere(needed), needed + " is not on this machine");
        Matcher block = Pattern.compile("## Clients\n.*?```" + language + "\n(.*?)```", Pattern.DOTALL)
                .matcher(Files.readString(
                        Path.of(System.getProperty("entente.cypher")).resolveSibling("README.md")));
        assertThat(block.find()).isTrue();
        Files.writeString(
                directory.resolve(file),
                block.group(1).replace("http://127.0.0.1:7878", "http://127.0.0.1:" + api.port()));
        Process process = new ProcessBuilder(
                        Stream.concat(Stream.of(interpreter), Stream.of(file)).toList())
                .directory(directory.toFile())
                .redirectErrorStream(true)
                .start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(said).isZero();
        return said;
    }

    private static boolean isThere(String program) throws InterruptedException {
        try {
            return new ProcessBuilder(program, "--version")
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .start()
                            .waitFor()
                    == 0;
        } catch (IOException absent) {
            return false;
        }
    }
}
