package entente.model;

import java.util.Locale;

/** How a fact came to be known: {@code INFERRED} is a reader's conclusion, the others are acts and words. */
public enum Basis {
    STATED,
    VOTED,
    SIGNED,
    RECORDED,
    INFERRED;

    /** The word under which the graph keeps it. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
