/**
 * Who may ask: tokens, what they allow, and the file that keeps them. {@link entente.web} lets callers in by them, and
 * {@link entente.cli} makes and revokes them.
 */
@NullMarked
package entente.web.access;

import org.jspecify.annotations.NullMarked;
