package entente.query;

import entente.model.DayText;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * How a question in plain words was understood.
 *
 * @param question as it was asked
 * @param query the query that answers it
 * @param pattern the query's pattern that it fits
 * @param arguments the values that the question named, as it named them
 */
public record Understood(String question, SavedQuery query, String pattern, Map<String, String> arguments) {
    /**
     * The values of the question and those given beside it, for the query to be run with.
     *
     * @throws QueryException if a value is given in both
     */
    Map<String, List<String>> argumentsWith(Map<String, List<String>> beside) {
        Map<String, List<String>> all = new LinkedHashMap<>(beside);
        arguments.forEach((name, value) -> {
            if (all.putIfAbsent(name, List.of(oneDay(name, value))) != null) {
                throw new QueryException(
                        QueryException.Reason.BAD_PARAMETER,
                        name,
                        "\"" + name + "\" is given in the question and beside it; give it once",
                        List.of());
            }
        });
        return all;
    }

    /**
     * A month or a year, as questions have them, stands for a day of it; the answer names that among its parameters.
     */
    private String oneDay(String name, String value) {
        return query.parameters().stream()
                .filter(parameter -> parameter.name().equals(name) && parameter.type() == ParameterType.DATE)
                .findFirst()
                .map(parameter -> parameter.beginning() ? DayText.firstDay(value) : DayText.lastDay(value))
                .orElse(value);
    }

    /** A fault of a value that the question gave, as whoever asked it understands it; any other as it is. */
    QueryException inItsWords(QueryException fault) {
        if (fault.parameter() == null || !arguments.containsKey(fault.parameter())) {
            return fault;
        }
        String name =
                fault.reason() == QueryException.Reason.UNKNOWN_ENTITY && fault.value() != null ? fault.value() : "";
        return fault.inWords(DayText.atTheEndOf(name)
                .map(day -> "; \"" + day + "\" was read as a part of the name")
                .orElse(""));
    }
}
