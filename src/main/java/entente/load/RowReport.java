package entente.load;

/**
 * What became of the rows of a table: {@code read = written + unchanged + leftOut + rejected}.
 *
 * @param table the file, as the user named it
 * @param written from which something in the graph was created or changed
 * @param unchanged of which the graph held everything
 * @param leftOut which no rule takes up
 * @param rejected which are wrong, or which the mapping says to skip
 */
public record RowReport(String table, int read, int written, int unchanged, int leftOut, int rejected) {}
