package entente.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the build lays out for users, as they start it. */
@Tag("distribution")
class DistributionTest {
    private static final Path HOME = Path.of(System.getProperty("entente.home"));

    @TempDir
    private Path directory;

    @ParameterizedTest
    @CsvSource({"entente, lib", "neo4j, neo4j/lib"})
    void listsTheJarsThatShipWithTheirLicencesAndNoOthers(String list, String libraries) throws IOException {
        JsonNode bom = new ObjectMapper()
                .readTree(HOME.resolve("sbom").resolve(list + ".json").toFile());
        Set<String> listed = new TreeSet<>();
        bom.get("components").forEach(component -> {
            assertThat(component.get("licenses")).as(component.toString()).isNotEmpty();
            listed.add(jar(component));
        });

        assertThat(bom.get("bomFormat").asText()).isEqualTo("CycloneDX");
        assertThat(listed).isEqualTo(jars(HOME.resolve(libraries)));
    }

    private static String jar(JsonNode component) {
        return component.get("name").asText() + "-" + component.get("version").asText();
    }

    /** Entente's own are what the list is about. */
    private static Set<String> jars(Path libraries) throws IOException {
        try (Stream<Path> files = Files.list(libraries)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> !name.startsWith("entente-"))
                    .map(name -> name.replaceFirst("(-(linux|osx|windows)-[a-z0-9_-]+)?\\.jar$", ""))
                    .collect(Collectors.toCollection(TreeSet::new));
        }
    }

    @Test
    void startsFromTheArchiveThatTheBuildMade() throws Exception {
        Path classes = directory.resolve("classes");

        assertThat(said("ENTENTE_JAVA_OPTS", "-Xlog:class+load:file=" + classes, "--version"))
                .startsWith("entente ");
        assertThat(Files.readString(classes)).contains("entente.Main source: shared objects file (top)");
    }

    @Test
    void startsItsDatabaseFromTheArchiveThatTheBuildMade() throws Exception {
        Path classes = directory.resolve("classes");
        String graph = directory.resolve("graph").toString();

        assertThat(said("ENTENTE_NEO4J_JAVA_OPTS", "-Xlog:class+load:file=" + classes, "dossiers", "--data", graph))
                .contains("osh");
        assertThat(Files.readString(classes))
                .contains("entente.graph.bundled.lifeline.Lifeline source: shared objects file (top)")
                .containsPattern("org\\.neo4j\\.kernel\\.\\S+ source: shared objects file \\(top\\)");
    }

    @Test
    void passesOverAnArchiveThatDoesNotFit() throws Exception {
        Files.writeString(directory.resolve("entente.jsa"), "no archive");

        assertThat(said("ENTENTE_ARCHIVES", directory.toString(), "--version")).matches("entente \\S+\n");
    }

    /** What the program says that is started with a variable in its environment. */
    private static String said(String variable, String value, String... arguments)
            throws IOException, InterruptedException {
        List<String> command =
                new ArrayList<>(List.of(HOME.resolve("bin/entente").toString()));
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.environment().put(variable, value);
        Process process = builder.redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(said).isZero();
        return said;
    }
}
