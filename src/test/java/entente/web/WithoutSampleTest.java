package entente.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import entente.Neo4jExtension;
import entente.graph.Graph;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The first view of a graph that does not hold the sample. */
@Tag("database")
@Tag("page")
@ExtendWith({Neo4jExtension.class, PageExtension.class})
class WithoutSampleTest {
    private static final String STATES = """
            CREATE (:Entity:Actor:State {id: 'russia', name: 'Russia'}), (:Entity:Actor:State {id: 'uzbekistan', name: 'Uzbekistan'}),
              (:Entity:Actor:State {id: 'kyrgyzstan', name: 'Kyrgyzstan'})
            CREATE (:Dossier {id: 'states', title: 'States of the world', entities: 3, relationships: 0, sources: 0})""";

    @Test
    void saysHowToLoadSomethingWhereNothingIsThere(Graph graph, ExplorerPage page) {
        try (Api api = Api.on(graph)) {
            page.mayBeRefused().open(api, "/");
            assertThat(page.find("h1")).containsText("Who stands where");
            assertThat(page.find(".reading .note")).containsText("entente load");
            assertThat(page.find(".problem")).hasCount(0);
            page.link("All saved queries").click();
            assertThat(page.find("h1")).hasText("Questions");
        }
    }

    @Test
    void saysThatADossierIsBeingLoaded(Graph graph, ExplorerPage page) {
        graph.write("half", writing -> writing.run("CREATE (:Dossier {id: 'un-votes', loading: true})", Map.of()));
        try (Api api = Api.on(graph)) {
            page.open(api, "/?view=dossiers");
            assertThat(page.find(".cards li")).containsText("not yet counted");
            page.link("un-votes").click();

            assertThat(page.find("h1")).hasText("un-votes");
            assertThat(page.find(".note")).containsText("It is being loaded");
        }
    }

    @Test
    void offersQuestionsAboutWhatIsThere(Graph graph, ExplorerPage page) {
        graph.write("states", writing -> writing.run(STATES, Map.of()));
        try (Api api = Api.on(graph)) {
            page.mayBeRefused().open(api, "/");
            assertThat(page.find(".reading")).containsText("States of the world");
            assertThat(page.find(".cards a")).not().hasCount(0);
            page.picture("without-sample");
            page.find(".cards a").first().click();
            assertThat(page.find(".panel h2")).isVisible();
            assertThat(page.find(".problem")).hasCount(0);
        }
    }
}
