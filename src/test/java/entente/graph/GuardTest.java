package entente.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import entente.Neo4jExtension;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("database")
@ExtendWith(Neo4jExtension.class)
class GuardTest {
    private Guard guard;

    @BeforeEach
    void guard(Graph graph) {
        guard = new Guard(graph);
    }

    @Test
    void tellsWhatAStatementTakesAndGives() {
        Guard.Passed reading = guard.pass(
                "// a comment\nMATCH (e:Entity {id: $target}) RETURN e.name AS name, $asOf AS day ORDER BY name");

        assertThat(reading.columns()).containsExactly("name", "day");
        assertThat(reading.parameters()).containsExactlyInAnyOrder("target", "asOf");
        assertThat(reading.ordered()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "MATCH (e)-[r]-(o) RETURN e, r, o",
                "MATCH (e:Entity {id: 'a'}) OPTIONAL MATCH (e)-[r:SUPPORTS]->(o) RETURN e, count(r) AS n ORDER BY n",
                "MATCH p = (a:Entity {id: 'a'})-[:BORDERS*1..4]-(b:Entity {id: 'b'}) RETURN p LIMIT 3",
                "MATCH p = SHORTEST 2 (a:Entity {id: 'a'})-[:BORDERS]-+(b:Entity {id: 'b'}) RETURN p",
                "MATCH p = allShortestPaths((a:Entity {id: 'a'})-[*..4]-(b:Entity {id: 'b'})) RETURN p",
                "MATCH (a {id: 'a'}), (b {id: 'b'}) MATCH p = shortestPath((a)-[*]-(b)) WHERE length(p) > 2 RETURN p",
                "MATCH (a) WHERE EXISTS { (a)-[:SUPPORTS]->() } RETURN COLLECT { MATCH (a)--(b) RETURN b.id } AS ids",
                "UNWIND range(1, 3) AS n RETURN n UNION RETURN 4 AS n",
                "CALL db.index.fulltext.queryNodes('entity_names', 'osh') YIELD node RETURN node",
                "CALL db.labels() YIELD label RETURN label"
            })
    void passesWhatReads(String text) {
        assertThat(guard.pass(text).columns()).isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "CREATE (n)",
                "MATCH (n) DETACH DELETE n",
                "MERGE (n:Entity {id: 'a'}) RETURN n",
                "MATCH (n) SET n.name = 'x'",
                "LOAD CSV FROM 'file:///etc/passwd' AS line RETURN line",
                "TERMINATE TRANSACTIONS 'neo4j-transaction-1'",
                "SHOW SETTINGS",
                "SHOW DATABASES",
                "CALL dbms.listConfig() YIELD name RETURN name",
                "UNWIND [1] AS x CALL (x) { RETURN x AS y } IN TRANSACTIONS RETURN y",
                "CREATE INDEX FOR (n:X) ON (n.y)",
                "USE neo4j MATCH (n) RETURN n",
                "/* hidden */ PROFILE MATCH (n) RETURN n",
                "CYPHER runtime=slotted MATCH (n) RETURN n",
                "\\u0055SE neo4j MATCH (n) RETURN n",
                "RETURN '\\\\u0027 + 1 AS x",
                "CALL { USE neo4j MATCH (n) RETURN n } RETURN n",
                "RETURN COLLECT { USE neo4j MATCH (n) RETURN n.id } AS ids",
                "RETURN 1 AS x UNION USE neo4j RETURN 2 AS x",
                "RETURN apoc.cypher.runFirstColumnSingle('MATCH (n) RETURN n', {}) AS x",
                "RETURN `apoc`.`cypher`.`runFirstColumnSingle`('RETURN 1', {}) AS x",
                "RETURN 1 AS x; RETURN 2 AS x",
                ""
            })
    void refusesWhatDoesMore(String text) {
        assertThatThrownBy(() -> guard.pass(text)).isInstanceOf(GraphException.Refused.class);
    }

    @Test
    void refusesWhatTheDatabaseWouldChokeOn() {
        assertRefused("RETURN '" + "x".repeat(CypherParser.LONGEST) + "' AS x", "characters");
        assertRefused("RETURN " + "(".repeat(1_000) + "1" + ")".repeat(1_000) + " AS x", "nested too deeply");
        assertRefused("EXPLAIN RETURN " + "[".repeat(100) + "]".repeat(100), "EXPLAIN");
        assertRefused("}" + "[".repeat(100) + "]".repeat(100), "begins with a clause");
        assertRefused("RETURN $ " + "[".repeat(100) + "]".repeat(100), "nested too deeply");
        assertRefused("RETURN " + "CASE WHEN ".repeat(100) + "1" + " THEN 1 END".repeat(100), "nested too deeply");
        assertRefused("RETURN " + "NOT ".repeat(1_001) + "true AS x", "operators");
        assertRefused("RETURN 1" + " + 1".repeat(1_000) + " AS x", "operators");
        assertRefused("MATCH (a)" + "-->()".repeat(100) + " RETURN a", "parts");
        assertRefused("RETURN 1 AS x" + " UNION RETURN 1 AS x".repeat(1_000), "operators");
    }

    @Test
    void asksTheDatabaseOncePerTextWhileTheSchemaStays(Graph graph) {
        Guard lasting = new Guard(graph, Duration.ofDays(1));
        lasting.pass("MATCH (n:Kept) RETURN n");
        assertThat(lasting.pass("MATCH (n:Kept) RETURN n")).isSameAs(lasting.pass("MATCH (n:Kept) RETURN n"));
    }

    @Test
    void judgesAnewForLargerParameters(Graph graph) {
        Guard lasting = new Guard(graph, Duration.ofDays(1));
        String text = "RETURN $text =~ '.*x.*y' AS found";
        Guard.Passed small = lasting.pass(text, Map.of("text", "x"));
        assertThat(lasting.pass(text, Map.of("text", "xy"))).isSameAs(small);
        assertThatThrownBy(() -> lasting.pass(text, Map.of("text", "x".repeat(1_000_000))))
                .isInstanceOf(GraphException.Refused.class);
        assertThat(lasting.pass(text, Map.of("text", "x"))).isSameAs(small);
    }

    @Test
    void judgesAnewAfterTheSchemaChanged(Graph graph) {
        Guard prompt = new Guard(graph, Duration.ZERO);
        Guard.Passed before = prompt.pass("MATCH (n:Kept {x: 1}) RETURN n");
        assertThat(prompt.pass("MATCH (n:Kept {x: 1}) RETURN n")).isSameAs(before);
        graph.write("test", writing -> writing.run("CREATE INDEX kept_x FOR (n:Kept) ON (n.x)", Map.of()));
        try {
            assertThat(prompt.pass("MATCH (n:Kept {x: 1}) RETURN n"))
                    .isNotSameAs(before)
                    .returns(before.columns(), Guard.Passed::columns);
        } finally {
            graph.write("test", writing -> writing.run("DROP INDEX kept_x", Map.of()));
        }
    }

    @Test
    void keepsVerdictsWithinABoundOnTheirSize() {
        Verdicts verdicts = new Verdicts();
        Guard.Passed passed = new Guard.Passed(List.of("x"), Set.of(), false, List.of());
        assertThat(verdicts.find("a", ParameterSize.SMALL, "version")).isNull();
        verdicts.keep("lost", ParameterSize.SMALL, "another version", passed);
        for (int text = 0; text < 100; text++) {
            verdicts.keep(text + "x".repeat(99_000), ParameterSize.SMALL, "version", passed);
        }
        assertThat(verdicts.size()).isEqualTo(40);
        assertThat(verdicts.find("lost", ParameterSize.SMALL, "version")).isNull();
        assertThat(verdicts.find("99" + "x".repeat(99_000), ParameterSize.SMALL, "version"))
                .isSameAs(passed);
    }

    private void assertRefused(String text, String reason) {
        assertThatThrownBy(() -> guard.pass(text))
                .isInstanceOf(GraphException.Refused.class)
                .hasMessageContaining(reason);
    }

    @Test
    void tellsWhereAStatementIsFaulty() {
        assertThatThrownBy(() -> guard.pass("MATCH (n\nRETURN n"))
                .isInstanceOfSatisfying(GraphException.Faulty.class, faulty -> {
                    assertThat(faulty.place()).isEqualTo(new StatementPlace(2, 1));
                    assertThat(faulty).hasMessageNotContaining("EXPLAIN");
                });
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '"',
            value = {
                "MATCH (n) CREATE (m) RETURN n ; 11",
                "MATCH (n) RETURN n, plugin.run(n) AS x ; 21",
                "MATCH (n) CALL dbms.killQuery('1') YIELD queryId RETURN n ; 16",
                "RETURN 1 AS one, reduce(t = 'x', i IN range(1, 40) | t + t) AS x ; 18",
                "RETURN 1 AS one, [a IN range(1, 1000000) | [b IN range(1, 1000000) | b]] AS x ; 44",
                "MATCH (n) WHERE n.name =~ '(a+)+(b+)+' RETURN n ; 24",
            })
    void tellsWhichPartOfAStatementIsRefused(String text, int column) {
        assertThatThrownBy(() -> guard.pass("\n" + text))
                .isInstanceOfSatisfying(
                        GraphException.Refused.class,
                        refused -> assertThat(refused.place()).isEqualTo(new StatementPlace(2, column)));
    }
}
