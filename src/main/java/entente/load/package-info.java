/**
 * Brings facts into the graph: reads dossiers, checks all of a file before anything is written, and replaces what a
 * dossier asserted before as a unit.
 */
@NullMarked
package entente.load;

import org.jspecify.annotations.NullMarked;
