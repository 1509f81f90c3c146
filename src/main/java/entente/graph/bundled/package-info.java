/**
 * The database that Entente brings along: Neo4j Community as a process of its own, on a directory of the user's.
 *
 * <p>One process holds a {@link DataDirectory} and runs its database; every other one joins it over Bolt, through the
 * endpoint file that the holder leaves there. {@link BundledDatabase#open} decides which of the two happens. Whoever
 * opens gets an {@link entente.graph.Connection} and needs to know nothing else. The database ends with the process
 * that started it, however that ends; until then that process starts it again wherever it dies, and knows by memory
 * that both share whether anything has been committed.
 *
 * <p>Nothing here refers to Neo4j's classes: its jars are on the other process's class path only, together with
 * {@code entente.graph.bundled.lifeline}.
 */
@NullMarked
package entente.graph.bundled;

import org.jspecify.annotations.NullMarked;
