/** Makes facts of the rows of tables, as a mapping file says. */
@NullMarked
package entente.load.mapping;

import org.jspecify.annotations.NullMarked;
