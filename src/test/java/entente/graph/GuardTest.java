package entente.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import entente.Neo4jExtension;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
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
                ""
            })
    void refusesWhatDoesMore(String text) {
        assertThatThrownBy(() -> guard.pass(text)).isInstanceOf(GraphException.Refused.class);
    }

    @Test
    void tellsWhereAStatementIsFaulty() {
        assertThatThrownBy(() -> guard.pass("MATCH (n\nRETURN n"))
                .isInstanceOfSatisfying(GraphException.Faulty.class, faulty -> {
                    assertThat(faulty.line()).isEqualTo(2);
                    assertThat(faulty.column()).isEqualTo(1);
                    assertThat(faulty).hasMessageNotContaining("EXPLAIN");
                });
    }
}
