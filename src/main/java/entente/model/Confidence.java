package entente.model;

import java.util.Locale;

/** How much a fact can be relied on, in the words of Intelligence Community Directive 203. */
public enum Confidence {
    LOW,
    MODERATE,
    HIGH;

    /** The word under which the graph keeps it. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
