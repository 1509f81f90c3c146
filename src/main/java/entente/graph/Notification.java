package entente.graph;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.neo4j.driver.summary.InputPosition;
import org.neo4j.driver.summary.ResultSummary;

/**
 * What the database remarks on a statement that it ran all the same.
 *
 * @param code Neo4j's, such as {@code Neo.ClientNotification.Statement.UnknownLabelWarning}
 * @param severity {@code warning} or {@code information}
 * @param line from 1, or null where it concerns no place
 * @param column from 1, or null where it concerns no place
 */
@SuppressWarnings("deprecation") // the newer way to ask for them has neither code nor title
public record Notification(
        String code,
        String title,
        String description,
        String severity,
        @Nullable Integer line,
        @Nullable Integer column) {
    static List<Notification> of(ResultSummary summary) {
        return summary.notifications().stream().map(Notification::of).toList();
    }

    private static Notification of(org.neo4j.driver.summary.Notification given) {
        InputPosition position = given.position();
        boolean placed = position != null && position.line() > 0;
        return new Notification(
                given.code(),
                given.title(),
                given.description(),
                given.rawSeverityLevel().orElse("information").toLowerCase(Locale.ROOT),
                placed ? Integer.valueOf(position.line()) : null,
                placed ? Integer.valueOf(position.column()) : null);
    }
}
