package entente.export;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/** The formats of graphs by the ending of a file's name. */
public final class GraphFormats {
    private static final Map<String, GraphFormat> BY_ENDING = new LinkedHashMap<>();

    static {
        BY_ENDING.put("json", new JsonGraph());
        BY_ENDING.put("jsonl", new JsonLinesGraph());
        BY_ENDING.put("csv", new CsvGraph(CsvGraph.Rows.RELATIONSHIPS, false));
        BY_ENDING.put("graphml", new GraphMl());
        BY_ENDING.put("gexf", new Gexf());
        BY_ENDING.put("jgf", new Jgf());
        BY_ENDING.put("cyjs", new CytoscapeJson());
    }

    private GraphFormats() {}

    /** All of them, by ending, without the dot. */
    public static Map<String, GraphFormat> byEnding() {
        return Collections.unmodifiableMap(BY_ENDING);
    }
}
