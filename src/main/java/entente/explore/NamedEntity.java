package entente.explore;

import java.util.List;

/**
 * An entity without what is known of it.
 *
 * @param labels its kind, and beside it {@code Entity} and, where it can act, {@code Actor}
 */
public record NamedEntity(String id, List<String> labels, String name) {}
