package entente.model;

import java.util.Locale;

/** How exactly a date is known. */
public enum Precision {
    DAY,
    MONTH,
    YEAR,
    UNKNOWN;

    /** The word under which the graph keeps it, such as {@code month}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
