/**
 * The command line: one class a command. Commands open what they need, hand the work down and render what comes back;
 * {@link entente.cli.Failures} alone turns failures into messages and exit codes.
 */
@NullMarked
package entente.cli;

import org.jspecify.annotations.NullMarked;
