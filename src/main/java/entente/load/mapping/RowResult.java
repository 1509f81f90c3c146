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
    private final List<Problem> problems = new ArrayList<>(0);
    private boolean skipped;

    List<EntityFact> entities() {
        return entities;
    }

    List<RelationshipFact> relationships() {
        return relationships;
    }

    List<Problem> problems() {
        return problems;
    }

    void skip(Problem reason) {
        skipped = true;
        problems.add(reason);
    }

    /** @param elsewhere whether the row matters in the other part of the reading */
    Row row(Place place, List<String> cells, boolean elsewhere) {
        boolean nothing = entities.isEmpty() && relationships.isEmpty() && problems.isEmpty();
        return new Row(place, cells, nothing && !elsewhere, skipped, entities, relationships, problems);
    }
}
