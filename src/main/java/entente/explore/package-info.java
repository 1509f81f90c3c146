/**
 * What the graph holds, beyond saved queries: an entity with everything that is said of it, and the dossiers that are
 * loaded. Results are immutable; whoever shows them only renders.
 */
@NullMarked
package entente.explore;

import org.jspecify.annotations.NullMarked;
