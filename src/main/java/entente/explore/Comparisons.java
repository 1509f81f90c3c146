package entente.explore;

import entente.graph.Graph;
import entente.graph.Reading;
import entente.graph.Statement;
import entente.model.Relationship;
import entente.model.Table;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Compares an entity's relationships on two days. */
public final class Comparisons {
    private static final String ENTITY = "MATCH (e:Entity {id: $id}) RETURN e.id, labels(e), e.name";

    /** What began or ended after the first day and not after the second; the earliest first. */
    private static final String CHANGING = """
            MATCH (e:Entity {id: $id})%s(n:Entity)
            WHERE ($from < r.validFrom <= $to OR $from < r.validTo <= $to) AND %s
            WITH r, n, CASE WHEN $from < r.validFrom THEN r.validFrom ELSE r.validTo END AS day
            ORDER BY day, type(r), r.id
            LIMIT $most
            RETURN %s, n.id, labels(n), n.name
            ORDER BY day, type(r), r.id""";

    /** What holds from the first day to the second, of the ties among what changes. */
    private static final String LASTING = """
            MATCH (e:Entity {id: $id})
            UNWIND $ties AS tie
            MATCH (e)%s(n:Entity {id: tie.other})
            WHERE type(r) = tie.type AND r.validFrom <= $from AND $to < r.validTo AND %s
            RETURN %s
            ORDER BY r.id""";

    private static final int OTHER_END = Rows.RELATIONSHIP_COLUMNS;

    private final Graph graph;

    public Comparisons(Graph graph) {
        this.graph = graph;
    }

    /** The span between two days. */
    public record Days(LocalDate from, LocalDate to) {
        /**
         * Checks the order of the days.
         *
         * @throws IllegalArgumentException if the first is not before the second
         */
        public Days {
            if (!from.isBefore(to)) {
                throw new IllegalArgumentException("from must be before to, and " + from + " is not before " + to);
            }
        }

        private boolean hold(@Nullable Object day) {
            return day instanceof LocalDate date && from.isBefore(date) && !date.isAfter(to);
        }

        private boolean seeTheStartOf(Relationship relationship) {
            return hold(relationship.properties().get("validFrom"));
        }

        private boolean seeTheEndOf(Relationship relationship) {
            return hold(relationship.properties().get("validTo"));
        }
    }

    /**
     * Compares.
     *
     * @param id the entity's
     * @param compared which of its relationships are looked at, on whichever day they hold
     * @param limit how many relationships to give at the most
     * @return empty where no entity bears the id
     * @throws entente.graph.GraphException if the database cannot answer
     */
    public Optional<Comparison> compare(String id, Days days, RelationshipFilter compared, int limit) {
        return graph.reading(
                "compare",
                reading -> reading.read(new Statement("compare", ENTITY, Map.of("id", id)), 1).rows().stream()
                        .map(row -> compared(reading, Rows.entity(row, 0), days, compared, limit))
                        .findFirst());
    }

    private static Table changing(Reading reading, String id, Days days, RelationshipFilter filter, int limit) {
        Map<String, Object> parameters = new LinkedHashMap<>(filter.parameters());
        parameters.putAll(Map.of("id", id, "from", days.from(), "to", days.to(), "most", limit + 1L));
        String text = CHANGING.formatted(filter.pattern("r"), filter.condition("r", "e"), Rows.RELATIONSHIP);
        return reading.read(new Statement("compare", text, parameters), limit);
    }

    private static Table lasting(Reading reading, String id, Days days, RelationshipFilter filter, Table changing) {
        Set<Map<String, String>> ties = new LinkedHashSet<>();
        changing.rows()
                .forEach(row ->
                        ties.add(Map.of("type", Rows.relationship(row).type(), "other", Rows.text(row, OTHER_END))));
        Map<String, Object> parameters = new LinkedHashMap<>(filter.parameters());
        parameters.putAll(Map.of("id", id, "from", days.from(), "to", days.to(), "ties", List.copyOf(ties)));
        String text = LASTING.formatted(filter.pattern("r"), filter.condition("r", "e"), Rows.RELATIONSHIP);
        return reading.read(new Statement("compare", text, parameters), Integer.MAX_VALUE);
    }

    private static Comparison compared(
            Reading reading, NamedEntity entity, Days days, RelationshipFilter filter, int limit) {
        Table changing = changing(reading, entity.id(), days, filter, limit);
        Table lasting = lasting(reading, entity.id(), days, filter, changing);
        List<Relationship> telling = new ArrayList<>();
        List<Relationship> throughout =
                lasting.rows().stream().map(Rows::relationship).toList();
        List<Relationship> appeared = new ArrayList<>();
        List<Relationship> ended = new ArrayList<>();
        List<Relationship> passed = new ArrayList<>();
        Set<NamedEntity> others = new LinkedHashSet<>();
        for (List<@Nullable Object> row : changing.rows()) {
            Relationship one = Rows.relationship(row);
            boolean starts = days.seeTheStartOf(one);
            (starts && days.seeTheEndOf(one) ? passed : starts ? appeared : ended).add(one);
            telling.add(one);
            others.add(Rows.entity(row, OTHER_END));
        }
        Continuations continued = new Continuations(days.from(), days.to(), telling, throughout);
        Changes changes = new Changes(continued.without(ended), continued.without(appeared), throughout);
        return new Comparison(
                entity,
                days.from(),
                days.to(),
                changes.without(continued.without(appeared)),
                changes.without(continued.without(ended)),
                changes.found(),
                continued.found(),
                continued.without(passed),
                List.copyOf(others),
                changing.truncated() || lasting.truncated());
    }
}
