/** A YAML or JSON file as a tree that knows where each of its values stands. */
@NullMarked
package entente.load.document;

import org.jspecify.annotations.NullMarked;
