package entente.load.mapping;

import entente.load.document.Place;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Where a value comes from. */
sealed interface Source {
    /** A constant, a column, or a text with columns in it. */
    record Text(Template template) implements Source {}

    /** The first that is filled. */
    record First(List<Value> values) implements Source {}

    /** All that are filled. */
    record Every(List<Value> values) implements Source {}

    /**
     * A date in parts.
     *
     * @param month null where only the year is there
     * @param day null where only the month is there
     * @param unknown texts that mean that a part is not known
     */
    record DateParts(
            Template year,
            @Nullable Template month,
            @Nullable Template day,
            Set<String> unknown) implements Source {}

    /**
     * An entity of the graph, by a code or a name.
     *
     * @param alternatives the first that is filled decides
     * @param kinds what the entity may be; all kinds where it is empty
     * @param create what makes an entity that is missing; null unless that is what is done with it
     */
    record Lookup(
            Place place,
            List<Alternative> alternatives,
            Set<String> kinds,
            Missing missing,
            @Nullable Rule create) implements Source {}

    /**
     * One way to find an entity.
     *
     * @param property a code such as {@code iso2}, or {@code name}, or {@code id}
     */
    record Alternative(String property, Template template) {}

    /** What is done with a row whose entity the graph does not have. */
    enum Missing {
        /** It is an error. */
        REQUIRE,
        /** The row is passed over, which is no error. */
        SKIP,
        /** The entity is created. */
        CREATE
    }
}
