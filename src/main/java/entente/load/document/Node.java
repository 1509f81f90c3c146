package entente.load.document;

import java.util.List;

/** A value of a document. */
public sealed interface Node {
    /** Where it begins. */
    Place place();

    /**
     * A text, a number, true or false, as it was written.
     *
     * @param text without quotes, escapes resolved
     * @param empty whether it is null or nothing at all
     */
    record Scalar(Place place, String text, boolean empty) implements Node {}

    /** Values in an order. */
    record Sequence(Place place, List<Node> items) implements Node {}

    /** Values by key, in the order of the file. No key occurs twice. */
    record Mapping(Place place, List<Entry> entries) implements Node {}

    /** One key and its value. */
    record Entry(Scalar key, Node value) {}
}
