/**
 * Entente answers who stands where, since when, and who says so. The packages, from what people touch down to the
 * database; each imports only what is to the right of it.
 *
 * <pre>
 * Main → cli → web → query, explore, export → graph → model
 *        cli → load                         → graph → model
 * </pre>
 *
 * <ul>
 *   <li>{@link entente.cli}: the command line, one class a command.
 *   <li>{@link entente.web}: HTTP; every route stands in {@code WebServer.routes}.
 *   <li>{@link entente.load}: dossiers into the graph.
 *   <li>{@link entente.query}: saved queries and questions in plain words.
 *   <li>{@link entente.explore}: what the graph holds: entities, what changed around one, dossiers and sources.
 *   <li>{@link entente.export}: tables and graphs in the formats that people open elsewhere.
 *   <li>{@link entente.graph}: the only package that knows Neo4j's driver; {@link entente.graph.bundled} runs a Neo4j.
 *   <li>{@link entente.model}: the words of the field as values.
 * </ul>
 */
@NullMarked
package entente;

import org.jspecify.annotations.NullMarked;
