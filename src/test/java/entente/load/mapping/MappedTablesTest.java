package entente.load.mapping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import entente.Neo4jExtension;
import entente.Sample;
import entente.graph.Graph;
import entente.graph.VocabularyFile;
import entente.load.Dossier.EntityFact;
import entente.load.Dossier.RelationshipFact;
import entente.load.FactFeed.Part;
import entente.load.FactFeed.Row;
import entente.load.InvalidInputException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** Excerpts in the layouts of real tables, with their traps. */
@Tag("database")
@Sample
@ExtendWith(Neo4jExtension.class)
class MappedTablesTest {
    private static final String VOTES = """
            mapping: votes
            sources: [{id: unvotes, title: UN votes}]
            tables: {votes: , rollcalls: {key: rcid}}
            relationships:
              - table: votes
                type: {value: "{vote}", values: {yes: SUPPORTS, no: OPPOSES, abstain: NEUTRAL_ON}}
                position: {value: "{vote}", values: {abstain: abstains}, otherwise: absent}
                from: {lookup: [{iso2: "{country_code}"}, {name: "{country}"}], kinds: [State]}
                to: unga-{rcid}
                on: {value: "{date}", join: rollcalls, by: rcid}
                basis: voted
                sources: ["unvotes#{rcid}"]
            """;

    private static final String ROLL_CALLS = """
            rcid,session,date,unres,short
            3,1,1946-01-01,R/1/66,"AMENDMENTS, RULES"
            4,1,1946-01-02,,ELECTIONS
            """;

    private static final String CONTIGUITY = """
            mapping: contiguity
            sources: [{id: cow, title: Contiguity}]
            tables: {contdir: }
            relationships:
              - where: {conttype: ["1"]}
                type: BORDERS
                from: {lookup: [{cow: "{statelno}"}]}
                to: {lookup: [{cow: "{statehno}"}], kinds: [State]}
                since: {value: "{begin}", date: YYYYMM}
                until: {value: "{end}", date: YYYYMM, open: ["201612"]}
            """;

    private static final String ALLIANCES = """
            mapping: alliances
            sources: [{id: atop, title: Alliances}]
            tables: {members: }
            entities:
              - {id: "atop-{atopid}", kind: Agreement, name: "ATOP {atopid}"}
            relationships:
              - type: SIGNED
                from: {lookup: [{cow: "{member}"}], kinds: [State], missing: skip}
                to: atop-{atopid}
                since: {year: "{yrent}", month: "{moent}", day: "{dayent}", unknown: ["0"]}
                until: {year: "{yrexit}", month: "{moexit}", day: "{dayexit}", unknown: ["0"], exclusive: true}
                key: phase-{phase}
            """;

    @TempDir
    private Path directory;

    private Tables tables;

    @BeforeEach
    void begin(Graph graph) {
        tables = new Tables(directory, graph);
    }

    @Test
    void takesAYearOfTwoDigitsForNoYear() {
        tables.with("members", """
                atopid,member,phase,yrent,moent,dayent,yrexit,moexit,dayexit
                1,2,1,98,2,3,0,0,0
                """);

        assertThat(tables.problems(Part.RELATIONSHIPS, ALLIANCES))
                .singleElement()
                .asString()
                .contains("98-02-03");
    }

    @Test
    void saysWhichRowsOfAnotherTableContradictEachOther() {
        tables.with("rollcalls", ROLL_CALLS + "3,9,1999-09-09,,AGAIN\n").with("votes", """
                rcid,country_code,country,vote
                3,US,United States,yes
                """);

        assertThat(tables.problems(Part.RELATIONSHIPS, VOTES))
                .singleElement()
                .asString()
                .contains("\"on\" must be one text; rows of \"rollcalls\" with the key \"3\" say different things");
    }

    @Test
    void joinsNothingToAnEmptyCell() {
        tables.with("rollcalls", ROLL_CALLS + ",9,1999-09-09,,NOBODY\n").with("votes", """
                rcid,country_code,country,vote
                ,US,United States,yes
                """);

        assertThat(tables.rows(Part.RELATIONSHIPS, VOTES).stream().flatMap(row -> row.relationships().stream()))
                .noneMatch(fact -> fact.id().contains("1999"));
    }

    @Test
    void createsWhatTheFirstThatIsThereLooksUp() {
        tables.with("talks", """
                one,other,third
                Ruritania,,Graustark
                ,Graustark,Ruritania
                """);
        String create =
                "kinds: [State], missing: create, create: {id: {value: \"%1$s\", slug: true}, kind: State, name: \"%1$s\"}";
        String mapping = """
                mapping: talks
                tables: {talks: }
                relationships:
                  - type: LINKED_TO
                    from: {first: [{lookup: [{name: "{one}"}], %s}, {lookup: [{name: "{other}"}], %s}]}
                    to: kyrgyzstan
                """.formatted(create.formatted("{one}"), create.formatted("{other}"));

        assertThat(tables.entities(mapping)).extracting(EntityFact::id).containsExactly("ruritania", "graustark");
        assertThat(tables.relationships(mapping)).hasSize(2);
    }

    @Test
    void takesTheStepsWithEachOfSeveralTexts() {
        tables.with("sides", """
                who,side
                kyrgyzstan,for|against
                """);
        String mapping = """
                mapping: sides
                tables: {sides: }
                entities:
                  - {id: "note-{who}", kind: Proposal, name: "Note", aliases: {first: [{value: "{side}", split: "|"}], values: {for: Pro, against: Contra}}}
                """;

        assertThat(tables.entities(mapping))
                .singleElement()
                .satisfies(fact -> assertThat(fact.properties()).containsEntry("aliases", List.of("Pro", "Contra")));
    }

    @Test
    void givesRowsThatSayTheSameOfOthersTheirOwnIdsAndPlaces() {
        tables.with("rollcalls", ROLL_CALLS).with("votes", """
                rcid,country_code,country,vote
                3,US,United States,yes
                4,US,United States,yes
                3,UZ,Uzbekistan,yes
                3,KG,Kyrgyzstan,yes
                """);

        assertThat(tables.rows(Part.RELATIONSHIPS, VOTES).stream().flatMap(row -> row.relationships().stream()))
                .extracting(
                        RelationshipFact::id,
                        fact -> fact.place().line(),
                        fact -> fact.from().place().column(),
                        fact -> fact.citations().get(0).place().line())
                .containsExactly(
                        tuple("votes/SUPPORTS/united-states/unga-3@1946-01-01", 2, 2, 2),
                        tuple("votes/SUPPORTS/united-states/unga-4@1946-01-02", 3, 2, 3),
                        tuple("votes/SUPPORTS/uzbekistan/unga-3@1946-01-01", 4, 2, 4),
                        tuple("votes/SUPPORTS/kyrgyzstan/unga-3@1946-01-01", 5, 2, 5));
    }

    @Test
    void findsStatesByCodeAndElseByName() {
        tables.with("rollcalls", ROLL_CALLS).with("votes", """
                rcid,country_code,country,vote
                3,US,United States,yes
                3,,Zanzibar,abstain
                4,NA,Namibia,no
                4,YU,Yugoslavia,yes
                """);

        assertThat(tables.relationships(VOTES))
                .containsExactly(
                        "SUPPORTS united-states unga-3 1946-01-01/9999-12-31 unvotes#3",
                        "NEUTRAL_ON zanzibar unga-3 1946-01-01/9999-12-31 unvotes#3",
                        "OPPOSES namibia unga-4 1946-01-02/9999-12-31 unvotes#4",
                        "SUPPORTS serbia unga-4 1946-01-02/9999-12-31 unvotes#4");
    }

    @Test
    void readsOpenEndsAndLeavesOutWhatAFilterDoes() {
        tables.with("contdir", """
                statelno,statehno,conttype,begin,end
                2,20,1,192001,201612
                2,31,4,197307,201612
                255,290,1,191911,193909
                """);

        assertThat(tables.relationships(CONTIGUITY))
                .containsExactly(
                        "BORDERS canada united-states 1920-01-01/9999-12-31",
                        "BORDERS germany poland 1919-11-01/1939-10-01");
        assertThat(tables.rows(Part.RELATIONSHIPS, CONTIGUITY))
                .extracting(Row::leftOut)
                .containsExactly(false, true, false);
    }

    @Test
    void readsDatesInPartsAndSkipsWhomNobodyKnows() {
        tables.with("members", """
                atopid,member,phase,yrent,moent,dayent,yrexit,moexit,dayexit
                1005,200,0,1815,1,3,1815,2,8
                1010,220,1,1815,2,0,1816,2,0
                1010,8152,1,1815,2,1,0,0,0
                """.replace("\n", "\r\n"));

        assertThat(tables.relationships(ALLIANCES))
                .containsExactly(
                        "SIGNED united-kingdom atop-1005 1815-01-03/1815-02-08",
                        "SIGNED france atop-1010 1815-02-01/1816-02-01");
    }

    @Test
    void skipsWithAReason() {
        tables.with("members", """
                atopid,member,phase,yrent,moent,dayent,yrexit,moexit,dayexit
                1010,8152,1,1815,2,1,0,0,0
                """);

        Row row = tables.rows(Part.RELATIONSHIPS, ALLIANCES).get(0);

        assertThat(row.faults()).isEmpty();
        assertThat(row.relationships()).isEmpty();
        assertThat(row.skips())
                .extracting(problem -> problem.message())
                .containsExactly("no State has the cow \"8152\"");
    }

    @Test
    void knowsThatARowIsRefusedBeforeItsEntitiesAreTaken() {
        tables.with("members", """
                atopid,member,phase,yrent,moent,dayent,yrexit,moexit,dayexit
                1010,8152,1,1815,2,1,0,0,0
                1015,200,1,1815,2,31,0,0,0
                """);

        assertThat(tables.rows(Part.ENTITIES, ALLIANCES))
                .extracting(
                        Row::isRefused,
                        row -> row.skips().size(),
                        row -> row.faults().size())
                .containsExactly(tuple(true, 1, 0), tuple(true, 0, 1));
    }

    @Test
    void refusesARowThatWouldMakeTooManyRelationships() {
        String ids = IntStream.range(0, 101).mapToObj(i -> "s" + i).collect(Collectors.joining(";"));
        tables.with("pairs", "ones,others\n" + ids + "," + ids + "\n");

        Row row = tables.rows(Part.RELATIONSHIPS, """
                        mapping: pairs
                        sources: [{id: list, title: Pairs}]
                        tables: {pairs: }
                        relationships:
                          - {type: LINKED_TO, from: {value: "{ones}", split: ";"}, to: {value: "{others}", split: ";"}}
                        """).get(0);

        assertThat(row.relationships()).isEmpty();
        assertThat(row.faults())
                .extracting(problem -> problem.message())
                .containsExactly(
                        "the row joins each of 101 with each of 101, and at most 10000 relationships are made of"
                                + " a row; split one end only");
    }

    @Test
    void yieldsARelationshipForEachItemOfAList() {
        tables.with("countries", """
                name.common,cca3,borders
                Kyrgyzstan,KGZ,"CHN,KAZ"
                Iceland,ISL,
                """);
        String yaml = """
                mapping: countries
                sources: [{id: mledoze}]
                tables: {countries: }
                relationships:
                  - type: BORDERS
                    from: {lookup: [{iso3: "{cca3}"}]}
                    to: {lookup: [{iso3: "{borders}"}], split: ","}
                    since: "2023"
                """;

        assertThat(tables.relationships(yaml))
                .containsExactly(
                        "BORDERS china kyrgyzstan 2023-01-01/9999-12-31",
                        "BORDERS kazakhstan kyrgyzstan 2023-01-01/9999-12-31");
        assertThat(tables.rows(Part.RELATIONSHIPS, yaml))
                .extracting(Row::leftOut)
                .containsExactly(false, true);
    }

    @Test
    void makesEntitiesWithTheFirstNameThatIsFilledAndJoinedLists() {
        tables.with("rollcalls", ROLL_CALLS).with("issues", "rcid,issue\n3,Human rights\n3,Colonialism\n");

        List<EntityFact> entities = tables.entities("""
                mapping: rollcalls
                tables: {rollcalls: , issues: {key: rcid}}
                entities:
                  - table: rollcalls
                    id: unga-{rcid}
                    kind: Proposal
                    name: {first: ["{unres}", "Roll call {rcid}"]}
                    date: {value: "{date}", date: YYYY-MM-DD}
                    aliases: {value: "{issue}", join: issues, by: rcid}
                """);

        assertThat(entities)
                .extracting(
                        EntityFact::id,
                        entity -> entity.properties().get("name"),
                        entity -> entity.properties().get("aliases"))
                .containsExactly(
                        tuple("unga-3", "R/1/66", List.of("Human rights", "Colonialism")),
                        tuple("unga-4", "Roll call 4", null));
    }

    @Test
    void readsATableWithLinesOfTitleAndTellsItsTrueLines() {
        tables.with("t", """
                "Data Source","World Development Indicators",

                "Last Updated Date","2024-06-28",

                "Country Name","Country Code","1960"
                "France","FRA","a"
                "Atlantis","ATL","a"
                """);
        String yaml = """
                mapping: m
                tables: {t: {header: 5}}
                relationships: [{type: LINKED_TO, from: {lookup: [{iso3: "{Country Code}"}]}, to: "{1960}"}]
                """;

        assertThat(tables.relationships(yaml)).containsExactly("LINKED_TO a france 0001-01-01/9999-12-31");
        assertThat(tables.problems(Part.RELATIONSHIPS, yaml))
                .containsExactly("t.csv:7:2: no entity has the iso3 \"ATL\"");
    }

    @Test
    void readsATableThatNamesNoColumnsAndJoinsOneThatNamesNone() {
        tables.with("t", "1\tFRA\n2\tKGZ\n").with("days", "1,2001\n2,2002\n");
        String yaml = """
                mapping: m
                tables: {t: {columns: [id, who]}, days: {columns: [event, year], key: event}}
                relationships:
                  - table: t
                    type: LINKED_TO
                    from: {lookup: [{iso3: "{who}"}]}
                    to: "x-{id}"
                    since: {value: "{year}", join: days, by: id}
                """;

        assertThat(tables.relationships(yaml))
                .containsExactly(
                        "LINKED_TO france x-1 2001-01-01/9999-12-31", "LINKED_TO kyrgyzstan x-2 2002-01-01/9999-12-31");
        assertThatThrownBy(() -> tables.mapped(yaml.replace("{who}", "{whom}")))
                .hasMessageContaining("t.csv has no column \"whom\"; did you mean \"who\"?");
    }

    @Test
    void citesTheLineOfTheRow() {
        tables.with("t", "Title\n\nwho,day,what\nFRA,3,\"a\nb\"\nFRA,4,c\n").with("days", "id,on\n4,2004\n3,2003\n");
        String yaml = """
                mapping: m
                sources: [{id: report}]
                tables: {t: {header: 3}, days: {key: id}}
                relationships:
                  - table: t
                    type: LINKED_TO
                    from: {lookup: [{iso3: "{who}"}]}
                    to: {value: "day-{line number}", join: days, by: day}
                    sources: ["report#line {line number}"]
                """;

        assertThat(tables.relationships(yaml))
                .containsExactly(
                        "LINKED_TO day-3 france 0001-01-01/9999-12-31 report#line 4",
                        "LINKED_TO day-2 france 0001-01-01/9999-12-31 report#line 6");
    }

    @Test
    void takesTheColumnThatIsCalledAsTheLineOfARowIs() {
        tables.with("t", "who,line number\nFRA,70\n");
        String yaml = """
                mapping: m
                tables: {t: {key: who}}
                relationships:
                  - {type: LINKED_TO, from: {lookup: [{iso3: "{who}"}]}, to: {value: "x-{line number}", join: t, by: who}}
                """;

        assertThat(tables.relationships(yaml)).containsExactly("LINKED_TO france x-70 0001-01-01/9999-12-31");
        tables.with("t", "who\nFRA\n");
        assertThatThrownBy(() -> tables.mapped(yaml.replace("key: who", "key: line number")))
                .hasMessageContaining("t.csv has no column \"line number\"");
    }

    @Test
    void looksUpWhatTheWordsMean() {
        tables.with("t", "who\nKirghizia\nFrance\nKyrgyzstan\nAtlantis\nnobody\n");
        String yaml = """
                mapping: m
                tables: {t: }
                relationships:
                  - type: MEMBER_OF
                    from: {lookup: [{name: "{who}"}], values: {Kirghizia: Kyrgyzstan, nobody: }, otherwise: unchanged}
                    to: {value: "{who}", values: {Kirghizia: a}, otherwise: unchanged, slug: true}
                """;

        assertThat(tables.relationships(yaml))
                .contains(
                        "MEMBER_OF kyrgyzstan a 0001-01-01/9999-12-31",
                        "MEMBER_OF france france 0001-01-01/9999-12-31");
        assertThat(tables.problems(Part.RELATIONSHIPS, yaml))
                .contains(
                        "t.csv:5:1: no entity is called \"Atlantis\"",
                        "t.csv:6:1: \"from\" is missing: nothing comes of the column \"who\" here");
        assertThat(tables.problems(Part.RELATIONSHIPS, yaml.replaceFirst(", otherwise: unchanged", "")))
                .contains("t.csv:3:1: \"France\" is not among the values Kirghizia, nobody");
    }

    @Test
    void createsWhatIsMissingOnlyWhereItIsMissing() {
        tables.with("members", "who,in\nFrance,a\nFreedonia,a\n");
        String yaml = """
                mapping: members
                sources: [{id: s}]
                tables: {members: }
                relationships:
                  - type: MEMBER_OF
                    from:
                      lookup: [{name: "{who}"}]
                      missing: create
                      create: {id: {value: "{who}", slug: true}, kind: State, name: "{who}"}
                    to: "{in}"
                """;

        assertThat(tables.entities(yaml)).extracting(EntityFact::id).containsExactly("freedonia");
        assertThat(tables.relationships(yaml))
                .containsExactly(
                        "MEMBER_OF france a 0001-01-01/9999-12-31", "MEMBER_OF freedonia a 0001-01-01/9999-12-31");
    }

    @Test
    void callsWhatItCreatesByTheNameThatItLookedUp() {
        tables.with("members", "code,who\nXX,Republic of Freedonia\n,Sylvania\nYY,\n");
        String yaml = """
                mapping: members
                tables: {members: }
                relationships:
                  - type: MEMBER_OF
                    from:
                      lookup: [{iso2: "{code}"}, {name: "{who}"}]
                      values: {Republic of Freedonia: Freedonia}
                      otherwise: unchanged
                      missing: create
                      create: {id: {value: "x-{line number}"}, kind: State}
                    to: a
                """;

        assertThat(tables.entities(yaml))
                .extracting(EntityFact::id, fact -> fact.properties().get("name"))
                .containsExactly(tuple("x-2", "Freedonia"), tuple("x-3", "Sylvania"), tuple("x-4", null));
        assertThat(tables.entities(yaml.replace("kind: State", "kind: State, name: \"State {line number}\"")))
                .extracting(fact -> fact.properties().get("name"))
                .containsExactly("State 2", "State 3", "State 4");
    }

    @Test
    void readsNumbersAsPeopleWriteThem(Graph graph) throws IOException {
        Path vocabulary = Files.writeString(directory.resolve("trade.yaml"), """
                relationships:
                  TRADES_WITH: {description: trades with, from: [State], to: [State], properties: {value: number}}
                """);
        Tables trade = new Tables(directory, graph, VocabularyFile.extendedBy(vocabulary))
                .with("t", "who,value\nFRA,\"1.234,5\"\nFRA,..\nFRA,12.5\n");
        String yaml = """
                mapping: m
                tables: {t: }
                relationships:
                  - type: TRADES_WITH
                    from: {lookup: [{iso3: "{who}"}]}
                    to: kyrgyzstan
                    value: {value: "{value}", number: "1.234,5", absent: [..]}
                """;

        assertThat(trade.rows(Part.RELATIONSHIPS, yaml).stream().flatMap(row -> row.relationships().stream()))
                .extracting(fact -> fact.properties().get("value"))
                .containsExactly(1234.5, null);
        assertThat(trade.problems(Part.RELATIONSHIPS, yaml))
                .containsExactly("t.csv:4:2: \"12.5\" is not a number written like 1.234,5");
        assertThat(trade.problems(Part.RELATIONSHIPS, yaml.replace(", number: \"1.234,5\"", "")))
                .containsExactly("t.csv:2:2: \"1.234,5\" is not a number that can be kept");
    }

    @Test
    void tellsWhatIsWrongWithARowWhereItIs() {
        tables.with("rollcalls", "rcid,date\n3,1946-13-01\n4,1946-01-02\n").with("votes", """
                rcid,country_code,country,vote
                4,US,United States,ye
                4,XX,Atlantis,yes
                4,,Zanzibr,no
                3,US,United States,yes
                4,US,United States
                """);

        assertThat(tables.problems(Part.RELATIONSHIPS, VOTES))
                .containsExactly(
                        "votes.csv:2:4: \"ye\" is not among the values yes, no, abstain; did you mean \"yes\"?",
                        "votes.csv:3:2: no State has the iso2 \"XX\"",
                        "votes.csv:4:3: no State is called \"Zanzibr\"; did you mean \"zanzibar\"?",
                        "votes.csv:5:1: \"1946-13-01\" is not in the calendar: Invalid value for MonthOfYear (valid"
                                + " values 1 - 12): 13",
                        "votes.csv:6:3: the row has 3 cells, and the header has 4; a cell that holds the separator must"
                                + " stand in quotes");
    }

    @Test
    void refusesACodeThatFitsTwo(Graph graph) {
        tables.with("t", "who,where\nf,g\n");
        Codes.Found found = Codes.read(graph, Tables.VOCABULARY, "t", Set.of("State"), Set.of("status"))
                .find("status", "former", Set.of("State"));

        assertThat(found.outcome().fault())
                .startsWith("the status \"former\" fits ")
                .endsWith("; it must fit one");
    }

    @Test
    void namesTheNearestColumnAndTable() {
        tables.with("votes", "rcid,country_cod,country,vote\n").with("rolcalls", "rcid,date\n");

        assertThatThrownBy(() -> tables.mapped(VOTES))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("no table \"rolcalls\"; did you mean \"rollcalls\"?")
                .hasMessageContaining("needs the table \"rollcalls\": --table rollcalls=FILE")
                .hasMessageContaining("mapping.yaml:8:")
                .hasMessageContaining("votes.csv has no column \"country_code\"; did you mean \"country_cod\"?");
    }

    @Test
    void changesItsChecksumWithAnythingThatDecides(Graph graph) {
        String yaml = """
                mapping: m
                sources: [{id: s}]
                tables: {t: }
                relationships: [{type: SUPPORTS, from: {lookup: [{name: "{who}"}]}, to: x}]
                """;
        String first = tables.with("t", "who\nFrance\n").mapped(yaml).checksum();

        assertThat(tables.mapped(yaml).checksum()).isEqualTo(first);
        assertThat(tables.mapped(yaml + "title: another\n").checksum()).isNotEqualTo(first);
        assertThat(tables.with("t", "who\nChina\n").mapped(yaml).checksum()).isNotEqualTo(first);
    }

    @Test
    void makesFactsAsTheReadmeSays() throws IOException {
        String readme =
                Files.readString(Path.of(System.getProperty("entente.cypher")).resolveSibling("README.md"));
        String yaml = readme.substring(readme.indexOf("```yaml\nmapping:") + "```yaml\n".length());
        tables.with("votes", "motion,code,country,vote,day\n7,FR,France,no,2001-02-03\n");

        assertThat(tables.relationships(yaml.substring(0, yaml.indexOf("```"))))
                .containsExactly("OPPOSES france motion-7 2001-02-03/9999-12-31 minutes#7");
    }
}
