package entente.load.mapping;

import entente.load.Dossier.EntityFact;
import entente.load.Dossier.RelationshipFact;
import entente.load.FactFeed.Row;
import entente.load.Problem;
import entente.load.document.Place;
import java.util.ArrayList;
import java.util.List;

/** What the rules make of one row, while they do. */
final class RowResult {
    private final List<EntityFact> entities = new ArrayList<>(1);
    private final List<RelationshipFact> relationships = new ArrayList<>(1);
    private final List<Problem> skips = new ArrayList<>(0);
    private final List<Problem> faults = new ArrayList<>(0);

    List<EntityFact> entities() {
        return entities;
    }

    List<RelationshipFact> relationships() {
        return relationships;
    }

    List<Problem> skips() {
        return skips;
    }

    List<Problem> faults() {
        return faults;
    }

    boolean isRefused() {
        return !skips.isEmpty() || !faults.isEmpty();
    }

    Row row(String table, Place place, List<String> cells) {
        boolean nothing = entities.isEmpty() && relationships.isEmpty() && skips.isEmpty() && faults.isEmpty();
        return new Row(table, place, cells, nothing, entities, relationships, once(skips), once(faults));
    }

    /** What is wrong for one rule may be wrong for another, and is told once. */
    private static List<Problem> once(List<Problem> problems) {
        return problems.size() < 2 ? problems : problems.stream().distinct().toList();
    }
}
