/**
 * Reads tables: CSV and TSV, plain or gzipped. What is wrong with one row is told with that row and does not end the
 * reading; what makes the rest of a file unreadable does.
 */
@NullMarked
package entente.load.table;

import org.jspecify.annotations.NullMarked;
