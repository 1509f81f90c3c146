/**
 * What the graph holds, beyond saved queries: search, an entity with everything that is said of it, what changed around
 * it between two days, the dossiers that are loaded and their sources, and what there can be at all. Results are
 * immutable; whoever shows them only renders.
 */
@NullMarked
package entente.explore;

import org.jspecify.annotations.NullMarked;
