package entente.explore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import entente.Neo4jExtension;
import entente.explore.EntityHits.Hit;
import entente.graph.Graph;
import entente.graph.VocabularyFile;
import entente.model.Page;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

@Tag("database")
@ExtendWith(Neo4jExtension.class)
class EntitySearchTest {
    private static final String NAMES = """
            CREATE (:Entity:Actor:State {id: 'kyrgyzstan', name: 'Kyrgyzstan', iso2: ['KG'], iso3: ['KGZ'], cow: ['703'],
                aliases: ['Kyrgyz Republic', 'Киргизия', 'Кыргызстан', '吉尔吉斯斯坦', 'قيرغيزستان', '키르기스스탄']}),
              (:Entity:Actor:State {id: 'china', name: 'China', aliases: ['Китай', '中国', 'الصين']}),
              (:Entity:Actor:State {id: 'united-states', name: 'United States', aliases: ['USA', 'U.S.']}),
              (:Entity:Actor:Organization {id: 'un', name: 'United Nations', aliases: ['UN']}),
              (:Entity:Actor:State {id: 'cote-divoire', name: "Côte d'Ivoire"}),
              (:Entity:Actor:Group {id: 'islamic-state', name: 'Islamic State', aliases: ['IS']}),
              (:Entity:Actor:Organization {id: 'un-women', name: 'UN Women'}),
              (:Entity:Actor:Person {id: 'lech-walesa', name: 'Lech Wałęsa'}),
              (:Entity:Place {id: 'lodz', name: 'Łódź'}),
              (:Entity:Place {id: 'the-hague', name: 'The Hague'}),
              (:Entity:Base {id: 'kant', name: 'Kant air base'}),
              (:Entity:Base {id: 'manas', name: 'Air base of Kyrgyzstan'}),
              (:Entity:Place {id: 'no-aliases', name: '<b>Bold</b> & "quoted" AND name:x'})""";

    private EntitySearch search;

    @BeforeEach
    void fill(Graph graph) {
        graph.write("names", writing -> writing.run(NAMES, Map.of()));
        search = new EntitySearch(graph, VocabularyFile.bundled());
    }

    @ParameterizedTest
    @CsvSource({
        "kyrgyzstan, kyrgyzstan, kyrgyzstan",
        "Kyrgyz Republic, kyrgyzstan, Kyrgyz Republic",
        "KYRG, kyrgyzstan, Kyrgyzstan",
        "k, kyrgyzstan, Kyrgyzstan",
        "kyrgystan, kyrgyzstan, Kyrgyzstan",
        "united st, united-states, United States",
        "unted sttes, united-states, United States",
        "the united states, united-states, United States",
        "u.s., united-states, U.S.",
        "UN, un, UN",
        "COTE D'IVOIRE, cote-divoire, Côte d'Ivoire",
        "Côte d’Iv, cote-divoire, Côte d'Ivoire",
        "Cote d Ivoire, cote-divoire, Côte d'Ivoire",
        "walesa, lech-walesa, Lech Wałęsa",
        "Wałę, lech-walesa, Lech Wałęsa",
        "lod, lodz, Łódź",
        "hague, the-hague, The Hague",
        "IS, islamic-state, IS",
        "bold quot, no-aliases, '<b>Bold</b> & \"quoted\" AND name:x'"
    })
    void findsWhatIsTypedMistypedOrNotYetTyped(String text, String id, String matched) {
        Hit best = hits(text).get(0);

        assertThat(best.id()).isEqualTo(id);
        assertThat(best.matched()).isEqualTo(matched);
    }

    @ParameterizedTest
    @CsvSource({
        "Киргизия, kyrgyzstan",
        "кирг, kyrgyzstan",
        "Киргизея, kyrgyzstan",
        "Китай, china",
        "кита, china",
        "吉尔吉斯斯坦, kyrgyzstan",
        "吉尔, kyrgyzstan",
        "中, china",
        "قيرغيزستان, kyrgyzstan",
        "قير, kyrgyzstan",
        "키르기, kyrgyzstan"
    })
    void findsNamesInEveryScript(String text, String id) {
        assertThat(hits(text)).extracting(Hit::id).first().isEqualTo(id);
    }

    @Test
    void takesIdeographsTogetherAndInOrder() {
        assertThat(hits("国中")).isEmpty();
    }

    @Test
    void putsTheExactFirstThenWhatBeginsWithItThenTheNear() {
        List<Hit> united = hits("united states");

        assertThat(united.get(0).score()).isEqualTo(1);
        assertThat(hits("un")).extracting(Hit::id).startsWith("un", "un-women", "united-states");
        assertThat(hits("kyrgyzstan")).extracting(Hit::id).startsWith("kyrgyzstan", "manas");
        assertThat(hits("un")).extracting(Hit::score).isSortedAccordingTo((one, other) -> Double.compare(other, one));
    }

    @ParameterizedTest
    @CsvSource({"iso2:KG", "ISO2:kg", "iso3:KGZ", "cow:703", "' iso2: KG '"})
    void findsByCode(String text) {
        assertThat(hits(text)).extracting(Hit::id).containsExactly("kyrgyzstan");
        assertThat(hits(text).get(0).matched()).matches("(iso2:KG|iso3:KGZ|cow:703)");
    }

    @ParameterizedTest
    @CsvSource({"KG", "kg", "KGZ", "703", "' kgz '"})
    void findsByABareCode(String text) {
        assertThat(hits(text)).extracting(Hit::id).containsExactly("kyrgyzstan");
        assertThat(hits(text).get(0).matched()).isEqualTo(text.strip().toUpperCase(Locale.ROOT));
    }

    @Test
    void putsABareCodeAfterTheExactNameAndBeforeTheBeginningsOfNames(Graph graph) {
        graph.write("islands", writing -> writing.run("""
                CREATE (:Entity:Actor:State {id: 'iceland', name: 'Iceland', iso2: ['IS']}),
                  (:Entity:Actor:State {id: 'elsewhere', name: 'Elsewhere', iso3: ['KAN']}),
                  (:Entity:Actor:State {id: 'coded', name: 'Coded by a text', cow: 'IS'})""", Map.of()));

        assertThat(hits("is")).extracting(Hit::id).startsWith("islamic-state", "coded", "iceland");
        assertThat(hits("kan")).extracting(Hit::id).startsWith("elsewhere", "kant");
        assertThat(search.search("is", List.of("State"), Page.first(20)).entities())
                .extracting(Hit::id)
                .startsWith("coded", "iceland");
    }

    @Test
    void takesAnUnknownSchemeForText() {
        assertThat(hits("iso9:KG")).isEmpty();
        assertThat(hits("name:kyrgyzstan")).isEmpty();
        assertThat(hits("iso2:ZZ")).isEmpty();
    }

    @Test
    void narrowsToKinds() {
        assertThat(search.search("k", List.of("Base"), Page.first(20)).entities())
                .extracting(Hit::id)
                .containsExactlyInAnyOrder("kant", "manas");
        assertThat(search.search("un", List.of("State", "Group"), Page.first(20))
                        .entities())
                .extracting(Hit::id)
                .containsExactly("united-states");
        assertThat(search.search("k", List.of("Actor"), Page.first(20)).entities())
                .extracting(Hit::id)
                .containsExactly("kyrgyzstan");
        assertThat(search.search("kant", List.of("State"), Page.first(20)).entities())
                .isEmpty();
        assertThat(search.search("iso2:KG", List.of("Base"), Page.first(20)).entities())
                .isEmpty();
    }

    @Test
    void refusesAKindThatTheVocabularyDoesNotHave() {
        assertThatThrownBy(() -> search.search("k", List.of("Stat"), Page.first(20)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("did you mean \"State\"?");
    }

    @Test
    void listsAKindByNameWhereNothingIsSearchedFor() {
        EntityHits states = search.search("", List.of("State"), Page.first(2));

        assertThat(states.entities()).extracting(Hit::name).containsExactly("China", "Côte d'Ivoire");
        assertThat(states.entities()).extracting(Hit::matched).containsOnlyNulls();
        assertThat(states.truncated()).isTrue();
    }

    @Test
    void saysWhetherThereAreMore() {
        assertThat(search.search("un", List.of(), Page.first(2)).truncated()).isTrue();
        assertThat(search.search("kant", List.of(), Page.first(1)).truncated()).isFalse();
    }

    static List<String> hostile() {
        return List.of(
                "AND",
                "OR NOT",
                "NOT kyrgyzstan",
                "name:*",
                "*:*",
                "*",
                "?",
                "kyrg~ ^2 ~",
                "/re(g|x)+/",
                "\"unbalanced",
                "back\\slash\\",
                "[a TO z}",
                "+-&&||!(){}[]^\"~*?:\\/",
                "\u0000\u0001\u001b[2J",
                "\ud800 lone half",
                "'.'.'.",
                "a.".repeat(50_000),
                "a ".repeat(50_000),
                "kyrgyzstan ".repeat(9_000),
                "x".repeat(100_000),
                "中".repeat(100_000),
                "é".repeat(100_000),
                "....,,,;;;",
                "$q",
                "' OR 1=1 --");
    }

    @ParameterizedTest
    @MethodSource("hostile")
    void takesSyntaxForText(String text) {
        long start = System.nanoTime();
        EntityHits hits = search.search(text, List.of(), Page.first(20));

        assertThat(hits.entities()).extracting(Hit::id).doesNotContain("lodz", "lech-walesa");
        assertThat(System.nanoTime() - start).isLessThan(5_000_000_000L);
    }

    private List<Hit> hits(String text) {
        return search.search(text, List.of(), Page.first(20)).entities();
    }
}
