package entente.graph;

import java.util.List;

/**
 * What is known of a read when its last row has been passed on.
 *
 * @param truncated whether there was more than was passed on
 * @param notifications what the database remarks on the statement
 */
public record ReadSummary(boolean truncated, List<Notification> notifications) {}
