package entente.model;

import java.util.List;

/** What a property of the vocabulary can hold. */
public sealed interface PropertyType {
    /** One text. */
    record Text() implements PropertyType {}

    /** A list of texts. */
    record Texts() implements PropertyType {}

    /** A whole or decimal number. */
    record Numeric() implements PropertyType {}

    /** A {@link PartialDate}, kept as its first day and, beside it, its precision. */
    record Date() implements PropertyType {}

    /** One of a few words. */
    record Word(List<String> words) implements PropertyType {}
}
