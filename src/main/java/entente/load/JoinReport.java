package entente.load;

/**
 * What became of the rows of a table that others are joined with.
 *
 * @param table the input's own name for it
 * @param file as the user named it
 * @param matched which rows of others asked for
 * @param unused which none asked for
 * @param rejected which are wrong, so that those of others that ask for them are, too
 * @param without for how many different keys of others there is no row; that may be as it should
 */
public record JoinReport(String table, String file, int matched, int unused, int rejected, int without) {}
