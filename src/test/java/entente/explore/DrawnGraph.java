package entente.explore;

import entente.graph.Graph;
import entente.model.Period;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Small graphs written as lines: {@code a SUPPORTS b from 2009-01-01 to 2010-01-01 confidence low dossier osh}, where
 * only the ends and the type are needed. The relationships are called {@code r1}, {@code r2} and so on.
 */
final class DrawnGraph {
    private static final String NODES =
            "UNWIND $ids AS id MERGE (e:Entity {id: id}) SET e:Actor:State, e.name = 'The ' + id, e.summary = 'about ' + id";

    private DrawnGraph() {}

    static void draw(Graph graph, String... lines) {
        Set<String> nodes = new LinkedHashSet<>();
        Map<String, List<Map<String, Object>>> byType = new LinkedHashMap<>();
        int number = 0;
        for (String line : lines) {
            String[] words = line.split(" ");
            nodes.add(words[0]);
            if (words.length > 1) {
                nodes.add(words[2]);
                number++;
                byType.computeIfAbsent(words[1], type -> new ArrayList<>()).add(row(words, "r" + number));
            }
        }
        write(graph, nodes, byType);
    }

    private static Map<String, Object> row(String[] words, String id) {
        Map<String, Object> properties = new LinkedHashMap<>();
        properties.put("id", id);
        properties.put("validFrom", Period.OPEN_START);
        properties.put("validTo", Period.OPEN_END);
        for (int word = 3; word < words.length; word += 2) {
            String value = words[word + 1];
            switch (words[word]) {
                case "from" -> properties.put("validFrom", LocalDate.parse(value));
                case "to" -> properties.put("validTo", LocalDate.parse(value));
                default -> properties.put(words[word], value);
            }
        }
        return Map.of("start", words[0], "end", words[2], "properties", properties);
    }

    private static void write(Graph graph, Set<String> nodes, Map<String, List<Map<String, Object>>> byType) {
        graph.write("draw", writing -> {
            writing.run(NODES, Map.of("ids", List.copyOf(nodes)));
            byType.forEach((type, rows) -> writing.run(statement(type), Map.of("rows", rows)));
            return null;
        });
    }

    private static String statement(String type) {
        return "UNWIND $rows AS row MATCH (a:Entity {id: row.start}) MATCH (b:Entity {id: row.end})" + " CREATE (a)-[r:"
                + type + "]->(b) SET r = row.properties";
    }
}
