/**
 * The graph in Neo4j: the only package that knows the driver. It reads and writes plain values, guards what is read,
 * looks entities up, and sets the schema up from the vocabulary.
 */
@NullMarked
package entente.graph;

import org.jspecify.annotations.NullMarked;
