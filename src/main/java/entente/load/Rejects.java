package entente.load;

import entente.load.FactFeed.Row;
import java.util.List;

/** What happens to rows that are not taken up. */
interface Rejects {
    /**
     * Takes a row.
     *
     * @param reasons what is wrong with it; nothing where the input says to skip it
     * @throws InvalidInputException to put an end to the reading
     */
    void add(Row row, List<Problem> reasons);
}
