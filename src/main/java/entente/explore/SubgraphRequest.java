package entente.explore;

/**
 * Which part of the graph is wanted.
 *
 * @param center the id of the entity to start at
 * @param filter which relationships count; {@link entente.model.Direction#OUT} is away from the centre
 * @param hops how far to go, from 1 to {@link Subgraphs#MOST_HOPS}
 * @param page which of the relationships to show
 */
public record SubgraphRequest(String center, RelationshipFilter filter, int hops, Page page) {
    /**
     * A part of the relationships, in their order.
     *
     * @param skip how many of them to leave out first
     * @param limit how many of them to show then, at the most
     */
    public record Page(long skip, int limit) {
        /** The position after the last that is shown. */
        long end() {
            return skip + limit;
        }
    }

    /**
     * Checks that the subgraph is one that can be had.
     *
     * @throws IllegalArgumentException if it goes too far or shows too much
     */
    public SubgraphRequest {
        if (hops < 1 || hops > Subgraphs.MOST_HOPS) {
            throw new IllegalArgumentException("hops must be between 1 and " + Subgraphs.MOST_HOPS);
        }
        if (page.skip() < 0 || page.limit() < 1 || page.limit() > Subgraphs.MOST_RELATIONSHIPS) {
            throw new IllegalArgumentException(
                    "between 1 and " + Subgraphs.MOST_RELATIONSHIPS + " relationships can be shown");
        }
    }
}
