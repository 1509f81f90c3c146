package entente.web;

import entente.model.Names;
import io.javalin.http.Context;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What stands in a request's query string.
 *
 * @param values for each name, in the order in which they came
 */
record Arguments(Map<String, List<String>> values) {
    /**
     * Reads them.
     *
     * @throws ProblemException if the percent signs do not fit
     */
    static Arguments of(Context context) {
        Map<String, List<String>> values = new LinkedHashMap<>();
        String text = context.req().getQueryString();
        for (String pair : text == null ? new String[0] : text.split("&")) {
            if (!pair.isEmpty()) {
                int equals = pair.indexOf('=');
                String name = equals < 0 ? pair : pair.substring(0, equals);
                values.computeIfAbsent(decoded(name), key -> new ArrayList<>())
                        .add(equals < 0 ? "" : decoded(pair.substring(equals + 1)));
            }
        }
        return new Arguments(values);
    }

    private static String decoded(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException malformed) {
            throw new ProblemException(new Problem(
                    ProblemCode.MALFORMED_QUERY_STRING,
                    "Each % of the query string must be followed by two hexadecimal digits; write % itself as %25."));
        }
    }

    /** Makes sure that there is none beside those of the names. */
    void only(Set<String> known) {
        for (String name : values.keySet()) {
            if (!known.contains(name)) {
                String near = Names.didYouMean(name, known);
                throw new ProblemException(new Problem(
                                ProblemCode.UNKNOWN_PARAMETER,
                                "There is no parameter \"" + name + "\" here" + (near.isEmpty() ? "." : near))
                        .with("parameter", name));
            }
        }
    }

    /** The value of a name, or null where it is not given. */
    @Nullable
    String one(String name) {
        List<String> given = values.getOrDefault(name, List.of());
        if (given.size() > 1) {
            throw new ProblemException(Problem.badParameter(name, name + " is given more than once."));
        }
        return given.isEmpty() ? null : given.get(0);
    }

    /**
     * The value of a name as a reader takes it, or null where it is not given.
     *
     * @param reader throws an {@link IllegalArgumentException} with a message for people where the text is none it
     *     takes
     */
    <T> @Nullable T read(String name, Function<String, T> reader) {
        String given = one(name);
        return given == null ? null : checked(name, () -> reader.apply(given));
    }

    /** Whether a name is given as {@code true}. */
    boolean flag(String name) {
        return Boolean.TRUE.equals(read(name, text -> switch (text) {
            case "true" -> true;
            case "false" -> false;
            default -> throw new IllegalArgumentException("\"" + text + "\" is neither true nor false");
        }));
    }

    /** The value of a name as a reader takes it, which has to be given. */
    <T> T required(String name, String what, Function<String, T> reader) {
        T value = read(name, reader);
        if (value == null) {
            throw new ProblemException(Problem.badParameter(name, name + " is missing: " + what + "."));
        }
        return value;
    }

    /** What a name's values make, where an {@link IllegalArgumentException} is the client's fault. */
    static <T> T checked(String name, Supplier<T> work) {
        try {
            return work.get();
        } catch (IllegalArgumentException unfit) {
            throw new ProblemException(Problem.badParameter(name, name + ": " + unfit.getMessage() + "."));
        }
    }

    /** All values of a name, which may be repeated, each as it was given. */
    List<String> repeated(String name) {
        return values.getOrDefault(name, List.of());
    }

    /** All values of a name, which may be repeated, and hold several with commas between. */
    List<String> all(String name) {
        return repeated(name).stream()
                .flatMap(given -> Stream.of(given.split(",", -1)))
                .map(String::strip)
                .toList();
    }

    /** The value of a name that is a whole number between 1 and a most. */
    int count(String name, int otherwise, int most) {
        String given = one(name);
        if (given == null) {
            return Math.min(otherwise, most);
        }
        if (!given.matches("\\d{1,9}") || Integer.parseInt(given) < 1 || Integer.parseInt(given) > most) {
            throw new ProblemException(
                    Problem.badParameter(name, name + " must be a whole number between 1 and " + most + "."));
        }
        return Integer.parseInt(given);
    }

    /**
     * The address of the page that follows, as a path and a query string.
     *
     * @param next what the page before gave as {@code next}
     */
    String link(String path, String next) {
        StringBuilder link = new StringBuilder(path).append('?');
        without(Set.of(PageCursor.AFTER))
                .forEach((name, given) -> given.forEach(value -> link.append(encoded(name))
                        .append('=')
                        .append(encoded(value))
                        .append('&')));
        return link.append(PageCursor.AFTER).append('=').append(next).toString();
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    /** All but those of the names. */
    Map<String, List<String>> without(Set<String> names) {
        Map<String, List<String>> others = new LinkedHashMap<>(values);
        others.keySet().removeAll(names);
        return others;
    }
}
