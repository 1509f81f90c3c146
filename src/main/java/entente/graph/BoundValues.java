package entente.graph;

import java.time.Duration;
import java.time.Period;
import java.time.temporal.ChronoUnit;
import org.neo4j.driver.Values;

/** Values for a statement's parameters that Java has no type for. */
public final class BoundValues {
    private BoundValues() {}

    /** A duration of Cypher, whose months, days and seconds stay apart. */
    public static Object duration(Period date, Duration time) {
        return Values.isoDuration(date.toTotalMonths(), date.get(ChronoUnit.DAYS), time.getSeconds(), time.getNano());
    }

    /**
     * A point of Cypher.
     *
     * @param system the spatial reference identifier of its coordinate system, such as 4326
     */
    public static Object point(int system, double x, double y) {
        return Values.point(system, x, y);
    }

    /**
     * A point of Cypher in space.
     *
     * @param system the spatial reference identifier of its coordinate system, such as 4979
     */
    public static Object point(int system, double x, double y, double z) {
        return Values.point(system, x, y, z);
    }
}
