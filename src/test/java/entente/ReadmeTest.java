package entente;

import static org.assertj.core.api.Assertions.assertThat;

import entente.cli.EntenteCommand;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

/** The README names all that the program has, and nothing that it does not have. */
class ReadmeTest {
    private static final Path CYPHER = Path.of(System.getProperty("entente.cypher"));
    private static final String README = text("README.md");
    private static final String CODE = String.join("\n", found("`([^`\n]+)`", README.replaceAll("(?s)```.*?```", "")));

    private static final List<String> READ_SETTINGS = List.of(
            "AdmissionOptions.java",
            "Distribution.java",
            "GraphOptions.java",
            "LimitOptions.java",
            "LogOptions.java",
            "ServeCommand.java",
            "TokenFileOption.java",
            "VocabularyOption.java");

    @Test
    void namesTheCommandsThatThereAre() {
        assertThat(found("(?:`|bin/)entente ([a-z]+)", README))
                .isEqualTo(program().getSubcommands().keySet());
    }

    @Test
    void namesTheLongOptionsThatThereAre() {
        Set<String> options = withItsCommands(program())
                .flatMap(command -> command.getCommandSpec().options().stream())
                .flatMap(option -> Stream.of(option.names()))
                .filter(name -> name.startsWith("--"))
                .collect(Collectors.toCollection(TreeSet::new));

        assertThat(found("(--[a-z][a-z-]*)", CODE)).isEqualTo(options);
    }

    private static Stream<CommandLine> withItsCommands(CommandLine command) {
        return Stream.concat(
                Stream.of(command), command.getSubcommands().values().stream().flatMap(ReadmeTest::withItsCommands));
    }

    @Test
    void namesTheSettingsThatAreRead() {
        String sources = READ_SETTINGS.stream()
                .map(name -> text("src/main/java/entente/cli/" + name))
                .collect(Collectors.joining("\n", text("src/main/bin/entente"), text("docker-compose.yml")));

        assertThat(found("\\b((?:ENTENTE|NEO4J)_[A-Z_]+)", CODE))
                .isEqualTo(found(
                        "(?:getenv\\(\"|environment\\.get\\(\"|\\$\\{(?:env:)?)((?:ENTENTE|NEO4J)_[A-Z_]+)", sources));
    }

    @Test
    void seesEverySettingThatIsRead() {
        assertThat(sourcesThatRead("getenv\\(\"|environment\\.get\\(\"|\\$\\{env:"))
                .containsExactlyInAnyOrderElementsOf(READ_SETTINGS);
    }

    @Test
    void namesTheRoutesThatThereAre() {
        String server = text("src/main/java/entente/web/WebServer.java");
        Set<String> routes =
                found("(?:get|open|watched|reads|post)\\(routes, ((?:API \\+ )?\"[^\"]+)\"", server).stream()
                        .map(path -> path.replace("API + ", "/api/v1").replace("\"", ""))
                        .collect(Collectors.toCollection(TreeSet::new));

        assertThat(routesOfTheReadme()).isEqualTo(routes).isNotEmpty();
    }

    /** A row of the table names one route or more, and after "also" those that differ in the last segment. */
    private static Set<String> routesOfTheReadme() {
        Set<String> routes = new TreeSet<>();
        README.lines().filter(line -> line.startsWith("| `/")).forEach(row -> {
            String[] cells = row.split("\\|", -1);
            Set<String> named = found("`(/[^`?]*)", cells[1]);
            routes.addAll(named);
            if (cells[2].contains("also ")) {
                String first = named.iterator().next();
                found("`([^`]+)`", cells[2].substring(cells[2].indexOf("also ")))
                        .forEach(other -> routes.add(first.substring(0, first.lastIndexOf('/') + 1) + other));
            }
        });
        return routes;
    }

    private static List<String> sourcesThatRead(String pattern) {
        try (Stream<Path> files = Files.walk(CYPHER.resolveSibling("src/main/java"))) {
            return files.filter(Files::isRegularFile)
                    .filter(file -> Pattern.compile(pattern).matcher(read(file)).find())
                    .map(file -> file.getFileName().toString())
                    .toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static CommandLine program() {
        return new CommandLine(new EntenteCommand());
    }

    private static Set<String> found(String pattern, String text) {
        return Pattern.compile(pattern)
                .matcher(text)
                .results()
                .map((MatchResult match) -> match.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static String text(String file) {
        return read(CYPHER.resolveSibling(file));
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
