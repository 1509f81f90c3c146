package entente.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AskPatternTest {
    private static final List<Parameter> PARAMETERS = List.of(
            new Parameter(
                    "target",
                    ParameterType.ENTITY,
                    false,
                    "what",
                    true,
                    null,
                    "osh-base",
                    List.of(),
                    List.of(),
                    null,
                    false),
            new Parameter(
                    "other",
                    ParameterType.ENTITY,
                    false,
                    "what",
                    false,
                    null,
                    "russia",
                    List.of(),
                    List.of(),
                    null,
                    false),
            new Parameter(
                    "kind",
                    ParameterType.ENUM,
                    false,
                    "which",
                    false,
                    null,
                    "states",
                    List.of("states", "places"),
                    List.of(),
                    null,
                    false),
            new Parameter(
                    "asOf",
                    ParameterType.DATE,
                    false,
                    "when",
                    false,
                    "today",
                    null,
                    List.of(),
                    List.of(),
                    null,
                    false));
    private static final String WHO_BACKS = "who (backs|is in favour of) {target} [(on|as of) {asOf}]";

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            who backs the Osh base?                 | Osh base
            WHO BACKS the Osh base ???              | Osh base
            Who is in favour of an Osh base?        | Osh base
            who backs Côte d’Ivoire                 | Côte d’Ivoire
            whó bâcks "Osh base"?                   | Osh base
            who backs Khanabad (K-2)?               | Khanabad (K-2)
            who backs the Agreement on the Forces   | Agreement on the Forces
            who backs ОДКБ?                         | ОДКБ
            who backs osh-base                      | osh-base
            who backs Osh meeting of 7 July 2009?   | Osh meeting of 7 July 2009
            who backs May Day                       | May Day
            """)
    void takesTheWordsOfAParameterAsTheyWereAsked(String question, String target) {
        assertThat(arguments(WHO_BACKS, question)).isEqualTo(Map.of("target", target));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            2009-06-30
            today
            2009-06
            2009
            30 June 2009
            30 Jun. 2009
            30th of June 2009
            June 30, 2009
            june 30th 2009
            30 June
            June 2009
            30.06.2009
            """)
    void takesADateWhereThePatternHasRoomForOne(String date) {
        assertThat(arguments(WHO_BACKS, "Who backs the Osh base as of " + date + "?"))
                .isEqualTo(Map.of("target", "Osh base", "asOf", date));
    }

    @ParameterizedTest
    @CsvSource({"who opposes Osh base", "who backs", "so who backs Osh", "backs Osh base", "''", "???", "who"})
    void fitsNoOtherQuestion(String question) {
        assertThat(AskPattern.parse(WHO_BACKS, PARAMETERS).fits(Question.of(question)))
                .isEmpty();
    }

    @Test
    void takesOnlyTheWordsOfAnEnum() {
        assertThat(arguments("which {kind} border {target}", "Which states border Kyrgyzstan?"))
                .isEqualTo(Map.of("kind", "states", "target", "Kyrgyzstan"));
        assertThat(AskPattern.parse("which {kind} border {target}", PARAMETERS)
                        .fits(Question.of("which rivers border Kyrgyzstan")))
                .isEmpty();
    }

    @Test
    void givesTheValueThatTheWordsAroundAskFor() {
        assertThat(arguments(
                        "which (countries {kind=states}|regions {kind=places}) border {target}",
                        "Which regions border Osh?"))
                .isEqualTo(Map.of("kind", "places", "target", "Osh"));
    }

    @Test
    void takesTheSameWordsForSeveralParameters() {
        assertThat(arguments("who backs {target,other}", "Who backs Osh?"))
                .isEqualTo(Map.of("target", "Osh", "other", "Osh"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            On 30 June 2009, who backs the Osh base? | 30 June 2009
            as of 2009-06, who backs the Osh base    | 2009-06
            On July 7, 2009, who backs the Osh base? | July 7, 2009
            who backs the Osh base as of now?        | today
            Who backs the Osh base today?            | today
            who backs the Osh base now               | today
            who backs the Osh base as of today       | today
            """)
    void takesADayWhereverTheQuestionSaysIt(String question, String date) {
        Question asked = Question.of(question).withDayLast();

        assertThat(AskPattern.parse(WHO_BACKS, PARAMETERS).fits(asked).get(0).arguments())
                .isEqualTo(Map.of("target", "Osh base", "asOf", date));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Who's in favour of A/RES/64/6? | A/RES/64/6
            who backs the 'A' list         | A' list
            Who’s in favour of a base | base
            """)
    void takesALetterForAnArticleOnlyWhereItIsAWord(String question, String target) {
        assertThat(arguments(WHO_BACKS, question)).isEqualTo(Map.of("target", target));
    }

    @Test
    void keepsEveryWayToReadAnAmbiguousQuestion() {
        assertThat(AskPattern.parse("between {target} and {other}", PARAMETERS)
                        .fits(Question.of("between Bosnia and Herzegovina and Serbia")))
                .extracting(Fit::arguments)
                .containsExactlyInAnyOrder(
                        Map.of("target", "Bosnia", "other", "Herzegovina and Serbia"),
                        Map.of("target", "Bosnia and Herzegovina", "other", "Serbia"));
    }

    @Test
    void givesAnExampleThatFits() {
        AskPattern pattern = AskPattern.parse(WHO_BACKS, PARAMETERS);

        assertThat(pattern.example()).isEqualTo("who backs osh-base?");
        assertThat(pattern.fits(Question.of(pattern.example()))).isNotEmpty();
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            who backs {target                   ! lacks a "}"
            who backs {nobody}                  ! which is no parameter
            who backs {target} or {target}      ! twice
            who (backs {target}                 ! lacks a ")"
            who [backs {target}                 ! lacks a "]"
            who backs) {target}                 ! has a ")" that nothing opens
            who backs | {target}                ! has a "|" that nothing opens
            who [is|was] for {target}           ! has a "|" outside of ( )
            who (backs|) {target}               ! an empty group
            who [] {target}                     ! an empty group
            {target}                            ! asks for no word of its own
            [who] {target}                      ! asks for no word of its own
            (who|{other}) {target}              ! asks for no word of its own
            [[[[[[[who]]]]]]] backs {target}    ! nested too deep
            which {kind=rivers} border {target} ! gives "kind" what it cannot be: "rivers" is not states or places
            who backs {nobody=x}                ! which is no parameter
            """, delimiterString = "!")
    void refusesAMalformedPattern(String pattern, String reason) {
        assertThatThrownBy(() -> AskPattern.parse(pattern, PARAMETERS))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(reason);
    }

    @Property
    void parsesOrRefusesAnyPattern(
            @ForAll("patterns") String pattern, @ForAll @StringLength(max = 300) String question) {
        try {
            AskPattern.parse(pattern, PARAMETERS).fits(Question.of(question));
        } catch (IllegalArgumentException malformed) {
            assertThat(malformed).hasMessageContaining("the pattern");
        }
    }

    @Provide
    Arbitrary<String> patterns() {
        return Arbitraries.of("who", "(", ")", "|", "[", "]", "{target}", "{other}", "{asOf}", "{", "}", " ")
                .list()
                .ofMaxSize(30)
                .map(pieces -> String.join(" ", pieces));
    }

    @Property(tries = 50)
    void fitsAnyValueBetweenItsWords(@ForAll("values") String value) {
        assertThat(arguments("who backs {target} today", "who backs " + value + " today"))
                .isEqualTo(Map.of("target", value));
    }

    @Provide
    Arbitrary<String> values() {
        return Arbitraries.of("Osh", "base", "K-2", "d’Ivoire", "MATCH", "DETACH", "ОДКБ")
                .list()
                .ofMinSize(1)
                .ofMaxSize(6)
                .map(words -> String.join(" ", words));
    }

    @Test
    void endsSoonWhereEveryWordCouldMeanEverything() {
        AskPattern pattern = AskPattern.parse(
                "x [x] [x] [x] [x] [x] x [x] [x] {target} [(x|x x|x x x) {other}] [x] [x] [x]", PARAMETERS);
        Question question = Question.of("x ".repeat(150));

        assertTimeoutPreemptively(Duration.ofSeconds(30), () -> pattern.fits(question));
    }

    private static Map<String, String> arguments(String pattern, String question) {
        List<Fit> fits = AskPattern.parse(pattern, PARAMETERS).fits(Question.of(question));
        assertThat(fits).isNotEmpty();
        return fits.get(0).arguments();
    }
}
