package entente.export;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringWriter;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class JsonGraphTest {
    @Test
    void writesNodesThenRelationshipsThenWhatIsToldOfTheWhole() throws IOException {
        StringWriter out = new StringWriter();
        Map<String, @Nullable Object> about = new LinkedHashMap<>();
        about.put("totals", Map.of("nodes", 2L));
        about.put("next", null);

        try (GraphWriter graph = new JsonGraph().begin(out)) {
            graph.entity(Tables.OSH);
            graph.relationship(Tables.BACKING);
            graph.entity(Tables.OSH);
            graph.relationship(Tables.BACKING);
            graph.finish(about);
        }

        String node = PlainJson.text(Tables.OSH);
        String relationship = PlainJson.text(Tables.BACKING);
        assertThat(out)
                .hasToString("{\"nodes\":[" + node + "," + node + "],\"relationships\":[" + relationship + ","
                        + relationship + "],\"totals\":{\"nodes\":2},\"next\":null}\n");
    }

    @Test
    void writesAGraphOfNothing() throws IOException {
        StringWriter out = new StringWriter();

        try (GraphWriter graph = new JsonGraph().begin(out)) {
            graph.finish(Map.of());
        }

        assertThat(out).hasToString("{\"nodes\":[],\"relationships\":[]}\n");
    }
}
