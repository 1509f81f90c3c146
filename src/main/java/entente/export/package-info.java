/**
 * How a {@link entente.model.Table} and a graph look outside: JSON, JSON Lines and CSV for machines, an aligned table
 * for terminals, and for graphs GraphML, GEXF, JSON Graph Format and Cytoscape JSON as well. One class a format. Graphs
 * pass piece by piece and are never held whole; what a format cannot hold is replaced, so that no text breaks a file.
 * It knows the model alone.
 */
@NullMarked
package entente.export;

import org.jspecify.annotations.NullMarked;
