package entente.graph;

import entente.model.Entity;
import entente.model.Period;
import entente.model.Relationship;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.neo4j.driver.Record;
import org.neo4j.driver.Value;
import org.neo4j.driver.types.MapAccessor;
import org.neo4j.driver.types.Node;
import org.neo4j.driver.types.Path;
import org.neo4j.driver.types.Point;

/**
 * Turns the driver's values into those of {@link entente.model.Table}. An open end of a period becomes null here, and
 * so wherever it leaves the graph.
 *
 * <p>One is used for one row: a relationship names its ends by the database's ids, which the row's nodes explain.
 */
final class PlainValues {
    private final List<Value> row;
    private @Nullable Map<String, String> idsByElement;

    private PlainValues(List<Value> row) {
        this.row = row;
    }

    /** The values of a record, in the order of its columns. */
    static List<@Nullable Object> row(Record row) {
        return new PlainValues(row.values()).plain();
    }

    private List<@Nullable Object> plain() {
        List<@Nullable Object> plain = new ArrayList<>(row.size());
        row.forEach(value -> plain.add(plain(value)));
        return plain;
    }

    /** Most rows hold no relationship, and need not be looked through for nodes. */
    private Map<String, String> idsByElement() {
        if (idsByElement == null) {
            idsByElement = new HashMap<>();
            row.forEach(this::rememberNodes);
        }
        return idsByElement;
    }

    private void rememberNodes(Value value) {
        switch (type(value)) {
            case "NODE" -> remember(value.asNode());
            case "PATH" -> value.asPath().nodes().forEach(this::remember);
            case "LIST OF ANY?", "MAP" -> value.values().forEach(this::rememberNodes);
            default -> {}
        }
    }

    private void remember(Node node) {
        idsByElement().put(node.elementId(), id(node, node.elementId()));
    }

    private @Nullable Object plain(Value value) {
        return switch (type(value)) {
            case "NULL" -> null;
            case "BOOLEAN" -> value.asBoolean();
            case "INTEGER" -> value.asLong();
            case "FLOAT" -> value.asDouble();
            case "STRING" -> value.asString();
            case "BYTES" -> Base64.getEncoder().encodeToString(value.asByteArray());
            case "DATE" -> openEndAsNull(value.asLocalDate());
            case "LIST OF ANY?" -> plainList(value.values());
            case "MAP" -> plainMap(value);
            case "NODE" -> entity(value.asNode());
            case "RELATIONSHIP" -> relationship(value.asRelationship());
            case "PATH" -> path(value.asPath());
            case "POINT" -> point(value.asPoint());
            default -> value.asObject().toString();
        };
    }

    /** As extended well-known text, which is how a parameter gives one, too: {@code SRID=4326;POINT (72.8 40.5)}. */
    private static String point(Point point) {
        boolean isFlat = Double.isNaN(point.z());
        String coordinates = point.x() + " " + point.y() + (isFlat ? "" : " " + point.z());
        return "SRID=" + point.srid() + ";POINT " + (isFlat ? "" : "Z ") + "(" + coordinates + ")";
    }

    private static String type(Value value) {
        return value.type().name();
    }

    private static @Nullable LocalDate openEndAsNull(LocalDate date) {
        return date.equals(Period.OPEN_START) || date.equals(Period.OPEN_END) ? null : date;
    }

    private List<@Nullable Object> plainList(Iterable<Value> values) {
        List<@Nullable Object> plain = new ArrayList<>();
        values.forEach(value -> plain.add(plain(value)));
        return plain;
    }

    private Map<String, @Nullable Object> plainMap(MapAccessor map) {
        Map<String, @Nullable Object> plain = new LinkedHashMap<>();
        map.keys().forEach(key -> plain.put(key, plain(map.get(key))));
        return plain;
    }

    private Entity entity(Node node) {
        List<String> labels = new ArrayList<>();
        node.labels().forEach(labels::add);
        return new Entity(id(node, node.elementId()), labels, plainMap(node));
    }

    private Relationship relationship(org.neo4j.driver.types.Relationship relationship) {
        return new Relationship(
                id(relationship, relationship.elementId()),
                relationship.type(),
                endOf(relationship.startNodeElementId()),
                endOf(relationship.endNodeElementId()),
                plainMap(relationship));
    }

    private String endOf(String elementId) {
        return idsByElement().getOrDefault(elementId, elementId);
    }

    private static String id(MapAccessor properties, String otherwise) {
        Value id = properties.get("id");
        return type(id).equals("STRING") ? id.asString() : otherwise;
    }

    /** A path is the list of what it passes: an entity, a relationship, an entity and so on. */
    private List<@Nullable Object> path(Path path) {
        List<@Nullable Object> steps = new ArrayList<>();
        steps.add(entity(path.start()));
        path.forEach(segment -> {
            steps.add(relationship(segment.relationship()));
            steps.add(entity(segment.end()));
        });
        return steps;
    }
}
