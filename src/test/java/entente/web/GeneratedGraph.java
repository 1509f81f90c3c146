package entente.web;

import entente.graph.Graph;
import java.util.Map;

/** A graph of any size: states, organizations and proposals, forty of which many others are joined to. */
final class GeneratedGraph {
    /** What everything is joined to, in at most three steps. */
    static final String CENTER = "n0";

    private static final String ENTITIES = """
            UNWIND range(0, $entities - 1) AS i
            CREATE (e:Entity {id: 'n' + i, name: ['Land', 'Land', 'Land', 'Organization', 'Proposal'][i % 5] + ' number ' + i})
            FOREACH (one IN CASE WHEN i % 5 < 3 THEN [e] ELSE [] END | SET one:Actor:State)
            FOREACH (one IN CASE WHEN i % 5 = 3 THEN [e] ELSE [] END | SET one:Actor:Organization)
            FOREACH (one IN CASE WHEN i % 5 = 4 THEN [e] ELSE [] END | SET one:Proposal)""";
    private static final String RELATIONSHIPS = """
            UNWIND range(1, $relationships) AS r
            WITH r, CASE WHEN r < $entities THEN r ELSE (r * 7919 + r * r * 31) % $entities END AS i,
              CASE WHEN r < 40 THEN 0 WHEN r < $entities THEN r % 40 ELSE (r * 104729 + 17) % $entities END AS j,
              {id: 'r' + r, validFrom: date('2009-01-01') + duration({days: r % 400}), validTo: date('9999-12-31'), fromPrecision: 'day',
               toPrecision: 'unknown', confidence: ['high', 'moderate', 'low', 'low'][r % 4], dossier: 'd',
               summary: 'Report ' + r} AS told
            MATCH (a:Entity {id: 'n' + i}), (b:Entity {id: 'n' + CASE i WHEN j THEN (j + 1) % $entities ELSE j END})
            FOREACH (one IN CASE WHEN r % 4 = 0 THEN [a] ELSE [] END | CREATE (one)-[s:SUPPORTS]->(b) SET s = told)
            FOREACH (one IN CASE WHEN r % 4 = 1 THEN [a] ELSE [] END | CREATE (one)-[s:OPPOSES]->(b) SET s = told)
            FOREACH (one IN CASE WHEN r % 4 > 1 THEN [a] ELSE [] END | CREATE (one)-[s:MEMBER_OF]->(b) SET s = told)""";

    private GeneratedGraph() {}

    static void fill(Graph graph, int entities, int relationships) {
        Map<String, Object> size = Map.of("entities", entities, "relationships", relationships);
        graph.write("entities", writing -> writing.run(ENTITIES, size));
        graph.write("relationships", writing -> writing.run(RELATIONSHIPS, size));
    }
}
