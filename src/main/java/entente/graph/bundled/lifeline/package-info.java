/**
 * What runs inside the database's own process: a jar of its own beside Neo4j's, which sees none of Entente's classes,
 * and reaches Neo4j's by reflection so that Entente compiles without them. Nobody calls it but
 * {@code entente.graph.bundled}, by naming its main class to a new Java.
 */
package entente.graph.bundled.lifeline;
