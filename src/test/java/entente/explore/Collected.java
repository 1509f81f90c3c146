package entente.explore;

import static org.assertj.core.api.Assertions.assertThat;

import entente.model.Entity;
import entente.model.GraphSink;
import entente.model.Relationship;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A graph as a sink got it, which must be closed: each entity once, and before the relationships that it stands at. */
final class Collected implements GraphSink {
    private final Map<String, Entity> nodes = new LinkedHashMap<>();
    private final List<Relationship> relationships = new ArrayList<>();

    @Override
    public void entity(Entity entity) {
        assertThat(nodes.put(entity.id(), entity))
                .as("%s comes once", entity.id())
                .isNull();
    }

    @Override
    public void relationship(Relationship relationship) {
        assertThat(nodes).containsKeys(relationship.from(), relationship.to());
        relationships.add(relationship);
    }

    Map<String, Entity> nodes() {
        return nodes;
    }

    List<Relationship> relationships() {
        return relationships;
    }

    List<String> ids() {
        return relationships.stream().map(Relationship::id).toList();
    }
}
