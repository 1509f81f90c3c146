package entente.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import entente.Neo4jExtension;
import entente.graph.Graph;
import entente.graph.Statement;
import entente.graph.VocabularyFile;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Each fault is told with its place and a way out, and nothing of the file is written. */
@Tag("database")
@ExtendWith(Neo4jExtension.class)
class DossierFaultsTest {
    /** Lines 1 to 7; what a test adds begins at line 8. */
    private static final String START = """
            dossier: pact
            sources: [{id: gazette, title: The Gazette}]
            actors:
              - {id: ruritania, kind: State, name: Ruritania}
              - {id: graustark, kind: State, name: Graustark}
            agreements: [{id: the-pact, name: The Pact, signedOn: 1905-03}]
            entities: [{id: streslau, kind: Place, name: Streslau}]
            """;

    private static final String UNSOURCED =
            START.replace("sources: [{id: gazette, title: The Gazette}]", "sources: [{id: gazette}, {id: almanac}]");

    private Graph graph;
    private Loader loader;

    @BeforeEach
    void loader(Graph given) {
        graph = given;
        loader = new Loader(graph, VocabularyFile.bundled());
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource
    void tellsWhatIsWrongWithTheFacts(String what, String dossier, String problem) {
        assertThat(problems("pact.yaml", dossier)).containsExactly("pact.yaml:" + problem);
        assertNothingWritten();
    }

    static Stream<Arguments> tellsWhatIsWrongWithTheFacts() {
        return Stream.of(keys(), references(), dates(), sources(), ends(), values())
                .flatMap(cases -> cases);
    }

    @Test
    void aWrongWordHidesNoOtherFaultOfItsStance() {
        String stance = "stances: [{actor: ruritania, suports: the-pact, since: 31.03.1905, confidence: sure}]\n";
        String relationship = "relationships: [{type: leads, from: ruritania, to: graustark, sources: [No Slug]}]\n";
        String border = "borders: [{between: [ruritania], basis: hearsay}]\n";

        assertThat(problems("pact.yaml", START + stance + relationship + border))
                .satisfiesExactly(
                        side -> assertThat(side).contains("\"suports\" meant to be \"supports\""),
                        since -> assertThat(since).contains("31.03.1905"),
                        confidence -> assertThat(confidence).contains("\"sure\" is not a value of \"confidence\""),
                        type -> assertThat(type).contains("unknown type \"leads\""),
                        source -> assertThat(source).contains("a source is named by its id"),
                        ends -> assertThat(ends).contains("a border is between two"),
                        basis -> assertThat(basis).contains("\"hearsay\" is not a value of \"basis\""));
    }

    @Test
    void tellsOnlySoManyProblemsAsAnybodyReads() {
        List<String> told = problems("pact.yaml", START + "stances: [" + "[], ".repeat(2_000) + "[]]\n");

        assertThat(told).hasSize(1_001).last().isEqualTo("these are the first 1000 problems, and there are more");
        assertNothingWritten();
    }

    @Test
    void showsNothingThatCommandsATerminal() {
        List<String> told = problems("pact.yaml", START + "\"k\\e[2J\\nentente: forged\": 1\n");

        assertThat(told).hasSize(1);
        assertThat(told.get(0)).contains("unknown key").doesNotContain("\u001b", "\n");
    }

    @Test
    void refusesAnEscapeThatNamesNoCharacterAndALineThatNeverEnds() {
        assertThat(problems("pact.yaml", START + "title: \"\\UFFFFFFFF\"\n"))
                .containsExactly("pact.yaml:8:1: an escape such as \\U in quotes names no character");
        assertThat(problems("pact.yaml", START + "title: " + "x".repeat(2_500_000)))
                .containsExactly(
                        "pact.yaml:8:1: a line has more than 2000000 characters; break it, or write the file as JSON");
    }

    private static Stream<Arguments> keys() {
        return Stream.of(
                arguments(
                        "key of the file",
                        START + "stance: []\n",
                        "8:1: unknown key \"stance\"; did you mean \"stances\"?"),
                arguments(
                        "key of a source",
                        START.replace("title:", "titel:"),
                        "2:25: unknown key \"titel\"; did you mean \"title\"?"),
                arguments(
                        "key of an actor",
                        START.replace("name: Rur", "nmae: Rur"),
                        "4:34: unknown key \"nmae\"; did you mean \"name\"?"),
                arguments(
                        "key of a stance",
                        START + "stances: [{actor: ruritania, supports: the-pact, sinse: 1905}]\n",
                        "8:50: unknown key \"sinse\"; did you mean \"since\"?"),
                arguments(
                        "property of another kind",
                        START.replace("kind: Place,", "kind: Place, signedOn: 1905,"),
                        "7:40: unknown key \"signedOn\"; known here are aliases, category, id, kind, name, summary"),
                arguments(
                        "side of a stance",
                        START + "stances: [{actor: ruritania, suports: the-pact}]\n",
                        "8:11: a stance needs one of supports, opposes and neutralOn, and only one; is \"suports\" meant"
                                + " to be \"supports\"?"),
                arguments(
                        "type in small letters",
                        START + "relationships: [{type: leads, from: ruritania, to: graustark}]\n",
                        "8:24: unknown type \"leads\"; did you mean \"LEADS\"?"),
                arguments(
                        "rest of a text after a comma",
                        START.replace("The Pact,", "The Pact, a treaty,"),
                        "6:45: unknown key \"a treaty\"; if a text goes on here after a comma, put the text in quotes"),
                arguments(
                        "no id of the dossier",
                        START.replace("dossier: pact", "title: Pact"),
                        "1:1: \"dossier\" is missing"),
                arguments("no id of an entity", START.replace("id: streslau, ", ""), "7:12: \"id\" is missing"),
                arguments("no kind", START.replace("kind: Place, ", ""), "7:12: \"kind\" is missing"),
                arguments("no actor", START + "stances: [{supports: the-pact}]\n", "8:11: \"actor\" is missing"),
                arguments(
                        "no agreement", START + "signatures: [{actor: ruritania}]\n", "8:14: \"agreement\" is missing"),
                arguments(
                        "no type",
                        START + "relationships: [{from: ruritania, to: graustark}]\n",
                        "8:17: \"type\" is missing"),
                arguments(
                        "no position",
                        START + "stances: [{actor: ruritania, neutralOn: the-pact}]\n",
                        "8:11: \"position\" is missing: NEUTRAL_ON needs it"),
                arguments(
                        "two stances in one",
                        START + "stances: [{actor: ruritania, supports: the-pact, opposes: the-pact}]\n",
                        "8:11: a stance needs one of supports, opposes and neutralOn, and only one"),
                arguments(
                        "a border of three",
                        START + "borders: [[ruritania, graustark, streslau]]\n",
                        "8:11: a border is between two: [kyrgyzstan, uzbekistan] or {between: [kyrgyzstan, uzbekistan]}"),
                arguments("a list that is none", START + "borders: {a: b}\n", "8:10: \"borders\" must be a list"),
                arguments(
                        "an item that is no mapping",
                        START + "stances: [ruritania]\n",
                        "8:11: a stance must be a mapping of keys to values"),
                arguments("a list as the file", "- dossier\n", "1:1: a dossier must be a mapping of keys to values"));
    }

    private static Stream<Arguments> references() {
        return Stream.of(
                arguments(
                        "an entity twice",
                        START.replace("id: graustark", "id: ruritania"),
                        "5:10: the entity \"ruritania\" is here twice; it stands at pact.yaml:4:10 already"),
                arguments(
                        "a source twice",
                        START.replace("title: The Gazette}", "title: The Gazette}, {id: gazette}"),
                        "2:51: the source \"gazette\" is here twice; it stands at pact.yaml:2:16 already"),
                arguments(
                        "an unknown actor",
                        START + "stances: [{actor: ruritannia, supports: the-pact, sources: [gazette]}]\n",
                        "8:19: unknown actor \"ruritannia\"; did you mean \"ruritania\"?"),
                arguments(
                        "an unknown agreement",
                        START + "signatures: [{actor: ruritania, agreement: te-pact}]\n",
                        "8:44: unknown agreement \"te-pact\"; did you mean \"the-pact\"?"),
                arguments(
                        "an unknown entity",
                        START + "borders: [[ruritania, nowhere-at-all]]\n",
                        "8:23: unknown entity \"nowhere-at-all\""),
                arguments(
                        "an unknown speaker",
                        START + "stances: [{actor: ruritania, supports: the-pact, statedBy: rurritania}]\n",
                        "8:60: unknown entity \"rurritania\"; did you mean \"ruritania\"?"),
                arguments(
                        "nobody's entity under refers",
                        START + "refers: [elsewhere]\n",
                        "8:10: unknown entity \"elsewhere\""),
                arguments(
                        "its own entity under refers",
                        START + "refers: [ruritania]\n",
                        "8:10: \"ruritania\" is described in this file or stands here twice"),
                arguments(
                        "an id that is no slug",
                        START.replace("id: streslau", "id: Strés Lau"),
                        "7:17: \"Strés Lau\" cannot be an id; ids are lower-case letters and digits with hyphens between,"
                                + " such as osh-base"));
    }

    private static Stream<Arguments> dates() {
        String stance = START + "stances: [{actor: ruritania, supports: the-pact, since: %s}]\n";
        return Stream.of(
                arguments(
                        "no such day",
                        stance.formatted("2009-02-30"),
                        "8:57: \"2009-02-30\" is not in the calendar: Invalid date 'FEBRUARY 30'"),
                arguments(
                        "no such month",
                        stance.formatted("2009-13"),
                        "8:57: \"2009-13\" is not in the calendar: Invalid value for MonthOfYear (valid values 1 - 12): 13"),
                arguments(
                        "no date",
                        stance.formatted("soon"),
                        "8:57: \"soon\" is not a date; write 2009, 2009-07 or 2009-07-07"),
                arguments(
                        "an end before the start",
                        stance.formatted("1905-06, until: 1905-05"),
                        "8:73: the period ends (1905-05) before it starts (1905-06)"),
                arguments(
                        "a key of two lines",
                        START + "stances: [{actor: ruritania, supports: the-pact, key: \"a\\nb\"}]\n",
                        "8:55: a key is a word of 1 to 100 characters, without spaces"),
                arguments(
                        "an instant that would never be over",
                        START + "relationships: [{type: ATTACKED, from: ruritania, to: graustark, since: 1905}]\n",
                        "8:73: a relationship of type ATTACKED is over when its day is: give that day as on, or until"
                                + " beside since"),
                arguments(
                        "an instant with a period and a day",
                        START
                                + "relationships: [{type: ATTACKED, from: ruritania, to: graustark, on: 1905, since: 1905}]\n",
                        "8:70: ATTACKED takes either on, or since and until"));
    }

    private static Stream<Arguments> sources() {
        return Stream.of(
                arguments(
                        "a stance without a source",
                        UNSOURCED + "stances: [{actor: ruritania, supports: the-pact}]\n",
                        "8:11: this fact has no source; give it sources: [id], or give the dossier a source that speaks"
                                + " for all"),
                arguments(
                        "an unknown source",
                        START + "stances: [{actor: ruritania, supports: the-pact, sources: ['gazete#4']}]\n",
                        "8:60: unknown source \"gazete\"; did you mean \"gazette\"?"),
                arguments(
                        "an unknown source of all",
                        UNSOURCED + "source: almanack\n",
                        "8:9: unknown source \"almanack\"; did you mean \"almanac\"?"),
                arguments(
                        "a source that is no id",
                        START + "stances: [{actor: ruritania, supports: the-pact, sources: [The Gazette]}]\n",
                        "8:60: a source is named by its id, or by its id and a locator: osh-article#12"),
                arguments(
                        "an address of another scheme",
                        START.replace("title: The Gazette", "url: 'javascript:alert(1)'"),
                        "2:30: \"javascript:alert(1)\" is not an http or https address"));
    }

    private static Stream<Arguments> ends() {
        return Stream.of(
                arguments(
                        "wrong kind at an end",
                        START + "signatures: [{actor: ruritania, agreement: streslau}]\n",
                        "8:14: SIGNED goes from Actor to Agreement, and here from ruritania (State) to streslau (Place)"),
                arguments(
                        "a place that takes a stance",
                        START + "stances: [{actor: streslau, supports: the-pact}]\n",
                        "8:11: SUPPORTS goes from Actor to Entity, and here from streslau (Place) to the-pact (Agreement)"),
                arguments(
                        "itself",
                        START + "borders: [[ruritania, ruritania]]\n",
                        "8:23: \"ruritania\" is joined to itself"),
                arguments(
                        "the same fact twice",
                        START + "borders:\n  - [ruritania, graustark]\n  - [graustark, ruritania]\n",
                        "10:5: this fact has the same type, ends and start as the one at line 9; give one of them a key"
                                + " to tell them apart"),
                arguments(
                        "a given id twice",
                        START + "borders:\n  - {id: b, between: [ruritania, graustark]}\n"
                                + "  - {id: b, between: [ruritania, streslau]}\n",
                        "10:5: the id \"b\" belongs to the fact at line 9 already"),
                arguments(
                        "no actor's kind",
                        START.replace("{id: ruritania, kind: State", "{id: ruritania, kind: Place"),
                        "4:27: \"Place\" is not a kind of actor; the kinds are State, Organization, Group or Person"),
                arguments(
                        "an unknown type",
                        START + "relationships: [{type: MEMBEROF, from: ruritania, to: graustark}]\n",
                        "8:24: unknown type \"MEMBEROF\"; did you mean \"MEMBER_OF\"?"));
    }

    private static Stream<Arguments> values() {
        String named = START.replace("name: Streslau", "name: %s");
        return Stream.of(
                arguments(
                        "a text of a megabyte",
                        named.formatted("x".repeat(1 << 20)),
                        "7:46: \"name\" must be a text of 1 to 10000 characters"),
                arguments(
                        "an escaped NUL",
                        named.formatted("\"a\\0b\""),
                        "7:46: \"name\" holds a control character; remove it"),
                arguments("a list as a text", named.formatted("[a, b]"), "7:46: \"name\" must be one text"),
                arguments(
                        "nothing in a list",
                        named.formatted("a, aliases: [null]"),
                        "7:59: \"aliases\" must be a text of 1 to 10000 characters"),
                arguments(
                        "no confidence",
                        START + "stances: [{actor: ruritania, supports: the-pact, confidence: sure}]\n",
                        "8:62: \"sure\" is not a value of \"confidence\"; take low, moderate or high"),
                arguments(
                        "neither true nor false",
                        START + "base: yes\n",
                        "8:7: \"yes\" is not a value of \"base\"; take true or false"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource
    void tellsWhereTheFileIsNoYaml(String what, String dossier, String problem) {
        assertThat(problems("pact.yaml", dossier)).containsExactly("pact.yaml:" + problem);
        assertNothingWritten();
    }

    static Stream<Arguments> tellsWhereTheFileIsNoYaml() {
        String colon =
                "a colon and a space begin a value, and here they cannot; a text that holds them must stand in quotes";
        String anchors = "anchors (&) and aliases (*) are not taken; write the value out, or quote it if it is text";
        return Stream.of(
                arguments("nothing", "", "1:1: there is nothing in this file"),
                arguments("blanks", " \n\n", "1:1: there is nothing in this file"),
                arguments("only comments", "# soon\n# more\n", "1:1: there is nothing in this file"),
                arguments(
                        "a colon in a text",
                        "dossier: pact\ntitle: The pact: a history\n",
                        "2:16: " + colon + ", and a key must be indented as its neighbours are"),
                arguments(
                        "a colon in a text in braces",
                        "sources:\n  - {id: a, title: The pact: a history}\n",
                        "2:28: " + colon + "; or the bracket that opens at line 2 is not closed"),
                arguments("an anchor", "dossier: &a pact\n", "1:10: " + anchors),
                arguments("an alias", "dossier: *a\n", "1:10: " + anchors),
                arguments("a laugh", "a: &a [x, x]\nb: &b [*a, *a]\nc: [*b, *b]\n", "1:4: " + anchors),
                arguments(
                        "a tag",
                        "dossier: !!str pact\n",
                        "1:10: tags (!) are not taken; put a text that begins with one in quotes"),
                arguments("a tab", "sources:\n\t- {id: a}\n", "2:1: a tab cannot indent; indent with spaces"),
                arguments(
                        "an open quote",
                        "dossier: pact\ntitle: \"The pact\n",
                        "2:8: the quote that opens here is never closed"),
                arguments(
                        "an at sign",
                        "title: @pact\n",
                        "1:8: a text cannot begin with this character; put it in quotes"),
                arguments(
                        "a text after a quoted one",
                        "title: \"The pact\" of old\n",
                        "1:19: this does not go on with what is above; check the indentation, and put the text in quotes"),
                arguments(
                        "a line that is no key",
                        "dossier: pact\ntitle\nbase: true\n",
                        "2:1: this is neither a key with a colon after it, nor a part of what is above"),
                arguments("too deep", "a: " + "[".repeat(5000), "1:24: this nests too deep"),
                arguments(
                        "two documents",
                        "dossier: a\n---\ndossier: b\n",
                        "2:1: a file holds one document, and here another begins"),
                arguments("a key twice", "dossier: a\ndossier: b\n", "2:1: the key \"dossier\" stands here twice"),
                arguments(
                        "a NUL",
                        "dossier: a\ntitle: b\u0000c\n",
                        "2:9: the character U+0000 has no place in a text; remove it"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource
    void tellsWhereTheFileIsNoJson(String what, String dossier, String problem) {
        assertThat(problems("pact.json", dossier)).singleElement().asString().startsWith("pact.json:" + problem);
        assertNothingWritten();
    }

    static Stream<Arguments> tellsWhereTheFileIsNoJson() {
        return Stream.of(
                arguments(
                        "an unknown key",
                        "{\n \"dossier\": \"pact\",\n \"stance\": []}",
                        "3:2: unknown key \"stance\""),
                arguments("a comma too many", "{\n \"dossier\": \"pact\",\n}", "3:1: this is not JSON: "),
                arguments("an end too early", "{\"dossier\": [\"pact\"", "1:20: this is not JSON: "),
                arguments(
                        "a key twice", "{\"dossier\": \"a\",\n \"dossier\": \"b\"}", "2:2: the key \"dossier\" stands"),
                arguments("two documents", "{\"dossier\": \"a\"}\n{}", "2:1: a file holds one document"),
                arguments("too deep", "{\"a\": " + "[".repeat(5000), "1:27: this nests too deep"),
                arguments(
                        "half a character",
                        "{\"dossier\": \"a\", \"title\": \"\\ud800\"}",
                        "1:27: \"title\" holds a control"));
    }

    @Test
    void tellsTheByteThatIsNotUtf8() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.writeBytes("dossier: é\ntitle: é".getBytes(StandardCharsets.UTF_8));
        bytes.writeBytes("é".getBytes(StandardCharsets.ISO_8859_1));

        assertThat(problems(new DossierFile("pact.yaml", bytes.toByteArray())))
                .containsExactly("pact.yaml:2:9: the file is not UTF-8 text; save it as UTF-8");
        assertNothingWritten();
    }

    @Test
    void tellsAllThatIsWrongInTheOrderOfTheFile() {
        String dossier = START.replace("name: Rur", "nmae: Rur").replace("id: gazette,", "id: gazette, url: ftp,")
                + "stances: [{actor: nobody-at-all, supports: the-pact, since: soon}]\nborder: []\n";

        assertThat(problems("pact.yaml", dossier))
                .extracting(problem -> problem.replaceFirst("^[^:]*:(\\d+):.*", "$1"))
                .containsExactly("2", "4", "8", "8", "9");
        assertNothingWritten();
    }

    @Test
    void refusesTheSameDossierTwice() {
        assertThat(problems(file("a.yaml", START), file("b.yaml", START)))
                .containsExactly("b.yaml:1:10: the dossier \"pact\" is here twice; it stands at a.yaml:1:10 already");
        assertNothingWritten();
    }

    @Test
    void writesNothingOfAGoodFileBesideABadOne() {
        assertThat(problems(file("a.yaml", START), file("b.yaml", "dossier: b\nbase: perhaps\n")))
                .hasSize(1);
        assertNothingWritten();
    }

    @Test
    void refusesAnEntityOfAnotherDossierThatIsNotUnderRefers() {
        loader.load(List.of(file("pact.yaml", START)));

        assertThat(problems("league.yaml", """
                dossier: league
                sources: [{id: minutes}]
                actors: [{id: league, kind: Organization}]
                relationships: [{type: MEMBER_OF, from: ruritania, to: league}]
                """))
                .containsExactly(
                        "league.yaml:4:41: \"ruritania\" is described by another dossier; list it under refers to"
                                + " use it");
    }

    @Test
    void proposesAnEntityOfAnotherDossier() {
        loader.load(List.of(file("pact.yaml", START)));

        assertThat(problems("league.yaml", "dossier: league\nrefers: [ruritanja]\n"))
                .containsExactly("league.yaml:2:10: unknown entity \"ruritanja\"; did you mean \"ruritania\"?");
    }

    @Test
    void refusesAnIdThatAnotherDossierGives() {
        loader.load(
                List.of(file("pact.yaml", START + "borders: [{id: the-border, between: [ruritania, graustark]}]\n")));

        assertThat(problems("more.yaml", """
                dossier: more
                sources: [{id: minutes}]
                refers: [ruritania, graustark]
                borders: [{id: the-border, between: [ruritania, graustark]}]
                """))
                .containsExactly(
                        "more.yaml:4:11: the dossier \"pact\" has a BORDERS with the id \"the-border\" already;"
                                + " give this one another id");
    }

    @Test
    void takesTheSameFactTwiceWithAKey() {
        LoadReport report = loader.load(List.of(file("pact.yaml", START + """
                        stances:
                          - {actor: ruritania, supports: the-pact, since: 1905}
                          - {actor: ruritania, supports: the-pact, since: 1905, key: again}
                        """))).get(0);

        assertThat(report.relationships().created())
                .containsExactly(
                        "pact/SUPPORTS/ruritania/the-pact@1905-01-01",
                        "pact/SUPPORTS/ruritania/the-pact@1905-01-01#again");
    }

    @Test
    void keepsCypherAndMarkupAsText() {
        String name = "'}) DETACH DELETE n // `x` <script>alert(1)</script> $dossier";
        loader.load(List.of(file("pact.yaml", START.replace("name: Streslau", "name: \"" + name + "\""))));

        assertThat(graph.read(new Statement("test", "MATCH (e {id: 'streslau'}) RETURN e.name"), 2)
                        .rows())
                .containsExactly(List.of(name));
    }

    @Test
    void tellsADossierThatIsNotLoadedWithoutAPlace() {
        loader.load(List.of(file("pact.yaml", START)));

        assertThat(catchThrowableOfType(InvalidInputException.class, () -> loader.remove("pakt")))
                .hasMessage("no dossier \"pakt\" is loaded; did you mean \"pact\"?");
    }

    private List<String> problems(String name, String dossier) {
        return problems(file(name, dossier));
    }

    private List<String> problems(DossierFile... files) {
        InvalidInputException refused =
                catchThrowableOfType(InvalidInputException.class, () -> loader.load(List.of(files)));
        assertThat(refused).as("refusal").isNotNull();
        return refused.problems().stream().map(Problem::toString).toList();
    }

    private static DossierFile file(String name, String dossier) {
        return new DossierFile(name, dossier.getBytes(StandardCharsets.UTF_8));
    }

    private void assertNothingWritten() {
        assertThat(loader.isEmpty()).as("graph is empty").isTrue();
    }
}
