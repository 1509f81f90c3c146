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
            What happened in Kyrgyzstan in June 2009?            | timeline                 | target=Kyrgyzstan, earliest=June 2009, latest=June 2009
            What is the position of China on the Osh base?       | stances-on               | actor=China, target=Osh base
            What does the Osh base cost Kyrgyzstan?              | benefits-and-drawbacks   | target=Osh base, effect=drawback, actor=Kyrgyzstan
            When was the CORF agreement signed?                  | who-signed               | target=CORF agreement
            What are the sources on the Osh base?                | evidence                 | target=Osh base
            Who was in the CSTO?                                 | members-of               | target=CSTO
            """)
    void findsTheQueryAndItsValues(String question, String query, String arguments) {
        Understood understood = ask.understand(question);

        assertThat(understood.query().name()).isEqualTo(query);
        assertThat(understood.arguments()).hasToString("{" + arguments + "}");
        assertThat(understood.question()).isEqualTo(question);
        assertThat(understood.query().ask()).contains(understood.pattern());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            What does Russia oppose?                                 | stances-of               | target=Russia, stance=opposes
            What did Russia support?                                 | stances-of               | target=Russia, stance=backs
            What is Uzbekistan against?                              | stances-of               | target=Uzbekistan, stance=opposes
            What is Russia for?                                      | stances-of               | target=Russia, stance=backs
            What is China neutral on?                                | stances-of               | target=China, stance=takes no side
            What does Uzbekistan oppose as of 2009-07-31?            | stances-of               | target=Uzbekistan, stance=opposes, asOf=2009-07-31
            What are Russia's stances?                               | stances-of               | target=Russia
            Where do Russia and Uzbekistan differ?                   | where-two-stand          | entity=Russia, other=Uzbekistan, same=false
            Where do Russia and the United States agree?             | where-two-stand          | entity=Russia, other=United States, same=true
            On what do Russia and Uzbekistan disagree?               | where-two-stand          | entity=Russia, other=Uzbekistan, same=false
            Where do Russia and Uzbekistan stand?                    | where-two-stand          | entity=Russia, other=Uzbekistan
            Which states back the Osh base?                          | who-backs                | kind=states, target=Osh base
            Which countries support the Osh base?                    | who-backs                | kind=states, target=Osh base
            Which organisations back the Osh base?                   | who-backs                | kind=organizations, target=Osh base
            How many states back the Osh base?                       | who-backs                | kind=states, target=Osh base
            How many actors oppose the Osh base?                     | who-opposes              | target=Osh base
            Who objects to the Osh base?                             | who-opposes              | target=Osh base
            Who disapproves of the Osh base?                         | who-opposes              | target=Osh base
            Who is opposed to the Osh base?                          | who-opposes              | target=Osh base
            Who are the opponents of the Osh base?                   | who-opposes              | target=Osh base
            Who are the supporters of the Osh base?                  | who-backs                | target=Osh base
            Who favours the Osh base?                                | who-backs                | target=Osh base
            Who is backing the Osh base?                             | who-backs                | target=Osh base
            Who has backed the Osh base?                             | who-backs                | target=Osh base
            Which states are neutral on the Osh base?                | who-takes-no-side        | kind=states, target=Osh base
            Who does not back the Osh base?                          | stances-on               | stance=does not back, target=Osh base
            Who doesn't back the Osh base?                           | stances-on               | stance=does not back, target=Osh base
            Which states do not oppose the Osh base?                 | stances-on               | kind=states, stance=does not oppose, target=Osh base
            Is Russia for the Osh base?                              | stances-on               | actor=Russia, target=Osh base
            Is Uzbekistan against the Osh base?                      | stances-on               | actor=Uzbekistan, target=Osh base
            Is the Osh base backed by Russia?                        | stances-on               | target=Osh base, actor=Russia
            Does Uzbekistan support the Osh base?                    | stances-on               | actor=Uzbekistan, target=Osh base
            What does Russia think about the Osh base?               | stances-on               | actor=Russia, target=Osh base
            Why did Uzbekistan not sign CORF?                        | stances-on               | actor=Uzbekistan, target=CORF
            Why does Russia back the Osh base?                       | evidence-that            | subject=Russia, relationship=backs, object=Osh base
            Why did Uzbekistan oppose the Osh base?                  | evidence-that            | subject=Uzbekistan, relationship=opposes, object=Osh base
            Since when does Russia back the Osh base?                | evidence-that            | subject=Russia, relationship=backs, object=Osh base
            How long has Russia backed the Osh base?                 | evidence-that            | subject=Russia, relationship=backs, object=Osh base
            Who says that Russia backs the Osh base?                 | evidence-that            | subject=Russia, relationship=backs, object=Osh base
            Who says Uzbekistan opposes the Osh base?                | evidence-that            | subject=Uzbekistan, relationship=opposes, object=Osh base
            What is the evidence that Russia backs the Osh base?     | evidence-that            | subject=Russia, relationship=backs, object=Osh base
            When did Russia sign CORF?                               | evidence-that            | subject=Russia, relationship=signed, object=CORF
            Did Uzbekistan sign CORF?                                | evidence-that            | subject=Uzbekistan, relationship=signed, object=CORF
            When did Uzbekistan leave the CSTO?                      | evidence-that            | subject=Uzbekistan, relationship=left, object=CSTO
            Did Georgia join the CSTO?                               | evidence-that            | subject=Georgia, relationship=belongs to, object=CSTO
            Did Russia propose the Osh base?                         | evidence-that            | subject=Russia, relationship=proposed, object=Osh base
            Is Uzbekistan a member of the CSTO?                      | evidence-that            | subject=Uzbekistan, relationship=belongs to, asOf=today, object=CSTO
            Does Kyrgyzstan border Uzbekistan?                       | borders-between          | one=Kyrgyzstan, asOf=today, other=Uzbekistan
            Do Kyrgyzstan and Uzbekistan share a border?             | borders-between          | one=Kyrgyzstan, other=Uzbekistan, asOf=today
            Is Russia allied with Kyrgyzstan?                        | allies-of                | actor=Russia, ally=Kyrgyzstan
            Are Russia and Kyrgyzstan allies?                        | allies-of                | actor=Russia, ally=Kyrgyzstan
            What did William Burns say about the Osh base?           | said-about               | speaker=William Burns, target=Osh base
            What has Kazakhstan said about the Osh base?             | said-about               | speaker=Kazakhstan, target=Osh base
            What did the sources say about the Osh base?             | evidence                 | target=Osh base
            Who hosts the Manas base?                                | who-hosts                | target=Manas base
            Which country hosts the Manas base?                      | who-hosts                | target=Manas base
            Who operates the Khanabad base?                          | who-hosts                | target=Khanabad base
            Who runs the Khanabad base?                              | who-represents           | target=Khanabad base
            Where is the Osh base?                                   | where-is                 | target=Osh base
            Where did the Tashbulak clash take place?                | where-is                 | target=Tashbulak clash
            What did Kyrgyzstan sign?                                | signed-by                | actor=Kyrgyzstan
            Which treaties did Russia sign in 2009?                  | signed-by                | actor=Russia, year=2009
            Which organisations does Russia belong to?               | memberships-of           | kind=organizations, actor=Russia
            Which alliances does Russia belong to?                   | memberships-of           | kind=alliances, actor=Russia
            What is Uzbekistan a member of?                          | memberships-of           | actor=Uzbekistan
            Memberships of Uzbekistan on 2009-07-31                  | memberships-of           | actor=Uzbekistan, asOf=2009-07-31
            What do we know about the Osh base?                      | overview                 | target=Osh base
            Tell me about the Osh base                               | overview                 | target=Osh base
            Who is William Burns?                                    | overview                 | target=William Burns
            What is the CSTO?                                        | overview                 | target=CSTO
            What about Manas?                                        | overview                 | target=Manas
            Who proposed the Osh base?                               | who-proposed             | target=Osh base
            Whose idea was the Osh base?                             | who-proposed             | target=Osh base
            Pros and cons of the Osh base                            | benefits-and-drawbacks   | target=Osh base
            What are the risks of the Osh base for Kyrgyzstan?       | benefits-and-drawbacks   | effect=drawback, target=Osh base, actor=Kyrgyzstan
            Advantages of the Osh base                               | benefits-and-drawbacks   | effect=benefit, target=Osh base
            What speaks against the Osh base?                        | benefits-and-drawbacks   | effect=drawback, target=Osh base
            What are the disputes between Kyrgyzstan and Uzbekistan? | disputes-between         | entity=Kyrgyzstan, other=Uzbekistan
            Which CSTO members did not sign CORF?                    | members-who-did-not-sign | organization=CSTO, target=CORF
            Who did not sign the CORF agreement?                     | members-who-did-not-sign | target=CORF agreement
            Who are the signatories of CORF?                         | who-signed               | target=CORF
            How many states signed CORF?                             | who-signed               | kind=states, target=CORF
            Who are the members of the CSTO?                         | members-of               | target=CSTO
            How many members does the CSTO have?                     | members-of               | target=CSTO
            Which members of the CSTO back the Osh base?             | members-standing         | organization=CSTO, stance=backs, target=Osh base
            Which CSTO members oppose the Osh base?                  | members-standing         | organization=CSTO, stance=opposes, target=Osh base
            Where do the members of the CSTO stand on the Osh base?  | members-standing         | organization=CSTO, target=Osh base
            Which neighbours of Kyrgyzstan oppose the Osh base?      | neighbours-standing      | state=Kyrgyzstan, stance=opposes, target=Osh base
            Which neighbours of Kyrgyzstan back the Osh base?        | backers-bordering        | state=Kyrgyzstan, target=Osh base
            Where do Kyrgyzstan's neighbours stand on the Osh base?  | neighbours-standing      | state=Kyrgyzstan, target=Osh base
            Which countries border Kyrgyzstan?                       | neighbours               | kind=states, entity=Kyrgyzstan
            How many states border Kyrgyzstan?                       | neighbours               | kind=states, entity=Kyrgyzstan
            Which countries does Kyrgyzstan border?                  | neighbours               | kind=states, entity=Kyrgyzstan
            Who are Kyrgyzstan's neighbours?                         | neighbours               | entity=Kyrgyzstan
            Who is the president of Russia?                          | who-represents           | role=President, target=Russia
            Who voted against A/RES/64/6?                            | who-voted                | vote=against, resolution=A/RES/64/6
            Who voted against resolution 64/6?                       | who-voted                | vote=against, resolution=64/6
            """)
    void findsWhatAnAnalystAsks(String question, String query, String arguments) {
        Understood understood = ask.understand(question);

        assertThat(understood.query().name()).isEqualTo(query);
        assertThat(understood.arguments()).hasToString("{" + arguments + "}");
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
            who backs Talks Today?                                       | target=Talks Today
            """)
    void leavesADayToTheNameThatHoldsIt(String question, String arguments, Graph graph) {
        graph.write("two events", writing -> writing.run("""
                CREATE (:Entity:Event {id: 'meeting', name: 'Bishkek meeting of 7 July 2009'}),
                       (:Entity:Event {id: 'talks', name: 'Talks in July 2009'}),
                       (:Entity:Organization:Actor {id: 'talks-today', name: 'Talks Today'})
                """, Map.of()));
        graph.write("await", writing -> writing.run("CALL db.awaitIndexes(60)", Map.of()));

        Understood understood = ask.understand(question);

        assertThat(understood.query().name()).isEqualTo("who-backs");
        assertThat(understood.arguments()).hasToString("{" + arguments + "}");
    }

    @Test
    void proposesTheNearestQueriesWithQuestionsThatAreUnderstood() {
        assertThatThrownBy(() -> ask.understand("Give the signatories that the treaty bears, whoever signed"))
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
    @ValueSource(
            strings = {
                "Who backs it?",
                "Which member of the CSTO did not sign it?",
                "what do they back?",
                "Who voted against it?"
            })
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
