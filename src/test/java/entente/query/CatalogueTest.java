package entente.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import entente.Neo4jExtension;
import entente.graph.Graph;
import entente.graph.Guard;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Tag("database")
@ExtendWith(Neo4jExtension.class)
class CatalogueTest {
    private static final String GOOD = """
            // title: Who backs it?
            // description: Actors that support it.
            // ask:
            //   - who backs {target}
            // parameters:
            //   target: {type: entity, description: what the stance is on, example: osh-base}
            // columns:
            //   actor: the backer
            MATCH (a:Actor)-[s:SUPPORTS]->(:Entity {id: $target})
            RETURN a.name AS actor
            ORDER BY actor
            """;

    @TempDir
    private Path directory;

    private Guard guard;

    @BeforeEach
    void guard(Graph graph) {
        guard = new Guard(graph);
    }

    @Test
    void servesTheGoodFilesBesideABrokenOne() throws IOException {
        write("stances/who-backs.cypher", GOOD);
        Path broken = write("stances/broken.cypher", GOOD.replace("// columns:", "// colums:"));

        Catalogue catalogue = QueryDirectory.read(directory, guard);

        assertThat(catalogue.queries()).extracting(SavedQuery::name).containsExactly("who-backs");
        assertThat(catalogue.query("who-backs").topic()).isEqualTo("stances");
        assertThat(catalogue.query("who-backs").cypher()).isEqualTo(GOOD);
        assertThat(catalogue.query("who-backs").statement()).isEqualToNormalizingNewlines("""








                MATCH (a:Actor)-[s:SUPPORTS]->(:Entity {id: $target})
                RETURN a.name AS actor
                ORDER BY actor
                """);
        assertThat(catalogue.faults())
                .singleElement()
                .hasToString(broken + ":8: unknown key \"colums\"; did you mean \"columns\"?");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {id: $target}                      | {id: 'osh-base'}                | 6  | does not use $target
            {id: $target}                      | {id: $target, name: $name}      | 9  | does not declare $name
            RETURN a.name AS actor             | RETURN a.name AS actor, 1 AS n  | 8  | describes the columns actor, and the Cypher returns actor, n
            RETURN a.name AS actor             | RETRUN a.name AS actor          | 10 | Invalid input
            ORDER BY actor                     | ''                              | 9  | lacks an ORDER BY
            MATCH (a:Actor)                    | CREATE (:Actor) WITH 1 AS one MATCH (a:Actor) | 9 | only read
            who backs {target}                 | who backs {aim}                 | 4  | which is no parameter
            // columns:                        | // columns                      | 8  | expected
            """)
    void findsWhatAFileGetsWrong(String part, String broken, int line, String message) throws IOException {
        write("stances/who-backs.cypher", GOOD.replace(part, broken));

        assertThat(QueryDirectory.read(directory, guard).faults())
                .singleElement()
                .satisfies(fault -> {
                    assertThat(fault.message()).contains(message);
                    assertThat(fault.line()).isEqualTo(line);
                });
    }

    @ParameterizedTest
    @CsvSource({"who-backs.cypher", "stances/Who_backs.cypher", "Stances/who-backs.cypher", "stances/.cypher"})
    void refusesAFileThatStandsInTheWrongPlace(String place) throws IOException {
        write(place, GOOD);

        assertThat(QueryDirectory.read(directory, guard).faults()).hasSize(1);
    }

    @Test
    void givesANameToOneFileOnly() throws IOException {
        write("a/who-backs.cypher", GOOD);
        Path second = write("b/who-backs.cypher", GOOD);

        Catalogue catalogue = QueryDirectory.read(directory, guard);

        assertThat(catalogue.query("who-backs").topic()).isEqualTo("a");
        assertThat(catalogue.faults())
                .containsExactly(
                        new Catalogue.Fault(second, 1, "the name \"who-backs\" is that of a file of the topic a"));
    }

    @Test
    void refusesAFileThatIsNotText() throws IOException {
        Path file = write("stances/who-backs.cypher", "");
        Files.write(file, new byte[] {'/', '/', (byte) 0xff});

        assertThat(QueryDirectory.read(directory, guard).faults())
                .singleElement()
                .satisfies(fault -> assertThat(fault.message()).contains("UTF-8"));
    }

    @Test
    void keepsTheLastGoodVersionOfAFileThatBreaks() throws IOException {
        write("stances/who-backs.cypher", GOOD);
        Catalogue before = QueryDirectory.read(directory, guard);
        write("stances/who-backs.cypher", GOOD.replace("MATCH", "MATSCH"));

        Catalogue after = QueryDirectory.read(directory, guard).keeping(before);

        assertThat(after.query("who-backs")).isEqualTo(before.query("who-backs"));
        assertThat(after.faults()).hasSize(1);
    }

    @Test
    void picksUpFilesThatChange() throws IOException {
        write("stances/who-backs.cypher", GOOD);
        LiveCatalogue live = new LiveCatalogue(directory, guard, Duration.ZERO);
        assertThat(live.judged().queries()).hasSize(1);

        Path second = write("stances/who-supports.cypher", GOOD);
        assertThat(live.catalogue().queries()).hasSize(2);

        write("stances/who-supports.cypher", GOOD.replace("ORDER BY actor", ""));
        assertThat(live.catalogue().queries()).hasSize(2);
        assertThat(live.catalogue().faults()).hasSize(1);

        Files.delete(second);
        assertThat(live.catalogue().queries())
                .as("it may be about to be replaced")
                .hasSize(2);
        assertThat(live.catalogue().queries()).hasSize(1);
        assertThat(live.catalogue().faults()).isEmpty();
    }

    @Test
    void goesOnServingAFileThatIsAwayWhileAnotherTakesItsPlace() throws IOException {
        write("stances/who-supports.cypher", GOOD);
        Path file = write("stances/who-backs.cypher", GOOD);
        LiveCatalogue live = new LiveCatalogue(directory, guard, Duration.ZERO);
        live.judged();

        Files.delete(file);
        assertThat(live.catalogue().queries()).hasSize(2);
        write("stances/who-backs.cypher", GOOD + "// as before\n");

        assertThat(live.catalogue().query("who-backs").cypher()).endsWith("// as before\n");
    }

    @Test
    void judgesAQueryWhenItIsToBeRunUntilAllHaveBeenJudged() throws IOException {
        write("stances/who-backs.cypher", GOOD);
        write("stances/who-supports.cypher", GOOD.replace("ORDER BY actor", ""));
        LiveCatalogue live = new LiveCatalogue(directory, guard, Duration.ofDays(1));
        assertThat(live.catalogue().queries()).hasSize(2);
        assertThatThrownBy(() -> live.catalogue().query("who-supports"))
                .isInstanceOf(InvalidQueryException.class)
                .hasMessageContaining("who-supports.cypher");

        assertThat(live.judged().faults()).hasSize(1);

        assertThat(live.catalogue().queries())
                .as("what never passed is not kept")
                .extracting(SavedQuery::name)
                .containsExactly("who-backs");
    }

    @Test
    void givesNothingAtOnceWhenTheDirectoryIsToBeLookedAt() throws IOException {
        write("stances/who-backs.cypher", GOOD);
        LiveCatalogue looksEachTime = new LiveCatalogue(directory, guard, Duration.ZERO);
        LiveCatalogue looksTomorrow = new LiveCatalogue(directory, guard, Duration.ofDays(1));

        assertThat(looksEachTime.catalogueAtOnce()).isNull();
        assertThat(looksTomorrow.catalogueAtOnce()).isSameAs(looksTomorrow.catalogue());
    }

    @Test
    void keepsAQueryThatWasRunBeforeAllHaveBeenJudged() throws IOException {
        write("stances/who-backs.cypher", GOOD);
        LiveCatalogue live = new LiveCatalogue(directory, guard, Duration.ZERO);
        SavedQuery before = live.catalogue().query("who-backs");
        write("stances/who-backs.cypher", GOOD.replace("MATCH", "MATSCH"));

        assertThat(live.judged().query("who-backs")).isEqualTo(before);
        assertThat(live.catalogue().faults()).hasSize(1);
    }

    @Test
    void saysWhatIsWrongWithTheFileOfAQueryThatIsAskedFor() throws IOException {
        write("stances/who-backs.cypher", GOOD.replace("MATCH", "MATSCH"));

        assertThatThrownBy(() -> QueryDirectory.read(directory, guard).query("who-backs"))
                .isInstanceOf(InvalidQueryException.class)
                .hasMessageContaining("who-backs.cypher:");
    }

    @Test
    void proposesTheNearestNames() throws IOException {
        write("stances/who-backs.cypher", GOOD);
        Catalogue catalogue = QueryDirectory.read(directory, guard);

        assertThatThrownBy(() -> catalogue.query("who-bakcs"))
                .isInstanceOfSatisfying(QueryException.class, unknown -> {
                    assertThat(unknown.reason()).isEqualTo(QueryException.Reason.UNKNOWN_QUERY);
                    assertThat(unknown.candidates())
                            .containsExactly(new QueryException.Candidate("who-backs", "Who backs it?"));
                })
                .hasMessageContaining("did you mean \"who-backs\"?");
    }

    @Test
    void namesADirectoryThatCannotBeRead() {
        assertThatThrownBy(() -> QueryDirectory.read(directory.resolve("none"), guard))
                .isInstanceOf(UnreadableDirectoryException.class)
                .hasMessageContaining("none");
    }

    private Path write(String place, String text) throws IOException {
        Path file = directory.resolve(place);
        Files.createDirectories(file.getParent());
        return Files.writeString(file, text);
    }
}
