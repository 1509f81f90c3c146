package entente.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import entente.Neo4jExtension;
import entente.graph.EntityNames;
import entente.graph.Graph;
import entente.graph.Guard;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("database")
@ExtendWith(Neo4jExtension.class)
class AskTest {
    private static Ask ask;

    @BeforeAll
    static void ask(Graph graph) {
        Path queries = Path.of(System.getProperty("entente.cypher"), "queries");
        ask = new Ask(QueryDirectory.read(queries, new Guard(graph)), new EntityNames(graph));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Who backs the Osh base?                              | who-backs                | target=Osh base
            who backs the Osh base as of 2009-06-30?             | who-backs                | target=Osh base, asOf=2009-06-30
            who backs the Osh base on 15 July 2009?              | who-backs                | target=Osh base, asOf=15 July 2009
            who backs the Osh base as of July 15, 2009?          | who-backs                | target=Osh base, asOf=July 15, 2009
            What happened in Kyrgyzstan since 1 June 2009?       | timeline                 | target=Kyrgyzstan, earliest=1 June 2009
            Who supports Osh base and borders Kyrgyzstan?        | backers-bordering        | target=Osh base, state=Kyrgyzstan
            Who opposes the Osh base?                            | who-opposes              | target=Osh base
            Who is against the Osh base?                         | who-opposes              | target=Osh base
            Where does Russia stand on the Osh base?             | stances-on               | actor=Russia, target=Osh base
            What is Kazakhstan's position on the Osh base?       | stances-on               | actor=Kazakhstan, target=Osh base
            Where does Russia stand?                             | stances-of               | target=Russia
            Who signed the CORF agreement?                       | who-signed               | target=CORF agreement
            Which member of the CSTO did not sign CORF?          | members-who-did-not-sign | organization=CSTO, target=CORF
            Which states border Kyrgyzstan?                      | neighbours               | kind=states, entity=Kyrgyzstan
            What borders Kyrgyzstan?                             | neighbours               | entity=Kyrgyzstan
            What is disputed about the Tashbulak clash?          | conflicting-claims       | target=Tashbulak clash
            What happened in Kyrgyzstan since 2009-06-01?        | timeline                 | target=Kyrgyzstan, earliest=2009-06-01
            Who opposed the Osh base?                            | who-opposes              | target=Osh base
            Which states bordered Kyrgyzstan?                    | neighbours               | kind=states, entity=Kyrgyzstan
            Who led Kyrgyzstan in 2009-07-01?                    | who-represents           | target=Kyrgyzstan, asOf=2009-07-01
            How often did Kyrgyzstan and Russia vote together in 2009? | agreement-between   | first=Kyrgyzstan, second=Russia, year=2009
            Who votes most like Kyrgyzstan?                      | closest-voters           | actor=Kyrgyzstan
            Who voted against R/64/6?                            | who-voted                | vote=against, resolution=R/64/6
            Who abstained on R/64/6?                             | who-voted                | vote=abstained, resolution=R/64/6
            How many states voted yes on R/64/6?                 | vote-count               | resolution=R/64/6
            When did the United States vote alone in 1983?       | lone-dissent             | actor=United States, year=1983
            Who is in the alliance atop-4220?                    | alliance-members         | alliance=atop-4220
            Who left atop-4220 in 1999?                          | who-left                 | alliance=atop-4220, year=1999
            Who is allied with Russia as of 2009-06-30?          | allies-of                | actor=Russia, asOf=2009-06-30
            How many borders lie between Norway and North Korea? | crossings-between        | from=Norway, to=North Korea
            Which countries are doubly landlocked as of 2009-06-30? | doubly-landlocked     | asOf=2009-06-30
            Who was in the CSTO?                                 | who-took-part            | target=CSTO
            """)
    void findsTheQueryAndItsValues(String question, String query, String arguments) {
        Understood understood = ask.understand(question);

        assertThat(understood.query().name()).isEqualTo(query);
        assertThat(understood.arguments()).hasToString("{" + arguments + "}");
        assertThat(understood.question()).isEqualTo(question);
        assertThat(understood.query().ask()).contains(understood.pattern());
    }

    @Test
    void prefersTheReadingWhoseEntitiesAreKnown(Graph graph) {
        graph.write("two states", writing -> writing.run("""
                CREATE (:Entity:Actor:State {id: 'bosnia', name: 'Bosnia and Herzegovina'}),
                       (:Entity:Actor:State {id: 'serbia', name: 'Serbia'})
                """, Map.of()));
        graph.write("await", writing -> writing.run("CALL db.awaitIndexes(60)", Map.of()));

        assertThat(ask.understand("what disputes are between Bosnia and Herzegovina and Serbia?")
                        .arguments())
                .isEqualTo(Map.of("entity", "Bosnia and Herzegovina", "other", "Serbia"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            who backs the Bishkek meeting of 7 July 2009?                | target=Bishkek meeting of 7 July 2009
            who backs the Bishkek meeting of 7 July 2009 on 8 July 2009? | target=Bishkek meeting of 7 July 2009, asOf=8 July 2009
            who backs the talks in July 2009?                            | target=talks in July 2009
            who backs the talks in July 2009 on 8 July 2009?             | target=talks in July 2009, asOf=8 July 2009
            who backs the talks in August 2009?                          | target=talks, asOf=August 2009
            """)
    void leavesADayToTheNameThatHoldsIt(String question, String arguments, Graph graph) {
        graph.write("two events", writing -> writing.run("""
                CREATE (:Entity:Event {id: 'meeting', name: 'Bishkek meeting of 7 July 2009'}),
                       (:Entity:Event {id: 'talks', name: 'Talks in July 2009'})
                """, Map.of()));
        graph.write("await", writing -> writing.run("CALL db.awaitIndexes(60)", Map.of()));

        Understood understood = ask.understand(question);

        assertThat(understood.query().name()).isEqualTo("who-backs");
        assertThat(understood.arguments()).hasToString("{" + arguments + "}");
    }

    @Test
    void proposesTheNearestQueriesWithQuestionsThatAreUnderstood() {
        assertThatThrownBy(() -> ask.understand("Tell me whose signature the treaty bears, and who signed"))
                .isInstanceOfSatisfying(QueryException.class, fault -> {
                    assertThat(fault.reason()).isEqualTo(QueryException.Reason.NOT_UNDERSTOOD);
                    assertThat(fault.candidates())
                            .first()
                            .isEqualTo(new QueryException.Candidate("who-signed", "Who signed it?"));
                })
                .hasMessageContaining("\"who signed corf-2009?\"");
    }

    @ParameterizedTest
    @CsvSource({"''", "???", "xyzzy"})
    void showsQuestionsEvenWhereNothingIsNear(String question) {
        assertThatThrownBy(() -> ask.understand(question))
                .isInstanceOf(QueryException.class)
                .hasMessageContaining("; try \"");
    }

    /** "It" is the code of Italy, too. */
    @ParameterizedTest
    @ValueSource(strings = {"Who backs it?", "Which member of the CSTO did not sign it?", "what do they back?"})
    void asksWhatAPronounMeans(String question) {
        assertThatThrownBy(() -> ask.understand(question))
                .isInstanceOf(QueryException.class)
                .hasMessageContaining("each question is read by itself: say what \"");
    }

    @Test
    void refusesAQuestionThatIsTooLong() {
        assertThatThrownBy(() -> ask.understand("who backs " + "x".repeat(300)))
                .isInstanceOfSatisfying(
                        QueryException.class,
                        fault -> assertThat(fault.parameter()).isEqualTo("q"));
    }
}
