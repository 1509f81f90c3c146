package entente.load;

import entente.load.Dossier.EntityFact;
import entente.load.Dossier.RelationshipFact;
import entente.load.document.Place;
import java.util.List;
import java.util.function.Consumer;

/** The facts of one dossier where they are too many to hold: they are handed over row by row. */
public interface FactFeed {
    /** The two readings of a feed: what there is comes before what joins it. */
    enum Part {
        ENTITIES,
        RELATIONSHIPS
    }

    /**
     * What one row of the input says.
     *
     * @param table the input's own name for where it stands; one file may be read as several tables
     * @param cells the row as it was, for the file of rejects
     * @param leftOut whether nothing is to be said of it in this part, such as where a filter passes it over
     * @param skips why the input says that such a row is to be passed over, which is no error
     * @param faults what is wrong with it; where there is any, or it is to be passed over, the facts are not complete,
     *     but for the ids and kinds of the entities that it describes
     */
    record Row(
            String table,
            Place place,
            List<String> cells,
            boolean leftOut,
            List<EntityFact> entities,
            List<RelationshipFact> relationships,
            List<Problem> skips,
            List<Problem> faults) {

        /** Nothing but a fact. */
        static Row of(EntityFact fact) {
            return of(fact.place(), List.of(fact), List.of());
        }

        /** Nothing but a fact. */
        static Row of(RelationshipFact fact) {
            return of(fact.place(), List.of(), List.of(fact));
        }

        private static Row of(Place place, List<EntityFact> entities, List<RelationshipFact> relationships) {
            return new Row(place.file(), place, List.of(), false, entities, relationships, List.of(), List.of());
        }

        /** The same, as the reading of entities hands it over. */
        public Row withoutRelationships() {
            return new Row(table, place, cells, leftOut, entities, List.of(), skips, faults);
        }

        /** Whether it is wrong or to be passed over, so that nothing of it is written. */
        public boolean isRefused() {
            return !skips.isEmpty() || !faults.isEmpty();
        }
    }

    /** The dossier without its facts. */
    Dossier head();

    /** Whether the facts are known to hold together, with each other and with the graph. */
    boolean isChecked();

    /** Of all that decides what is read; costs no reading of rows. */
    String checksum();

    /** What became of the rows that others were joined with, once all was read. */
    default List<JoinReport> joins() {
        return List.of();
    }

    /** @throws InvalidInputException if it cannot be read to its end */
    void read(Part part, Consumer<Row> sink);
}
