package entente.load;

import entente.load.FactFeed.Row;
import java.util.List;

/** What happens to rows that are not taken up. */
public interface Rejects {
    /**
     * Takes a row.
     *
     * @param faults what is wrong with it; nothing where the input says to skip it
     * @param inPart whether its entities are taken up, and only its relationships are not
     */
    void add(Row row, List<Problem> faults, boolean inPart);

    /**
     * All rows were read.
     *
     * @throws InvalidInputException if what is wrong with them keeps the others from being written
     */
    void end();

    /** Whether a row was wrong and the load went on without it: what is loaded is then not all that the input says. */
    default boolean hasWrong() {
        return false;
    }
}
