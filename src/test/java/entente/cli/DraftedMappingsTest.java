package entente.cli;

import static org.assertj.core.api.Assertions.assertThat;

import entente.Neo4jExtension;
import entente.Sample;
import entente.graph.Connection;
import entente.graph.Graph;
import entente.graph.Statement;
import entente.graph.VocabularyFile;
import entente.load.Loader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** {@code new mapping} for tables as analysts have them: the drafts load once their source is filled in. */
@Tag("database")
@Sample
@ExtendWith(Neo4jExtension.class)
class DraftedMappingsTest {
    @TempDir
    private Path directory;

    private Graph graph;
    private Program entente;

    @BeforeEach
    void begin(Connection connection, Graph graph) {
        this.graph = graph;
        entente = new Program(directory).on(connection);
    }

    @AfterEach
    void forget() {
        if (!rows("MATCH (d:Dossier {id: 'drafted'}) RETURN d.id").isEmpty()) {
            new Loader(graph, VocabularyFile.bundled()).remove("drafted");
        }
    }

    @Test
    void draftsCompaniesInTheirCountries() throws IOException {
        String draft = loaded("""
                company,country_iso3,founded
                Toyota Motor,JPN,1937
                Siemens,DEU,1847
                Gazprom,RUS,1989
                Tata Steel,IND,1907
                Air Astana,KAZ,2001
                """);

        assertThat(draft).contains("kind: Organization", "foundedOn: {value: \"{founded}\", date: YYYY}");
        assertThat(relationships())
                .hasSize(5)
                .contains("drafted-air-astana LOCATED_IN kazakhstan 2001-01-01 9999-12-31");
        assertThat(rows("MATCH (o:Organization {id: 'drafted-siemens'}) RETURN o.name + ' ' + o.foundedOn"))
                .containsExactly("Siemens 1847-01-01");
    }

    /** Each is refused for what is not filled in, and for nothing else. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "null.csv           | my-null.yaml    | company                           | Toyota",
                "my-file.csv        | my-file.yaml    | company                           | Toyota",
                "it's my table.csv  | it-s-my-table.yaml | company                        | Toyota",
                "long.csv           | long.yaml       | aaaaaaaaaabbbbbbbbbbccccccccccdddddddddd\uD83D\uDE00 | x",
                "control.csv        | control.yaml    | company                           | O\u0092Neill\u0085\u2028: - x",
                "strange.csv        | strange.yaml    | company\uFFFF                     | x",
                "special.csv        | special.yaml    | yes: # no                         | ~"
            })
    void draftsWhatCanBeReadOfTablesThatAreStrange(String table, String mapping, String header, String cell)
            throws IOException {
        Files.writeString(directory.resolve(table), header + ",country\n" + cell + ",France\n");

        Program.Run drafted = entente.run("new", "mapping", table);

        assertThat(drafted.exitCode()).as(drafted.err()).isZero();
        assertThat(drafted.out()).startsWith(mapping + ": written");
        Program.Run checked = entente.run("check", mapping);
        assertThat(checked.exitCode()).isEqualTo(ExitCode.INVALID_INPUT);
        assertThat(checked.err().lines()).allMatch(line -> line.contains("is not filled in yet"));
    }

    @Test
    void draftsPairsOfNumberedStates() throws IOException {
        loaded("""
                ccode1,ccode2,styear,endyear
                2,20,1920,2016
                2,200,1816,1860
                200,220,1816,1940
                365,710,1860,2016
                365,705,1992,2016
                """);

        assertThat(relationships()).hasSize(5).contains("canada LINKED_TO united-states 1920-01-01 2017-01-01");
    }

    @Test
    void draftsTradeOfAYearInBothDirections() throws IOException {
        String draft = loaded("""
                exporter,importer,year,value
                Germany,France,2010,97.1
                France,Germany,2010,81.9
                Germany,France,2011,105.4
                China,United States,2010,283.3
                Côte d'Ivoire,Viet Nam,2010,0.4
                """);

        assertThat(draft).contains("# No rule takes up value.", "key: {value: \"{exporter}\", slug: true}");
        assertThat(relationships())
                .hasSize(5)
                .contains(
                        "france LINKED_TO germany 2010-01-01 2011-01-01",
                        "france LINKED_TO germany 2011-01-01 2012-01-01");
    }

    @Test
    void draftsMembershipsOfStates() throws IOException {
        String draft = loaded("""
                country,iso3c,organization,joined,left
                Kazakhstan,KAZ,CIS,1991,
                Georgia,GEO,CIS,1993,2009
                Uzbekistan,UZB,CSTO,1994,1999
                Kazakhstan,KAZ,CSTO,1994,
                Uzbekistan,UZB,CSTO,2006,2012
                """);

        assertThat(draft).doesNotContain("foundedOn");
        assertThat(relationships())
                .hasSize(5)
                .contains(
                        "georgia MEMBER_OF drafted-cis 1993-01-01 2010-01-01",
                        "kazakhstan MEMBER_OF drafted-csto 1994-01-01 9999-12-31");
    }

    @Test
    void draftsEmbassiesByDay() throws IOException {
        loaded("""
                host_iso2,sender_iso2,opened
                KZ,US,1992-02-03
                US,KZ,1992-06-01
                NA,DE,1990-03-21
                UZ,FR,1993-09-14
                KG,RU,1992-03-20
                """);

        assertThat(relationships()).hasSize(5).contains("germany LINKED_TO namibia 1990-03-21 9999-12-31");
    }

    @Test
    void draftsStatesInTheirRegions() throws IOException {
        loaded("""
                name,cca3,cca2,region
                Kazakhstan,KAZ,KZ,Asia
                Kyrgyzstan,KGZ,KG,Asia
                Namibia,NAM,NA,Africa
                France,FRA,FR,Europe
                Germany,DEU,DE,Europe
                """);

        assertThat(relationships()).hasSize(5).contains("namibia LOCATED_IN drafted-africa 0001-01-01 9999-12-31");
        assertThat(rows("MATCH (p:Place) WHERE p.id STARTS WITH 'drafted-' RETURN p.name"))
                .containsExactlyInAnyOrder("Africa", "Asia", "Europe");
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            value = {
                "2, `stateabb,ccode,styear,stmonth,stday,endyear,endmonth,endday;HAI,41,1859,1,1,1915,7,28;HAI,41,1934,8,15,2016,12,31`",
                "2, `leader,stateabb,cowcode,entry,exit;Biden,USA,2,2021-01-20,2025-01-20;Macron,FRN,220,2017-05-14,`",
                "3, `Treaty Name,State Party,Signed;NPT,France,;NPT,Germany,1969;CTBT,France,1996`",
                "3, `org,ISO_A3,est,dissolved;ECSC,FRA,1951,2002;ECSC,DEU,1951,2002;EFTA,NOR,1960,present`",
                "2, `id,city,country;1,Oral,Kazakhstan;2,,Chad;3,Oral,Chad`",
                "3, `firm_id,company,country;1,\u0413\u0410\u0417,Russia;2,\u0417\u0418\u041b,Russia;3,\u041c\u0410\u0417,Belarus`",
                "0, `Code,Year,GDP;FRA,2000,1.5;TCD,2000,0.1`",
                "0, `country,country_name,gdp;Vietnam,Viet Nam,1;Germany,Germany,2`",
                "5, `name,official,cca3,cioc,region;France,France,FRA,FRA,Europe;Germany,Germany,DEU,GER,Europe;"
                        + "Benin,Benin,BEN,BEN,Africa;Japan,Japan,JPN,JPN,Asia;Vietnam,Viet Nam,VNM,VNM,Asia`"
            })
    void draftsWhatLoadsOfOtherTables(int relationships, String table) throws IOException {
        loaded(table.replace(';', '\n'));

        assertThat(relationships()).hasSize(relationships);
    }

    @Test
    void leavesOutRowsOfWhatIsNoState() throws IOException {
        String rows = "FRA,Asia\nDEU,Asia\nTCD,Asia\nBEN,Asia\n";

        assertThat(drafted("code,region\n" + rows)).contains("missing: require");
        assertThat(redrafted("code,region\n" + rows + "EUU,Europe\n"))
                .contains("# Some texts name no state, such as EUU: ", "missing: skip");
    }

    @Test
    void takesNoAbbreviationsOfCorrelatesOfWarForIsoCodes() throws IOException {
        String draft = drafted("stateabb,cowcode,region\nUSA,2,America\nAUS,305,Europe\nCAN,20,America\n");

        assertThat(draft)
                .contains("(Entente knows no abbreviations of Correlates of War, but its numbers)")
                .contains("{lookup: [{cow: \"{cowcode}\"}], kinds: [State], missing: require}");
    }

    @Test
    void readsDatesThatBeginWithTheirMonths() throws IOException {
        String draft = loaded("""
                treaty,country,signed,ended
                Cooperation,France,03/15/2010,10/31/2015
                Friendship,Germany,03/04/2010,02/15/2016
                Friendship,Chad,03/04/2010,02/15/2016
                Trade,Chad,01/02/2011,NA
                Transit,Benin,01/02/2012,NA
                """);

        assertThat(draft)
                .contains("date: MM/DD/YYYY, absent: [\"NA\"]}", "# Is 02/15/2016 an end, ")
                .doesNotContain("its day?");
        assertThat(relationships())
                .hasSize(5)
                .contains("france SIGNED drafted-cooperation 2010-03-15 2015-11-01")
                .contains("chad SIGNED drafted-trade 2011-01-02 9999-12-31");
    }

    @Test
    void asksWhatDatesMean() throws IOException {
        assertThat(drafted("treaty,country,signed\nTrade,Chad,03/04/2010\nTransit,Benin,05/06/2011\n"))
                .contains("# Does 03/04/2010 in signed begin with its day? If with its month, its date is MM/DD/YYYY.")
                .contains("date: DD/MM/YYYY}");
        assertThat(redrafted("""
                country,joined,ended
                Chad,1990,31/12/1999
                Benin,1990,30/11/2001
                Togo,1991,30/11/2001
                Mali,1991,NA
                """)).contains("# Is 30/11/2001 an end, ");
        assertThat(redrafted("country,joined,ended\nChad,1999,present\nBenin,2001,present\n"))
                .doesNotContain("present an end");
        assertThat(redrafted("""
                ccode,styear,stmonth,endyear,endmonth
                41,1859,1,1915,7
                42,1934,8,present,NA
                20,1934,NA,9999,9
                """))
                .contains("month: \"{stmonth}\", unknown: [\"0\", \"-9\", \"NA\"]}")
                .contains("month: \"{endmonth}\", unknown: [\"0\", \"-9\", \"present\", \"9999\", \"NA\"]}");
    }

    @Test
    void findsNoWordsWithinOthers() throws IOException {
        String rows = "\nFrance,one,1\nChad,two,2\nBenin,three,3\n";

        assertThat(drafted("country,administered_by,capacity_mw" + rows)).doesNotContain("Person", "Place");
        assertThat(redrafted("country,ethnicity,aid" + rows)).doesNotContain("Place", "relationships:");
        assertThat(redrafted("country,allocation,paid" + rows)).doesNotContain("Place", "relationships:");
        assertThat(redrafted("country,reunion,project_id" + rows))
                .doesNotContain("Organization")
                .contains("relationships:", "drafted-{project_id}");
    }

    @Test
    void goesByNamesOfColumnsWhereThereAreNoRows() throws IOException {
        assertThat(drafted("country,iso3_code,year\n"))
                .contains("{lookup: [{iso3: \"{iso3_code}\"}, {name: \"{country}\"}], ");
        assertThat(redrafted("origin_country,partner_iso3,year\n"))
                .contains("from: {lookup: [{name: \"{origin_country}\"}], ")
                .contains("to: {lookup: [{iso3: \"{partner_iso3}\"}], ");
        assertThat(redrafted("state1no,country2,year\n")).contains("{lookup: [{cow: \"{country2}\"}], ");
    }

    private String redrafted(String table) throws IOException {
        Files.delete(directory.resolve("drafted.yaml"));
        return drafted(table);
    }

    private String drafted(String table) throws IOException {
        Files.writeString(directory.resolve("drafted.csv"), table);
        assertThat(entente.run("new", "mapping", "drafted.csv").err()).isEmpty();
        return Files.readString(directory.resolve("drafted.yaml"));
    }

    /** The draft, which {@code load} refuses as it is and takes with its source filled in. */
    private String loaded(String table) throws IOException {
        String draft = drafted(table);
        Path file = directory.resolve("drafted.yaml");
        Program.Run refused = entente.run("load", "drafted.yaml", "drafted.csv");
        assertThat(refused.exitCode()).isEqualTo(ExitCode.INVALID_INPUT);
        assertThat(refused.err())
                .contains("\"title\" is not filled in yet; fill in what the table is about")
                .contains("\"publisher\" is not filled in yet", "\"url\" is not filled in yet");
        Files.writeString(file, filledIn(draft));
        Program.Run run = entente.run("load", "drafted.yaml", "drafted.csv");
        assertThat(run.err()).isEmpty();
        assertThat(run.exitCode()).isZero();
        return draft;
    }

    static String filledIn(String draft) {
        return draft.replace("<fill in its address>", "\"https://example.org/\"")
                .replaceAll("<fill in [^>]*>", "Filled in");
    }

    private List<String> relationships() {
        return rows("""
                MATCH (a)-[r {dossier: 'drafted'}]->(b) WHERE NOT a:Dossier
                RETURN a.id + ' ' + type(r) + ' ' + b.id + ' ' + r.validFrom + ' ' + r.validTo""");
    }

    private List<String> rows(String statement) {
        return graph.readAll(new Statement("rows", statement), rows -> {
            ArrayList<String> texts = new ArrayList<>();
            rows.forEachRemaining(row -> texts.add(String.valueOf(row.get(0))));
            return texts;
        });
    }
}
