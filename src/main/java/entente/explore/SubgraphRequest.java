package entente.explore;

import entente.model.Page;

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
     * Checks that the subgraph is one that can be had.
     *
     * @throws IllegalArgumentException if it goes too far or shows too much
     */
    public SubgraphRequest {
        if (hops < 1 || hops > Subgraphs.MOST_HOPS) {
            throw new IllegalArgumentException("hops must be between 1 and " + Subgraphs.MOST_HOPS);
        }
        if (page.limit() > Subgraphs.MOST_RELATIONSHIPS) {
            throw new IllegalArgumentException(
                    "no more than " + Subgraphs.MOST_RELATIONSHIPS + " relationships can be shown");
        }
    }
}
