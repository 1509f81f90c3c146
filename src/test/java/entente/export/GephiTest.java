package entente.export;

import static org.assertj.core.api.Assertions.assertThat;

import entente.export.Graphs.Whole;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** GEXF as Gephi itself reads it, in a process of its own: its toolkit brings libraries of its own. */
class GephiTest {
    private static final Path TOOLKIT = Path.of("target", "gephi", "gephi-toolkit-all.jar");
    private static final Path READER = Path.of("src/test/resources/gephi/ReadGexf.java");

    @TempDir
    private Path directory;

    @Test
    void findsEachEdgeWithItsTypeItsTimeAndItsSources() throws Exception {
        List<String> lines = readByGephi(Graphs.SAMPLE);

        assertThat(lines)
                .contains("time INTERVAL DATE", "node kazakhstan Kazakhstan", "node osh-base Osh base")
                .anySatisfy(edge -> assertThat(edge)
                        .startsWith("edge kazakhstan SUPPORTS osh-base; ")
                        .contains("Interval=<[2009-07-01, 2009-12-31]>")
                        .contains("; confidence=moderate", "; dossier=osh")
                        .contains("; sources=[osh-article#12, osh-article]"))
                .anySatisfy(edge -> assertThat(edge)
                        .startsWith("edge kazakhstan NEUTRAL_ON osh-base; ")
                        .contains("; position=wary & <cautious>"));
        assertThat(lines).filteredOn(line -> line.startsWith("edge ")).hasSize(3);
    }

    private List<String> readByGephi(Whole graph) throws IOException, InterruptedException {
        Path file = Files.writeString(directory.resolve("graph.gexf"), Graphs.written(new Gexf(), graph));
        Process gephi = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Djava.awt.headless=true",
                        "-Duser.home=" + directory,
                        "-cp",
                        TOOLKIT.toString(),
                        READER.toString(),
                        file.toString())
                .redirectError(directory.resolve("err").toFile())
                .start();
        String out = new String(gephi.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(gephi.waitFor())
                .as(Files.readString(directory.resolve("err")))
                .isZero();
        return out.lines().toList();
    }
}
