package entente.load;

/**
 * What became of the rows of a table: {@code read = written + unchanged + leftOut + rejected}.
 *
 * @param table the input's own name for it
 * @param file as the user named it
 * @param written from which something in the graph was created or changed
 * @param unchanged of which the graph held everything
 * @param leftOut which no rule takes up
 * @param rejected which are wrong, or which the mapping says to skip
 * @param partly of those rejected, the ones of which the graph holds something nevertheless: that they do not fit what
 *     else there is was found after their entities were taken up
 */
public record RowReport(
        String table, String file, int read, int written, int unchanged, int leftOut, int rejected, int partly) {}
