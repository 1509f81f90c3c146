package entente.model;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** How a fact came to be known: {@code INFERRED} is a reader's conclusion, the others are acts and words. */
public enum Basis {
    STATED,
    VOTED,
    SIGNED,
    RECORDED,
    INFERRED;

    /** The words of all, in their order. */
    public static List<String> words() {
        return Stream.of(values()).map(Basis::word).toList();
    }

    /** The word under which the graph keeps it. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
