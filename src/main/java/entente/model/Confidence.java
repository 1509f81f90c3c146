package entente.model;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** How much a fact can be relied on, in the words of Intelligence Community Directive 203. */
public enum Confidence {
    LOW,
    MODERATE,
    HIGH;

    /** The words of all, in their order. */
    public static List<String> words() {
        return Stream.of(values()).map(Confidence::word).toList();
    }

    /** The word under which the graph keeps it. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
