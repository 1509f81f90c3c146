package entente.graph;

import java.util.List;

/**
 * What is known of a read when its last row has been passed on.
 *
 * @param rows how many were passed on
 * @param truncated whether there was more than was passed on
 * @param notifications what the database remarks on the statement
 */
public record ReadSummary(int rows, boolean truncated, List<Notification> notifications) {}
