package entente.explore;

import entente.model.Entity;
import entente.model.GraphSink;
import entente.model.Relationship;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The shortest routes between two entities.
 *
 * @param total how many there are; {@link Long#MAX_VALUE} stands for that and more
 * @param listed those of them that come first in the order of the ids along the way
 */
public record Routes(long total, List<Route> listed) {
    /** There is none, or none that is short enough. */
    static final Routes NONE = new Routes(0, List.of());

    /**
     * A way from one entity to the other on which each entity comes once.
     *
     * @param nodes in the order of the way, both ends among them
     * @param steps between each node and the next
     */
    public record Route(List<Entity> nodes, List<Step> steps) {}

    /** The routes hold more than one answer may: fewer of them, or fewer relationships along them, fit. */
    public static final class TooLarge extends RuntimeException {
        TooLarge() {
            super("the routes hold more than one answer may");
        }
    }

    /**
     * Two entities in a row.
     *
     * @param from the id of the one that comes first
     * @param to the id of the one that comes then
     * @param relationships all that join them and pass the filter, whoever asserts them, by type and id
     */
    public record Step(String from, String to, List<Relationship> relationships) {}

    /** How many steps each has, or null where there is none. */
    public @Nullable Integer length() {
        return listed.isEmpty() ? null : listed.get(0).steps().size();
    }

    /** Whether there are more than are listed. */
    public boolean truncated() {
        return listed.size() < total;
    }

    /** Gives the listed routes to a sink as one graph, in which each entity and relationship comes once. */
    public void give(GraphSink sink) {
        Map<String, Entity> nodes = new LinkedHashMap<>();
        Map<Step, Step> steps = new LinkedHashMap<>();
        for (Route route : listed) {
            route.nodes().forEach(node -> nodes.putIfAbsent(node.id(), node));
            route.steps().forEach(step -> steps.putIfAbsent(new Step(step.from(), step.to(), List.of()), step));
        }
        nodes.values().forEach(sink::entity);
        steps.values().forEach(step -> step.relationships().forEach(sink::relationship));
    }
}
