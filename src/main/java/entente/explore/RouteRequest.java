package entente.explore;

/**
 * Which routes are wanted.
 *
 * @param from the id of the entity to start at
 * @param to the id of the entity to end at
 * @param filter which relationships count; {@link entente.model.Direction#OUT} is towards {@code to}
 * @param maxHops how long a route may be, from 1 to {@link Paths#MOST_HOPS}
 * @param limit how many routes to list at the most, up to {@link Paths#MOST_ROUTES}
 */
public record RouteRequest(String from, String to, RelationshipFilter filter, int maxHops, int limit) {
    /**
     * Checks that the routes are some that can be had.
     *
     * @throws IllegalArgumentException if they may be too long or too many
     */
    public RouteRequest {
        if (maxHops < 1 || maxHops > Paths.MOST_HOPS || limit < 1 || limit > Paths.MOST_ROUTES) {
            throw new IllegalArgumentException("routes have 1 to " + Paths.MOST_HOPS + " steps, and 1 to "
                    + Paths.MOST_ROUTES + " of them can be listed");
        }
    }
}
