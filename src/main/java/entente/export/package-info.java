/**
 * How a {@link entente.model.Table} looks outside: JSON, JSON Lines and CSV for machines, an aligned table for
 * terminals. One class a format. It knows the model alone.
 */
@NullMarked
package entente.export;

import org.jspecify.annotations.NullMarked;
