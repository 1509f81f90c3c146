package entente.export;

import entente.model.Entity;
import entente.model.Relationship;
import java.io.IOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * CSV, a row for each relationship or for each entity. Properties without a column of their own are one JSON object in
 * the last. Cells are those of {@link CsvFormat}.
 *
 * <p>There is no place for what is to be told of the graph as a whole: whoever writes it says that beside the file, and
 * can say it before, since all rows come when the graph is finished. The names of the entities are kept until then,
 * since each relationship shows those of its ends.
 */
public final class CsvGraph implements GraphFormat {
    /** What has a row. */
    public enum Rows {
        /** {@code id, type, from, fromName, to, toName}, the dates with their precision and so on. */
        RELATIONSHIPS,
        /** {@code id, labels, name, aliases, summary, properties}. */
        NODES
    }

    private static final List<String> NODE = List.of("name", "aliases", "summary");
    private static final List<String> RELATIONSHIP = List.of(
            "validFrom",
            "fromPrecision",
            "validTo",
            "toPrecision",
            "on",
            "onPrecision",
            "confidence",
            "basis",
            "sources",
            "dossier",
            "summary");

    private final Rows rows;
    private final boolean safe;

    /** @param safe whether no cell may be a formula, as {@link CsvFormat} has it */
    public CsvGraph(Rows rows, boolean safe) {
        this.rows = rows;
        this.safe = safe;
    }

    @Override
    public String mediaType() {
        return CsvFormat.CONTENT_TYPE;
    }

    @Override
    public GraphWriter begin(Writer out) {
        CsvRows kept = new CsvRows(out, safe);
        return rows == Rows.NODES ? new Nodes(kept) : new Relationships(kept, new HashMap<>());
    }

    private record Nodes(CsvRows kept) implements GraphWriter {
        private Nodes {
            kept.columns(header(List.of("id", "labels"), NODE));
        }

        @Override
        public void entity(Entity entity) {
            kept.row(row(Arrays.asList(entity.id(), entity.labels()), NODE, entity.properties()));
        }

        @Override
        public void relationship(Relationship relationship) {}

        @Override
        public void finish(Map<String, ? extends @Nullable Object> about) throws IOException {
            kept.finish(about);
        }

        @Override
        public void close() throws IOException {
            kept.close();
        }
    }

    private record Relationships(CsvRows kept, Map<String, Object> names) implements GraphWriter {
        private Relationships {
            kept.columns(header(List.of("id", "type", "from", "fromName", "to", "toName"), RELATIONSHIP));
        }

        @Override
        public void entity(Entity entity) {
            Object name = entity.properties().get("name");
            if (name != null) {
                names.put(entity.id(), name);
            }
        }

        @Override
        public void relationship(Relationship relationship) {
            List<@Nullable Object> ends = Arrays.asList(
                    relationship.id(),
                    relationship.type(),
                    relationship.from(),
                    names.get(relationship.from()),
                    relationship.to(),
                    names.get(relationship.to()));
            kept.row(row(ends, RELATIONSHIP, relationship.properties()));
        }

        @Override
        public void finish(Map<String, ? extends @Nullable Object> about) throws IOException {
            kept.finish(about);
        }

        @Override
        public void close() throws IOException {
            kept.close();
        }
    }

    private static List<String> header(List<String> first, List<String> columns) {
        List<String> header = new ArrayList<>(first);
        header.addAll(columns);
        header.add("properties");
        return header;
    }

    private static List<@Nullable Object> row(
            List<? extends @Nullable Object> first, List<String> columns, Map<String, @Nullable Object> properties) {
        List<@Nullable Object> row = new ArrayList<>(first);
        columns.forEach(column -> row.add(properties.get(column)));
        Map<String, @Nullable Object> others = new LinkedHashMap<>(properties);
        others.keySet().removeAll(columns);
        others.remove("id");
        row.add(others.isEmpty() ? null : others);
        return row;
    }
}
