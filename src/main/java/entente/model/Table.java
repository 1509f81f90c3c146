package entente.model;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a statement returned, as plain values: null, Boolean, Long, Double, String, LocalDate, {@link Entity},
 * {@link Relationship}, and lists and maps of these.
 *
 * @param columns in the order of the statement
 * @param rows each as long as the columns
 * @param truncated whether there was more than is here
 */
public record Table(List<String> columns, List<List<@Nullable Object>> rows, boolean truncated) {}
