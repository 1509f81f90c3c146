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
     * @param cells the row as it was, for the file of rejects
     * @param leftOut whether nothing is to be said of it in this part, such as where a filter passes it over
     * @param skipped whether the input says that such a row is to be passed over, and is no error
     * @param problems what is wrong with it, or why it is skipped; the facts are then not complete
     */
    record Row(
            Place place,
            List<String> cells,
            boolean leftOut,
            boolean skipped,
            List<EntityFact> entities,
            List<RelationshipFact> relationships,
            List<Problem> problems) {

        /** Nothing but a fact. */
        static Row of(EntityFact fact) {
            return new Row(fact.place(), List.of(), false, false, List.of(fact), List.of(), List.of());
        }

        /** Nothing but a fact. */
        static Row of(RelationshipFact fact) {
            return new Row(fact.place(), List.of(), false, false, List.of(), List.of(fact), List.of());
        }
    }

    /** The dossier without its facts. */
    Dossier head();

    /** Whether the facts are known to hold together, with each other and with the graph. */
    boolean isChecked();

    /** Of all that decides what is read; costs no reading of rows. */
    String checksum();

    /** @throws InvalidInputException if it cannot be read to its end */
    void read(Part part, Consumer<Row> sink);
}
