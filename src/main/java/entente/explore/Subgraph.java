package entente.explore;

/**
 * How large a subgraph is, whatever part of it is shown.
 *
 * @param nodes all entities that it has, the centre among them
 * @param relationships all relationships that it has
 * @param next the position of the first relationship after those that are shown; {@code relationships} where there is
 *     none
 */
public record Subgraph(long nodes, long relationships, long next) {
    /** Whether there are relationships after those that are shown. */
    public boolean truncated() {
        return next < relationships;
    }
}
