package entente.explore;

import static org.assertj.core.api.Assertions.assertThat;

import entente.Neo4jExtension;
import entente.explore.SourceDetails.Citation;
import entente.explore.SourceDetails.SourceKey;
import entente.graph.Graph;
import entente.graph.VocabularyFile;
import entente.model.Page;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@Tag("database")
@ExtendWith(Neo4jExtension.class)
class SourcesTest {
    private static final String FACTS = """
            CREATE (:Dossier {id: 'osh', title: 'Osh'}), (:Dossier {id: 'other', title: 'Other'}),
              (:Source {key: 'osh/article', id: 'article', dossier: 'osh', title: 'An article', url: 'https://example.org/a'}),
              (:Source {key: 'osh/article-2', id: 'article-2', dossier: 'osh', title: 'Two', url: 'javascript:alert(1)'}),
              (:Source {key: 'osh/report', id: 'report', dossier: 'osh'}),
              (:Source {key: 'other/report', id: 'report', dossier: 'other', title: 'Other report'}),
              (kz:Entity {id: 'kz', name: 'Kazakhstan'}), (b:Entity {id: 'base', name: 'Osh base'}),
              (kz)-[:SUPPORTS {id: 's1', dossier: 'osh', sources: ['article#12', 'article#14', 'report']}]->(b),
              (kz)-[:SUPPORTS {id: 's2', dossier: 'osh', sources: ['article']}]->(b),
              (kz)-[:OPPOSES {id: 'o1', dossier: 'osh', sources: ['article#9']}]->(b),
              (kz)-[:SUPPORTS {id: 's3', dossier: 'osh', sources: ['article-2']}]->(b),
              (kz)-[:SUPPORTS {id: 's4', dossier: 'other', sources: ['article']}]->(b),
              (kz)-[:SUPPORTS {id: 's5', dossier: 'osh'}]->(b)""";

    private Sources sources;

    @BeforeEach
    void fill(Graph graph) {
        graph.write("facts", writing -> writing.run(FACTS, Map.of()));
        sources = new Sources(graph, VocabularyFile.bundled());
    }

    @Test
    void tellsWhatCitesASourceAndWhere() {
        SourceDetails article = sources.details("osh/article", Page.first(10)).orElseThrow();

        assertThat(article.dossier()).isEqualTo(new SourceDetails.Origin("osh", "Osh"));
        assertThat(article.properties()).containsEntry("url", "https://example.org/a");
        assertThat(article.relationships()).isEqualTo(3);
        assertThat(article.citations())
                .extracting(citation -> citation.relationship().id())
                .containsExactly("o1", "s1", "s2");
        assertThat(article.citations())
                .extracting(Citation::locators)
                .containsExactly(List.of("9"), List.of("12", "14"), List.of());
        assertThat(article.citations().get(0).relationship().from()).isEqualTo("kz");
        assertThat(article.truncated()).isFalse();
    }

    @Test
    void saysWhenMoreCiteIt() {
        SourceDetails article = sources.details("osh/article", Page.first(2)).orElseThrow();

        assertThat(article.relationships()).isEqualTo(3);
        assertThat(article.citations()).hasSize(2);
        assertThat(article.truncated()).isTrue();

        SourceDetails rest = sources.details("osh/article", new Page(2, 2)).orElseThrow();

        assertThat(rest.relationships()).isEqualTo(3);
        assertThat(rest.citations())
                .extracting(citation -> citation.relationship().id())
                .containsExactly("s2");
        assertThat(rest.truncated()).isFalse();
    }

    @Test
    void leavesOutALinkThatIsNoneOfTheWeb() {
        assertThat(sources.details("osh/article-2", Page.first(10))
                        .orElseThrow()
                        .properties())
                .containsKey("title")
                .doesNotContainKey("url");
    }

    @Test
    void tellsWhichDossiersHaveASourceOfAnId() {
        assertThat(sources.find("report"))
                .containsExactly(new SourceKey("osh/report", "report"), new SourceKey("other/report", "Other report"));
        assertThat(sources.find("article")).extracting(SourceKey::key).containsExactly("osh/article");
        assertThat(sources.find("nothing")).isEmpty();
        assertThat(sources.details("other/article", Page.first(10))).isEmpty();
    }

    @Test
    void proposesSourcesOfNearIds() {
        assertThat(sources.near("artikle")).extracting(SourceKey::key).startsWith("osh/article");
        assertThat(sources.near("art")).extracting(SourceKey::key).containsExactly("osh/article", "osh/article-2");
        assertThat(sources.near("x".repeat(10_000))).isEmpty();
    }
}
