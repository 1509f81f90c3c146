package entente.graph;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What was found of the statements used last, within a bound on their number and size. Safe for many threads. */
final class Verdicts {
    private static final int MOST = 1_000;
    private static final long MOST_CHARACTERS = 4_000_000;

    /** A verdict holds for parameters of the size that it was found for, and for smaller ones. */
    private record Verdict(ParameterSize parameters, Guard.Passed passed) {}

    private final Map<String, Verdict> byText = new LinkedHashMap<>(16, 0.75f, true);
    private long characters;
    private @Nullable Object version;

    /** The verdict on a text with parameters of some size, if it was found under an equal version. */
    synchronized Guard.@Nullable Passed find(String text, ParameterSize parameters, Object current) {
        if (!current.equals(version)) {
            byText.clear();
            characters = 0;
            version = current;
        }
        Verdict known = byText.get(text);
        return known == null || !known.parameters().covers(parameters) ? null : known.passed();
    }

    /** Keeps a verdict, unless the version has moved on since it was asked for. */
    synchronized void keep(String text, ParameterSize parameters, Object foundUnder, Guard.Passed passed) {
        if (foundUnder.equals(version) && byText.put(text, new Verdict(parameters, passed)) == null) {
            characters += text.length();
            forgetTheOldest();
        }
    }

    private void forgetTheOldest() {
        var oldest = byText.keySet().iterator();
        while (byText.size() > MOST || characters > MOST_CHARACTERS) {
            characters -= oldest.next().length();
            oldest.remove();
        }
    }

    synchronized int size() {
        return byText.size();
    }
}
