package entente.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;
import static org.assertj.core.api.Assertions.tuple;

import entente.Neo4jExtension;
import entente.Sample;
import entente.graph.EntityNames;
import entente.graph.Graph;
import entente.graph.Guard;
import entente.model.Table;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * The questions that the sample dossier must answer, asked in plain words, with the answers that its article supports.
 */
@Tag("database")
@Sample
@ExtendWith(Neo4jExtension.class)
class CompetencyTest {
    private static Catalogue catalogue;

    private Graph graph;

    @BeforeAll
    static void read(Graph graph) {
        catalogue = QueryDirectory.read(Path.of(System.getProperty("entente.cypher"), "queries"), new Guard(graph));
    }

    @BeforeEach
    void load(Graph given) {
        graph = given;
    }

    @Test
    void whoBacksTheOshBase() {
        assertThat(ask("Who backs the Osh base?", "actorId"))
                .containsExactlyInAnyOrder(tuple("russia"), tuple("csto"), tuple("kazakhstan"));
        assertThat(ask("Who backs the Osh base?", "actorId", "confidence")).contains(tuple("kazakhstan", "moderate"));
    }

    @Test
    void whoOpposesTheOshBase() {
        assertThat(ask("Who opposes the Osh base?", "actorId")).containsExactly(tuple("uzbekistan"));
    }

    @Test
    void whoTakesNeitherSideOnTheOshBase() {
        assertThat(ask("Who takes neither side on the Osh base, and in what way?", "actorId", "position"))
                .containsExactlyInAnyOrder(
                        tuple("united-states", "does not object"),
                        tuple("kyrgyzstan", "undecided"),
                        tuple("china", "wary"));
        assertThat(ask("Who takes neither side on the Osh base, and in what way?", "actorId", "since", "saidBy"))
                .contains(tuple("united-states", "2009-07", List.of("William Burns")));
        assertThat(ask("Who takes neither side on the Osh base?", "actorId", "basis"))
                .contains(tuple("china", List.of("inferred")));
    }

    @Test
    void whoSignedTheAgreement() {
        assertThat(ask("Who signed the 2009 agreement on the Collective Operational Response Forces?", "actorId"))
                .containsExactlyInAnyOrder(
                        tuple("armenia"),
                        tuple("belarus"),
                        tuple("kazakhstan"),
                        tuple("kyrgyzstan"),
                        tuple("russia"),
                        tuple("tajikistan"));
    }

    @Test
    void whichMemberDidNotSignIt() {
        String agreement = "the 2009 agreement on the Collective Operational Response Forces";

        assertThat(ask("Which member of the CSTO did not sign " + agreement + "?", "actorId"))
                .containsExactly(tuple("uzbekistan"));
        assertThat(ask("Who did not sign " + agreement + "?", "actorId", "organizationId"))
                .containsExactly(tuple("uzbekistan", "csto"));
    }

    @Test
    void whichStatesBorderKyrgyzstan() {
        assertThat(ask("Which states border Kyrgyzstan?", "neighbourId"))
                .containsExactlyInAnyOrder(
                        tuple("china"), tuple("kazakhstan"), tuple("tajikistan"), tuple("uzbekistan"));
    }

    @Test
    void whatDisputesStrainRelations() {
        assertThat(ask("What disputes strain relations between Kyrgyzstan and Uzbekistan?", "dispute"))
                .containsExactlyInAnyOrder(
                        tuple("Kyrgyz-Uzbek water distribution"),
                        tuple("Kyrgyz-Uzbek hydro-electric stations"),
                        tuple("Kyrgyz-Uzbek border demarcation"),
                        tuple("Kyrgyz-Uzbek water supply"));
    }

    @Test
    void whatTheOshBaseWouldBringKyrgyzstanAndCost() {
        assertThat(ask("What would the Osh base bring Kyrgyzstan, and what would it cost?", "effect").stream()
                        .map(row -> row.toList().get(0))
                        .collect(Collectors.groupingBy(effect -> effect, Collectors.counting())))
                .containsOnly(entry("benefit", 5L), entry("drawback", 3L));
    }

    @Test
    void whichForeignBasesInCentralAsia() {
        assertThat(ask(
                        "Which foreign bases, present, past or proposed, does the article name in Central Asia, and who hosts them?",
                        "baseId",
                        "hostId"))
                .containsExactlyInAnyOrder(
                        tuple("osh-base", "kyrgyzstan"),
                        tuple("manas-base", "kyrgyzstan"),
                        tuple("khanabad-base", "uzbekistan"));
        assertThat(ask("Which bases are in Central Asia?", "baseId", "status")).contains(tuple("osh-base", "proposed"));
    }

    @Test
    void whatAnActorOpposesIsWhatItOpposesOnly() {
        assertThat(ask("What does Uzbekistan oppose?", "subjectId"))
                .containsExactlyInAnyOrder(
                        tuple("osh-base"),
                        tuple("russian-bases-near-uzbekistan"),
                        tuple("corf-2009"),
                        tuple("csto-response-force"),
                        tuple("kyrgyz-hydro-projects"));
        assertThat(ask("What does Uzbekistan back?", "subjectId"))
                .containsExactlyInAnyOrder(tuple("uzbek-distance-from-moscow"), tuple("us-uzbek-rapprochement"));
    }

    @Test
    void whereTwoActorsAgree() {
        assertThat(ask("Where do Russia and the United States agree?", "subjectId"))
                .containsExactlyInAnyOrder(tuple("kyrgyzstan"), tuple("us-efforts-in-afghanistan"));
        assertThat(ask("Where do Russia and the United States differ?", "subjectId"))
                .containsExactlyInAnyOrder(tuple("osh-base"), tuple("us-uzbek-rapprochement"));
    }

    @Test
    void whichStatesBackIt() {
        assertThat(ask("Which countries back the Osh base?", "actorId"))
                .containsExactlyInAnyOrder(tuple("russia"), tuple("kazakhstan"));
        assertThat(ask("Which organisations back the Osh base?", "actorId")).containsExactly(tuple("csto"));
    }

    @Test
    void whoDoesNotBackIt() {
        assertThat(ask("Who does not back the Osh base?", "actorId", "stance"))
                .containsExactlyInAnyOrder(
                        tuple("uzbekistan", "opposes"),
                        tuple("united-states", "takes no side"),
                        tuple("kyrgyzstan", "takes no side"),
                        tuple("china", "takes no side"));
    }

    @Test
    void whetherItIsSo() {
        assertThat(ask("Did Russia sign CORF?", "since")).containsExactly(tuple("2009-06"));
        assertThat(ask("Did Uzbekistan sign CORF?", "subjectId")).isEmpty();
        assertThat(ask("Why does Uzbekistan back the Osh base?", "subjectId")).isEmpty();
        assertThat(ask("Why does Uzbekistan oppose the IMU?", "subjectId")).isEmpty();
        assertThat(ask("Why does the IMU oppose Uzbekistan?", "summary")).hasSize(1);
        assertThat(ask("Does Uzbekistan support the Osh base?", "stance")).containsExactly(tuple("opposes"));
        assertThat(ask("Is Uzbekistan a member of the CSTO?", "relationship")).containsExactly(tuple("MEMBER_OF"));
        assertThat(ask("Did Uzbekistan leave the CSTO?", "relationship")).isEmpty();
        assertThat(ask("Does Uzbekistan border Kyrgyzstan?", "otherId")).containsExactly(tuple("kyrgyzstan"));
        assertThat(ask("Does Uzbekistan border China?", "otherId")).isEmpty();
    }

    @Test
    void whoWasInAnOrganizationOrAtAnEvent() {
        assertThat(ask("Who was in the CSTO?", "memberId")).hasSize(7).contains(tuple("uzbekistan"));
        assertThat(ask("Who was in the Bishkek meeting?", "actorId")).hasSize(3).contains(tuple("igor-sechin"));
    }

    @Test
    void whatAnActorSaid() {
        assertThat(ask("What did the United States say about the Osh base?", "saidBy", "role"))
                .containsExactly(tuple("William Burns", "does not object"));
        assertThat(ask("What did Kyrgyzstan say about the Tashbulak clash?", "saidBy", "subjectId"))
                .contains(tuple("Kyrgyzstan", "imu"))
                .doesNotContain(tuple("Kyrgyzstan", "iju"));
    }

    @Test
    void whoHostsAndRunsABase() {
        assertThat(ask("Who hosts the Khanabad base?", "hostId", "operators", "status"))
                .containsExactly(tuple("uzbekistan", List.of("United States"), "former"));
        assertThat(ask("Who runs the Khanabad base?", "actorId", "tie"))
                .containsExactly(tuple("united-states", "runs"));
        assertThat(ask("Where is the Osh base?", "placeId", "steps"))
                .startsWith(tuple("osh", 1L))
                .contains(tuple("kyrgyzstan", 2L));
    }

    @Test
    void whatIsKnownOfAnEntityAtAGlance() {
        assertThat(ask("Who is William Burns?", "topic", "what"))
                .contains(
                        tuple("kind", List.of("Person")),
                        tuple("office", List.of("Under Secretary of State")),
                        tuple("REPRESENTS", List.of("United States")));
    }

    @Test
    void whereMembersAndNeighboursStand() {
        assertThat(ask("Which CSTO members oppose the Osh base?", "actorId")).containsExactly(tuple("uzbekistan"));
        assertThat(ask("Which neighbours of Kyrgyzstan oppose the Osh base?", "actorId"))
                .containsExactly(tuple("uzbekistan"));
        assertThat(ask("Where do Kyrgyzstan's neighbours stand on the Osh base?", "actorId", "stance"))
                .containsExactlyInAnyOrder(
                        tuple("kazakhstan", "backs"), tuple("uzbekistan", "opposes"), tuple("china", "takes no side"));
    }

    @Test
    void whatWouldBeTheRisks() {
        assertThat(ask("What are the risks of the Osh base for Kyrgyzstan?", "effect"))
                .hasSize(3)
                .containsOnly(tuple("drawback"));
    }

    @Test
    void whoProposedItAndWhatWasSigned() {
        assertThat(ask("Who proposed the Osh base?", "actorId")).containsExactly(tuple("russia"));
        assertThat(ask("What did Kyrgyzstan sign?", "agreementId")).containsExactly(tuple("corf-2009"));
        assertThat(ask("Which organisations does Uzbekistan belong to?", "organizationId"))
                .containsExactly(tuple("csto"));
    }

    @Test
    void whoBackedTheOshBaseBeforeTheTalks() {
        assertThat(ask("Who backs the Osh base as of 2009-06-30?", "actorId")).isEmpty();
    }

    @Test
    void takesTheCodeOfAStateForItsName() {
        assertThat(ask("Which states border KG?", "neighbourId"))
                .isNotEmpty()
                .isEqualTo(ask("Which states border Kyrgyzstan?", "neighbourId"));
    }

    /** The columns that matter of the answer to a question. */
    private List<Tuple> ask(String question, String... columns) {
        EntityNames names = new EntityNames(graph);
        Understood understood = new Ask(catalogue, names).understand(question);
        Map<String, List<String>> arguments = new LinkedHashMap<>();
        understood.arguments().forEach((name, value) -> arguments.put(name, List.of(value)));
        Table table = new QueryRunner(graph, names)
                .run(understood.query(), arguments, 100)
                .table();
        return table.rows().stream()
                .map(row -> new Tuple(List.of(columns).stream()
                        .map(column -> row.get(table.columns().indexOf(column)))
                        .toArray()))
                .toList();
    }
}
