package entente.explore;

import entente.model.Confidence;
import entente.model.Direction;
import entente.model.RelationshipType;
import entente.model.Vocabulary;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Which relationships of an entity count, as conditions in Cypher. */
public final class RelationshipFilter {
    private final List<RelationshipType> types;
    private final Direction direction;
    private final @Nullable LocalDate asOf;
    private final @Nullable Confidence atLeast;

    private RelationshipFilter(
            List<RelationshipType> types, Direction direction, @Nullable LocalDate asOf, @Nullable Confidence atLeast) {
        this.types = types;
        this.direction = direction;
        this.asOf = asOf;
        this.atLeast = atLeast;
    }

    /** Lets every relationship of the vocabulary pass. */
    public static RelationshipFilter all(Vocabulary vocabulary) {
        return new RelationshipFilter(List.copyOf(vocabulary.types().values()), Direction.BOTH, null, null);
    }

    /**
     * Lets pass what is of these types.
     *
     * @param types names of types, at least one
     * @throws IllegalArgumentException if the vocabulary has no type of a name
     */
    public RelationshipFilter of(List<String> types, Vocabulary vocabulary) {
        return new RelationshipFilter(
                types.stream().distinct().map(vocabulary::type).toList(), direction, asOf, atLeast);
    }

    /** Lets pass what points this way; a symmetric type points every way. */
    public RelationshipFilter pointing(Direction way) {
        return new RelationshipFilter(types, way, asOf, atLeast);
    }

    /** Lets pass what holds on a day. */
    public RelationshipFilter holdingOn(LocalDate day) {
        return new RelationshipFilter(types, direction, day, atLeast);
    }

    /** Lets pass what is at least so sure; what does not say how sure it is does not pass. */
    public RelationshipFilter atLeast(Confidence confidence) {
        return new RelationshipFilter(types, direction, asOf, confidence);
    }

    /**
     * The pattern between two nodes, such as <code>-[r:`BORDERS`|`SUPPORTS`]-</code>. Only names of the vocabulary
     * stand in it.
     *
     * @param variable what the statement calls the relationship
     */
    String pattern(String variable) {
        boolean oneWay = types.stream().noneMatch(RelationshipType::symmetric);
        return (oneWay && direction == Direction.IN ? "<-[" : "-[")
                + variable + ":" + names()
                + (oneWay && direction == Direction.OUT ? "]->" : "]-");
    }

    /** The pattern from the node where a relationship is stored to start, so that each is met once. */
    String storedPattern(String variable) {
        return "-[" + variable + ":" + names() + "]->";
    }

    private String names() {
        return types.stream().map(type -> "`" + type.name() + "`").collect(Collectors.joining("|"));
    }

    /**
     * The condition on a relationship that matches {@link #pattern}; it uses {@link #parameters}.
     *
     * @param relationship what the statement calls the relationship
     * @param entity what it calls the node from which the direction is seen
     */
    String condition(String relationship, String entity) {
        Stream.Builder<String> conditions = Stream.builder();
        if (asOf != null) {
            conditions.add("%1$s.validFrom <= $asOf < %1$s.validTo".formatted(relationship));
        }
        if (atLeast != null) {
            conditions.add(relationship + ".confidence IN $confidences");
        }
        if (direction != Direction.BOTH && types.stream().anyMatch(RelationshipType::symmetric)) {
            String end = direction == Direction.OUT ? "startNode" : "endNode";
            conditions.add("(%s(%s) = %s OR type(%2$s) IN $symmetric)".formatted(end, relationship, entity));
        }
        String all = conditions.build().collect(Collectors.joining(" AND "));
        return all.isEmpty() ? "true" : all;
    }

    /**
     * The condition that a relationship which passes from one end passes from the other as well; it uses
     * {@link #parameters}.
     *
     * @param relationship what the statement calls the relationship
     */
    String bothWays(String relationship) {
        if (direction == Direction.BOTH) {
            return "true";
        }
        return types.stream().anyMatch(RelationshipType::symmetric)
                ? "type(" + relationship + ") IN $symmetric"
                : "false";
    }

    /** Lets pass from one end what this lets pass from the other. */
    RelationshipFilter reversed() {
        return switch (direction) {
            case OUT -> pointing(Direction.IN);
            case IN -> pointing(Direction.OUT);
            case BOTH -> this;
        };
    }

    /** The values that {@link #condition} uses. */
    Map<String, Object> parameters() {
        Map<String, Object> parameters = new LinkedHashMap<>();
        if (asOf != null) {
            parameters.put("asOf", asOf);
        }
        if (atLeast != null) {
            parameters.put("confidences", wordsFrom(atLeast));
        }
        parameters.put(
                "symmetric",
                types.stream()
                        .filter(RelationshipType::symmetric)
                        .map(RelationshipType::name)
                        .toList());
        return parameters;
    }

    /** The same for filters that let the same pass. */
    @Override
    public String toString() {
        return types.stream().map(RelationshipType::name).sorted().toList() + " " + direction + " " + asOf + " "
                + atLeast;
    }

    private static List<String> wordsFrom(Confidence least) {
        return Stream.of(Confidence.values())
                .filter(confidence -> confidence.compareTo(least) >= 0)
                .map(Confidence::word)
                .toList();
    }
}
