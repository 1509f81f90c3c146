/**
 * Saved queries: one {@code .cypher} file each, with a header that says what it takes and gives. The catalogue reads
 * and checks them, the runner binds values and runs them, and questions in plain words find the query that answers
 * them.
 */
@NullMarked
package entente.query;

import org.jspecify.annotations.NullMarked;
