/**
 * The graph in Neo4j: the only package that knows the driver. It reads and writes plain values, guards what is read,
 * looks entities up, and sets the schema up from the vocabulary.
 *
 * <p>What strangers ask passes four lines. {@link entente.graph.Guard} judges a statement by its grammar and its plan.
 * The database ends what takes too long or too much memory. {@link entente.graph.Graph} bounds rows, bytes and readers,
 * and gives up what the database does not end. Where that happens, {@code entente.graph.bundled} starts its database
 * anew.
 */
@NullMarked
package entente.graph;

import org.jspecify.annotations.NullMarked;
