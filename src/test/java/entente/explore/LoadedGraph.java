package entente.explore;

import entente.graph.Graph;
import java.util.Map;

/** A graph as the loader leaves it: two dossiers that describe one base, a stance twice, a border once each. */
final class LoadedGraph {
    private static final String STATEMENT = """
            CREATE (base:Dossier {id: 'states', title: 'States', base: true, entities: 2, relationships: 1,
                loadedAt: datetime('2026-11-24T10:00:00+02:00')}),
              (osh:Dossier {id: 'osh', title: 'Osh', description: 'A question', source: 's', base: false, entities: 2,
                relationships: 3}),
              (osh)-[:CITES]->(:Source {key: 'osh/s', id: 's', dossier: 'osh'}),
              (kg:Entity:Actor:State {id: 'kyrgyzstan', name: 'Kyrgyzstan', aliases: ['Kirghizia']}),
              (uz:Entity:Actor:State {id: 'uzbekistan', name: 'Uzbekistan'}),
              (b:Entity:Base {id: 'osh-base', name: 'Osh base', status: 'proposed'}),
              (base)-[:ASSERTS {kind: 'State', name: 'Kyrgyzstan'}]->(kg),
              (osh)-[:ASSERTS {kind: 'State', name: 'Kirghizia'}]->(kg),
              (osh)-[:ASSERTS {kind: 'Base', name: 'Osh base'}]->(b),
              (osh)-[:REFERS_TO]->(uz),
              (kg)-[:SUPPORTS {id: 's1', dossier: 'osh'}]->(b),
              (kg)-[:SUPPORTS {id: 's2', dossier: 'states'}]->(b),
              (kg)-[:BORDERS {id: 'b1', dossier: 'states'}]->(uz),
              (uz)-[:ATTACKED {id: 'a1', dossier: 'osh'}]->(kg)""";

    private LoadedGraph() {}

    static void load(Graph graph) {
        graph.write("sample", writing -> writing.run(STATEMENT, Map.of()));
    }
}
