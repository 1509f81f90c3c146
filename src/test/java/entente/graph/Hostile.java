package entente.graph;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/**
 * A statement that means harm, and what becomes of it. They stand in {@code src/test/resources/hostile}, a file for
 * each group; its {@code expect} and {@code message} hold for every statement that does not say otherwise. In place of
 * a text there may be a list of texts to be joined, in which {@code {repeat: text, times: n}} stands for a long one; as
 * a parameter, {@code {list: value, times: n}} is a long list.
 *
 * @param expected any of these is well; several where the machine decides
 * @param message a part of the refusal, or empty
 * @param answer the text of the first value, or null where any is well
 */
public record Hostile(
        String name,
        String statement,
        Map<String, @Nullable Object> parameters,
        Set<Outcome> expected,
        String message,
        @Nullable String answer) {
    private static final Path DIRECTORY = Path.of("src/test/resources/hostile");

    /** What becomes of a statement. */
    public enum Outcome {
        /** The guard does not let it pass. */
        REFUSED,
        /** The database finds a fault in it. */
        FAULTY,
        /** The time-out ended it. */
        TIMED_OUT,
        /** The time-out did not end it, so that Entente gave it up and has the bundled database started again. */
        GIVEN_UP,
        /** A limit on memory or on the size of a row ended it. */
        OVERLOADED,
        /** It gave the first rows of too many. */
        TRUNCATED,
        /** It gave all its rows, and so did no harm. */
        ANSWERED;

        static Outcome of(GraphException failure) {
            if (failure instanceof GraphException.Refused) {
                return REFUSED;
            }
            if (failure instanceof GraphException.TimedOut) {
                return Watch.GIVEN_UP.equals(failure.getMessage()) ? GIVEN_UP : TIMED_OUT;
            }
            if (failure instanceof GraphException.Overloaded) {
                return OVERLOADED;
            }
            if (failure instanceof GraphException.Faulty) {
                return FAULTY;
            }
            throw failure;
        }
    }

    /** All of them, in the order of the files. */
    public static List<Hostile> all() {
        try (Stream<Path> files = Files.list(DIRECTORY)) {
            return files.sorted().flatMap(file -> group(file).stream()).toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static List<Hostile> group(Path file) {
        try (InputStream in = Files.newInputStream(file)) {
            Map<?, ?> group = (Map<?, ?>) new Load(LoadSettings.builder().build()).loadFromInputStream(in);
            String topic = file.getFileName().toString().replace(".yaml", "");
            return listed(required(group, "statements")).stream()
                    .map(entry -> of(topic, group, (Map<?, ?>) entry))
                    .toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static Hostile of(String topic, Map<?, ?> group, Map<?, ?> entry) {
        Map<Object, Object> all = new LinkedHashMap<>(group);
        all.putAll(entry);
        Map<String, @Nullable Object> parameters = new LinkedHashMap<>();
        Map<?, ?> written = entry.containsKey("parameters") ? (Map<?, ?>) entry.get("parameters") : Map.of();
        written.forEach((key, value) -> parameters.put(String.valueOf(key), value(value)));
        Object message = all.get("message");
        Object answer = entry.get("answer");
        return new Hostile(
                topic + ": " + entry.get("name"),
                text(required(entry, "statement")),
                parameters,
                listed(required(all, "expect")).stream().map(Hostile::outcome).collect(Collectors.toUnmodifiableSet()),
                message == null ? "" : message.toString(),
                answer == null ? null : answer.toString());
    }

    private static Object required(Map<?, ?> map, String key) {
        return Objects.requireNonNull(map.get(key), () -> key + " is missing in " + map);
    }

    private static Outcome outcome(Object word) {
        return Outcome.valueOf(word.toString().toUpperCase(Locale.ROOT).replace('-', '_'));
    }

    private static List<?> listed(Object oneOrMore) {
        return oneOrMore instanceof List<?> list ? list : List.of(oneOrMore);
    }

    private static String text(Object parts) {
        return listed(parts).stream().map(part -> String.valueOf(value(part))).collect(Collectors.joining());
    }

    private static @Nullable Object value(@Nullable Object written) {
        if (written instanceof Map<?, ?> map && map.containsKey("times")) {
            int times = (Integer) map.get("times");
            Object repeated = map.get("repeat");
            return repeated == null
                    ? new ArrayList<>(Collections.nCopies(times, map.get("list")))
                    : repeated.toString().repeat(times);
        }
        return written;
    }

    @Override
    public String toString() {
        return name;
    }
}
