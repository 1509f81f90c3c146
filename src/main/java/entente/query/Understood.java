package entente.query;

import java.util.Map;

/**
 * How a question in plain words was understood.
 *
 * @param question as it was asked
 * @param query the query that answers it
 * @param pattern the query's pattern that it fits
 * @param arguments the values that the question named, as it named them
 */
public record Understood(String question, SavedQuery query, String pattern, Map<String, String> arguments) {}
